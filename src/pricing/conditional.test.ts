import { describe, expect, it } from 'vitest'
import { explains, m } from '../../test/pricing.ts'
import { compileConditional } from './conditional.ts'
import { compilePrice, type PriceInput } from './index.ts'

const rate = (text: string) => compilePrice({ model: 'percentage', rate: text }, 'CNY').price

describe('a conditional price', () => {
  const cases = [
    { when: 'amount < 100', holds: ({ amount = 0n }: PriceInput) => amount < m('100'), price: rate('0') },
    { when: 'amount < 1000', holds: ({ amount = 0n }: PriceInput) => amount < m('1000'), price: rate('0.006') },
  ]
  const price = compileConditional(cases, rate('0.005'))

  it('uses the first case that holds and names its condition, otherwise the default', () => {
    const of = (amount: string) => explains(price({ amount: m(amount) }))
    expect([of('99').amount, of('100').amount, of('1000').amount]).toEqual([0n, m('0.6'), m('5')])
    expect(of('100').steps[0]).toEqual({ code: 'condition', params: { when: 'amount < 1000' } })
    expect(of('1000').steps.map(({ code }) => code)).toEqual(['percentage'])
  })
})
