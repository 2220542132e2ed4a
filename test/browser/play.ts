/** Runs scenarios in a real browser. The scenarios of one test file share a server and a browser. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, vi } from 'vitest'
import { openStage, type Stage } from './stage.ts'

type Scenario = (stage: () => Stage) => void

const FOLDER = path.join(import.meta.dirname, 'scenarios')

/** The scenarios of the second of two test files, which run concurrently; the first file has all others. */
const SECOND = ['bulk-refunds', 'reconciliation', 'refund-requests', 'settlement', 'sign-in']

export async function play(half: 'first' | 'second'): Promise<void> {
  let stage: Stage | undefined
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const name = path.basename(file, '.ts')
    if (SECOND.includes(name) !== (half === 'second')) continue
    const { default: scenario } = (await import(path.join(FOLDER, file))) as { default: Scenario }
    describe(name, () => scenario(() => stage!))
  }
}
