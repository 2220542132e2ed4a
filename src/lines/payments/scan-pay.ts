/**
 * In-store QR payment. The payer's money goes to the merchant; the merchant pays a fee by its category; the channel
 * costs us a share of that fee; a reward campaign can return part of it to the merchant until its budget is used up. A
 * refund returns fee, cost and reward in proportion, within the limits of the channel.
 */
import Type, { type Static } from 'typebox'
import { defineProduct, type Facts } from '../../catalog/product.ts'
import type { Component } from '../../charges/draft.ts'
import { sumOf } from '../../engine/measures.ts'
import { checked } from '../../engine/refund-rules.ts'
import { Money, PartyId, payable, RefundPolicy } from '../../engine/schemas.ts'
import { wechatPayRefundRules } from '../../gateways/wechatpay/rules.ts'
import { accountName, COST, REVENUE } from '../../ledger/account.ts'
import { formatMicros, type Micros, minorUnit } from '../../money/amount.ts'
import { applyRate, formatPercent, parseRate, type Rate } from '../../money/rate.ts'
import { compileShare, type PercentageTerms as FeeTerms, PercentageTerms } from '../../pricing/percentage.ts'
import type { Priced as Fee, StepDetail } from '../../pricing/price.ts'
import { Problem } from '../../problem.ts'

const Share = Type.String({ pattern: '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$', description: 'Share from 0 to 1' })

const Event = Type.Object(
  {
    payer: PartyId,
    merchant: PartyId,
    amount: Money,
    channel: Type.Optional(
      Type.String({
        pattern: '^[a-z][a-z0-9-]{0,31}$',
        default: 'wechatpay',
        description: 'Payment channel on the rate card; its cost and refund rules apply',
      }),
    ),
  },
  { additionalProperties: false, title: 'payments/scan-pay' },
)

const Terms = Type.Object(
  {
    fee: PercentageTerms,
    /** Cost as a share of the fee, and refund rules, by channel. */
    channels: Type.Record(
      Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' }),
      Type.Object({ costShare: Share, refund: RefundPolicy }, { additionalProperties: false }),
      { additionalProperties: false, minProperties: 1 },
    ),
    reward: Type.Optional(Type.Object({ campaign: PartyId, feeShare: Share }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)

type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

interface Channel {
  readonly name: string
  readonly costShare: Rate
  /** The same as percentages, for the explanation. */
  readonly costPercent: string
  readonly refund: Static<typeof RefundPolicy>
}

const DEFAULT_CHANNEL = 'wechatpay'

/** Fee by merchant category: the product list's range of 0.6% to 1.2%; the categories and their rates are ours. */
const defaultFee: FeeTerms = {
  model: 'percentage',
  rate: {
    by: 'merchantCategory',
    options: {
      restaurant: '0.006',
      retail: '0.006',
      supermarket: '0.0065',
      transport: '0.007',
      education: '0.008',
      healthcare: '0.006',
      travel: '0.01',
      entertainment: '0.01',
      jewelry: '0.012',
      'digital-content': '0.012',
    },
    min: '0.006',
    max: '0.012',
  },
  rounding: { to: 'minor' },
}

/** Merchants refund at their own discretion; requests of payers are reviewed. */
const merchantDecides = { shortage: 'debt', approvals: checked('50000') } as const

const defaultTerms: Terms = {
  fee: defaultFee,
  channels: {
    wechatpay: { costShare: '0.35', refund: { ...wechatPayRefundRules, ...merchantDecides } },
    // Alipay requires three seconds between refunds of a trade and states no maximum number; the window is the
    // contract's.
    alipay: {
      costShare: '0.35',
      refund: { windowDays: 365, maxRefunds: null, minGapSeconds: 3, ...merchantDecides },
    },
    // For tests and trials: no gateway, no limits.
    sandbox: { costShare: '0.35', refund: { windowDays: null, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' } },
  },
  reward: { campaign: 'cmp_cashback', feeShare: '0.2' },
}

export const scanPay = defineProduct({
  id: 'scan-pay',
  title: { en: 'In-store QR payment', zh: '线下扫码支付' },
  event: Event,
  terms: Terms,
  defaultTerms,
  fees: ['fee'],
  customer: 'merchant',
  activity({ channel = DEFAULT_CHANNEL }: Event, charge) {
    const volume = sumOf(charge, 'principal')
    return { measures: { volume, [`channel:${channel}`]: volume } }
  },
  compile(terms: Terms, currency: string, detail: StepDetail = 'all') {
    const fee = compileShare(terms.fee, currency, detail)
    const channels = new Map(
      Object.entries(terms.channels).map(([name, { costShare, refund }]) => [
        name,
        { name, costShare: parseRate(costShare), costPercent: formatPercent(parseRate(costShare)), refund },
      ]),
    )
    const reward = terms.reward && compileReward(terms.reward, currency, detail)
    return {
      needs: ({ merchant }: Event) => ({ parties: [merchant], balances: reward ? [reward.budget] : [] }),
      charge(event: Event, facts: Facts) {
        const amount = payable(event.amount, currency)
        const channel = channels.get(event.channel ?? DEFAULT_CHANNEL)
        if (!channel) throw unknownChannel(event.channel ?? DEFAULT_CHANNEL, [...channels.keys()])
        const charged = fee({ amount, attributes: { merchantCategory: categoryOf(facts, event.merchant) } })
        const payerAccount = accountName(event.payer, 'external', currency).path
        const balance = accountName(event.merchant, 'balance', currency).path
        const components = [
          principal(event, { from: payerAccount, to: balance, amount, unit: currency }, detail),
          feeOf(balance, charged, currency),
          costOf(channel, charged.amount, currency, detail),
        ]
        const rewarded = reward?.(balance, charged.amount, facts)
        if (rewarded) components.push(rewarded)
        return {
          payer: event.payer,
          payerAccount,
          payee: event.merchant,
          unit: currency,
          items: [{ id: '1', quantity: 1n, components }],
          refund: channel.refund,
        }
      },
    }
  },
  example: {
    parties: [
      { id: 'mch_noodles', kind: 'merchant', name: 'Noodle shop', attributes: { merchantCategory: 'restaurant' } },
      { id: 'cmp_cashback', kind: 'campaign', name: 'Cashback', attributes: {} },
    ],
    funds: [{ path: 'cmp_cashback/budget', amount: '50.00' }],
    event: { payer: 'usr_1', merchant: 'mch_noodles', amount: { amount: '100.00', currency: 'CNY' } },
    components: { principal: '100.00', fee: '0.60', cost: '0.21', reward: '0.12' },
  },
})

function categoryOf(facts: Facts, merchant: string): string {
  const category = facts.party(merchant).attributes.merchantCategory
  if (!category) throw new Problem('merchant_category_missing', { party: merchant })
  return category
}

type Movement = Pick<Component, 'from' | 'to' | 'amount' | 'unit'>

function principal({ payer, merchant }: Event, { from, to, amount, unit }: Movement, detail: StepDetail): Component {
  const params = () => ({ payer, merchant, amount: formatMicros(amount, unit), unit })
  const why = detail === 'terms' ? [] : [{ code: 'paid_to_merchant', params: params() }]
  return { kind: 'principal', from, to, amount, unit, returns: 'pro-rata', quantum: minorUnit(unit), why }
}

function feeOf(balance: string, fee: Fee, unit: string): Component {
  return {
    kind: 'fee',
    from: balance,
    to: REVENUE,
    amount: fee.amount,
    unit,
    returns: 'pro-rata',
    quantum: minorUnit(unit),
    why: fee.steps,
  }
}

function costOf(channel: Channel, fee: Micros, unit: string, detail: StepDetail): Component {
  const amount = applyRate(fee, channel.costShare)
  const share = channel.costPercent
  const params =
    detail === 'terms'
      ? { share }
      : { channel: channel.name, share, fee: formatMicros(fee, unit), result: formatMicros(amount, unit), unit }
  return {
    kind: 'cost',
    from: COST,
    to: accountName(channel.name, 'fees', unit).path,
    amount,
    unit,
    returns: 'pro-rata',
    quantum: 1n,
    why: [{ code: 'channel_cost', params }],
  }
}

/**
 * Pays a part of the fee from the campaign's budget. An empty campaign is skipped, so that its account is not locked
 * needlessly.
 */
function compileReward({ campaign, feeShare }: NonNullable<Terms['reward']>, unit: string, detail: StepDetail) {
  const budget = accountName(campaign, 'budget', unit)
  const share = parseRate(feeShare)
  const percent = formatPercent(share)
  const quantum = minorUnit(unit)
  const reward = (balance: string, fee: Micros, facts: Facts): Component | undefined => {
    const wanted = applyRate(fee, share, quantum)
    if (wanted === 0n) return undefined
    const empty = facts.balance(budget) <= 0n
    const params =
      detail === 'terms'
        ? { share: percent }
        : { campaign, share: percent, fee: formatMicros(fee, unit), result: formatMicros(wanted, unit), unit }
    return {
      kind: 'reward',
      from: budget.path,
      to: balance,
      amount: empty ? 0n : wanted,
      unit,
      returns: 'pro-rata',
      quantum,
      whenShort: 'reduce',
      why: [{ code: empty ? 'campaign_used_up' : 'reward_from_campaign', params }],
    }
  }
  return Object.assign(reward, { budget })
}

function unknownChannel(channel: string, known: string[]): Problem {
  return new Problem('choice_unknown', { by: 'channel', value: channel, known: known.join(', ') })
}
