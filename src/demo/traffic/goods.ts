/**
 * Digital goods. How many of the users buy stickers, covers and game items in a month is the mission's; how many units
 * they buy stands in its proportions (3 : 8 : 50).
 */
import { Temporal } from 'temporal-polyfill'
import { type Curve, envelopes, leisure, monthStart, sales, steady } from '../calendar.ts'
import { between, drawsFor, favorite, pick, sample } from '../chance.ts'
import {
  cny,
  type Made,
  type Occasion,
  part,
  type Returning,
  type Scene,
  type Source,
  shareOf,
  sometimes,
} from '../source.ts'

/** Users that the units of a month are for (docs/decisions/0018-demo-world.md). */
export const OF_USERS = 1_300
/** Of the users of a month, how many buy what most of them buy. */
export const MOST_PENETRATION = 0.45

interface Bought {
  readonly product: string
  readonly growth: number
  readonly curve: Curve
  /** Purchases a month of {@link OF_USERS} users, and units in one of them on average. */
  readonly purchases: number
  readonly units: number
  /** Of the users of a month. */
  readonly penetration: number
  /** Main units, and the highest; dearer ones are rarer. */
  readonly price: readonly [number, number]
  readonly ofCreators: boolean
  readonly returns: Returning
}

function bought(about: Bought): Source {
  const { product, growth, curve, purchases, units, price, ofCreators, returns } = about
  const buyers = buyersOf(product, about.penetration)
  return {
    line: 'goods',
    product,
    growth,
    curve,
    yearly: ({ users }) => (purchases * 12 * users) / OF_USERS,
    make(occasion): Made {
      const { scene, n, draw, even } = occasion
      const [least, most] = price
      // Evenly from one unit to twice the average, less one.
      const quantity = units === 1 ? 1 : 1 + Math.floor(even * (2 * units - 1))
      const item = {
        id: `${product}-${between(draw, 1, 60)}`,
        price: cny(Math.round(least + (most - least) * draw() ** 3)),
        quantity,
        ...(ofCreators && { creator: favorite(draw, scene.cast.creators) }),
      }
      return { event: { payer: buyers(occasion, n), items: [item] } }
    },
    returns,
  }
}

/**
 * Who buys it in a month: so many different people as the penetration asks for, everybody once before anybody twice.
 * What a month has too much by rounding, the next has too little.
 */
function buyersOf(product: string, penetration: number) {
  const known = new WeakMap<Scene, Map<string, { first: number; people: readonly string[] }>>()
  return ({ scene, day, draw }: Occasion, n: number): string => {
    const months = known.get(scene) ?? new Map()
    known.set(scene, months)
    let month = months.get(day.month)
    if (!month) {
      let before = 0
      for (const name of new Set(scene.days.map((each) => each.month))) {
        if (name === day.month) break
        before += scene.active(name)
      }
      const after = before + scene.active(day.month)
      const count = Math.max(1, Math.round(penetration * after) - Math.round(penetration * before))
      const chance = drawsFor(scene.seed, `buyers ${product} ${day.month}`)
      month = { first: n, people: sample(chance, scene.payers(day.month), count) }
      months.set(day.month, month)
    }
    const { first, people } = month
    return n - first < people.length ? people[n - first]! : pick(draw, people)
  }
}

const changedMind: Returning['reasons'] = [
  ['changed-mind', 6],
  ['duplicate', 2],
  ['service-failure', 2],
]

const content: Source = {
  line: 'goods',
  product: 'paid-content',
  growth: 0.18,
  curve: leisure,
  yearly: shareOf(0.02, 15, 0.18),
  make: ({ scene, day, draw }) => ({
    event: {
      payer: favorite(draw, scene.payers(day.month)),
      items: [
        {
          id: `essay-${between(draw, 1, 400)}`,
          price: cny(1 + 59 * draw() ** 2),
          quantity: 1,
          creator: favorite(draw, scene.cast.creators),
        },
      ],
    },
  }),
  returns: { rate: 0.008, days: [0, 0], reasons: changedMind },
}

const SCENES = ['reading', 'reading', 'music', 'video', 'ad-free']

const membership: Source = {
  line: 'goods',
  product: 'membership',
  growth: 0.14,
  curve: monthStart,
  yearly: shareOf(0.015, 15, 0.14),
  make({ scene, day, draw }) {
    const months = pick(draw, [1, 1, 1, 3, 12])
    const to = Temporal.PlainDate.from(day.date).add({ months }).toString()
    const payer = favorite(draw, scene.payers(day.month))
    return { event: { payer, scene: pick(draw, SCENES), from: day.date, to } }
  },
  returns: { rate: 0.03, days: [1, 12], reasons: changedMind, ask: part(0.3, 0.8) },
}

const tip: Source = {
  line: 'goods',
  product: 'tip',
  growth: 0.2,
  curve: leisure,
  yearly: shareOf(0.02, 15, 0.2),
  make: ({ scene, day, draw }) => ({
    event: {
      payer: favorite(draw, scene.payers(day.month)),
      creator: favorite(draw, scene.cast.creators),
      amount: cny(pick(draw, [1, 5, 5, 10, 10, 20, 52, 66, 188, 520])),
    },
  }),
  returns: { rate: 0.004, days: [1, 25], reasons: [['minor', 1]] },
}

export const goods: readonly Source[] = [
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
    penetration: MOST_PENETRATION,
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
