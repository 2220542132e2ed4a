import { describe, expect, it } from 'vitest'
import { lines } from '../lines/index.ts'
import { PriceTerms } from '../pricing/index.ts'
import { changesBetween } from './changes.ts'
import { describeChanges } from './changes-in-words.ts'
import type { RateCard } from './rate-card.ts'
import { termWords } from './term-words.ts'
import { defaultCard } from './terms.ts'

// biome-ignore lint/suspicious/noExplicitAny: these tests modify arbitrary fields of cards
type Loose = any

function inWords(change: (card: Loose) => void, language: 'en' | 'zh'): string[] {
  const before = defaultCard(lines)
  const after = structuredClone(before) as RateCard
  change(after)
  return describeChanges(changesBetween(before, after), before, after, language)
}

it.each<[change: (products: Loose) => void, en: string | string[], zh: string | string[]]>([
  [
    (products) => (products['payments/scan-pay'].fee.rate.options.restaurant = '0.007'),
    'payments/scan-pay: fee for merchantCategory restaurant 0.6% → 0.7%',
    'payments/scan-pay：手续费（商户类别为餐饮）0.6% → 0.7%',
  ],
  [
    (products) => (products['payments/scan-pay'].fee.rate.max = '0.015'),
    'payments/scan-pay: fee upper bound 1.2% → 1.5%',
    'payments/scan-pay：手续费 上限 1.2% → 1.5%',
  ],
  [
    (products) => (products['payments/scan-pay'].fee.fixed = '0.10'),
    'payments/scan-pay: fee fixed amount added: 0.10 CNY',
    'payments/scan-pay：新增手续费 固定部分：0.10 CNY',
  ],
  [
    (products) => (products['payments/scan-pay'].channels.alipay.refund.windowDays = null),
    'payments/scan-pay: channel alipay refund window 365 days → no limit',
    'payments/scan-pay：渠道 alipay 退款 期限 365 天 → 不限',
  ],
  [
    (products) => delete products['payments/scan-pay'].reward,
    'payments/scan-pay: reward removed (was campaign cmp_cashback, fee rebate 20%)',
    'payments/scan-pay：删除奖励金（原为 活动 cmp_cashback，手续费返还比例 20%）',
  ],
  [
    (products) =>
      (products['payments/card-repayment'].fee.rate = { by: 'bank', options: { a: '0.001' }, otherwise: '0.002' }),
    'payments/card-repayment: fee 0.1% → by bank, a 0.1%, otherwise 0.2%',
    'payments/card-repayment：手续费 0.1% → 按 bank，a 0.1%，其他 0.2%',
  ],
  [
    (products) => (products['data/training-set'].project.milestones[0].share = '0.4'),
    'data/training-set: project milestone 1 share 30% → 40%',
    'data/training-set：项目 节点 1 比例 30% → 40%',
  ],
  [
    (products) => (products['crossborder/remittance'].markets.DE = ['EUR', 'USD']),
    'crossborder/remittance: market DE EUR → EUR, USD',
    'crossborder/remittance：市场 DE EUR → EUR，USD',
  ],
  [
    (products) => (products['goods/tip'].refund.reasons.minor.windowDays = 180),
    'goods/tip: refund reason “payment by a minor” window 365 days → 180 days',
    'goods/tip：退款 原因 「未成年人消费」 期限 365 天 → 180 天',
  ],
  [
    (products) => (products['goods/tip'].refund.asks = ['agent']),
    'goods/tip: refund requested by the payer, an agent → an agent',
    'goods/tip：退款 可申请方 付款方，客服 → 客服',
  ],
  [
    (products) => (products['goods/sticker'].refund.use = { rule: 'unclaimed', hours: 48 }),
    ['goods/sticker: refund use rule unused items → unclaimed gifts', 'goods/sticker: refund use hours added: 48 h'],
    [
      'goods/sticker：退款 使用情况 规则 退未使用的数量 → 退无人领取的部分',
      'goods/sticker：新增退款 使用情况 时限：48 小时',
    ],
  ],
  [
    (products) => (products['goods/sticker'].refund.approvals[1].above = '9000'),
    'goods/sticker: refund approval 2 above 5000 CNY → 9000 CNY',
    'goods/sticker：退款 审批 2 超过 5000 CNY → 9000 CNY',
  ],
  [
    (products) => (products['ads/feed'].refund.reasons.fraud = { asks: [], evidence: ['police-report'] }),
    'ads/feed: refund reason “fraud” added: requested by (none), evidence (police report)',
    'ads/feed：新增退款 原因 「欺诈」：可申请方（无），所需证明（报案证明）',
  ],
  [
    (products) => (products['crossborder/overseas-pay'].refund.exchange = { rate: 'current', bearer: 'payee' }),
    [
      'crossborder/overseas-pay: refund exchange rate original rate → rate of the day',
      'crossborder/overseas-pay: refund exchange difference borne by the platform → the payee',
    ],
    [
      'crossborder/overseas-pay：退款 兑换 费率 原汇率 → 当日汇率',
      'crossborder/overseas-pay：退款 兑换 差额承担方 平台 → 收款方',
    ],
  ],
  [
    (products) => (products['commerce/live-slot'].refund.reasons.cancelled.use.notice[1].share = '0.3'),
    'commerce/live-slot: refund reason “canceled” use notice 2 share 50% → 30%',
    'commerce/live-slot：退款 原因 「取消」 使用情况 提前通知 2 比例 50% → 30%',
  ],
  [
    (products) => {
      const approvals = [
        { above: '10', people: 1 },
        { above: '20', people: 2 },
      ]
      products['ads/feed'].refund.reasons.fraud = { approvals }
    },
    'ads/feed: refund reason “fraud” added: approval (above 10 CNY, people 1), (above 20 CNY, people 2)',
    'ads/feed：新增退款 原因 「欺诈」：审批（超过 10 CNY，人数 1），（超过 20 CNY，人数 2）',
  ],
  [
    (products) => (products['payments/scan-pay'].reward = { tiers: [{ to: 'minor', mode: 'up' }] }),
    [
      'payments/scan-pay: reward campaign removed (was cmp_cashback)',
      'payments/scan-pay: reward fee rebate removed (was 20%)',
      'payments/scan-pay: reward tier added: (to the minor unit, rounding mode up)',
    ],
    [
      'payments/scan-pay：删除奖励金 活动（原为 cmp_cashback）',
      'payments/scan-pay：删除奖励金 手续费返还比例（原为 20%）',
      'payments/scan-pay：新增奖励金 阶梯：（精确到 最小货币单位，舍入方式 远离零）',
    ],
  ],
  [(products) => delete products['goods/tip'], 'goods/tip: product removed', 'goods/tip：已从费率表移除'],
  [(products) => (products['goods/new'] = {}), 'goods/new: product added', 'goods/new：新增产品'],
])('%s', (change, en, zh) => {
  expect(inWords((card) => change(card.products), 'en')).toEqual([en].flat())
  expect(inWords((card) => change(card.products), 'zh')).toEqual([zh].flat())
})

it('describes a change of currency, with amounts in each card’s currency', () => {
  const change = (card: Loose) => {
    card.currency = 'USD'
    card.products['apis/ocr'].call.price = '0.001'
  }
  expect(inWords(change, 'en')).toEqual(['currency CNY → USD', 'apis/ocr: call 0.005 CNY → 0.001 USD'])
  expect(inWords(change, 'zh')).toEqual(['货币 CNY → USD', 'apis/ocr：每次调用 0.005 CNY → 0.001 USD'])
})

describe('display names', () => {
  const names = new Set<string>()
  const visit = (schema: Loose): void => {
    if (!schema || typeof schema !== 'object') return
    for (const [name, each] of Object.entries(schema.properties ?? {})) {
      names.add(name)
      visit(each)
    }
    for (const each of Object.values(schema.patternProperties ?? {})) visit(each)
    for (const each of [...(schema.anyOf ?? []), schema.items]) visit(each)
  }
  for (const { product } of lines.products) visit(product.terms)
  visit(PriceTerms)

  it('exist for every field of every product and price model', () => {
    expect([...names].filter((name) => !Object.hasOwn(termWords, name))).toEqual([])
  })

  it('exist only for fields that are used', () => {
    expect(Object.keys(termWords).filter((name) => !names.has(name))).toEqual([])
  })
})
