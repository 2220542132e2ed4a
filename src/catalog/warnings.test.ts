import { expect, it } from 'vitest'
import { lines } from '../lines/index.ts'
import { feeExceedsBelow } from '../pricing/percentage.ts'
import { defaultCard } from './terms.ts'
import { warningsOf } from './warnings.ts'

it('warns of a fee that is more than the sale, in both languages', () => {
  const card = defaultCard(lines)
  expect(warningsOf(lines, card, 'en')).toEqual([])
  const scanPay = card.products['payments/scan-pay'] as object
  const fee = { model: 'percentage', rate: '0.006', fixed: '0.55', rounding: { to: 'minor' } }
  const dear = { ...card, products: { ...card.products, 'payments/scan-pay': { ...scanPay, fee } } }
  expect(warningsOf(lines, dear, 'en')).toEqual([
    {
      pointer: '/products/payments~1scan-pay/fee',
      text: 'On a sale below 0.55332 CNY, the payee pays more than the sale brings.',
    },
  ])
  expect(warningsOf(lines, dear, 'zh')[0]?.text).toContain('低于 0.55332 CNY')
})

it.each([
  [{ rate: '0.1', min: '2' }, 2_000_000n],
  [{ rate: '0.5', fixed: '1', min: '1.5' }, 2_000_000n],
  [{ rate: '0.006' }, null],
  // A share of everything, and a rate that depends on the payment: no single amount divides them.
  [{ rate: '1', fixed: '1' }, null],
  [{ rate: { given: 'rate', min: '0', max: '1' }, fixed: '1' }, null],
])('%o exceeds sales below %s', (terms, below) => {
  expect(feeExceedsBelow({ model: 'percentage', ...terms } as Parameters<typeof feeExceedsBelow>[0])).toBe(below)
})
