import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'
import { Problem } from '../problem.ts'
import { compileCondition } from './condition.ts'
import { compilePrice } from './index.ts'

const condition = (when: string) => compileCondition(when, { model: 'conditional', pointer: '/cases/0/when' })

describe('conditions', () => {
  it('compare amounts exactly and read attributes', () => {
    const holds = condition('amount >= decimal("100.000001") && attributes["country"] in ["CN", "HK"]')
    expect(holds({ amount: m('100.000001'), attributes: { country: 'HK' } })).toBe(true)
    expect(holds({ amount: m('100'), attributes: { country: 'HK' } })).toBe(false)
    expect(() => holds({ amount: m('101'), attributes: {} })).toThrow('country')
    expect(() => holds({ attributes: {} })).toThrow('amount')
    expect(condition('has(attributes.country)')({ attributes: {} })).toBe(false)
  })

  it.each([
    ['amount >', 'EOF'],
    ['amount + 1', 'int'],
    ['price > 1', 'price'],
    ['amount > "1"', 'overload'],
    ['double(amount) > double(1)', 'double'],
    ['amount > int(0.5)', 'int'],
    ['0.5 < 1.5', 'float'],
    ['attributes["a"].matches("(a+)+$")', 'matches'],
    ['[1, 2].exists(x, x > 1)', 'exists'],
    ['timestamp("2026-01-01T00:00:00Z").getHours() > 1', 'getHours'],
  ])('refuse %s', (when, reason) => {
    expect(() => condition(when)).toThrow(Problem)
    expect(() => condition(when)).toThrow(reason)
  })

  it('choose a price', () => {
    const terms = {
      model: 'conditional',
      cases: [{ when: 'amount < decimal("1000")', of: { model: 'percentage', rate: '0.006' } }],
      otherwise: { model: 'percentage', rate: '0.005' },
    }
    expect(priceOnce(terms, { amount: m('100') }).steps[0]?.params.when).toBe('amount < decimal("1000")')
    expect(priceOnce(terms, { amount: m('1000') }).amount).toBe(m('5'))
    const wrong = { ...terms, cases: [{ ...terms.cases[0], when: 'amount <' }] }
    expect(() => compilePrice(wrong, 'CNY')).toThrow('/cases/0/when')
    const inner = { ...terms, otherwise: { model: 'percentage', rate: '0.1', min: '2', max: '1' } }
    expect(() => compilePrice(inner, 'CNY')).toThrow('/otherwise/min')
  })
})
