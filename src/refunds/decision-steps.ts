/** The steps that explain a decision on a refund, and their texts. */

import type { Asker, DeliveryState, EffectiveRule, Evidence, ExchangeRule, Reason } from '../charges/policy.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import { formatPercent, parseRate } from '../money/rate.ts'
import type { Step, StepText } from '../pricing/price.ts'
import type { Problem } from '../problem.ts'
import * as problemWords from '../problems/words.ts'
import type { Entitlement, Fact } from './entitlement.ts'
import type { RefundableCharge } from './plan.ts'
import type { Decision, RefundQuestion } from './question.ts'

/** Returns the steps for the request itself: requester, reason, amount or items, and the end of the refund window. */
export function beforeSteps(
  { unit }: RefundableCharge,
  { reason, asker, ask }: RefundQuestion,
  rule: EffectiveRule | null,
  deadline: Date | null,
): Step[] {
  const requested =
    ask.amount === undefined
      ? {
          code: ask.items ? 'decision_asked_items' : 'decision_asked_all',
          params: { reason, asker, ...itemsOf(ask.items) },
        }
      : { code: 'decision_asked_amount', params: { reason, asker, amount: formatMicros(ask.amount, unit), unit } }
  if (rule === null) return [requested]
  if (deadline === null) return [requested, { code: 'decision_no_window', params: {} }]
  const params = { days: String(rule.windowDays), deadline: deadline.toISOString() }
  return [requested, { code: 'decision_window', params }]
}

function itemsOf(items: RefundQuestion['ask']['items']): { items?: string } {
  if (!items) return {}
  return { items: items.map(({ id, quantity }) => (quantity === undefined ? id : `${id} × ${quantity}`)).join(', ') }
}

export const afterSteps = { use: useSteps, outcome: outcomeSteps }

/** Returns the steps for what use, the policy's share and earlier refunds leave refundable. */
function useSteps(unit: string, states: readonly Entitlement[], rule: EffectiveRule, most: Micros): Step[] {
  const steps = states.flatMap(({ steps }) => steps)
  // A step that is the same for every item, such as the delivery state or the notice given, is shown once.
  const said = steps.filter((step, i) => steps.findIndex((each) => sameStep(each, step)) === i)
  const share = parseRate(rule.share)
  if (share.numerator !== share.denominator)
    said.push({ code: 'decision_share', params: { share: formatPercent(share) } })
  said.push({ code: 'decision_most', params: { amount: formatMicros(most, unit), unit } })
  return said
}

function sameStep(a: Step, b: Step): boolean {
  return a.code === b.code && Object.entries(a.params).every(([name, value]) => b.params[name] === value)
}

type Outcome = Pick<Decision, 'amount' | 'approvals' | 'missingFacts' | 'missingEvidence' | 'notBefore' | 'exchange'>

function outcomeSteps(charge: RefundableCharge, rule: EffectiveRule, outcome: Outcome): Step[] {
  const { amount, approvals, missingFacts, missingEvidence, notBefore, exchange } = outcome
  const { unit } = charge
  const steps: Step[] = rule.evidence
    .filter((kind) => !missingEvidence.includes(kind))
    .map((evidence) => ({ code: 'decision_evidence_there', params: { evidence } }))
  steps.push(...missingEvidence.map((evidence) => ({ code: 'decision_evidence_missing', params: { evidence } })))
  steps.push(...missingFacts.map((fact) => ({ code: 'decision_fact_missing', params: { fact } })))
  if (exchange) steps.push({ code: exchangeCodes[exchange.rate], params: { bearer: exchange.bearer } })
  if (notBefore) steps.push({ code: 'decision_not_before', params: { at: notBefore.toISOString() } })
  const inAll = formatMicros(charge.refunded + charge.pending + amount, unit)
  const params = { amount: formatMicros(amount, unit), inAll, unit }
  if (approvals === 0) steps.push({ code: 'decision_no_approval', params })
  else steps.push({ code: 'decision_approvals', params: { ...params, people: String(approvals) } })
  return steps
}

const exchangeCodes = { original: 'decision_rate_original', current: 'decision_rate_current' } as const

export function declinedStep({ code }: Problem): Step {
  return { code: 'decision_declined', params: { problem: code } }
}

export const reasonTexts = problemWords.reasonTexts satisfies Record<Reason, StepText>
export const askerTexts = problemWords.askerTexts satisfies Record<Asker, StepText>
export const evidenceTexts = problemWords.evidenceTexts satisfies Record<Evidence, StepText>

const deliveryTexts = {
  'not-delivered': { en: 'not delivered', zh: '未交付' },
  preview: { en: 'only previewed', zh: '仅预览' },
  delivered: { en: 'delivered', zh: '已交付' },
  defective: { en: 'delivered with a defect', zh: '交付有缺陷' },
} as const satisfies Record<DeliveryState, StepText>

const factTexts = problemWords.factTexts satisfies Record<Fact, StepText>

export const bearerTexts = {
  payer: { en: 'the payer', zh: '付款方' },
  payee: { en: 'the payee', zh: '收款方' },
  platform: { en: 'the platform', zh: '平台' },
} as const satisfies Record<ExchangeRule['bearer'], StepText>

/** Texts for codes in step parameters, by parameter name. */
export const paramTexts: Readonly<Record<string, Readonly<Record<string, StepText>>>> = {
  reason: reasonTexts,
  asker: askerTexts,
  evidence: evidenceTexts,
  state: deliveryTexts,
  fact: factTexts,
  bearer: bearerTexts,
}

/** Texts of the steps of a decision and of a refund at the current rate, in ICU message format. */
export const stepTexts = {
  decision_asked_all: {
    en: 'Requested by {asker}, reason: {reason}. As much as the policy allows.',
    zh: '{asker}申请退款，原因：{reason}；申请全部可退部分。',
  },
  decision_asked_amount: {
    en: 'Requested by {asker}, reason: {reason}. Amount: {amount} {unit}.',
    zh: '{asker}申请退款，原因：{reason}；申请 {amount} {unit}。',
  },
  decision_asked_items: {
    en: 'Requested by {asker}, reason: {reason}. Items: {items}.',
    zh: '{asker}申请退款，原因：{reason}；商品项 {items}。',
  },
  decision_window: {
    en: 'For this reason, a refund can be requested for {days} days, until {deadline}.',
    zh: '此原因可在 {days} 天内申请，截止 {deadline}。',
  },
  decision_no_window: {
    en: 'For this reason, a refund can be requested at any time.',
    zh: '此原因不限申请时间。',
  },
  decision_items_used: {
    en: 'Item {item}: {used} of {of} used; {unused} can be refunded.',
    zh: '商品项 {item} 共 {of} 件，已使用 {used} 件，可退 {unused} 件。',
  },
  decision_claimed: {
    en: 'Item {item}: {used} of {of} claimed; {unused} will be refunded.',
    zh: '商品项 {item} 共 {of} 份，已领取 {used} 份，退回 {unused} 份。',
  },
  decision_no_gift: {
    en: 'Item {item} is not a gift to be claimed.',
    zh: '商品项 {item} 不是待领取的礼物。',
  },
  decision_calls_used: {
    en: 'Item {item}: {used} of {of} prepaid calls used; {unused} can be refunded.',
    zh: '商品项 {item} 预付 {of} 次调用，已用 {used} 次，可退 {unused} 次。',
  },
  decision_no_pack: {
    en: 'Item {item} was charged after use, not prepaid.',
    zh: '商品项 {item} 为用后计费，非预付。',
  },
  decision_time_left: {
    en: 'Item {item} runs from {begins} to {ends} (exclusive); {unused} of {of} {measure, select, day {days} other {seconds}} are left.',
    zh: '商品项 {item} 期间为 {begins} 至 {ends}（不含），共 {of} {measure, select, day {天} other {秒}}，剩余 {unused} {measure, select, day {天} other {秒}}。',
  },
  decision_notice: {
    en: 'Item {item} starts at {begins} and was canceled {hours} hours before: {share}% is refunded.',
    zh: '商品项 {item} 于 {begins} 开始，提前 {hours} 小时取消：可退 {share}%。',
  },
  decision_delivery: {
    en: 'Delivery state: {state}. {share}% is refunded.',
    zh: '{state}：可退 {share}%。',
  },
  decision_item_stays: {
    en: 'Item {item} is not refunded for this reason.',
    zh: '商品项 {item} 因此原因不予退还。',
  },
  decision_share: {
    en: 'For this reason, {share}% of that is refunded.',
    zh: '因此原因退还其中的 {share}%。',
  },
  decision_most: {
    en: 'The policy allows up to {amount} {unit} to be refunded now.',
    zh: '按退款政策，目前最多可退 {amount} {unit}。',
  },
  decision_evidence_there: {
    en: 'Required evidence provided: {evidence}.',
    zh: '已提供所需的{evidence}。',
  },
  decision_evidence_missing: {
    en: 'Required evidence missing: {evidence}.',
    zh: '尚需提供：{evidence}。',
  },
  decision_fact_missing: {
    en: 'Required fact missing: {fact}.',
    zh: '尚需说明：{fact}。',
  },
  decision_rate_original: {
    en: 'Refunded at the exchange rate of the charge; later rate changes are borne by {bearer}.',
    zh: '按交易时的汇率退回；其后的汇率变动由{bearer}承担。',
  },
  decision_rate_current: {
    en: 'The difference from the rate of the day is borne by {bearer}.',
    zh: '与当日汇率的差额由{bearer}承担。',
  },
  decision_not_before: {
    en: 'Not executed before {at}.',
    zh: '不早于 {at} 执行。',
  },
  decision_no_approval: {
    en: '{amount} {unit} is refunded, {inAll} {unit} of the charge in total; no approval required.',
    zh: '退还 {amount} {unit}，该交易累计退还 {inAll} {unit}；无需审批。',
  },
  decision_approvals: {
    en: '{amount} {unit} would be refunded, {inAll} {unit} of the charge in total; approval by {people, select, 2 {two different people} other {one person}} required.',
    zh: '拟退还 {amount} {unit}，该交易累计退还 {inAll} {unit}：须由{people, select, 2 {两名不同的人员} other {一名人员}}审批。',
  },
  decision_declined: {
    en: 'Declined: {problem}.',
    zh: '不予退款：{problem}。',
  },
  exchange_level: {
    en: 'At the rate {pair} {rate} of {day}, from {source}, the {received} {currency} recovered is worth the {given} {unit} refunded; no difference for {bearer} ({worth} {unit}, {difference} {differenceUnit}).',
    zh: '按 {day} {source} 的汇率 {pair} {rate}，收回的 {received} {currency} 值 {worth} {unit}，与退出的 {given} {unit} 相当；{bearer}无差额（{difference} {differenceUnit}）。',
  },
  exchange_gain: {
    en: 'At the rate {pair} {rate} of {day}, from {source}, the {received} {currency} recovered is worth {worth} {unit}, against {given} {unit} refunded; {bearer} gains {difference} {differenceUnit}.',
    zh: '按 {day} {source} 的汇率 {pair} {rate}，收回的 {received} {currency} 值 {worth} {unit}，退出 {given} {unit}；差额收益 {difference} {differenceUnit} 归{bearer}。',
  },
  exchange_loss: {
    en: 'At the rate {pair} {rate} of {day}, from {source}, the {received} {currency} recovered is worth {worth} {unit}, against {given} {unit} refunded; {bearer} bears {difference} {differenceUnit}.',
    zh: '按 {day} {source} 的汇率 {pair} {rate}，收回的 {received} {currency} 值 {worth} {unit}，退出 {given} {unit}；差额 {difference} {differenceUnit} 由{bearer}承担。',
  },
} as const satisfies Record<string, StepText>
