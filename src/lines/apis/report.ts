/** The platform API report: unit, unit price, customers. */

import type { Title } from '../../catalog/product.ts'
import type { Amounts, LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import { aboutWords, byIndustry, each, money, nameColumn, scaled, words } from '../../engine/report-cells.ts'
import { band } from '../../engine/report-terms.ts'
import { ratio } from '../../money/rate.ts'

interface Terms {
  readonly call?: { readonly price?: unknown }
  readonly gigabyteHour?: { readonly price?: unknown }
  readonly queriesPerSecond?: { readonly price?: unknown }
}

interface Service {
  readonly unit: Title
  readonly price: (terms: Terms) => unknown
  readonly sold: (view: RowView) => Amounts
  readonly reference: Reference
  readonly customers?: Title
}

function service(id: string, { unit, price, sold, reference, customers }: Service): ReportRow {
  return {
    product: id,
    cells: (view) => ({
      unit: words(unit, aboutWords(unit)),
      unit_price: money(sold(view), reference, band(price((view.terms ?? {}) as Terms))),
      customer_industries: words(byIndustry(view), customers && aboutWords(customers)),
    }),
  }
}

/** Millionths of a gigabyte-second → gigabyte-hours. */
const SECONDS_AN_HOUR = 3_600n * 1_000_000n

export const report: LineReport = {
  measures: [{ id: 'calls', title: { en: 'Calls', zh: '调用次数' }, kind: 'number' }],
  queries: ['industries'],
  columns: [
    nameColumn('service', { en: 'Service', zh: '服务' }),
    {
      id: 'unit',
      title: { en: 'Unit', zh: '计量单位' },
      kind: 'text',
      note: { en: 'Unit of measure', zh: '计量单位' },
    },
    {
      id: 'unit_price',
      title: { en: 'Unit price', zh: '单价' },
      kind: 'money',
      note: {
        en: 'Price on the rate card and the average price per unit; failed calls are free and not counted, bursts are priced separately',
        zh: '费率表单价，以及每单位的平均价格；失败调用免费且不计，突发用量另计',
      },
    },
    {
      id: 'customer_industries',
      title: { en: 'Customers', zh: '客户行业' },
      kind: 'text',
      note: {
        en: 'Paying customers in the months that overlap with the period, by the industry of the party (attribute industry)',
        zh: '期间涉及的各月内付费客户，按其资料中的行业（属性 industry）统计',
      },
    },
  ],
  rows: [
    service('ocr', {
      unit: { en: 'call', zh: '次' },
      price: ({ call }) => call?.price,
      sold: ({ sums }) => each(sums.amounts('captured'), sums.count('calls')),
      reference: aboutWords('0.005'),
      customers: { en: 'finance, healthcare', zh: '金融、医疗' },
    }),
    service('compute', {
      unit: { en: 'GB-hour', zh: 'GB·小时' },
      price: ({ gigabyteHour }) => gigabyteHour?.price,
      sold: ({ sums }) => {
        const used = sums.count('gigabyteSeconds')
        return used === 0n ? new Map() : scaled(sums.amounts('captured'), ratio(SECONDS_AN_HOUR, used))
      },
      reference: aboutWords('0.08'),
      customers: { en: 'internet, games', zh: '互联网、游戏' },
    }),
    service('semantic', {
      unit: { en: 'reserved QPS per month', zh: '预留 QPS/月' },
      price: ({ queriesPerSecond }) => queriesPerSecond?.price,
      sold: ({ sums }) => each(sums.amounts('revenue', 'reserve'), sums.count('reservedQueries')),
      reference: aboutWords({ en: 'none; set by the rate card', zh: '未给定，由费率表决定' }),
    }),
  ],
}
