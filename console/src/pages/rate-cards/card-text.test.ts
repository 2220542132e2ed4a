import { expect, it } from 'vitest'
import { located, readCard, writeCard } from './card-text.ts'

const TEXT = `currency: CNY
products:
  payments/scan-pay:
    fee:
      rate:
        options:
          jewelry: "0.02"
    tiers:
      - upTo: "10"
      - upTo: "20"
`

it('finds the line of a field, or of the parent of a missing field', () => {
  const read = readCard(TEXT)
  expect(read.card?.currency).toBe('CNY')
  expect(read.lineOf('/products/payments~1scan-pay/fee/rate/options/jewelry')).toBe(7)
  expect(read.lineOf('/products/payments~1scan-pay/tiers/1/upTo')).toBe(10)
  expect(read.lineOf('/products/payments~1scan-pay/fee/rounding')).toBe(4)
  expect(read.lineOf('/elsewhere')).toBeUndefined()
  expect(located(read, [{ pointer: '/currency', message: 'no' }])).toEqual([
    { line: 1, pointer: '/currency', message: 'no' },
  ])
})

it('reports where the text cannot be parsed', () => {
  const read = readCard('currency: CNY\nproducts:\n  a: [1\n')
  expect(read.card).toBeUndefined()
  expect(read.faults[0]!.line).toBeGreaterThanOrEqual(3)
  expect(readCard('just words').card).toBeUndefined()
})

it('round-trips a card, including texts that look like numbers', () => {
  const card = { currency: 'CNY', products: { 'goods/tip': { share: '0.5', none: null, days: 7, yes: 'true' } } }
  expect(readCard(writeCard(card)).card).toEqual(card)
  expect(readCard(JSON.stringify(card)).card).toEqual(card)
})
