/** The cross-border report: fee, where the money goes, how it grows. */

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
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'fee',
      title: { en: 'Fee', zh: '费率' },
      kind: 'percent',
      note: {
        en: 'On the rate card, and what came of it in our currency by what was sent; fees that arrive in the currency of the market stand under it in the amounts',
        zh: '费率表费率，以及本币收入除以汇出金额；以当地货币收取的费用列于该币种的金额中',
      },
    },
    {
      id: 'main_markets',
      title: { en: 'Main markets', zh: '主要市场' },
      kind: 'text',
      note: {
        en: 'By what was sent, before refunds; of the exchange, by the currency that was bought',
        zh: '按汇出金额（未扣退款）统计；外汇兑换按买入币种统计',
      },
    },
    {
      id: 'growth_per_year',
      title: { en: 'Growth a year', zh: '年增长' },
      kind: 'percent',
      note: {
        en: 'Revenue less what refunds took back, against the same period a year earlier',
        zh: '扣除退款后的收入，与上年同期相比',
      },
    },
  ],
  rows: [
    product(
      'overseas-pay',
      aboutWords({ en: '1.5%–3% and the exchange', zh: '1.5%–3% 加汇兑损益' }),
      { en: 'Southeast Asia, Japan, Korea', zh: '东南亚、日本、韩国' },
      '0.45',
    ),
    product(
      'remittance',
      aboutWords({ en: '0.1% + 10 a transfer', zh: '0.1% + 每笔 10' }),
      { en: 'Hong Kong, Macau, Taiwan, Europe, United States', zh: '港澳台、欧美' },
      '0.30',
    ),
    product('fx-spread', aboutWords('2%–5%'), { en: 'worldwide', zh: '全球' }, '0.25'),
  ],
}
