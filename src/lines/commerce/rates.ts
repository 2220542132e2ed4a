/**
 * What we take of an order: bands from the mission; the categories and services, and where each stands in its band, are
 * ours.
 */
import type { Static } from 'typebox'
import type { PercentageTerms } from '../../pricing/percentage.ts'
import type { RefundPolicy } from '../schemas.ts'

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

/** Back within so many days, item by item; who has spent what he earned owes it, and his next orders pay it. */
export function within(windowDays: number): Refund {
  return { windowDays, maxRefunds: null, minGapSeconds: 0, shortage: 'debt' }
}

/** Services known by name, for the schemas of events: "standard". */
export const NAME = '^[a-z][a-z0-9-]{0,31}$'
