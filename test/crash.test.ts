import { expect, it } from 'vitest'
import { crash } from './soak/crash.ts'

it('keeps every acknowledged request through two crashes (the long run: npm run soak -- crash)', async () => {
  const result = await crash({ seed: 7, rounds: 2, log: () => {} })
  expect(result).toMatchObject({ ok: true, lost: 0, doubled: 0, faults: 0 })
  expect(result.acknowledgedCharges).toBeGreaterThan(0)
}, 120_000)
