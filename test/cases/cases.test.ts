import { describe, expect, it } from 'vitest'
import type { Case, Fields } from './case.ts'
import { check, readCases } from './check.ts'

const cases = ['billing.json', 'exchange.json', 'ads.json'].flatMap((name) => readCases(new URL(name, import.meta.url)))
const outcomes = cases.map(check)

/** Changes the last digit of every figure below, such as 12 to 19 or 0.60 to 0.67. Text without digits is unchanged. */
function nudge(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nudge)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value as Fields).map(([key, one]) => [key, nudge(one)]))
  }
  return String(value).replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 7) % 10))
}

describe('figures of other systems', () => {
  it.each(outcomes.filter(({ verdict }) => verdict !== 'not expressible'))('$given.id $given.model', (outcome) => {
    expect(outcome.reason).toBe('')
    expect(outcome.verdict).toBe('agree')
  })

  it('cover everything except what wallets and charges decide', () => {
    const left = outcomes.filter(({ verdict, given }) => verdict === 'not expressible' && given.kind !== 'convention')
    expect(left.map(({ given }) => given.area).filter((area) => !/credits|refund/.test(area))).toEqual([
      'credit_note',
      'invoice',
    ])
  })

  it('are compared strictly enough that any other figure would differ', () => {
    const unnoticed = outcomes.filter(({ verdict, given }) => {
      if (verdict !== 'agree') return false
      const other: Case = { ...given, expected: nudge(given.expected), tolerance: 0 }
      return check(other).verdict === 'agree'
    })
    expect(unnoticed.map(({ given }) => given.id)).toEqual([])
  })
})
