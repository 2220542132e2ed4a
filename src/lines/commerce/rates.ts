/**
 * Our commission on orders: the ranges of the product list; the categories and services, and their rates within the
 * ranges, are defaults of ours.
 */
import type { Static } from 'typebox'
import { approved, checked, notForThis } from '../../engine/refund-rules.ts'
import type { RefundPolicy } from '../../engine/schemas.ts'
import type { PercentageTerms } from '../../pricing/percentage.ts'

type Refund = Static<typeof RefundPolicy>

export const commissionByCategory: PercentageTerms = {
  model: 'percentage',
  rate: {
    by: 'category',
    options: {
      grocery: '0.05',
      'fresh-food': '0.05',
      appliances: '0.06',
      electronics: '0.06',
      'mother-and-baby': '0.08',
      home: '0.08',
      apparel: '0.1',
      sports: '0.1',
      beauty: '0.12',
      jewelry: '0.12',
      'digital-content': '0.15',
    },
    min: '0.05',
    max: '0.15',
  },
  rounding: { to: 'minor' },
}

export const shareByService: PercentageTerms = {
  model: 'percentage',
  rate: {
    by: 'service',
    options: { freight: '0.03', standard: '0.05', 'cold-chain': '0.06', express: '0.08' },
    min: '0.03',
    max: '0.08',
  },
  rounding: { to: 'minor' },
}

/**
 * Returns within a number of days, item by item; a seller who has spent the earnings owes them, and later orders repay
 * the debt.
 */
export function within(windowDays: number): Refund {
  return { windowDays, maxRefunds: null, minGapSeconds: 0, shortage: 'debt', approvals: checked('20000') }
}

/** An order: for returns of faultless goods, the carrier keeps its fee. */
export const returnedGoods: Refund = {
  ...within(30),
  reasons: {
    'changed-mind': { evidence: ['return-record'], keeps: ['shipping'], approvals: approved('2000', '20000') },
    'not-as-described': { evidence: ['photo'] },
  },
}

/** A slot in a show: refundable if canceled early enough; later, only the minutes that were not broadcast. */
export const slotFee: Refund = {
  ...within(90),
  use: { rule: 'unused-items' },
  reasons: {
    'changed-mind': notForThis,
    cancelled: {
      use: {
        rule: 'notice',
        notice: [
          { hours: 72, share: '1' },
          { hours: 24, share: '0.5' },
        ],
      },
      approvals: approved('5000', '20000'),
    },
  },
}

/** Names of services for the schemas of events: "standard". */
export const NAME = '^[a-z][a-z0-9-]{0,31}$'
