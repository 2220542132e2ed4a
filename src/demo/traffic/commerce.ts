/** Commerce: orders with commission, live slots, parcels. */
import { office, sales } from '../calendar.ts'
import { between, favorite, pick, sizeAt } from '../chance.ts'
import { cny, type Made, type Source, shareOf } from '../source.ts'

/** Main units a year: a millionth of about what mini-programs sell. */
const SOLD = 3_000_000
const SERVICES = ['standard', 'standard', 'express', 'cold-chain', 'freight']

const commission: Source = {
  line: 'commerce',
  product: 'commission',
  growth: 0.25,
  curve: sales,
  yearly: shareOf(0.12, 60, 0.25),
  make({ scene, yearly, day, draw, even }): Made {
    const { cast, payers, scale } = scene
    const seller = favorite(draw, cast.sellers)
    const goods = ((SOLD * scale) / yearly) * sizeAt(even)
    const lines = goods > 60 ? between(draw, 1, 3) : 1
    const items = Array.from({ length: lines }, (_, n) => {
      const quantity = pick(draw, [1, 1, 1, 2])
      return { id: `item-${n + 1}`, category: seller.category, price: cny(goods / lines / quantity), quantity }
    })
    const shipping = {
      carrier: pick(draw, cast.carriers),
      fee: cny(between(draw, 6, 18)),
      service: pick(draw, SERVICES),
    }
    const promoter = { party: favorite(draw, cast.creators), amount: cny(goods * (0.04 + 0.06 * draw())) }
    return {
      event: {
        buyer: favorite(draw, payers(day.month)),
        seller: seller.id,
        items,
        ...(draw() < 0.6 && { shipping }),
        ...(draw() < 0.25 && goods > 1 && { promoter }),
      },
    }
  },
  returns: {
    rate: 0.09,
    days: [2, 14],
    reasons: [
      ['changed-mind', 5],
      ['not-as-described', 3],
      ['not-delivered', 1],
    ],
    // One line of the order: the parcel was carried.
    ask: (_captured, event) => ({ items: [{ id: (event as { items: { id: string }[] }).items[0]!.id }] }),
  },
}

const liveSlot: Source = {
  line: 'commerce',
  product: 'live-slot',
  growth: 0.6,
  curve: sales,
  yearly: shareOf(0.0006, 24, 0.6),
  make: ({ scene, n, at, draw, even }) => ({
    event: {
      seller: favorite(draw, scene.cast.sellers).id,
      minutes: 30 * (1 + (n % 4)),
      pricePerHour: cny(Math.round(500 + 1_500 * even)),
      startsAt: new Date(at.getTime() + between(draw, 2, 14) * 86_400_000).toISOString(),
    },
  }),
  returns: { rate: 0.07, days: [0, 1], reasons: [['cancelled', 1]] },
}

const logistics: Source = {
  line: 'commerce',
  product: 'logistics-share',
  growth: 0.35,
  curve: (day) => Math.max(office(day), sales(day) / 2),
  yearly: shareOf(0.02, 24, 0.35),
  make: ({ scene, draw, even }) => ({
    event: {
      carrier: pick(draw, scene.cast.carriers),
      fee: cny(8 + 22 * even),
      service: pick(draw, SERVICES),
      paidFrom: 'external',
    },
  }),
  returns: { rate: 0.01, days: [1, 6], reasons: [['not-delivered', 1]] },
}

export const commerce: readonly Source[] = [commission, liveSlot, logistics]
