/**
 * Events for the laws: orders of several items and categories, with and without shipping and promoter; slots; parcels.
 */
import fc from 'fast-check'

const cny = (min: number, max: number) =>
  fc.integer({ min, max }).map((fen) => ({ amount: (fen / 100).toFixed(2), currency: 'CNY' }))
const service = fc.constantFrom('freight', 'standard', 'cold-chain', 'express')

const items = fc
  .array(
    fc.record({
      category: fc.constantFrom('grocery', 'apparel', 'electronics', 'beauty', 'digital-content'),
      price: cny(1, 90_000),
      quantity: fc.integer({ min: 1, max: 7 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((lines) => lines.map((line, n) => ({ id: `line-${n + 1}`, ...line })))

const order = fc.record(
  {
    buyer: fc.constant('usr_1'),
    seller: fc.constant('sel_tea'),
    items,
    shipping: fc.record({ carrier: fc.constant('car_swift'), fee: cny(1, 5000), service }),
    promoter: fc.record({ party: fc.constant('prm_blog'), amount: cny(1, 500) }),
  },
  { requiredKeys: ['buyer', 'seller', 'items'] },
)

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  commission: order,
  'live-slot': fc.record(
    {
      seller: fc.constant('sel_tea'),
      paidFrom: fc.constantFrom('external', 'wallet'),
      minutes: fc.integer({ min: 1, max: 600 }),
      pricePerHour: cny(50_000, 500_000),
      startsAt: fc.constantFrom('2026-12-10T20:00:00+08:00', '2026-12-31T23:30:00.5Z'),
    },
    { requiredKeys: ['seller', 'paidFrom', 'minutes', 'pricePerHour'] },
  ),
  'logistics-share': fc.record({ carrier: fc.constant('car_swift'), fee: cny(1, 100_000), service }),
}
