/** Platform APIs: calls, hosts by the hour, reserved rates by the month, all from prepaid wallets. */

import { monthStart, office, steady } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { between, favorite, pick, sizeAt } from '../../engine/demo/random.ts'
import {
  type ChargeContext,
  fen,
  part,
  type RefundPattern,
  shareOf,
  type TrafficSource,
} from '../../engine/demo/traffic.ts'

function developer({ world, random }: ChargeContext, industries: readonly string[]): string {
  return favorite(
    random,
    world.participants.developers.filter(({ industry }) => industries.includes(industry)),
  ).id
}

const returns: RefundPattern = { rate: 0.008, days: [1, 15], reasons: [['billing-error', 1]], ask: part(0.1, 0.5) }
const wallet = (party: string, units: number) => ({ path: `${party}/wallet`, amount: fen(units) + fen(0.01) })

const ocr: TrafficSource = {
  product: 'ocr',
  growth: 0.35,
  curve: office,
  yearly: shareOf(0.03, 20, 0.35),
  generate(context) {
    const party = developer(context, ['finance', 'healthcare'])
    const calls = Math.max(10, Math.round(2_400 * sizeAt(context.even)))
    const failed = Math.floor(calls * 0.02 * context.random())
    const packs = context.random() < 0.15
    const event = { developer: party, calls, failed, ...(packs && { soldPer: 'thousand-calls' }) }
    return { event, spends: wallet(party, 0.005 * (calls + 1_000)) }
  },
  returns,
}

const compute: TrafficSource = {
  product: 'compute',
  growth: 0.28,
  curve: steady,
  yearly: shareOf(0.02, 20, 0.28),
  generate(context) {
    const party = developer(context, ['internet', 'games'])
    const gigabytes = pick(context.random, [4, 8, 8, 16, 32])
    const seconds = Math.max(600, Math.round(43_200 * sizeAt(context.even)))
    const event = { developer: party, gigabytes: String(gigabytes), seconds }
    return { event, spends: wallet(party, (0.08 * gigabytes * seconds) / 3_600) }
  },
  returns,
}

const semantic: TrafficSource = {
  product: 'semantic',
  growth: 0.4,
  curve: monthStart,
  yearly: shareOf(0.000_4, 12, 0.4),
  generate(context) {
    const { day, random } = context
    const party = developer(context, ['finance', 'healthcare', 'internet', 'games'])
    const reserved = between(random, 2, 8)
    const peak = reserved + (random() < 0.4 ? between(random, 1, 3) : 0)
    const event = { developer: party, month: day.month, reserved, peak }
    return { event, spends: wallet(party, 300 * reserved + 450 * (peak - reserved)) }
  },
  returns,
}

const traffic: readonly TrafficSource[] = [ocr, compute, semantic]

export const demo: LineDemo = {
  traffic,
  /** A developer with an individual price. */
  contracts: ({ participants: { developers } }, { past }) => [
    {
      product: 'ocr',
      party: developers[0]!.id,
      terms: { call: { price: '0.004' } },
      effectiveAt: past,
      until: null,
    },
  ],
  refundRequests: [{ product: 'ocr', reason: 'billing-error', asker: 'agent', note: '重复计量 Counted twice' }],
}
