/**
 * Events for the laws: purchases within the price band of each product, memberships of any length, tips of any size.
 */
import fc from 'fast-check'

const cny = (min: number, max: number) =>
  fc.integer({ min, max }).map((fen) => ({ amount: (fen / 100).toFixed(2), currency: 'CNY' }))

const paidFrom = fc.constant('external')

const purchase = (minFen: number, maxFen: number, creator: string) =>
  fc.record({
    payer: fc.constant('usr_1'),
    paidFrom,
    items: fc
      .array(
        fc.record(
          {
            price: cny(minFen, maxFen),
            quantity: fc.integer({ min: 1, max: 12 }),
            creator: fc.constant(creator),
            gift: fc.boolean(),
          },
          { requiredKeys: ['price', 'quantity'] },
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((items) => items.map((item, n) => ({ id: `item-${n + 1}`, ...item }))),
  })

const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
const iso = (date: Date) => date.toISOString().slice(0, 10)
const membership = fc.record({ first: day, days: fc.integer({ min: 1, max: 400 }) }).map(({ first, days }) => ({
  payer: 'usr_1',
  scene: 'reading',
  from: iso(first),
  to: iso(new Date(first.getTime() + days * 86_400_000)),
}))

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  sticker: purchase(600, 1800, 'crt_artist'),
  'red-envelope-cover': purchase(100, 1000, 'usr_unknown').map((event) => ({
    ...event,
    items: event.items.map(({ creator: _, ...item }) => item),
  })),
  'game-item': purchase(100, 19_800, 'crt_studio'),
  'paid-content': purchase(100, 50_000, 'crt_author'),
  membership,
  tip: fc.record({ payer: fc.constant('usr_1'), creator: fc.constant('crt_singer'), amount: cny(1, 500_000) }),
}
