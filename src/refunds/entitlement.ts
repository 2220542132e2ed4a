/**
 * Calculates how much of each item of a charge is refundable by its policy: the unused part, times the policy's share.
 * Cumulative: earlier refunds are included, so that several partial requests return no more than a single one.
 */
import { Temporal } from 'temporal-polyfill'
import type { Item, Period } from '../charges/draft.ts'
import type { DeliveryState, EffectiveRule, UseRule } from '../charges/policy.ts'
import { isWholeMinor, type Micros, max0, min, minorUnit } from '../money/amount.ts'
import { formatPercent, multiplyRates, parseRate, type Rate } from '../money/rate.ts'
import { divideTo } from '../money/round.ts'
import { dayCount, readMoment } from '../pricing/calendar.ts'
import type { Step } from '../pricing/price.ts'
import type { RefundableCharge } from './plan.ts'

/** Facts about the use of a charge. Accepted from trusted callers only, because they determine what is refundable. */
export interface UseFacts {
  /** Used quantity of each item; for gifts, the claimed quantity. */
  readonly items?: Readonly<Record<string, bigint>>
  /** End of the use of a period; defaults to the time of the request. */
  readonly usedUntil?: Date
  /** Number of prepaid calls used. */
  readonly calls?: bigint
  readonly delivery?: DeliveryState
  /** Time of the cancellation; defaults to the time of the request. */
  readonly notifiedAt?: Date
  /** Period of items for which the charge has none. */
  readonly period?: Period
}

/** A fact that a decision can require. */
export type Fact = 'items' | 'calls' | 'delivery' | 'period' | 'rate'

/** The time of the request, the facts about use, and the tenant's time zone. */
export interface UseQuestion {
  readonly use?: UseFacts
  readonly at: Date
  readonly zone: string
}

/** An item with what is still refundable of it. Amounts in micros of the charge's unit. */
export interface Entitlement {
  readonly item: Item
  /** Amounts paid by the payer: refundable pro rata, refundable only as a whole, already refunded, and the rest. */
  readonly proRata: Micros
  readonly wholeOnly: Micros
  readonly refunded: Micros
  readonly left: Micros
  readonly returnedQuantity: bigint
  /** The refundable part of the item, cumulative. */
  readonly part: Rate
  /** `part` in whole units; null if it is not a whole number of units, or the policy's share is below 1. */
  readonly units: bigint | null
  /** What is still refundable. */
  readonly most: Micros
  /** The missing fact; until it is supplied, the item counts as unused. */
  readonly missing: Fact | null
  readonly steps: readonly Step[]
}

export const isLimited = ({ part }: Entitlement): boolean => part.numerator < part.denominator

/**
 * Returns what is still refundable of every item by a rule.
 * @throws Problem `price_input_invalid` for an invalid period.
 */
export function entitlements(charge: RefundableCharge, rule: EffectiveRule, question: UseQuestion): Entitlement[] {
  let first = 0
  let calls = question.use?.calls ?? 0n
  return charge.items.map((item, position) => {
    const start = first
    first += item.components.length
    const used = usedOf(item, rule.use, question, calls)
    if (item.pack) calls -= min(calls, item.pack.calls)
    const stays = isKept(item, charge.payerAccount, rule.keeps)
    const share = parseRate(rule.share)
    const part = stays ? NOTHING : multiplyRates(used.part, share)
    const standing = standingOf(charge, item, position, start)
    const counted = part.numerator * item.quantity
    const units =
      share.numerator === share.denominator && counted % part.denominator === 0n ? counted / part.denominator : null
    const said = stays ? { code: 'decision_item_stays', params: { item: item.id } } : used.said
    return {
      item,
      ...standing,
      part,
      units,
      most: mostOf(standing, part, units, charge.unit),
      missing: stays ? null : used.missing,
      steps: said ? [said] : [],
    }
  })
}

interface Used {
  /** The unused part of the item. */
  readonly part: Rate
  readonly missing: Fact | null
  readonly said: Step | null
}

const ALL: Rate = { numerator: 1n, denominator: 1n }
const NOTHING: Rate = { numerator: 0n, denominator: 1n }
const unknown = (missing: Fact): Used => ({ part: ALL, missing, said: null })

function usedOf(item: Item, rule: UseRule, question: UseQuestion, calls: bigint): Used {
  const { use } = question
  switch (rule.rule) {
    case 'regardless':
      return { part: ALL, missing: null, said: null }
    case 'unused-items':
      return counted(item, use?.items?.[item.id], item.quantity, { code: 'decision_items_used', fact: 'items' })
    case 'unclaimed':
      if (!item.gift)
        return { part: NOTHING, missing: null, said: { code: 'decision_no_gift', params: { item: item.id } } }
      return counted(item, use?.items?.[item.id], item.quantity, { code: 'decision_claimed', fact: 'items' })
    case 'unused-calls':
      if (!item.pack)
        return { part: NOTHING, missing: null, said: { code: 'decision_no_pack', params: { item: item.id } } }
      return counted(item, use?.calls === undefined ? undefined : calls, item.pack.calls, {
        code: 'decision_calls_used',
        fact: 'calls',
      })
    case 'unused-time':
      return restOf(item, rule.measure, question)
    case 'notice':
      return byNotice(item, rule.notice, question)
    case 'delivery': {
      if (!use?.delivery) return unknown('delivery')
      const share = rule.delivery[use.delivery]
      return {
        part: parseRate(share),
        missing: null,
        said: { code: 'decision_delivery', params: { state: use.delivery, share: percent(share) } },
      }
    }
  }
}

function counted(
  item: Item,
  used: bigint | undefined,
  of: bigint,
  { code, fact }: { readonly code: string; readonly fact: Fact },
): Used {
  if (used === undefined) return unknown(fact)
  const unused = max0(of - max0(used))
  const params = { item: item.id, used: (of - unused).toString(), of: of.toString(), unused: unused.toString() }
  return { part: { numerator: unused, denominator: of }, missing: null, said: { code, params } }
}

function restOf(item: Item, measure: 'day' | 'second', { use, at, zone }: UseQuestion): Used {
  const period = item.period ?? use?.period
  if (!period) return unknown('period')
  const until = use?.usedUntil ?? at
  const { unused, of } = measure === 'day' ? restInDays(period, until, zone) : restInSeconds(period, until, zone)
  const params = {
    item: item.id,
    begins: period.from,
    ends: period.to,
    unused: unused.toString(),
    of: of.toString(),
    measure,
  }
  return { part: { numerator: unused, denominator: of }, missing: null, said: { code: 'decision_time_left', params } }
}

/** The last day of use counts as used in full. */
function restInDays(period: Period, until: Date, zone: string) {
  const counted = period.zone ?? zone
  const [from, to] = [readMoment(period.from, counted, 'from').day, readMoment(period.to, counted, 'to').day]
  const day = Temporal.Instant.fromEpochMilliseconds(until.getTime()).toZonedDateTimeISO(counted).toPlainDate()
  const of = Math.max(dayCount(from, to), 1)
  return { unused: BigInt(Math.min(Math.max(dayCount(day, to) - 1, 0), of)), of: BigInt(of) }
}

function restInSeconds(period: Period, until: Date, zone: string) {
  const counted = period.zone ?? zone
  const [from, to] = [
    readMoment(period.from, counted, 'from').seconds(),
    readMoment(period.to, counted, 'to').seconds(),
  ]
  const of = to > from ? to - from : 1n
  return { unused: min(max0(to - BigInt(Math.ceil(until.getTime() / 1000))), of), of }
}

function byNotice(
  item: Item,
  steps: readonly { hours: number; share: string }[],
  { use, at, zone }: UseQuestion,
): Used {
  const period = item.period ?? use?.period
  if (!period) return unknown('period')
  const starts = readMoment(period.from, period.zone ?? zone, 'from').seconds()
  const notice = Number(starts) - (use?.notifiedAt ?? at).getTime() / 1000
  const share = steps.find(({ hours }) => notice >= hours * 3600)?.share ?? '0'
  const params = {
    item: item.id,
    hours: Math.max(Math.floor(notice / 3600), 0).toString(),
    begins: period.from,
    share: percent(share),
  }
  return { part: parseRate(share), missing: null, said: { code: 'decision_notice', params } }
}

/** Whether an item is excluded: every component of it that the payer paid is of a kind that is not refunded. */
function isKept(item: Item, payerAccount: string, keeps: readonly string[]): boolean {
  const paid = item.components.filter(({ from, amount }) => from === payerAccount && amount > 0n)
  return keeps.length > 0 && paid.length > 0 && paid.every(({ kind }) => keeps.includes(kind))
}

type Standing = Pick<Entitlement, 'proRata' | 'wholeOnly' | 'refunded' | 'left' | 'returnedQuantity'>

function standingOf(charge: RefundableCharge, item: Item, position: number, first: number): Standing {
  let [proRata, wholeOnly, refunded] = [0n, 0n, 0n]
  for (const [offset, { from, returns, amount }] of item.components.entries()) {
    if (from !== charge.payerAccount) continue
    if (returns === 'pro-rata') proRata += amount
    if (returns === 'whole-only') wholeOnly += amount
    refunded += charge.returned?.[first + offset] ?? 0n
  }
  const returnedQuantity = charge.returnedQuantity?.[position] ?? 0n
  return { proRata, wholeOnly, refunded, left: proRata + wholeOnly - refunded, returnedQuantity }
}

/** Rounds whole units the same way as a refund of units, and any other part down to the minor unit. */
function mostOf({ proRata, refunded, left }: Standing, part: Rate, units: bigint | null, unit: string): Micros {
  if (part.numerator >= part.denominator) return left
  const fine = units !== null && !isWholeMinor(proRata, unit)
  const { numerator, denominator } = part
  const total = divideTo(
    proRata * numerator,
    denominator,
    fine ? 1n : minorUnit(unit),
    units === null ? 'down' : 'half-away',
  )
  const most = max0(min(total - refunded, left))
  return units === null && most < left ? most - (most % minorUnit(unit)) : most
}

const percent = (share: string): string => formatPercent(parseRate(share))
