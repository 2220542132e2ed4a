/** Payments: in shops, to card issuers, and held in the fund. */

import { steady, street } from '../../engine/demo/calendar.ts'
import type { LineDemo } from '../../engine/demo/demo.ts'
import { favorite, pick, sizeAt } from '../../engine/demo/random.ts'
import {
  type ChargeContext,
  cny,
  fen,
  part,
  shareOf,
  sometimes,
  type TrafficSource,
} from '../../engine/demo/traffic.ts'

/** Millionths of 500, 20 and 30 billion; the first two per month, the last held on average. */
const SCAN_PAY = 500_000
const REPAYMENT = 20_000
const HELD = 30_000
/** The highest fee of the rate card, of which the campaign returns a fifth. */
const MAX_REWARD = 0.012 * 0.2

const repayment: TrafficSource = {
  product: 'card-repayment',
  growth: 0.1,
  yearly: shareOf(0.004, 12, 0.1),
  curve: steady,
  generate({ world, yearly, day, random, even }) {
    const { participants, scale, payers } = world
    const amount = cny(((REPAYMENT * scale * 12) / yearly) * sizeAt(even))
    return { event: { payer: favorite(random, payers(day.month)), issuer: pick(random, participants.issuers), amount } }
  },
  returns: { rate: 0.006, days: [1, 4], reasons: [['not-delivered', 1]] },
}

const wealth: TrafficSource = {
  product: 'wealth',
  growth: 0.15,
  yearly: shareOf(0.025, 50, 0.15),
  curve: steady,
  generate({ world, n, yearly, day, random, even }) {
    const { participants, scale, payers } = world
    const holders = payers(day.month)
    return {
      event: {
        fund: participants.funds[n % participants.funds.length],
        holder: holders[(n * 13) % holders.length],
        day: day.date,
        holding: cny(((HELD * scale * 365) / yearly) * sizeAt(even)),
        fundYield: `0.0${between5(230, 270, random())}`,
        holderYield: '0.016',
      },
    }
  },
  returns: { rate: 0.001, days: [2, 9], reasons: [['billing-error', 1]] },
}

const between5 = (least: number, most: number, at: number) => String(Math.round(least + (most - least) * at))

const scanPay: TrafficSource = {
  product: 'scan-pay',
  growth: 0.12,
  yearly: 'remainder',
  curve: street,
  generate(context: ChargeContext) {
    const { world, yearly: count, day, random, even } = context
    const { participants, scale, payers } = world
    const size = ((SCAN_PAY * scale * 12) / count) * sizeAt(even)
    const amount = cny(size)
    const channel = random() < 0.8 ? {} : { channel: 'alipay' }
    return {
      event: {
        payer: favorite(random, payers(day.month)),
        merchant: favorite(random, participants.merchants),
        amount,
        ...channel,
      },
      // Includes a margin of one fen, because rewards are rounded to the fen.
      rewards: fen(size * MAX_REWARD) + fen(0.01),
    }
  },
  returns: {
    rate: 0.013,
    days: [0, 7],
    reasons: [
      ['changed-mind', 5],
      ['not-as-described', 2],
      ['duplicate', 2],
      ['service-failure', 1],
    ],
    ask: sometimes(0.4, part(0.2, 0.7)),
  },
}

const traffic = [repayment, wealth, scanPay]

const scanPayFees = (options: Readonly<Record<string, string>>) => ({
  products: { 'payments/scan-pay': { fee: { rate: { options } } } },
})

export const demo: LineDemo = {
  traffic,
  /** Jewellers' fee decreased; next month restaurants pay more and schools less. */
  priceChanges: {
    past: scanPayFees({ jewelry: '0.011' }),
    coming: scanPayFees({ restaurant: '0.0065', education: '0.007' }),
  },
  /** Contracts of a large merchant, of one whose contract has ended, and of one whose contract begins next month. */
  contracts({ participants: { merchants } }, { begin, past, coming }) {
    const fee = (rate: string) => ({ product: 'scan-pay', terms: { fee: { rate } } })
    return [
      { ...fee('0.0045'), party: merchants[0]!, effectiveAt: begin, until: null },
      { ...fee('0.005'), party: merchants[1]!, effectiveAt: begin, until: past },
      { ...fee('0.0055'), party: merchants[2]!, effectiveAt: coming, until: null },
    ]
  },
  refundRequests: [
    {
      product: 'scan-pay',
      reason: 'not-as-described',
      asker: 'payer',
      note: '菜品与图片不符 Not the dish in the picture',
    },
    { product: 'scan-pay', reason: 'duplicate', asker: 'payee', note: '顾客重复付款 The customer paid twice' },
    { product: 'scan-pay', reason: 'duplicate', asker: 'payer', note: '付了两次 Paid twice', answer: 'approve' },
    {
      product: 'scan-pay',
      reason: 'changed-mind',
      asker: 'payer',
      note: '不想要了 No longer wanted',
      answer: 'decline',
    },
    { product: 'scan-pay', reason: 'not-delivered', asker: 'payer', note: '未取到餐 Never got it', answer: 'withdraw' },
  ],
}
