/** The payments report: rate, monthly volume, and the channels' share of our fees. */
import type { Amounts, LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import {
  aboutPercent,
  aboutWords,
  inverse,
  money,
  nameColumn,
  percent,
  scaled,
  share,
} from '../../engine/report-cells.ts'
import { percentBand } from '../../engine/report-terms.ts'

interface Terms {
  readonly fee?: { readonly rate?: unknown }
  readonly managementFee?: { readonly rate?: unknown }
}

interface References {
  readonly rate: Reference
  readonly volume: Reference
  readonly costShare: Reference
}

const cny = (text: string): Reference => ({ ...aboutWords(`${text} CNY`), value: text.replaceAll(',', '') })

function carried(product: string, { rate, volume, costShare }: References): ReportRow {
  return {
    product,
    cells: ({ sums, months, terms, currency }: RowView) => {
      const moved = sums.amounts('volume')
      const monthly = inverse(months)
      return {
        rate: percent(
          share(sums.amounts('revenue'), moved, currency),
          rate,
          percentBand((terms as Terms | undefined)?.fee?.rate),
        ),
        volume_per_month: money(monthly ? scaled(moved, monthly) : new Map(), volume),
        cost_share: costShareOf(sums.amounts('cost'), sums.amounts('revenue'), currency, costShare),
      }
    },
  }
}

const costShareOf = (cost: Amounts, revenue: Amounts, currency: string, reference: Reference) =>
  percent(share(cost, revenue, currency), reference)

/** The holding is a level, not a flow: the average of the days. A year's fee is a day's fee times 365. */
const wealth: ReportRow = {
  product: 'wealth',
  cells: ({ sums, days, terms, currency }: RowView) => {
    const held = sums.amounts('holding')
    const daily = inverse({ numerator: BigInt(days), denominator: 1n })
    const aDay = share(sums.amounts('revenue', 'fee'), held, currency)
    return {
      rate: percent(
        aDay && { ...aDay, numerator: aDay.numerator * 365n },
        aboutWords({ en: '1% per year plus the spread', zh: '每年 1% 管理费加利差' }),
        percentBand((terms as Terms | undefined)?.managementFee?.rate),
      ),
      volume_per_month: money(daily ? scaled(held, daily) : new Map(), cny('30,000,000,000')),
      cost_share: costShareOf(sums.amounts('cost'), sums.amounts('revenue'), currency, aboutPercent('0.25')),
    }
  },
}

export const report: LineReport = {
  measures: [{ id: 'volume', title: { en: 'Volume', zh: '交易额' }, kind: 'money' }],
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'rate',
      title: { en: 'Rate', zh: '费率' },
      kind: 'percent',
      note: {
        en: 'Rate on the rate card and the actual rate: fees divided by the amount paid; for holdings, the annualized fee',
        zh: '费率表费率，以及实际费率：手续费除以支付金额；持有类产品为年化管理费',
      },
    },
    {
      id: 'volume_per_month',
      title: { en: 'Volume per month', zh: '月交易额' },
      kind: 'money',
      note: {
        en: 'Amounts paid, before refunds, divided by the number of months of the period that have started; for holdings, the daily average',
        zh: '支付金额（未扣退款），除以期间内已开始的月数；持有类产品为日均持有额',
      },
    },
    {
      id: 'cost_share',
      title: { en: 'Cost share', zh: '成本占比' },
      kind: 'percent',
      note: { en: 'Channel costs divided by fee income', zh: '渠道成本除以手续费收入' },
    },
  ],
  rows: [
    carried('scan-pay', {
      rate: aboutWords('0.6%–1.2%'),
      volume: cny('500,000,000,000'),
      costShare: aboutPercent('0.35'),
    }),
    carried('card-repayment', {
      rate: aboutWords('0.1%'),
      volume: cny('20,000,000,000'),
      costShare: aboutPercent('0.08'),
    }),
    wealth,
  ],
}
