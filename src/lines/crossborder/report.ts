/** The cross-border report: fee, markets, growth. */

import { marketWord } from '../../catalog/part-words.ts'
import type { Title } from '../../catalog/product.ts'
import type { LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import {
  aboutPercent,
  aboutWords,
  growth,
  largest,
  mainUnit,
  nameColumn,
  percent,
  share,
  words,
} from '../../engine/report-cells.ts'
import { band, percentBand } from '../../engine/report-terms.ts'

interface Terms {
  readonly fee?: { readonly rate?: unknown; readonly fixed?: unknown }
  readonly exchange?: { readonly markup?: unknown }
}

function product(id: string, fee: Reference, markets: Title, growing: string): ReportRow {
  return {
    product: id,
    cells: (view: RowView) => {
      const { sums, currency } = view
      const volume = sums.amounts('volume')
      return {
        fee: percent(share(sums.amounts('revenue'), volume, currency), fee, feeOf(view.terms as Terms | undefined)),
        main_markets: words(largest(sums.parts('market', mainUnit(volume, currency)), marketWord), aboutWords(markets)),
        growth_per_year: percent(growth(view), aboutPercent(growing)),
      }
    },
  }
}

/** `1.5%–3% + exchange 3%` */
function feeOf(terms: Terms | undefined): Title | undefined {
  const [rate, fixed] = [percentBand(terms?.fee?.rate), band(terms?.fee?.fixed)]
  const fee = [rate, fixed].filter((each) => each !== undefined).join(' + ')
  const markup = percentBand(terms?.exchange?.markup)
  if (markup === undefined) return fee === '' ? undefined : { en: fee, zh: fee }
  const before = fee === '' ? '' : `${fee} + `
  return { en: `${before}exchange ${markup}`, zh: `${before}汇兑 ${markup}` }
}

export const report: LineReport = {
  measures: [{ id: 'volume', title: { en: 'Volume', zh: '交易额' }, kind: 'money' }],
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'fee',
      title: { en: 'Fee', zh: '费率' },
      kind: 'percent',
      note: {
        en: 'Rate on the rate card and the actual rate: revenue in the currency of the rate card divided by the amount sent; fees collected in the local currency are listed in the amounts of that currency',
        zh: '费率表费率，以及本币收入除以汇出金额；以当地货币收取的费用列于该币种的金额中',
      },
    },
    {
      id: 'main_markets',
      title: { en: 'Main markets', zh: '主要市场' },
      kind: 'text',
      note: {
        en: 'By amount sent, before refunds; for currency exchange, by the currency bought',
        zh: '按汇出金额（未扣退款）统计；外汇兑换按买入币种统计',
      },
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
  rows: [
    product(
      'overseas-pay',
      aboutWords({ en: '1.5%–3% plus the exchange spread', zh: '1.5%–3% 加汇兑损益' }),
      { en: 'Southeast Asia, Japan, Korea', zh: '东南亚、日本、韩国' },
      '0.45',
    ),
    product(
      'remittance',
      aboutWords({ en: '0.1% + 10 per transfer', zh: '0.1% + 每笔 10' }),
      { en: 'Hong Kong, Macao and Taiwan (China), Europe, United States', zh: '港澳台、欧美' },
      '0.30',
    ),
    product('fx-spread', aboutWords('2%–5%'), { en: 'worldwide', zh: '全球' }, '0.25'),
  ],
}
