/** Words for the codes in parameters of problems and of explanation steps; data carries the codes. */
import type { Language } from '../language.ts'

type Word = Readonly<Record<Language, string>>

export const reasonTexts = {
  'changed-mind': { en: 'changed mind', zh: '不想要了' },
  cancelled: { en: 'canceled', zh: '取消' },
  'not-delivered': { en: 'not delivered', zh: '未交付' },
  'not-as-described': { en: 'not as described', zh: '与描述不符' },
  'service-failure': { en: 'service failure', zh: '服务故障' },
  duplicate: { en: 'duplicate payment', zh: '重复付款' },
  'billing-error': { en: 'billing error', zh: '计费错误' },
  fraud: { en: 'fraud', zh: '欺诈' },
  goodwill: { en: 'goodwill', zh: '协商退款' },
  minor: { en: 'payment by a minor', zh: '未成年人消费' },
  unclaimed: { en: 'not claimed', zh: '无人领取' },
  'invalid-traffic': { en: 'invalid traffic', zh: '无效流量' },
} as const satisfies Record<string, Word>

export const askerTexts = {
  payer: { en: 'the payer', zh: '付款方' },
  payee: { en: 'the payee', zh: '收款方' },
  guardian: { en: 'a guardian', zh: '监护人' },
  agent: { en: 'an agent', zh: '客服' },
  system: { en: 'the system', zh: '系统' },
} as const satisfies Record<string, Word>

export const evidenceTexts = {
  'payment-record': { en: 'payment record', zh: '付款记录' },
  guardianship: { en: 'proof of guardianship', zh: '监护关系证明' },
  photo: { en: 'photo', zh: '照片' },
  'return-record': { en: 'return record', zh: '退货记录' },
  'traffic-report': { en: 'traffic report', zh: '流量报告' },
  'police-report': { en: 'police report', zh: '报案证明' },
  'bank-notice': { en: 'bank notice', zh: '银行通知' },
} as const satisfies Record<string, Word>

export const factTexts = {
  items: { en: 'the used or claimed quantity of each item', zh: '各商品项已使用或已领取的数量' },
  calls: { en: 'the number of calls made', zh: '已调用次数' },
  delivery: { en: 'the delivery state', zh: '交付情况' },
  period: { en: 'the start and end', zh: '起止时间' },
  rate: { en: 'the reference rate of the day', zh: '当日参考汇率' },
} as const satisfies Record<string, Word>

/** Why a webhook endpoint is disabled. */
const disabledTexts: Readonly<Record<string, Word>> = {
  manual: { en: 'by a user', zh: '人工停用' },
  failing: { en: 'after repeated failures', zh: '多次投递失败' },
  gone: { en: 'the endpoint returned 410', zh: '对方返回 410' },
}

const windowTexts: Readonly<Record<string, Word>> = {
  '1 s': { en: '1 s', zh: '1 秒' },
  '1 min': { en: '1 min', zh: '1 分钟' },
}

const PARAMS: Readonly<Record<string, Readonly<Record<string, Word>>>> = {
  reason: { ...reasonTexts, ...disabledTexts },
  asker: askerTexts,
  allowed: askerTexts,
  missing: { ...evidenceTexts, ...factTexts },
  window: windowTexts,
}

/** The parameter's code, or its comma-separated codes, in words; undefined where a code has none. */
export function paramText(name: string, value: string, language: Language): string | undefined {
  const table = Object.hasOwn(PARAMS, name) ? PARAMS[name]! : {}
  const codes = value.split(', ')
  if (!codes.every((code) => Object.hasOwn(table, code))) return undefined
  return codes.map((code) => table[code]![language]).join(language === 'zh' ? '、' : ', ')
}
