/** Texts of a receipt in plain English and Chinese, for readers who know no accounting. */

import type { Title } from '../catalog/product.ts'
import type { Evidence, Reason } from '../charges/policy.ts'
import type { Language } from '../language.ts'
import type { PartyKind } from '../ledger/party.ts'
import { lines } from '../lines/index.ts'
import type { ProblemCode } from '../problem.ts'
import { problemTable } from '../problems.ts'
import type { RequestStatus } from '../refund-requests/record.ts'
import { evidenceTexts } from '../refunds/decision-steps.ts'
import type { ReceiptRefund, ReceiptRequest, Recipient } from './receipt.ts'

/** Refund reasons from the payer's point of view. */
const reasonWords: Record<Reason, Title> = {
  'changed-mind': { en: 'I no longer want it', zh: '我不想要了' },
  cancelled: { en: 'I canceled it', zh: '我已取消' },
  'not-delivered': { en: 'I did not receive it', zh: '我没有收到' },
  'not-as-described': { en: 'It is not as described', zh: '与描述不符' },
  'service-failure': { en: 'It did not work', zh: '服务出了问题' },
  duplicate: { en: 'I paid twice', zh: '重复付款' },
  'billing-error': { en: 'The amount is wrong', zh: '金额有误' },
  fraud: { en: 'I did not make this payment', zh: '不是我本人付款' },
  goodwill: { en: 'Another reason', zh: '其他原因' },
  minor: { en: 'A minor made the payment', zh: '未成年人付款' },
  unclaimed: { en: 'The gift was not claimed', zh: '礼物无人领取' },
  'invalid-traffic': { en: 'The traffic was invalid', zh: '流量无效' },
}

/** Kinds of components that payers know by another name than accountants. */
const kindWords: Readonly<Record<string, Title>> = {
  principal: { en: 'what you bought', zh: '商品或服务款项' },
  price: { en: 'what you bought', zh: '商品或服务款项' },
  share: { en: 'share of the price', zh: '价款中归其所得的部分' },
  commission: { en: 'commission on the price', zh: '价款中归平台的部分' },
  markup: { en: 'currency exchange', zh: '货币兑换费' },
  spread: { en: 'currency exchange', zh: '货币兑换费' },
}

const platformWords: Title = { en: 'the platform', zh: '平台' }
const otherWords: Partial<Record<PartyKind, Title>> = {
  carrier: { en: 'the carrier', zh: '承运方' },
  creator: { en: 'the creator', zh: '创作者' },
  merchant: { en: 'another merchant', zh: '其他商家' },
  publisher: { en: 'the publisher', zh: '流量主' },
  developer: { en: 'the developer', zh: '开发者' },
  channel: { en: 'the payment channel', zh: '支付渠道' },
  platform: platformWords,
}

const statusWords: Record<RequestStatus, Title> = {
  requested: { en: 'Under review', zh: '正在审核' },
  'needs-evidence': { en: 'More evidence required', zh: '需要补充材料' },
  approved: { en: 'Approved; the refund is pending', zh: '已同意，等待退款' },
  declined: { en: 'Declined', zh: '未通过' },
  executing: { en: 'Refund in progress', zh: '退款处理中' },
  done: { en: 'Refunded', zh: '已退款' },
  failed: { en: 'The refund failed; customer service will look into it', zh: '退款未成功，客服将处理' },
  withdrawn: { en: 'Withdrawn', zh: '您已撤回' },
}

/** Nothing is required from the payer: the platform determines the use or the reference rate. */
const lookedUpWords: Title = { en: 'The platform is checking the details', zh: '正在核实使用情况' }

const refundWords: Record<ReceiptRefund['status'], Title> = {
  pending: { en: 'On its way to you', zh: '退款途中' },
  succeeded: { en: 'Refunded', zh: '已退回' },
  failed: { en: 'Refund failed; no money was moved', zh: '退款未成功，款项未变动' },
  reversed: { en: 'Reversed', zh: '已撤销' },
}

const chargebackWords: Title = { en: 'Charged back through your bank', zh: '经银行拒付退回' }

/** Why nothing more can be refunded. Codes without an entry get a general text. */
const declineWords: Partial<Record<ProblemCode, Title>> = {
  refund_window_closed: { en: 'the refund period has ended', zh: '已过申请期限' },
  refund_count_exceeded: { en: 'the maximum number of refunds has been reached', zh: '退款次数已达上限' },
  refund_nothing_left: { en: 'nothing is left to refund', zh: '已无可退金额' },
  refund_used_up: { en: 'it has been used', zh: '已使用完毕' },
  refund_not_open_yet: { en: 'it is too early', zh: '尚未到可退时间' },
  refund_exceeds_policy: { en: 'this is more than can be refunded', zh: '超过可退金额' },
  refund_asker_not_allowed: { en: 'another person has to request it', zh: '须由他人申请' },
  refund_reason_not_accepted: { en: 'this reason is not refundable', zh: '此原因不予退款' },
}
const personDeclined: Readonly<Record<string, Title>> = {
  policy: { en: 'the refund rules of this purchase do not allow it', zh: '不符合此交易的退款政策' },
  'evidence-insufficient': { en: 'the evidence is not sufficient', zh: '所提供的材料不足' },
  'not-entitled': { en: 'you are not entitled to this refund', zh: '您无权申请此退款' },
  duplicate: { en: 'it has already been requested', zh: '重复申请' },
  'suspected-abuse': { en: 'it could not be accepted', zh: '申请未能受理' },
}
const declinedInGeneral: Title = { en: 'it could not be accepted', zh: '申请未能受理' }

const codes: Readonly<Record<string, Title | undefined>> = { ...personDeclined, ...declineWords }

export const words = {
  reason: (reason: Reason, language: Language) => reasonWords[reason][language],
  request: ({ status, evidence }: Pick<ReceiptRequest, 'status' | 'evidence'>, language: Language) =>
    (status === 'needs-evidence' && evidence.length === 0 ? lookedUpWords : statusWords[status])[language],
  refund: ({ status, kind }: Pick<ReceiptRefund, 'status' | 'kind'>, language: Language) =>
    (status === 'succeeded' && kind === 'chargeback' ? chargebackWords : refundWords[status])[language],
  evidence: (kind: Evidence, language: Language) => evidenceTexts[kind][language],
  /** The name of a kind of component: the payer's word for it, or that of explanations. */
  kind(kind: string, language: Language): string {
    if (Object.hasOwn(kindWords, kind)) return kindWords[kind]![language]
    return Object.hasOwn(lines.explanations.kinds, kind) ? lines.explanations.kinds[kind]![language] : kind
  },
  decline(code: string, language: Language): string {
    if (Object.hasOwn(codes, code)) return codes[code]![language]
    const known = code.startsWith('refund_') || code.startsWith('amount_')
    if (known && Object.hasOwn(problemTable, code)) return problemTable[code as ProblemCode].title[language]
    return declinedInGeneral[language]
  },
  recipient(to: Recipient, language: Language): string {
    const zh = language === 'zh'
    switch (to.role) {
      case 'payee':
        return to.name ?? (zh ? '收款方' : 'the recipient')
      case 'platform':
        return platformWords[language]
      case 'exchange':
        return zh ? '货币兑换' : 'currency exchange'
      case 'self':
        return zh ? '您自己的账户' : 'your own account'
      case 'other':
        return (to.kind && otherWords[to.kind]?.[language]) || (zh ? '其他收款方' : 'another recipient')
    }
  },
}
