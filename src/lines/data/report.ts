/** The data report: price, customers, and the compliance risk that decides the approvals. */
import type { Title } from '../../catalog/product.ts'
import type { LineReport, ReportRow, RowView } from '../../engine/report.ts'
import { aboutWords, byIndustry, each, money, nameColumn, words } from '../../engine/report-cells.ts'
import { band } from '../../engine/report-terms.ts'

interface Terms {
  /** Each product names its price differently. */
  readonly priceFrom?: string
  readonly copy?: { readonly price?: unknown }
  readonly project?: { readonly min?: string }
  readonly privacy?: { readonly risk?: string }
}

const RISKS: Readonly<Record<string, Title>> = {
  low: { en: 'low', zh: '低' },
  medium: { en: 'medium', zh: '中' },
  high: { en: 'high', zh: '高' },
}

interface About {
  /** The counted unit: copies, milestones. */
  readonly measure: string
  readonly price: (terms: Terms) => string | undefined
  readonly pricing: Title
  readonly customers: Title
  readonly risk: string
}

function product(id: string, { measure, price, pricing, customers, risk }: About): ReportRow {
  return {
    product: id,
    cells: (view: RowView) => {
      const terms = (view.terms ?? {}) as Terms
      const now = terms.privacy?.risk
      return {
        pricing: money(
          each(view.sums.amounts('captured'), view.sums.count(measure)),
          aboutWords(pricing),
          price(terms),
        ),
        customers: words(byIndustry(view), aboutWords(customers)),
        compliance_risk: words(now === undefined ? undefined : (RISKS[now] ?? now), aboutWords(RISKS[risk]!)),
      }
    },
  }
}

const from = (least: string | undefined) => (least === undefined ? undefined : band({ min: least }))

export const report: LineReport = {
  queries: ['industries'],
  columns: [
    nameColumn('product', { en: 'Product', zh: '产品' }),
    {
      id: 'pricing',
      title: { en: 'Pricing', zh: '定价' },
      kind: 'money',
      note: {
        en: 'Price on the rate card and the average price per copy (for training sets, per milestone)',
        zh: '费率表价格，以及每份（数据集为每个里程碑）的平均成交价',
      },
    },
    {
      id: 'customers',
      title: { en: 'Customers', zh: '客户' },
      kind: 'text',
      note: {
        en: 'Paying customers in the months that overlap with the period, by the industry of the party (attribute industry)',
        zh: '期间涉及的各月内付费客户，按其资料中的行业（属性 industry）统计',
      },
    },
    {
      id: 'compliance_risk',
      title: { en: 'Compliance risk', zh: '合规风险' },
      kind: 'text',
      note: {
        en: 'Risk level on the rate card in force at the end of the period; it determines the required approvals',
        zh: '期末有效费率表所定的风险等级，它决定审批要求',
      },
    },
  ],
  rows: [
    product('audience-report', {
      measure: 'copies',
      price: ({ priceFrom }) => from(priceFrom),
      pricing: { en: 'from 50,000 per copy', zh: '每份 5 万起' },
      customers: { en: 'consumer goods, cars', zh: '快消、汽车' },
      risk: 'medium',
    }),
    product('white-paper', {
      measure: 'copies',
      price: ({ copy }) => band(copy?.price),
      pricing: { en: '100,000 per copy', zh: '每份 10 万' },
      customers: { en: 'consultancies, investment banks', zh: '咨询公司、投行' },
      risk: 'low',
    }),
    product('training-set', {
      measure: 'milestones',
      price: ({ project }) => from(project?.min),
      pricing: { en: 'quoted per project', zh: '按项目报价' },
      customers: { en: 'technology companies, universities', zh: '科技公司、高校' },
      risk: 'high',
    }),
  ],
}
