/** The console in a real browser. Each file in scenarios/ is a part of it; they share one server and one browser. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { openStage, type Stage } from './stage.ts'

export type Scenario = (stage: () => Stage) => void

const FOLDER = path.join(import.meta.dirname, 'scenarios')
let stage: Stage | undefined

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
  const { default: scenario } = (await import(path.join(FOLDER, file))) as { default: Scenario }
  describe(path.basename(file, '.ts'), () => scenario(() => stage!))
}
