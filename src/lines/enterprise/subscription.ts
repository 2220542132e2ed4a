/**
 * Shared by the three modules: a monthly price for a term in days. The term is split at the boundaries of the billing
 * periods; each period is an item with its days as the quantity (seat-days if seats are sold), so unused days are
 * refunded at the price of their period.
 */
import type { Temporal } from 'temporal-polyfill'
import Type, { type Static } from 'typebox'
import type { Pricer } from '../../catalog/product.ts'
import type { ChargeDraft, Item } from '../../charges/draft.ts'
import { approved, ourFault } from '../../engine/refund-rules.ts'
import { Day, PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { MICROS_PER_UNIT, minorUnit } from '../../money/amount.ts'
import { anchorDay, dayCount, periodOf, readMoment, type Schedule } from '../../pricing/calendar.ts'
import { RecurringTerms, recurring } from '../../pricing/recurring.ts'
import { wholeMinor } from '../../pricing/rounding.ts'
import { Problem } from '../../problem.ts'
import type { Activity } from '../../rollups/activity.ts'
import { described } from '../../schema.ts'

const Moment = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d(T[0-9:.]{5,15}(Z|[+-]\\d\\d:\\d\\d))?$',
  description: 'A day, or a timestamp with an offset, which counts as its day in the time zone',
  examples: ['2026-12-01'],
})

/** The fields of every module's event. `to` is the first day that is no longer billed. */
export const stretch = {
  customer: PartyId,
  from: Moment,
  to: Moment,
  zone: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_+/:-]{1,64}$',
      description: 'IANA time zone; defaults to that of the rate card',
    }),
  ),
  anchor: Type.Optional(described(Day, 'A day on which a billing period starts; defaults to that of the rate card')),
}

export const SubscriptionTerms = Type.Object(
  {
    price: RecurringTerms,
    zone: Type.String({ minLength: 1, maxLength: 64, description: 'IANA time zone that days are counted in' }),
    refund: RefundPolicy,
  },
  { additionalProperties: false },
)
export type SubscriptionTerms = Static<typeof SubscriptionTerms>

/** Unused days are refundable for a year, so that errors on invoices of the last twelve months can be credited. */
export const defaultTerms = (price: string): SubscriptionTerms => ({
  price: { model: 'recurring', price, every: 'month', proration: 'days', rounding: { to: 'minor' } },
  zone: 'Asia/Shanghai',
  refund: {
    windowDays: 365,
    maxRefunds: null,
    minGapSeconds: 0,
    shortage: 'reject',
    use: { rule: 'unused-time', measure: 'day' },
    approvals: approved('5000', '50000'),
    reasons: {
      duplicate: ourFault('50000'),
      'billing-error': ourFault('50000'),
      'service-failure': ourFault('50000'),
    },
  },
})

interface Stretch {
  readonly customer: string
  readonly from: string
  readonly to: string
  readonly zone?: string
  readonly anchor?: string
  readonly seats?: number
}

interface Part {
  readonly start: Temporal.PlainDate
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/** Longest term of one charge in billing periods: ten years of months. */
const MAX_PERIODS = 120

export function compileSubscription(terms: SubscriptionTerms, currency: string): Pricer<Stretch> {
  const price = recurring.compile(wholeMinor(terms.price), currency)
  const revenue = accountName(PLATFORM, 'revenue', currency).path
  return {
    needs: () => ({}),
    charge(event) {
      const { customer, zone = terms.zone, anchor, seats = 1 } = event
      const payerAccount = accountName(customer, 'external', currency).path
      const items = cut(event, scheduleOf(terms.price, anchor), zone).map(({ start, from, to }): Item => {
        const priced = price({
          from: from.toString(),
          to: to.toString(),
          zone,
          quantity: BigInt(seats) * MICROS_PER_UNIT,
          ...(anchor === undefined ? {} : { anchor }),
        })
        const detail = { customer, from: from.toString(), to: to.toString(), zone }
        return {
          id: start.toString(),
          quantity: BigInt(dayCount(from, to) * seats),
          period: { from: from.toString(), to: to.toString(), zone },
          components: [
            {
              kind: 'subscription',
              from: payerAccount,
              to: revenue,
              amount: priced.amount,
              unit: currency,
              returns: 'pro-rata',
              quantum: minorUnit(currency),
              why: [{ code: 'subscribed', params: detail }, ...priced.steps],
            },
          ],
        }
      })
      return { payer: customer, payerAccount, payee: null, unit: currency, items, refund: terms.refund }
    },
  }
}

/** The sold days, in the zone in which they are billed, as stated on the charge. */
export function subscriptionActivity(_event: unknown, { items }: Pick<ChargeDraft, 'items'>): Activity {
  const said = (item: Item | undefined) => item?.components[0]?.why.find(({ code }) => code === 'subscribed')?.params
  const [starts, ends] = [said(items[0])?.from, said(items.at(-1))?.to]
  const measures = { seatDays: items.reduce((sum, { quantity }) => sum + quantity, 0n) }
  return starts === undefined || ends === undefined ? { measures } : { measures, term: { starts, ends } }
}

/** The billing calendar, as `recurring` counts it. */
function scheduleOf({ every, count = 1, anchor: day = 1 }: RecurringTerms, anchor: string | undefined): Schedule {
  if (anchor === undefined) return { every, count, anchor: anchorDay(every, day) }
  return { every, count, anchor: readMoment(anchor, 'UTC', 'anchor').day }
}

/** Splits a term at the boundaries of billing periods. @throws Problem `price_input_invalid`. */
function cut(event: Stretch, schedule: Schedule, zone: string): Part[] {
  const first = readMoment(event.from, zone, 'from').day
  const last = readMoment(event.to, zone, 'to').day
  if (dayCount(first, last) <= 0) {
    throw new Problem('price_input_invalid', { field: 'to', value: `${event.to} is not after ${event.from}` })
  }
  const parts: Part[] = []
  for (let from = first; dayCount(from, last) > 0; ) {
    if (parts.length === MAX_PERIODS) {
      throw new Problem('price_input_invalid', { field: 'to', value: `more than ${MAX_PERIODS} periods` })
    }
    const { start, end } = periodOf(schedule, from)
    const to = dayCount(end, last) < 0 ? last : end
    parts.push({ start, from, to })
    from = to
  }
  return parts
}
