/** What the payer's page says, besides what a receipt says itself (src/receipts/words.ts). */

import type { Language } from '../../../language.ts'
import { parseMicros } from '../../../money/amount.ts'
import type { Problem } from '../../../problem.ts'
import { words } from '../../../receipts/words.ts'
import { formatAmount } from './format.ts'

const en = {
  title: 'Your receipt',
  otherLanguage: '中文',
  skip: 'To the content',
  intro: 'See what you paid, where the money went, and whether you can get it back.',
  number: 'Receipt number',
  numberHint: 'On your receipt, like 1061H-3Y2QV-7K4M',
  secret: 'Secret',
  secretHint: 'Below the number, like 7KX4P-29MQT-D0VWE',
  open: 'Show my receipt',
  another: 'Another receipt',
  youPaid: 'You paid',
  to: 'to',
  when: 'When',
  what: 'For what',
  order: 'Order number',
  receipt: 'Receipt number',
  whereTitle: 'Where your money went',
  whatBought: 'What it was for',
  quantity: (n: bigint) => `× ${n}`,
  returnedUnits: (n: bigint) => `${n} given back`,
  backTitle: 'What came back',
  nothingBack: 'Nothing has come back yet.',
  back: 'Came back',
  onTheWay: 'On its way to you',
  disputed: 'Your bank is looking into it',
  stays: 'Not given back',
  getTitle: 'Can I get money back?',
  yes: (amount: string) => `Yes, up to ${amount} can come back.`,
  perhaps: (amount: string) => `Perhaps: up to ${amount} can come back, depending on how much was used.`,
  no: 'No, nothing more can come back.',
  because: (why: string) => `Because ${why}.`,
  giftsReturn: (at: string) => `Gifts that nobody claims come back by themselves on ${at}.`,
  why: 'Why do you ask for it?',
  upTo: (amount: string) => `up to ${amount}`,
  until: (at: string) => `ask until ${at}`,
  anyTime: 'no time limit',
  looked: 'somebody looks at it first',
  atOnce: 'decided at once',
  notBefore: (at: string) => `given back after ${at}`,
  needs: (what: string) => `needed: ${what}`,
  dependsOnUse: 'less if it was used',
  howMuch: 'How much?',
  all: 'As much as can come back',
  part: 'An amount',
  partHint: (unit: string) => `In ${unit}, like 12.34`,
  some: 'Some of what I bought',
  note: 'What happened? (you need not say)',
  send: 'Ask for the money back',
  child: 'Did a child pay?',
  childText: (amount: string, evidence: string) =>
    `A parent or guardian can ask for up to ${amount}. Contact customer service; needed: ${evidence}.`,
  childUntil: (at: string) => `This is possible until ${at}.`,
  requestsTitle: 'What you asked for',
  askedOn: (at: string) => `Asked on ${at}`,
  answerBy: (at: string) => `You get an answer by ${at}.`,
  stillNeeded: (what: string) => `Still needed: ${what}.`,
  showBy: (at: string) => `Please send it by ${at}; after that it may be decided without it.`,
  atService: 'Please send it to customer service and name your receipt number.',
  nothingOfYou: 'You need not do anything: the platform is finding out what is missing.',
  show: 'What do you send?',
  showText: 'In your words, or the text of it',
  showUrl: 'Or where it can be seen',
  showUrlHint: 'A link, like https://example.com/photo. Files cannot be sent here.',
  sendShown: 'Send it',
  youShowed: (what: string) => `sent: ${what}`,
  declined: (why: string) => `Declined because ${why}.`,
  backAfter: (at: string) => `The money is given back after ${at}.`,
  appealWhy: 'You do not agree? Say why.',
  appealHint: 'Somebody else then looks at it again. This is possible once.',
  appeal: 'Ask for another look',
  youAppealed: 'asked for another look',
  lookedAgain: 'Somebody else is looking at it once more.',
  finallyDeclined: 'It was looked at twice; it cannot be looked at again here.',
  withdraw: 'Take this request back',
  you: 'You',
  service: 'Customer service',
  done: {
    sent: 'Your request was sent.',
    shown: 'What you sent has arrived.',
    appealed: 'Somebody else will look at it once more.',
    taken: 'You took the request back.',
  },
  times: (zone: string) => `Times are those of ${zone}.`,
  private: 'Keep number and secret to yourself: whoever has both sees this page.',
  ends: (at: string) => `This page can be opened without number and secret until ${at}.`,
  error: 'That did not work',
}
type Texts = typeof en
/** What was just done. */
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
  what: '用途',
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

/** A refusal in words for somebody who reads no codes. */
export function refusalText(problem: Problem, language: Language): string {
  const [inEnglish, inChinese] = wordsOf(problem)
  return language === 'zh' ? inChinese : inEnglish
}

function wordsOf(problem: Problem): readonly [en: string, zh: string] {
  const { code, params, status } = problem
  switch (code) {
    case 'receipt_number_mistyped':
      return [
        'There is a typing mistake in the receipt number. Compare it with your receipt, letter by letter.',
        '收据编号输入有误，请对照收据逐字核对。',
      ]
    case 'receipt_secret_mistyped':
      return [
        'There is a typing mistake in the secret. Compare it with your receipt, letter by letter.',
        '密码输入有误，请对照收据逐字核对。',
      ]
    case 'receipt_refused':
      return ['Number and secret do not belong together.', '收据编号与密码不符。']
    case 'receipt_link_ended':
      return [
        'This link no longer works. Type the number and the secret of your receipt.',
        '此链接已失效，请输入收据编号和密码。',
      ]
    case 'rate_limited': {
      const minutes = Math.ceil(Number(params.wait) / 60)
      return [
        `Too many tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
        `尝试次数过多，请 ${minutes} 分钟后再试。`,
      ]
    }
    case 'refund_requests_many':
      return [
        'There are too many requests about this receipt already. Contact customer service.',
        '此收据的申请过多，请联系客服。',
      ]
    case 'refund_request_closed':
      return ['This request has been answered meanwhile. Look at how it stands now.', '此申请已处理，请查看最新状态。']
    case 'refund_request_events_many':
      return ['There is too much on this request already. Contact customer service.', '此申请的记录过多，请联系客服。']
    case 'amount_not_positive':
      return ['The amount must be above zero.', '金额必须大于零。']
    case 'amount_too_precise':
      return params.digits === 0
        ? [`Amounts in ${params.unit} have no decimals.`, `${params.unit} 金额不能有小数。`]
        : [
            `That has too many decimals: amounts in ${params.unit} have at most ${params.digits}.`,
            `小数位过多：${params.unit} 金额最多 ${params.digits} 位小数。`,
          ]
    case 'amount_out_of_range':
      return ['That amount is too large.', '金额过大。']
    case 'refund_exceeds_refundable': {
      const [unit, most] = [String(params.unit), parseMicros(String(params.refundable))]
      if (most <= 0n) return ['Nothing more can come back.', '已没有可退的金额。']
      return [
        `At most ${formatAmount(most, unit, 'en')} can come back.`,
        `最多可退 ${formatAmount(most, unit, 'zh')}。`,
      ]
    }
    case 'request_invalid':
      return fieldWords(String(params.reason))
    case 'shutting_down':
      return ['Please try again in a moment.', '请稍后重试。']
  }
  if (code.startsWith('amount_')) return ['Type the amount in figures, like 12.34.', '请用数字输入金额，例如 12.34。']
  if (status >= 500) {
    return [
      'Something went wrong on our side. Look at your receipt again in a moment before you try once more.',
      '系统出错。请稍后重新查看收据，再决定是否重试。',
    ]
  }
  return [`${problem.title('en')}.`, `${problem.title('zh')}。`]
}

const FIELD_WORDS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  reason: ['Choose why you ask for it.', '请选择退款原因。'],
  items: ['Type how many of at least one of them.', '请至少填写一件的数量。'],
  kind: ['Choose what you are sending.', '请选择要提交的材料。'],
  text: ['Write something here, in at most 2,000 characters.', '请在此填写内容，最多 2000 字。'],
  url: ['Give a link that begins with https:// and has no spaces.', '请填写以 https:// 开头且不含空格的链接。'],
}

/** What is wrong with one field of a form. */
function fieldWords(name: string): readonly [en: string, zh: string] {
  if (name.startsWith('item-')) return ['Type how many as a whole number, like 1.', '请用整数填写数量，例如 1。']
  return FIELD_WORDS[name] ?? ['Something is missing or too long in what you sent.', '提交的内容不完整或过长。']
}

/** Reasons why nothing comes back, each once. */
export function whyNot(codes: readonly string[], language: Language): string {
  const all = [...new Set(codes.map((code) => words.decline(code, language)))]
  return all.join(language === 'zh' ? '；' : '; ')
}
