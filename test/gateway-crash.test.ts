import { expect, it } from 'vitest'
import { gateway } from './soak/gateway.ts'

it('completes every charge and refund once through a failing provider while processes are killed (the long run: npm run soak -- gateway)', async () => {
  const told: string[] = []
  const result = await gateway({
    seed: 7,
    charges: 90,
    refunds: 36,
    kills: 1,
    bulks: 1,
    bulkRows: 10,
    hurry: true,
    log: (line) => told.push(line),
  })
  expect(told.filter((line) => line.startsWith('WRONG'))).toEqual([])
  expect(result).toMatchObject({ ok: true, charges: 90, bookFaults: 0, wrong: 0, reconciled: { others: 0 } })
  expect(result.unknownOutcomes).toBeGreaterThan(0)
}, 180_000)
