/** The commerce report: our rate at each stage of an order, top categories, growth. */

import { partWord } from '../../catalog/part-words.ts'
import type { Title } from '../../catalog/product.ts'
import type { Amounts, LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import {
  aboutPercent,
  aboutWords,
  growth,
  largest,
  mainUnit,
  money,
  nameColumn,
  number,
  percent,
  scaled,
  share,
  words,
} from '../../engine/report-cells.ts'
import { band, percentBand } from '../../engine/report-terms.ts'
import { ratio } from '../../money/rate.ts'

interface Terms {
  readonly commission?: { readonly rate?: unknown }
  readonly share?: { readonly rate?: unknown }
  readonly price?: { readonly price?: unknown }
}

const termsOf = ({ terms }: RowView) => (terms ?? {}) as Terms
const grows = (view: RowView, reference: string) => percent(growth(view), aboutPercent(reference))

/** Shipping of an order is a stage of its own: our share of it is not a commission. */
const commission: ReportRow = {
  product: 'commission',
  cells: (view) => {
    const { sums, currency } = view
    const volume = sums.amounts('volume')
    const taken = share(sums.amounts('revenue', 'commission'), volume, currency)
    return {
      take_rate: percent(taken, aboutWords('5%–15%'), percentBand(termsOf(view).commission?.rate)),
      typical_sellers: words(largest(sums.parts('category', mainUnit(volume, currency)), partWord)),
      growth_per_year: grows(view, '0.25'),
    }
  },
}

const HOURLY: Title = { en: 'per hour', zh: '每小时' }

/** A slot has a price but no turnover, so the average price of an hour is shown. */
const liveSlot: ReportRow = {
  product: 'live-slot',
  cells: (view) => {
    const { sums } = view
    const minutes = sums.count('minutes')
    const hourly = minutes === 0n ? new Map() : scaled(sums.amounts('captured'), ratio(60n, minutes))
    const requested = band(termsOf(view).price?.price)
    const said =
      requested === undefined ? undefined : { en: `${requested} ${HOURLY.en}`, zh: `${HOURLY.zh} ${requested}` }
    return {
      take_rate: money(hourly, aboutWords({ en: '500–5000 per hour', zh: '每小时 500–5000' }), said),
      typical_sellers: words(undefined),
      growth_per_year: grows(view, '0.60'),
    }
  },
}

/** Parcels charged separately, and those inside orders. */
const logistics: ReportRow = {
  product: 'logistics-share',
  cells: (view) => {
    const { sums, currency } = view
    const orders = view.of('commission')
    const fees = together(sums.amounts('volume'), orders.amounts('shippingVolume'))
    const taken = together(sums.amounts('revenue'), orders.amounts('revenue', 'share'))
    return {
      take_rate: percent(share(taken, fees, currency), aboutWords('3%–8%'), percentBand(termsOf(view).share?.rate)),
      typical_sellers: words({ en: 'carriers', zh: '承运商' }),
      growth_per_year: grows(view, '0.35'),
    }
  },
}

function together(a: Amounts, b: Amounts): Amounts {
  const sums = new Map(a)
  for (const [unit, amount] of b) sums.set(unit, (sums.get(unit) ?? 0n) + amount)
  return sums
}

const returnReference: Reference = {
  text: { en: '1.5 times that of regular e-commerce', zh: '普通电商的 1.5 倍' },
}

export const report: LineReport = {
  measures: [
    { id: 'volume', title: { en: 'Volume', zh: '交易额' }, kind: 'money' },
    { id: 'promotedVolume', title: { en: 'Promoted sales volume', zh: '推广成交额' }, kind: 'money' },
  ],
  columns: [
    nameColumn('stage', { en: 'Stage', zh: '环节' }),
    {
      id: 'take_rate',
      title: { en: 'Take rate', zh: '抽成比例' },
      kind: 'percent',
      note: {
        en: 'Rate on the rate card and the actual rate: our share divided by the value of goods or shipping, before refunds; for slots, the price per hour',
        zh: '费率表比例，以及实际比例：我方所得除以商品或运费金额（未扣退款）；坑位费为每小时价格',
      },
    },
    {
      id: 'typical_sellers',
      title: { en: 'Typical sellers', zh: '典型商家' },
      kind: 'text',
      note: { en: 'Goods categories by sales', zh: '按销售额统计的商品类目' },
    },
    {
      id: 'growth_per_year',
      title: { en: 'Annual growth', zh: '年增长' },
      kind: 'percent',
      note: {
        en: 'Revenue net of refunds, compared with the same period a year earlier',
        zh: '扣除退款后的收入，与上年同期相比',
      },
    },
  ],
  rows: [commission, liveSlot, logistics],
  kpis: [
    {
      id: 'return_on_promotion',
      title: { en: 'Return on promotion', zh: '推广回报' },
      kind: 'number',
      note: {
        en: 'Value of goods sold through promoters divided by the promotion fees paid by sellers: the closed loop from content to order',
        zh: '经推广者成交的商品金额除以商家支付的推广费：从内容到订单的闭环',
      },
      cell: ({ of, currency }) => {
        const orders = of('commission')
        return number(
          share(orders.amounts('promotedVolume'), orders.amounts('promotion'), currency),
          2,
          returnReference,
        )
      },
    },
    {
      id: 'promoted_share',
      title: { en: 'Sold through promoters', zh: '推广成交占比' },
      kind: 'percent',
      note: { en: 'Share of all goods sold', zh: '占全部商品成交额' },
      cell: ({ of, currency }) => {
        const orders = of('commission')
        return percent(share(orders.amounts('promotedVolume'), orders.amounts('volume'), currency))
      },
    },
  ],
}
