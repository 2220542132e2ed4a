/** With the detail `terms`, a price has the same amount and the same terms in its steps as with `all`. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleared } from './cleared.ts'
import { perUnit } from './per-unit.ts'
import { type PercentageTerms, percentage } from './percentage.ts'
import type { Priced, Step } from './price.ts'
import { type StepCode, stepTerms } from './steps.ts'

const micros = fc.bigInt(1n, 10n ** 13n)
const rounding = fc.constantFrom({ to: 'minor' as const }, undefined)

/** Returns the terms used by the steps, without results; these are the same at every level of detail. */
function termsOf(steps: readonly Step[]): Step[] {
  return steps.flatMap(({ code, params }) => {
    const names: readonly string[] = Object.hasOwn(stepTerms, code) ? stepTerms[code as StepCode] : []
    if (names.length === 0) return []
    return [{ code, params: Object.fromEntries(names.map((name) => [name, params[name]!])) }]
  })
}

function expectSame(terse: Priced, full: Priced): void {
  expect(terse.amount).toBe(full.amount)
  expect(termsOf(terse.steps)).toEqual(termsOf(full.steps))
}

describe('prices with the detail `terms`', () => {
  it('match full prices for percentages', () => {
    const rate = { by: 'category', options: { a: '0.006', b: '0.0123' }, otherwise: '0.01' }
    const terms = fc.record(
      {
        model: fc.constant('percentage' as const),
        rate: fc.constantFrom<PercentageTerms['rate']>('0.006', rate, { given: 'rate' }),
        fixed: fc.constantFrom('0.3', { by: 'category', options: { a: '0.1' }, otherwise: '0.2' }),
        min: fc.constant('0.5'),
        max: fc.constant('20'),
        free: fc.constant({ amount: '100', transactions: 3 }),
        rounding: fc.constant({ to: 'minor' as const }),
      },
      { requiredKeys: ['model', 'rate'] },
    )
    const input = fc.record({
      amount: micros,
      attributes: fc.record({ category: fc.constantFrom('a', 'b', 'c'), rate: fc.constantFrom('0.02', '0.5') }),
    })
    fc.assert(
      fc.property(terms, input, (of, transaction) =>
        expectSame(percentage.compile(of, 'CNY', 'terms')(transaction), percentage.compile(of, 'CNY')(transaction)),
      ),
    )
  })

  it('match full prices for per-unit and cleared prices', () => {
    fc.assert(
      fc.property(micros, rounding, fc.constantFrom(undefined, '12'), (quantity, to, free) => {
        const unit = { model: 'per_unit' as const, price: '0.0055', ...(free && { free }), ...(to && { rounding: to }) }
        expectSame(perUnit.compile(unit, 'CNY', 'terms')({ quantity }), perUnit.compile(unit, 'CNY')({ quantity }))
        const thousand = { model: 'cleared' as const, basis: 'cpm' as const, ...(to && { rounding: to }) }
        const input = { quantity, cleared: quantity * 7n }
        expectSame(cleared.compile(thousand, 'CNY', 'terms')(input), cleared.compile(thousand, 'CNY')(input))
      }),
    )
  })

  it('omit computed results', () => {
    const [step] = perUnit.compile({ model: 'per_unit', price: '0.005' }, 'CNY', 'terms')({ quantity: 7n }).steps
    expect(step).toEqual({ code: 'quantity', params: { price: '0.005' } })
  })
})
