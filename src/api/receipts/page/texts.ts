/** Texts of the receipt page, beyond those of the receipt itself (src/receipts/words.ts). */

import type { Language } from '../../../language.ts'
import { parseMicros } from '../../../money/amount.ts'
import type { Problem } from '../../../problem.ts'
import { words } from '../../../receipts/words.ts'
import { formatAmount } from './format.ts'

const en = {
  title: 'Your receipt',
  otherLanguage: '中文',
  skip: 'Skip to content',
  intro: 'See what you paid, where the money went, and whether you can get a refund.',
  number: 'Receipt number',
  numberHint: 'On your receipt, for example 1061H-3Y2QV-7K4M',
  secret: 'Secret',
  secretHint: 'Below the number, for example 7KX4P-29MQT-D0VWE',
  open: 'Show my receipt',
  another: 'Another receipt',
  youPaid: 'You paid',
  to: 'to',
  when: 'Date',
  what: 'Product',
  order: 'Order number',
  receipt: 'Receipt number',
  whereTitle: 'Where your money went',
  whatBought: 'What it was for',
  quantity: (n: bigint) => `× ${n}`,
  returnedUnits: (n: bigint) => `${n} refunded`,
  backTitle: 'Refunds',
  nothingBack: 'No refunds yet.',
  back: 'Refunded',
  onTheWay: 'On its way to you',
  disputed: 'Under review by your bank',
  stays: 'Not refunded',
  getTitle: 'Can I get a refund?',
  yes: (amount: string) => `Yes, up to ${amount} can be refunded.`,
  perhaps: (amount: string) => `Maybe: up to ${amount} can be refunded, depending on how much was used.`,
  no: 'No, nothing more can be refunded.',
  because: (why: string) => `Reason: ${why}.`,
  giftsReturn: (at: string) => `Unclaimed gifts are refunded automatically on ${at}.`,
  why: 'Why do you want a refund?',
  upTo: (amount: string) => `up to ${amount}`,
  until: (at: string) => `request by ${at}`,
  anyTime: 'no time limit',
  looked: 'reviewed by a person',
  atOnce: 'decided immediately',
  notBefore: (at: string) => `refunded after ${at}`,
  needs: (what: string) => `required: ${what}`,
  dependsOnUse: 'less if it has been used',
  howMuch: 'How much?',
  all: 'The full refundable amount',
  part: 'A specific amount',
  partHint: (unit: string) => `In ${unit}, for example 12.34`,
  some: 'Some of the items',
  note: 'What happened? (optional)',
  send: 'Request a refund',
  child: 'Did a minor make this payment?',
  childText: (amount: string, evidence: string) =>
    `A parent or guardian can request up to ${amount}. Contact customer service and provide: ${evidence}.`,
  childUntil: (at: string) => `Requests are accepted until ${at}.`,
  requestsTitle: 'Your requests',
  askedOn: (at: string) => `Requested on ${at}`,
  answerBy: (at: string) => `You will get an answer by ${at}.`,
  stillNeeded: (what: string) => `Still required: ${what}.`,
  showBy: (at: string) => `Please send it by ${at}; after that we may decide without it.`,
  atService: 'Please send it to customer service and mention your receipt number.',
  nothingOfYou: 'You do not need to do anything: the platform is checking the details.',
  show: 'What are you sending?',
  showText: 'Description, or the text of the evidence',
  showUrl: 'Or a link to it',
  showUrlHint: 'For example https://example.com/photo. Files cannot be uploaded here.',
  sendShown: 'Send',
  youShowed: (what: string) => `sent: ${what}`,
  declined: (why: string) => `Declined: ${why}.`,
  backAfter: (at: string) => `The money will be refunded after ${at}.`,
  appealWhy: 'Disagree? Tell us why.',
  appealHint: 'Another person will review your request. You can appeal once.',
  appeal: 'Appeal',
  youAppealed: 'appealed',
  lookedAgain: 'Another person is reviewing it.',
  finallyDeclined: 'It has been reviewed twice and cannot be appealed again here.',
  withdraw: 'Withdraw this request',
  you: 'You',
  service: 'Customer service',
  done: {
    sent: 'Your request has been sent.',
    shown: 'Your evidence has been received.',
    appealed: 'Your appeal has been sent. Another person will review your request.',
    taken: 'Your request has been withdrawn.',
  },
  times: (zone: string) => `All times are in the time zone ${zone}.`,
  private: 'Keep the number and secret private: anyone who has both can see this page.',
  ends: (at: string) => `Until ${at}, this page can be opened without number and secret.`,
  error: 'Something went wrong',
}
type Texts = typeof en
/** The action that was just completed. */
export type Done = keyof Texts['done']

const zh: Texts = {
  title: '我的收据',
  otherLanguage: 'English',
  skip: '跳到正文',
  intro: '查看您付了多少、钱去了哪里、能不能退。',
  number: '收据编号',
  numberHint: '印在收据上，例如 1061H-3Y2QV-7K4M',
  secret: '密码',
  secretHint: '在编号下方，例如 7KX4P-29MQT-D0VWE',
  open: '查看收据',
  another: '查看另一张收据',
  youPaid: '您支付了',
  to: '付给',
  when: '时间',
  what: '商品',
  order: '订单号',
  receipt: '收据编号',
  whereTitle: '钱去了哪里',
  whatBought: '明细',
  quantity: (n) => `× ${n}`,
  returnedUnits: (n) => `已退 ${n} 件`,
  backTitle: '已退回',
  nothingBack: '目前没有退款。',
  back: '已退回',
  onTheWay: '退款途中',
  disputed: '银行核查中',
  stays: '未退',
  getTitle: '还能退款吗？',
  yes: (amount) => `可以，最多可退 ${amount}。`,
  perhaps: (amount) => `可能可以：最多可退 ${amount}，视使用情况而定。`,
  no: '不能，已没有可退的金额。',
  because: (why) => `原因：${why}。`,
  giftsReturn: (at) => `无人领取的礼物将于 ${at} 自动退回。`,
  why: '退款原因',
  upTo: (amount) => `最多 ${amount}`,
  until: (at) => `申请截止 ${at}`,
  anyTime: '不限时间',
  looked: '需人工审核',
  atOnce: '立即处理',
  notBefore: (at) => `${at} 之后退回`,
  needs: (what) => `需要：${what}`,
  dependsOnUse: '已使用部分会扣除',
  howMuch: '退多少？',
  all: '全部可退金额',
  part: '指定金额',
  partHint: (unit) => `单位 ${unit}，例如 12.34`,
  some: '其中几件',
  note: '补充说明（选填）',
  send: '申请退款',
  child: '是未成年人付的款吗？',
  childText: (amount, evidence) => `监护人最多可申请退回 ${amount}。请联系客服，并提供：${evidence}。`,
  childUntil: (at) => `申请截止 ${at}。`,
  requestsTitle: '我的申请',
  askedOn: (at) => `申请时间 ${at}`,
  answerBy: (at) => `最迟 ${at} 答复。`,
  stillNeeded: (what) => `还需提供：${what}。`,
  showBy: (at) => `请在 ${at} 前提交，逾期可能不再等待而直接处理。`,
  atService: '请联系客服并告知收据编号。',
  nothingOfYou: '您无需操作，平台正在核实。',
  show: '您要提交什么？',
  showText: '文字说明或材料内容',
  showUrl: '或查看材料的链接',
  showUrlHint: '以 https:// 开头的链接。此处不能上传文件。',
  sendShown: '提交材料',
  youShowed: (what) => `已提交：${what}`,
  declined: (why) => `未通过原因：${why}。`,
  backAfter: (at) => `款项将在 ${at} 之后退回。`,
  appealWhy: '不认可？请说明理由',
  appealHint: '将由另一位工作人员重新审核，每个申请仅限一次。',
  appeal: '提出申诉',
  youAppealed: '已申诉',
  lookedAgain: '正由另一位工作人员重新审核。',
  finallyDeclined: '已审核两次，无法在此再次申诉。',
  withdraw: '撤回申请',
  you: '您',
  service: '客服',
  done: {
    sent: '申请已提交。',
    shown: '材料已提交。',
    appealed: '申诉已提交，将由另一位工作人员重新审核。',
    taken: '申请已撤回。',
  },
  times: (zone) => `时间均为 ${zone} 时区。`,
  private: '请勿泄露编号和密码：持有者即可查看本页。',
  ends: (at) => `${at} 之前可直接打开本页，无需输入编号和密码。`,
  error: '操作未成功',
}

export const texts: Readonly<Record<Language, Texts>> = { en, zh }

/** A problem in words for payers, who do not know error codes. */
export function refusalText(problem: Problem, language: Language): string {
  const [inEnglish, inChinese] = wordsOf(problem)
  return language === 'zh' ? inChinese : inEnglish
}

function wordsOf(problem: Problem): readonly [en: string, zh: string] {
  const { code, params, status } = problem
  switch (code) {
    case 'receipt_number_mistyped':
      return [
        'The receipt number contains a typo. Check it against your receipt, character by character.',
        '收据编号输入有误，请对照收据逐字核对。',
      ]
    case 'receipt_secret_mistyped':
      return [
        'The secret contains a typo. Check it against your receipt, character by character.',
        '密码输入有误，请对照收据逐字核对。',
      ]
    case 'receipt_refused':
      return ['The number and the secret do not match.', '收据编号与密码不符。']
    case 'receipt_link_ended':
      return [
        'This link has expired. Enter the number and the secret of your receipt.',
        '此链接已失效，请输入收据编号和密码。',
      ]
    case 'rate_limited': {
      const minutes = Math.ceil(Number(params.wait) / 60)
      return [
        `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        `尝试次数过多，请 ${minutes} 分钟后再试。`,
      ]
    }
    case 'refund_requests_many':
      return [
        'There are already too many requests for this receipt. Contact customer service.',
        '此收据的申请过多，请联系客服。',
      ]
    case 'refund_request_closed':
      return [
        'This request has been answered in the meantime. Check its current status.',
        '此申请已处理，请查看最新状态。',
      ]
    case 'refund_request_events_many':
      return ['This request already has too many entries. Contact customer service.', '此申请的记录过多，请联系客服。']
    case 'amount_not_positive':
      return ['The amount must be greater than zero.', '金额必须大于零。']
    case 'amount_too_precise':
      return params.digits === 0
        ? [`Amounts in ${params.unit} have no decimals.`, `${params.unit} 金额不能有小数。`]
        : [
            `Too many decimals: amounts in ${params.unit} have at most ${params.digits}.`,
            `小数位过多：${params.unit} 金额最多 ${params.digits} 位小数。`,
          ]
    case 'amount_out_of_range':
      return ['The amount is too large.', '金额过大。']
    case 'refund_exceeds_refundable': {
      const [unit, most] = [String(params.unit), parseMicros(String(params.refundable))]
      if (most <= 0n) return ['Nothing more can be refunded.', '已没有可退的金额。']
      return [
        `At most ${formatAmount(most, unit, 'en')} can be refunded.`,
        `最多可退 ${formatAmount(most, unit, 'zh')}。`,
      ]
    }
    case 'request_invalid':
      return fieldWords(String(params.reason))
    case 'shutting_down':
      return ['Please try again in a moment.', '请稍后重试。']
  }
  if (code.startsWith('amount_'))
    return ['Enter the amount in digits, for example 12.34.', '请用数字输入金额，例如 12.34。']
  if (status >= 500) {
    return [
      'Something went wrong on our side. Check your receipt again in a moment before you try again.',
      '系统出错。请稍后重新查看收据，再决定是否重试。',
    ]
  }
  return [`${problem.title('en')}.`, `${problem.title('zh')}。`]
}

const FIELD_WORDS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  reason: ['Choose a reason.', '请选择退款原因。'],
  items: ['Enter the quantity of at least one item.', '请至少填写一件的数量。'],
  kind: ['Choose what you are sending.', '请选择要提交的材料。'],
  text: ['Enter at most 2,000 characters.', '请在此填写内容，最多 2000 字。'],
  url: ['Enter a link that starts with https:// and contains no spaces.', '请填写以 https:// 开头且不含空格的链接。'],
}

/** The error message for a field of a form. */
function fieldWords(name: string): readonly [en: string, zh: string] {
  if (name.startsWith('item-'))
    return ['Enter the quantity as a whole number, for example 1.', '请用整数填写数量，例如 1。']
  return FIELD_WORDS[name] ?? ['Something is missing or too long.', '提交的内容不完整或过长。']
}

/** The reasons why nothing can be refunded, without duplicates. */
export function whyNot(codes: readonly string[], language: Language): string {
  const all = [...new Set(codes.map((code) => words.decline(code, language)))]
  return all.join(language === 'zh' ? '；' : '; ')
}
