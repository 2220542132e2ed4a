import { expect, it } from 'vitest'
import { Allowance } from './allowance.ts'

it('admits a limited number of requests per window and key', () => {
  const allowance = new Allowance(2, 1_000)
  expect([allowance.take('a', 0), allowance.take('a', 100), allowance.take('b', 200)]).toEqual([0, 0, 0])
  expect(allowance.take('a', 300)).toBe(700)
  expect(allowance.take('a', 999)).toBe(1)
  expect(allowance.take('a', 1_000)).toBe(0)
})
