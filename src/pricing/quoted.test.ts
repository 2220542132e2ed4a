import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { m, priceOnce } from '../../test/pricing.ts'
import { compilePrice } from './index.ts'

const milestones = [
  { id: 'start', share: '0.3' },
  { id: 'delivery', share: '0.333' },
  { id: 'acceptance', share: '0.367' },
]
const terms = { model: 'quoted', min: '1000', milestones }

describe('quoted per project', () => {
  it('charges the agreed amount, or the part that is due with a milestone', () => {
    expect(priceOnce(terms, { amount: m('300000') }).amount).toBe(m('300000'))
    const { amount, steps } = priceOnce(terms, { amount: m('300000'), milestone: 'delivery' })
    expect(amount).toBe(m('99900'))
    expect(steps.map(({ code }) => code)).toEqual(['quoted', 'milestone'])
  })

  it('adds up exactly over all milestones, in whole minor units', () => {
    const { price } = compilePrice(terms, 'CNY')
    const property = fc.property(fc.bigInt(100_000n, 10n ** 10n), (fen) => {
      const parts = milestones.map(({ id }) => price({ amount: fen * 10_000n, milestone: id }).amount)
      return parts.every((part) => part % 10_000n === 0n) && parts.reduce((a, b) => a + b, 0n) === fen * 10_000n
    })
    fc.assert(property)
  })

  it('refuses a quote outside the band, and an unknown milestone', () => {
    expect(() => priceOnce(terms, { amount: m('999.99') })).toThrow('quote')
    expect(() => priceOnce(terms, { amount: m('5000'), milestone: 'party' })).toThrow('party')
    expect(() => priceOnce(terms, { amount: m('5000.005') })).toThrow('amount')
  })

  it('refuses shares that do not add up to one, and duplicate ids', () => {
    const refusal = (list: object[]) => () => compilePrice({ model: 'quoted', milestones: list }, 'CNY')
    expect(refusal([{ id: 'a', share: '0.5' }])).toThrow('/milestones: the shares do not add up to 1')
    expect(
      refusal([
        { id: 'a', share: '0.5' },
        { id: 'a', share: '0.5' },
      ]),
    ).toThrow('same id')
  })
})
