#!/usr/bin/env node
/**
 * The entry point. Plain JavaScript, because it must also run on a Node too old for the rest: the program is
 * TypeScript, which Node runs directly since 22.18. On an older Node, the one that `npm ci` installed in node_modules
 * takes over.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 22 || (major === 22 && minor >= 18)

if (isNewEnough) {
  // The cache makes the start three times as fast. It is not in the shared temporary folder, where others could inject
  // code.
  module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/recoup', import.meta.url)))
  await import('./main.ts')
} else handOver()

/** Runs the same command on the newer Node, forwards signals and returns its exit code. */
function handOver() {
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
  if (!existsSync(node)) {
    console.error(
      `recoup needs Node 22.18 or newer; this is ${process.versions.node}, and ${node} is missing.\n` +
        'Run “npm ci” in the project folder (without --omit=optional): it brings a newer Node with it. ' +
        'Or install Node 24 from https://nodejs.org.',
    )
    process.exitCode = 4
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, RECOUP_FOLLOW_PARENT: '1' },
  })
  // A Ctrl-C in the terminal then reaches the child twice, which it handles (server/lifetime.ts).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`recoup: ${node} does not run here: ${error.message}`)
    process.exitCode = 4
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 15)
  })
}
