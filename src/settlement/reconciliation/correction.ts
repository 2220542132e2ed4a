/** The correction proposed for a difference: its transfers and its description. Pure functions. */

import type { Language } from '../../language.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { formatMicros, type Micros } from '../../money/amount.ts'
import type { Step, StepText } from '../../pricing/price.ts'
import type { CorrectionKind, DifferenceRow } from './record.ts'

/** A transfer of a journal entry. */
export interface CorrectionTransfer {
  readonly from: string
  readonly to: string
  readonly amount: Micros
  readonly unit: string
  readonly kind: 'suspense' | 'cost'
}

/**
 * Returns the transfers that a correction posts itself; those that charge a payment, or post or settle a refund, post
 * through these instead. An unexplained surplus at the provider moves from outside to the suspense account, a shortfall
 * the other way; fees move between the platform's cost and the provider's fee account.
 */
export function transfersOf(
  gateway: string,
  { correction, line, amount, fee, unit }: DifferenceRow,
): CorrectionTransfer[] {
  if (correction !== 'book_suspense' && correction !== 'book_fee') return []
  // In the bill's signs: a refund reduces the amount paid in, and a returned fee reduces the fee.
  const sign = line?.kind === 'refund' ? -1n : 1n
  const path = (party: string, purpose: 'external' | 'suspense' | 'cost' | 'fees') =>
    accountName(party, purpose, unit).path
  const [outside, suspense] = [path(gateway, 'external'), path(PLATFORM, 'suspense')]
  const [cost, fees] = [path(PLATFORM, 'cost'), path(gateway, 'fees')]
  return [
    ...moved({ from: outside, to: suspense, amount: sign * amount, unit, kind: 'suspense' }),
    ...moved({ from: cost, to: fees, amount: sign * fee, unit, kind: 'cost' }),
  ]
}

/** A negative amount moves in the opposite direction. */
function moved({
  from,
  to,
  amount,
  unit,
  kind,
}: {
  readonly from: string
  readonly to: string
  readonly amount: Micros
  readonly unit: string
  readonly kind: CorrectionTransfer['kind']
}) {
  if (amount === 0n) return []
  return [amount > 0n ? { from, to, amount, unit, kind } : { from: to, to: from, amount: -amount, unit, kind }]
}

const correctionTexts: Readonly<Record<string, StepText>> = {
  take_in_payment: {
    en: 'The payer paid {amount} {unit}, but payment {number} was never charged: charge it now.',
    zh: '付款方已支付 {amount} {unit}，但支付单 {number} 尚未入账：现在入账。',
  },
  post_refund: {
    en: 'The provider refunded {amount} {unit} without a refund in the ledger ({number}): post it as a refund of the charge without sending it to the provider again.',
    zh: '支付机构已退回 {amount} {unit}（{number}），我方没有相应退款：在该交易上记一笔退款，不再请求支付机构。',
  },
  ask_provider: {
    en: 'The provider accepted refund {number} of {amount} {unit} that is not in the ledger and had not completed it: query its outcome, and post it if it succeeded.',
    zh: '支付机构受理了我方没有的退款 {number}（{amount} {unit}），出账时尚无结果：先查询结果，成功则记为退款。',
  },
  settle_succeeded: {
    en: 'Refund {number} of {amount} {unit} reached the payer but is still pending in the ledger: mark it as succeeded.',
    zh: '退款 {number}（{amount} {unit}）已到账，我方仍为处理中：记为成功。',
  },
  settle_failed: {
    en: 'The provider closed refund {number} of {amount} {unit} and nothing reached the payer: mark it as failed and reverse its postings.',
    zh: '支付机构已关闭退款 {number}（{amount} {unit}），款项未到账：记为失败，原路冲回。',
  },
  ask_again: {
    en: 'Refund {number} of {amount} {unit} is pending in the ledger but not on any bill: send it to the provider again with the same number.',
    zh: '退款 {number}（{amount} {unit}）处理中，但账单上没有：以相同单号再次请求支付机构。',
  },
  suspense_in: {
    en: 'The provider holds {amount} {unit} more than the ledger shows ({number}): credit it to the suspense account until it is explained.',
    zh: '支付机构比我方账面多 {amount} {unit}（{number}）：先记入待查差异。',
  },
  suspense_out: {
    en: 'The ledger shows {amount} {unit} more than the provider holds ({number}): debit it from the suspense account until it is explained.',
    zh: '我方账面比支付机构多 {amount} {unit}（{number}）：先从待查差异转出。',
  },
  fee_more: {
    en: 'The provider charged {fee} {unit} more in fees than posted: post the difference as cost.',
    zh: '支付机构手续费比账面多 {fee} {unit}：记入渠道成本。',
  },
  fee_less: {
    en: 'The provider charged {fee} {unit} less in fees than posted: deduct the difference from the cost.',
    zh: '支付机构手续费比账面少 {fee} {unit}：冲减渠道成本。',
  },
  fee_roundings: {
    en: 'This is the total rounding difference of the day’s fees.',
    zh: '这是当日全部手续费舍入差额之和。',
  },
  look_into: {
    en: 'The bill shows {number} in a different currency than the ledger: review it manually; nothing is posted automatically.',
    zh: '{number} 的账单币种与我方账面不一致：请人工核实，不会自动记账。',
  },
  last_try: {
    en: 'The last attempt was rejected: {failure}.',
    zh: '上次尝试被拒绝：{failure}。',
  },
}

const ONE_SENTENCE: Partial<Record<CorrectionKind, string>> = {
  take_in_payment: 'take_in_payment',
  post_refund: 'post_refund',
  ask_provider: 'ask_provider',
  ask_again: 'ask_again',
  review: 'look_into',
}

/** Returns the proposed correction as steps of {@link correctionTexts}. */
export function stepsOf(gateway: string, difference: DifferenceRow): Step[] {
  const { correction, line, unit, failure } = difference
  const number = line?.number ?? gateway
  const step = (code: string, more: Record<string, string> = {}): Step => ({ code, params: { number, unit, ...more } })
  const shown = (amount: Micros) => formatMicros(amount < 0n ? -amount : amount, unit)
  const steps: Step[] = []
  const sentence = ONE_SENTENCE[correction]
  if (sentence) steps.push(step(sentence, { amount: shown(line?.amount ?? difference.amount) }))
  if (correction === 'settle_refund') {
    const code = line!.status === 'closed' ? 'settle_failed' : 'settle_succeeded'
    steps.push(step(code, { amount: shown(line!.amount!) }))
  }
  for (const { from, to, amount, kind } of transfersOf(gateway, difference)) {
    if (kind === 'suspense') {
      steps.push(step(to.startsWith(PLATFORM) ? 'suspense_in' : 'suspense_out', { amount: shown(amount) }))
    } else {
      steps.push(step(from.startsWith(PLATFORM) ? 'fee_more' : 'fee_less', { fee: shown(amount) }))
      if (line === null) steps.push(step('fee_roundings'))
    }
  }
  if (failure !== null) steps.push(step('last_try', { failure }))
  return steps
}

export function renderCorrection({ code, params }: Step, language: Language): string {
  return correctionTexts[code]![language].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '?'))
}
