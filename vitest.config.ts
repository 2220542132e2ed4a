import { defineConfig } from 'vitest/config'
import LongestFirst from './test/sequencer.ts'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['{src,test,examples,sdk/src,console/src}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/soak/**'],
    // Processes, not threads: tests send signals and change folders. Three for two cores: many files wait for programs they start.
    pool: 'forks',
    maxWorkers: 3,
    // One process runs many files and loads the engine once: half the time of the short ones. What a file changes beyond its own
    // (settings, signals, exit codes) it puts back.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/globalSetup.ts'],
    sequence: { sequencer: LongestFirst },
  },
})
