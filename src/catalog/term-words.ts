/** Display names of the fields of terms, and how their values are formatted. */

import type { StepText } from '../pricing/price.ts'
import { askerTexts, bearerTexts, evidenceTexts } from '../refunds/decision-steps.ts'
import { priceParamWords } from './part-words.ts'

export interface TermWord {
  readonly en: string
  readonly zh: string
  /** How a decimal is formatted: a share as a percentage, a price with the currency of the rate card. */
  readonly as?: 'rate' | 'price' | 'days' | 'hours' | 'seconds'
  /** Display names of codes; other codes are shown unchanged. */
  readonly values?: Readonly<Record<string, StepText>>
}

const word = (en: string, zh: string, as?: TermWord['as']): TermWord => ({ en, zh, ...(as && { as }) })
const coded = (en: string, zh: string, values: TermWord['values'] & object): TermWord => ({ en, zh, values })

const shortages = {
  debt: { en: 'becomes a debt', zh: '记为欠款' },
  advance: { en: 'advanced by the platform', zh: '平台垫付' },
  reject: { en: 'refund refused', zh: '拒绝退款' },
}
const rates = {
  original: { en: 'original rate', zh: '原汇率' },
  current: { en: 'rate of the day', zh: '当日汇率' },
}
const useRules = {
  regardless: { en: 'everything, used or not', zh: '不论是否使用均可退' },
  'unused-items': { en: 'unused items', zh: '退未使用的数量' },
  'unused-time': { en: 'remaining time', zh: '退剩余时间' },
  'unused-calls': { en: 'unused prepaid calls', zh: '退预付未用的调用' },
  notice: { en: 'by notice', zh: '按提前时间' },
  delivery: { en: 'by delivery state', zh: '按交付情况' },
  unclaimed: { en: 'unclaimed gifts', zh: '退无人领取的部分' },
}

/** Display names of the price models. */
export const modelWords: Readonly<Record<string, StepText>> = {
  flat: { en: 'fixed price', zh: '固定价' },
  per_unit: { en: 'per unit', zh: '按量单价' },
  graduated: { en: 'graduated tiers', zh: '超额累进阶梯' },
  volume: { en: 'volume tiers', zh: '总量阶梯' },
  package: { en: 'per package', zh: '按包' },
  per_seat: { en: 'per seat', zh: '按席位' },
  per_hour: { en: 'per hour', zh: '按小时' },
  percentage: { en: 'percentage', zh: '按比例' },
  graduated_percentage: { en: 'graduated percentage', zh: '阶梯比例' },
  graduated_prorated: { en: 'graduated tiers, prorated by day', zh: '按天折算阶梯' },
  reserved: { en: 'reserved capacity', zh: '预留容量' },
  cleared: { en: 'auction price', zh: '竞价成交价' },
  recurring: { en: 'subscription', zh: '周期订阅' },
  accrual: { en: 'daily accrual', zh: '按日计提' },
  markup: { en: 'markup on the exchange rate', zh: '汇率加价' },
  quoted: { en: 'quoted amount', zh: '议定金额' },
  converted: { en: 'converted quantity', zh: '换算单位' },
  commitment: { en: 'minimum commitment', zh: '保底消费' },
  conditional: { en: 'conditional', zh: '按条件' },
}

/** Display names by rate-card field, for every field of every product's terms and of every price model. */
export const termWords: Readonly<Record<string, TermWord>> = {
  above: word('above', '超过', 'price'),
  amount: word('amount', '金额', 'price'),
  anchor: word('anchor', '起始日'),
  approvals: word('approval', '审批'),
  askedBy: coded('requested by', '申请方', askerTexts),
  asks: coded('requested by', '可申请方', askerTexts),
  base: word('base price', '基础价', 'price'),
  basis: word('basis', '计费基础'),
  bearer: coded('difference borne by', '差额承担方', bearerTexts),
  burst: word('burst price', '突发价', 'price'),
  burstMax: word('burst limit', '突发上限'),
  by: word('by', '按'),
  call: word('call', '每次调用'),
  campaign: word('campaign', '活动'),
  cases: word('case', '情形'),
  channel: word('channel', '渠道'),
  channels: word('channel', '渠道'),
  commission: word('commission', '佣金'),
  convention: word('convention', '换算方式'),
  copy: word('copy', '每份'),
  cost: word('cost', '成本'),
  costShare: word('cost share', '成本比例', 'rate'),
  count: word('count', '周期数'),
  creatorShare: word('creator share', '创作者分成'),
  defective: word('defective', '交付有缺陷', 'rate'),
  delivered: word('delivered', '已交付', 'rate'),
  delivery: word('by delivery state', '按交付情况'),
  digits: word('digits', '小数位'),
  discloses: word('data delivery milestone', '数据交付节点'),
  divideBy: word('divided by', '除以'),
  evidence: coded('evidence', '所需证明', evidenceTexts),
  every: word('every', '周期'),
  exchange: word('exchange', '兑换'),
  fee: word('fee', '手续费'),
  feeShare: word('fee rebate', '手续费返还比例', 'rate'),
  fixed: word('fixed amount', '固定部分', 'price'),
  flat: word('flat amount', '固定部分', 'price'),
  flatAtZero: word('flat amount at zero use', '零用量收固定部分'),
  free: word('free', '免费额度'),
  gigabyteHour: word('gigabyte-hour', '每 GB 小时'),
  given: word('taken from', '取自'),
  hours: word('hours', '时限', 'hours'),
  id: word('id', '标识'),
  included: word('included', '包含数量'),
  increment: word('increment', '计时单位', 'seconds'),
  keeps: word('not refunded', '不退的部分'),
  logistics: word('logistics share', '物流分成'),
  managementFee: word('management fee', '管理费'),
  markets: word('market', '市场'),
  markup: word('markup', '加价', 'rate'),
  max: word('maximum', '最高', 'price'),
  maxRefunds: word('maximum refunds', '最多次数'),
  measure: coded('measured in', '计量', { day: { en: 'days', zh: '天' }, second: { en: 'seconds', zh: '秒' } }),
  membersMin: word('minimum members', '最少人数'),
  milestones: word('milestone', '节点'),
  min: word('minimum', '最低', 'price'),
  minGapSeconds: word('minimum interval', '间隔', 'seconds'),
  minimum: word('minimum quantity', '最低计量'),
  mode: coded('rounding mode', '舍入方式', priceParamWords.mode!),
  model: coded('model', '模型', modelWords),
  multiplyBy: word('multiplied by', '乘以'),
  nanoRhoMax: word('maximum nano-rho', '隐私预算上限（nano-rho）'),
  'not-delivered': word('not delivered', '未交付', 'rate'),
  note: word('note', '说明'),
  notice: word('notice', '提前通知'),
  of: word('of', '基于'),
  opens: coded('execution', '执行', {
    'at-once': { en: 'immediate', zh: '立即' },
    'month-end': { en: 'after month end', zh: '月末之后' },
  }),
  options: word('options', '选项'),
  otherwise: word('otherwise', '其他'),
  people: word('people', '人数'),
  per: word('per', '每'),
  preview: word('preview', '仅预览', 'rate'),
  price: word('price', '价格', 'price'),
  priceFrom: word('starting price', '起价', 'price'),
  prices: word('price', '价格'),
  privacy: word('privacy', '隐私'),
  project: word('project', '项目'),
  proration: word('proration', '按比例折算'),
  publisherShare: word('publisher share', '流量主分成'),
  queriesPerSecond: word('queries per second', '每秒查询'),
  rate: { ...word('rate', '费率', 'rate'), values: rates },
  reasons: word('reason', '原因'),
  refund: word('refund', '退款'),
  reward: word('reward', '奖励金'),
  risk: word('risk', '风险'),
  round: word('rounded', '取整'),
  rounding: word('rounding', '舍入'),
  rule: coded('rule', '规则', useRules),
  share: word('share', '比例', 'rate'),
  shortage: coded('payee shortfall', '收款方余额不足时', shortages),
  size: word('package size', '每包数量'),
  spread: word('spread', '利差'),
  started: word('partial package', '不足一包'),
  thousandCalls: word('thousand calls', '每千次调用'),
  tiers: word('tier', '阶梯'),
  to: coded('to', '精确到', {
    minor: { en: 'the minor unit', zh: '最小货币单位' },
    micro: { en: 'a millionth', zh: '百万分之一' },
  }),
  transactions: word('transactions', '笔数'),
  upTo: word('up to', '上限'),
  use: word('use', '使用情况'),
  when: word('condition', '条件'),
  windowDays: word('window', '期限', 'days'),
  zone: word('time zone', '时区'),
}
