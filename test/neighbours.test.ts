import { expect, it } from 'vitest'
import { neighbours } from './soak/neighbours.ts'

// The times are only judged by the long run: those of a few seconds say more about the machine.
it('refuses nothing to a tenant while ten hostile behaviours run (the long run: npm run soak -- neighbours)', async () => {
  const told: string[] = []
  const result = await neighbours({ seconds: 4, log: (line) => told.push(line) })
  expect(result.refused, told.join('\n')).toBe(0)
  expect(result.charges).toBeGreaterThan(0)
  expect(Object.keys(result.answered)).toHaveLength(10)
}, 120_000)
