/**
 * Digital goods. The share of users who buy stickers, covers and game items in a month is the product list's; the
 * numbers of units have its proportions (3 : 8 : 50).
 */

import { Temporal } from 'temporal-polyfill'
import { type Curve, envelopes, leisure, monthStart, sales, steady } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { between, favorite, pick, randomFor, sample } from '../../engine/demo/random.ts'
import {
  type ChargeContext,
  cny,
  type DemoWorld,
  type GeneratedEvent,
  part,
  type RefundPattern,
  shareOf,
  sometimes,
  type TrafficSource,
} from '../../engine/demo/traffic.ts'
import { giveGifts } from './demo-gifts.ts'

/** The number of users that the units of a month refer to (docs/decisions/0018-demo-world.md). */
export const OF_USERS = 1_300

interface Bought {
  readonly product: string
  readonly growth: number
  readonly curve: Curve
  /** Purchases per month of {@link OF_USERS} users, and average units per purchase. */
  readonly purchases: number
  readonly units: number
  /** Share of the users of a month. */
  readonly penetration: number
  /** Main units, with a maximum; higher prices are rarer. */
  readonly price: readonly [number, number]
  readonly ofCreators: boolean
  readonly returns: RefundPattern
}

function bought(about: Bought): TrafficSource {
  const { product, growth, curve, purchases, units, price, ofCreators, returns } = about
  const buyers = buyersOf(product, about.penetration)
  return {
    product,
    growth,
    curve,
    yearly: ({ users }) => (purchases * 12 * users) / OF_USERS,
    generate(context): GeneratedEvent {
      const { world, random, even } = context
      const [least, most] = price
      // Evenly distributed from one unit to twice the average, less one.
      const quantity = units === 1 ? 1 : 1 + Math.floor(even * (2 * units - 1))
      const item = {
        id: `${product}-${between(random, 1, 60)}`,
        price: cny(Math.round(least + (most - least) * random() ** 3)),
        quantity,
        ...(ofCreators && { creator: favorite(random, world.participants.creators) }),
      }
      return { event: { payer: buyers(context), items: [item] } }
    },
    penetration: about.penetration,
    returns,
  }
}

/**
 * The buyers of a month: as many different people as the penetration requires; each buys once before any buys twice.
 * Rounding surpluses of a month are subtracted from the next.
 */
function buyersOf(product: string, penetration: number) {
  const known = new WeakMap<DemoWorld, Map<string, readonly string[]>>()
  return ({ world, n, firstOfMonth, day, random }: ChargeContext): string => {
    const months = known.get(world) ?? new Map()
    known.set(world, months)
    let people = months.get(day.month)
    if (!people) {
      let before = 0
      for (const name of new Set(world.days.map((each) => each.month))) {
        if (name === day.month) break
        before += world.active(name)
      }
      const after = before + world.active(day.month)
      const count = Math.max(1, Math.round(penetration * after) - Math.round(penetration * before))
      const chance = randomFor(world.seed, `buyers ${product} ${day.month}`)
      people = sample(chance, world.payers(day.month), count)
      months.set(day.month, people)
    }
    return people[n - firstOfMonth] ?? pick(random, people)
  }
}

const changedMind: RefundPattern['reasons'] = [
  ['changed-mind', 6],
  ['duplicate', 2],
  ['service-failure', 2],
]

const content: TrafficSource = {
  product: 'paid-content',
  growth: 0.18,
  curve: leisure,
  yearly: shareOf(0.02, 15, 0.18),
  generate: ({ world, day, random }) => ({
    event: {
      payer: favorite(random, world.payers(day.month)),
      items: [
        {
          id: `essay-${between(random, 1, 400)}`,
          price: cny(1 + 59 * random() ** 2),
          quantity: 1,
          creator: favorite(random, world.participants.creators),
        },
      ],
    },
  }),
  returns: { rate: 0.008, days: [0, 0], reasons: changedMind },
}

const SCENES = ['reading', 'reading', 'music', 'video', 'ad-free']

const membership: TrafficSource = {
  product: 'membership',
  growth: 0.14,
  curve: monthStart,
  yearly: shareOf(0.015, 15, 0.14),
  generate({ world, day, random }) {
    const months = pick(random, [1, 1, 1, 3, 12])
    const to = Temporal.PlainDate.from(day.date).add({ months }).toString()
    const payer = favorite(random, world.payers(day.month))
    return { event: { payer, scene: pick(random, SCENES), from: day.date, to } }
  },
  returns: { rate: 0.03, days: [1, 12], reasons: changedMind, ask: part(0.3, 0.8) },
}

const tip: TrafficSource = {
  product: 'tip',
  growth: 0.2,
  curve: leisure,
  yearly: shareOf(0.02, 15, 0.2),
  generate: ({ world, day, random }) => ({
    event: {
      payer: favorite(random, world.payers(day.month)),
      creator: favorite(random, world.participants.creators),
      amount: cny(pick(random, [1, 5, 5, 10, 10, 20, 52, 66, 188, 520])),
    },
  }),
  returns: { rate: 0.004, days: [1, 25], reasons: [['minor', 1]] },
}

const traffic: readonly TrafficSource[] = [
  bought({
    product: 'sticker',
    growth: 0.09,
    curve: steady,
    purchases: 180,
    units: 1,
    penetration: 0.12,
    price: [6, 18],
    ofCreators: true,
    returns: { rate: 0.015, days: [0, 5], reasons: changedMind },
  }),
  bought({
    product: 'red-envelope-cover',
    growth: 0.2,
    curve: envelopes,
    purchases: 160,
    units: 3,
    penetration: 0.09,
    price: [1, 10],
    ofCreators: false,
    returns: { rate: 0.03, days: [1, 2], reasons: changedMind },
  }),
  bought({
    product: 'game-item',
    growth: 0.11,
    curve: (day) => Math.max(leisure(day), sales(day) / 3),
    purchases: 750,
    units: 4,
    penetration: 0.45,
    price: [1, 198],
    ofCreators: true,
    returns: {
      rate: 0.02,
      days: [0, 6],
      reasons: [...changedMind, ['minor', 4]],
      ask: sometimes(0.3, part(0.3, 0.6)),
    },
  }),
  content,
  membership,
  tip,
]

export const demo: LineDemo = {
  traffic,
  finish: giveGifts,
  refundRequests: [
    { product: 'game-item', reason: 'changed-mind', asker: 'payer', note: '买错道具 Bought the wrong item' },
    {
      product: 'game-item',
      reason: 'minor',
      asker: 'guardian',
      evidence: [
        { kind: 'guardianship', note: '户口本 Household register' },
        { kind: 'payment-record', note: '付款记录 Record of the payment' },
      ],
      note: '孩子未经同意充值 My child bought it without asking',
    },
    { product: 'game-item', reason: 'minor', asker: 'guardian', note: '孩子误操作 My child did it by mistake' },
    { product: 'tip', reason: 'changed-mind', asker: 'payer', note: '打赏后后悔 Thought better of it' },
    { product: 'sticker', reason: 'service-failure', asker: 'payer', note: '无法下载 Could not be downloaded' },
  ],
}
