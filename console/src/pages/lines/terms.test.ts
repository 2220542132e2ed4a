import { expect, it } from 'vitest'
import { tellTerms, type Words } from './terms.ts'

const words: Words = {
  model: (code) => `<${code}>`,
  field: (code) => code,
  by: (code) => `by ${code}`,
  every: (code) => `a ${code}`,
  share: (decimal) => `${Number(decimal) * 100}%`,
  money: (decimal) => `$${decimal}`,
  from: (amount) => `from ${amount}`,
  colon: ': ',
  separator: ' · ',
}

it('describes a value, a range, and what it depends on', () => {
  expect(tellTerms({ fee: { model: 'percentage', rate: '0.001', fixed: '10' } }, words)).toEqual([
    'fee: <percentage> · 0.1% · + $10',
  ])
  const options = { a: '0.25', b: '0.5' }
  expect(tellTerms({ fee: { model: 'percentage', rate: { by: 'market', options, otherwise: '1' } } }, words)).toEqual([
    'fee: <percentage> · 25%–100% · by market',
  ])
  expect(tellTerms({ price: { model: 'per_unit', price: { given: 'price', min: '6', max: '18' } } }, words)).toEqual([
    'price: <per_unit> · $6–$18',
  ])
  expect(tellTerms({ prices: [{ model: 'cleared', basis: 'cpc' }], refund: { model: 'x' } }, words)).toEqual([
    'prices: <cleared> · CPC',
  ])
})

it.each([
  [{ priceFrom: '50000', privacy: { risk: 'medium' } }, 'priceFrom: from $50000'],
  [{ project: { model: 'quoted', min: '100000', milestones: [{ id: 'start' }] } }, 'project: <quoted> · from $100000'],
  [
    { price: { model: 'recurring', price: '5000', every: 'month' }, zone: 'UTC' },
    'price: <recurring> · $5000 · a month',
  ],
  [{ exchange: { model: 'markup', markup: '0.5' }, markets: { JP: ['JPY'] } }, 'exchange: <markup> · 50%'],
  [{ queries: { model: 'reserved', price: '300', burst: '450' } }, 'queries: <reserved> · $300 · burst $450'],
])('tells %j', (terms, told) => {
  expect(tellTerms(terms, words)).toEqual([told])
})

it('describes nothing that is not on the card', () => {
  expect(tellTerms(undefined, words)).toEqual([])
})
