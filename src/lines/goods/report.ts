/** The digital goods report: price range, units per month, share of active users who buy. */
import type { LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import {
  about,
  aboutPercent,
  aboutWords,
  countShare,
  each,
  money,
  nameColumn,
  number,
  percent,
} from '../../engine/report-cells.ts'
import { band } from '../../engine/report-terms.ts'

interface Terms {
  readonly price?: { readonly price?: unknown }
}

interface References {
  readonly price?: Reference
  readonly units?: Reference
  readonly penetration?: Reference
}

function sold(product: string, { price, units, penetration }: References = {}): ReportRow {
  return {
    product,
    cells: ({ sums, months, terms, payers, active }: RowView) => {
      const count = sums.count('units')
      const monthly =
        months.numerator === 0n ? null : { numerator: count * months.denominator, denominator: months.numerator }
      return {
        price_range: money(
          each(sums.amounts('captured'), count),
          price,
          band((terms as Terms | undefined)?.price?.price),
        ),
        units_per_month: number(monthly, 0, units),
        user_penetration: percent(countShare(payers, active), penetration),
      }
    },
  }
}

export const report: LineReport = {
  measures: [{ id: 'units', title: { en: 'Units sold', zh: '销售数量' }, kind: 'number' }],
  queries: ['users'],
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'price_range',
      title: { en: 'Price range', zh: '价格区间' },
      kind: 'money',
      note: {
        en: 'Price range on the rate card in force at the end of the period and the average price per unit',
        zh: '期末有效费率表的价格区间，以及每件的平均成交价',
      },
    },
    {
      id: 'units_per_month',
      title: { en: 'Units per month', zh: '月销量' },
      kind: 'number',
      note: {
        en: 'Units sold, before refunds, divided by the number of months of the period that have started (partial months by days)',
        zh: '售出件数（未扣退款），除以期间内已开始的月数（不足整月按天折算）',
      },
    },
    {
      id: 'user_penetration',
      title: { en: 'User penetration', zh: '用户渗透率' },
      kind: 'percent',
      note: {
        en: 'Monthly buyers divided by monthly active users, over the calendar months that overlap with the period; for months without a reported number of users, or with fewer users than payers, the number of payers is used',
        zh: '期间涉及的各自然月内，购买者人数除以活跃用户数；未上报活跃用户、或上报人数少于付费人数的月份以全部付费用户代替',
      },
    },
  ],
  rows: [
    sold('sticker', { price: aboutWords('6–18'), units: about('3000000'), penetration: aboutPercent('0.12') }),
    sold('red-envelope-cover', {
      price: aboutWords('1–10'),
      units: about('8000000'),
      penetration: aboutPercent('0.09'),
    }),
    sold('game-item', { price: aboutWords('1–198'), units: about('50000000'), penetration: aboutPercent('0.45') }),
    sold('paid-content'),
    sold('membership'),
    sold('tip'),
  ],
}
