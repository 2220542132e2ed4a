/** The enterprise report: price, customers, renewals. */
import type { Title } from '../../catalog/product.ts'
import type { LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import {
  aboutPercent,
  aboutWords,
  byIndustry,
  countShare,
  nameColumn,
  percent,
  words,
} from '../../engine/report-cells.ts'
import { band } from '../../engine/report-terms.ts'

interface Terms {
  readonly price?: { readonly price?: unknown }
}

const MONTH: Title = { en: 'month', zh: '月' }
const SEAT_MONTH: Title = { en: 'seat and month', zh: '席位/月' }

interface References {
  readonly price: string
  readonly target: Title
  readonly renewal: Reference
}

function module(product: string, per: Title, { price, target, renewal }: References): ReportRow {
  const priced = (amount: string, unit: string) => ({
    en: `${amount} ${unit} per ${per.en}`,
    zh: `${amount} ${unit}/${per.zh}`,
  })
  return {
    product,
    cells: (view: RowView) => {
      const requested = band((view.terms as Terms | undefined)?.price?.price)
      const { due, renewed } = view.renewals
      return {
        price: words(
          requested === undefined ? undefined : priced(requested, view.currency),
          aboutWords(priced(price, 'CNY')),
        ),
        target_customers: words(byIndustry(view), aboutWords(target)),
        renewal_rate: percent(countShare(BigInt(renewed), BigInt(due)), renewal),
      }
    },
  }
}

export const report: LineReport = {
  queries: ['industries', 'renewals'],
  columns: [
    nameColumn('module', { en: 'Module', zh: '模块' }),
    {
      id: 'price',
      title: { en: 'Price', zh: '价格' },
      kind: 'text',
      note: { en: 'Price on the rate card in force at the end of the period', zh: '期末有效费率表的价格' },
    },
    {
      id: 'target_customers',
      title: { en: 'Customers', zh: '目标客户' },
      kind: 'text',
      note: {
        en: 'Paying customers in the months that overlap with the period, by the industry of the party (attribute industry)',
        zh: '期间涉及的各月内付费客户，按其资料中的行业（属性 industry）统计',
      },
    },
    {
      id: 'renewal_rate',
      title: { en: 'Renewal rate', zh: '续费率' },
      kind: 'percent',
      note: {
        en: 'Share of the subscriptions ending in the period that the same customer renewed without a gap; fully refunded subscriptions are not counted',
        zh: '期间内到期的订阅中，同一客户无间断续订的比例；全额退款的订阅不计',
      },
    },
  ],
  rows: [
    module('contact-api', MONTH, {
      price: '5000',
      target: { en: 'finance, education', zh: '金融、教育' },
      renewal: aboutPercent('0.78'),
    }),
    module('archive', MONTH, {
      price: '1000',
      target: { en: 'healthcare, government', zh: '医疗、政务' },
      renewal: aboutPercent('0.65'),
    }),
    module('community-kit', SEAT_MONTH, {
      price: '200',
      target: { en: 'e-commerce, retail', zh: '电商、零售' },
      renewal: aboutPercent('0.82'),
    }),
  ],
}
