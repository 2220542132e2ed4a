/** Commerce: orders with commission, live slots, parcels. */

import { office, sales } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { between, favorite, pick, sizeAt } from '../../engine/demo/random.ts'
import { cny, type GeneratedEvent, shareOf, type TrafficSource } from '../../engine/demo/traffic.ts'

/** Main units per year: about a millionth of the sales of mini-programs. */
const SOLD = 3_000_000
const SERVICES = ['standard', 'standard', 'express', 'cold-chain', 'freight']

const commission: TrafficSource = {
  product: 'commission',
  growth: 0.25,
  curve: sales,
  yearly: shareOf(0.12, 60, 0.25),
  generate({ world, yearly, day, random, even }): GeneratedEvent {
    const { participants, payers, scale } = world
    const seller = favorite(random, participants.sellers)
    const goods = ((SOLD * scale) / yearly) * sizeAt(even)
    const lines = goods > 60 ? between(random, 1, 3) : 1
    const items = Array.from({ length: lines }, (_, n) => {
      const quantity = pick(random, [1, 1, 1, 2])
      return { id: `item-${n + 1}`, category: seller.category, price: cny(goods / lines / quantity), quantity }
    })
    const shipping = {
      carrier: pick(random, participants.carriers),
      fee: cny(between(random, 6, 18)),
      service: pick(random, SERVICES),
    }
    const promoter = { party: favorite(random, participants.creators), amount: cny(goods * (0.04 + 0.06 * random())) }
    return {
      event: {
        buyer: favorite(random, payers(day.month)),
        seller: seller.id,
        items,
        ...(random() < 0.6 && { shipping }),
        ...(random() < 0.25 && goods > 1 && { promoter }),
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
    // Only the goods of the first item: shipping is not refunded, because the parcel was carried.
    ask: (_captured, event) => ({ items: [{ id: (event as { items: { id: string }[] }).items[0]!.id }] }),
  },
}

const liveSlot: TrafficSource = {
  product: 'live-slot',
  growth: 0.6,
  curve: sales,
  yearly: shareOf(0.0006, 24, 0.6),
  generate: ({ world, n, at, random, even }) => ({
    event: {
      seller: favorite(random, world.participants.sellers).id,
      minutes: 30 * (1 + (n % 4)),
      pricePerHour: cny(Math.round(500 + 1_500 * even)),
      startsAt: new Date(at.getTime() + between(random, 2, 14) * 86_400_000).toISOString(),
    },
  }),
  returns: { rate: 0.07, days: [0, 1], reasons: [['cancelled', 1]] },
}

const logistics: TrafficSource = {
  product: 'logistics-share',
  growth: 0.35,
  curve: (day) => Math.max(office(day), sales(day) / 2),
  yearly: shareOf(0.02, 24, 0.35),
  generate: ({ world, random, even }) => ({
    event: {
      carrier: pick(random, world.participants.carriers),
      fee: cny(8 + 22 * even),
      service: pick(random, SERVICES),
      paidFrom: 'external',
    },
  }),
  returns: { rate: 0.01, days: [1, 6], reasons: [['not-delivered', 1]] },
}

const traffic: readonly TrafficSource[] = [commission, liveSlot, logistics]

export const demo: LineDemo = {
  traffic,
  refundRequests: [
    { product: 'commission', reason: 'changed-mind', asker: 'payer', note: '尺码不合适 Wrong size' },
    {
      product: 'commission',
      reason: 'not-as-described',
      asker: 'payer',
      evidence: [{ kind: 'photo', note: '破损照片 Picture of the damage' }],
      note: '收到时已破损 Arrived broken',
    },
  ],
}
