/** The advertising report: unit of the bid, strength of the placement, impressions per day. */
import type { Title } from '../../catalog/product.ts'
import type { LineReport, Reference, ReportRow, RowView } from '../../engine/report.ts'
import { about, nameColumn, number, words } from '../../engine/report-cells.ts'

interface Terms {
  readonly prices?: readonly { readonly basis?: string }[]
}

function placement(product: string, strength: Title, impressions: Reference): ReportRow {
  return {
    product,
    cells: ({ sums, days, terms }: RowView) => {
      const bases = (terms as Terms | undefined)?.prices?.map(({ basis }) => basis?.toUpperCase())
      const shown = days === 0 ? null : { numerator: sums.count('impressions'), denominator: BigInt(days) }
      return {
        billing: words(bases?.join(' + ')),
        strength: words(strength),
        impressions_per_day: number(shown, 0, impressions),
      }
    },
  }
}

export const report: LineReport = {
  measures: [{ id: 'impressions', title: { en: 'Impressions', zh: '展示次数' }, kind: 'number' }],
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'billing',
      title: { en: 'Billing', zh: '计费方式' },
      kind: 'text',
      note: {
        en: 'Bid types priced by the rate card: per click (CPC), per thousand impressions (CPM)',
        zh: '费率表上计价的出价方式：按点击（CPC）、按千次展示（CPM）',
      },
    },
    {
      id: 'strength',
      title: { en: 'Strength', zh: '优势' },
      kind: 'text',
      note: { en: 'Strength of the placement', zh: '广告位的优势' },
    },
    {
      id: 'impressions_per_day',
      title: { en: 'Impressions per day', zh: '日均展示' },
      kind: 'number',
      note: {
        en: 'Charged impressions and impressions behind charged clicks, divided by the number of days of the period that have started',
        zh: '已计费的展示次数与带来计费点击的展示次数之和，除以期间内已开始的天数',
      },
    },
  ],
  rows: [
    placement('feed', { en: 'Precise targeting, high engagement', zh: '画像精准、互动率高' }, about('1500000000')),
    placement(
      'article',
      { en: 'Reaches niche audiences, short path to purchase', zh: '垂直触达、转化链路短' },
      about('800000000'),
    ),
    placement(
      'rewarded',
      { en: 'Started by the user, low intrusion', zh: '用户主动触发、低打扰' },
      about('2000000000'),
    ),
  ],
}
