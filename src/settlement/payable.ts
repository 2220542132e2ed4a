/**
 * Computes how much of a balance can be paid out: payable = available − owed − held back, rounded down to whole minor
 * units, never below zero.
 *
 * - available = balance − holds − floor;
 * - owed = debts and advances, and with `restoreAtPayout` what was written off;
 * - held back = for every charge that credited the party and may still be refunded (by the hold rule of its line), what
 *   the party would have to return if the rest of the charge were refunded now, less the fees it would get back, exact
 *   to the micro. For older charges with an open dispute, only the disputed share.
 *
 * Pending refunds are already deducted from the balance and not counted again. Cost: one index row, one charge lookup
 * and the components of each charge that paid the party within the longest hold; the amount of older history does not
 * matter.
 */

import type { RefundPolicy, StoredDraft } from '../charges/draft.ts'
import { prepared, type TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { type Account, accountName } from '../ledger/account.ts'
import { type Micros, minorUnit, parseMicros } from '../money/amount.ts'
import { divide } from '../money/round.ts'
import { writtenOff } from './debt-entries.ts'
import type { Terms } from './settings.ts'
import type { Hold } from './settings-schema.ts'
import { availableOf, DEBT_KINDS, owedBy, readStanding, type Standing } from './standing.ts'

export interface Payable {
  readonly available: Micros
  readonly owed: Micros
  /** Written-off debts that are reinstated before the payout; zero unless the settings ask for it. */
  readonly restored: Micros
  readonly heldBack: Micros
  /** Number of charges with an amount held back. */
  readonly charges: number
  readonly payable: Micros
}

/**
 * Charges that may have an amount held back, a page by id after $3. The last charge before the period bounds the
 * transfers to scan, because batch numbers rise with the time of recording. One hour ($6) is subtracted to allow for
 * clock differences and slow postings.
 */
const CANDIDATES = prepared(`WITH before AS (
    SELECT coalesce((SELECT batch FROM charge WHERE tenant = $1 AND id < $6::uuid ORDER BY id DESC LIMIT 1), 0) AS batch),
  earned AS (
    SELECT DISTINCT posting AS id FROM transfer
    WHERE tenant = $1 AND credit = $2 AND batch > (SELECT batch FROM before) AND component IS NOT NULL AND posting > $3::uuid),
  disputed AS (SELECT DISTINCT charge AS id FROM dispute WHERE tenant = $1 AND status = 'open' AND charge > $3::uuid)
  SELECT c.id, c.line, c.effective_at AS "effectiveAt", c.left_over AS "left", c.disputed, c.returned, c.draft
  FROM (SELECT id FROM earned UNION SELECT id FROM disputed) wanted,
  LATERAL (SELECT id, line, effective_at, captured - kept - refunded - pending AS left_over, disputed, returned, draft
           FROM charge WHERE tenant = $1 AND id = wanted.id OFFSET 0) c
  WHERE c.left_over > 0 AND (c.disputed > 0 OR c.effective_at > $4) ORDER BY c.id LIMIT $5`)

interface Candidate {
  readonly id: Uuid
  readonly line: string
  readonly effectiveAt: Date
  /** Micros of the charge's unit: what may still be refunded to the payer, and how much of it is disputed. */
  readonly left: Micros
  readonly disputed: Micros
  readonly returned: readonly Micros[] | null
  readonly draft: string
}

/** Charges per page; about two kilobytes each. */
const PAGE = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Returns the payable amount of a standing that was read or locked by the caller. */
export async function payableOf(tx: TenantQueryable, standing: Standing, terms: Terms): Promise<Payable> {
  const { party, unit, balance } = standing
  const owed = DEBT_KINDS.reduce((sum, kind) => sum + owedBy(standing, kind), 0n)
  const restored = terms.restoreAtPayout
    ? (await Promise.all(DEBT_KINDS.map((kind) => writtenOff(tx, { party, kind, unit })))).reduce((a, b) => a + b, 0n)
    : 0n
  const held = balance ? await heldBack(tx, balance, terms) : { amount: 0n, charges: 0 }
  const available = availableOf(standing)
  const free = available - owed - restored - held.amount
  return {
    ...{ available, owed, restored, heldBack: held.amount, charges: held.charges },
    payable: free > 0n ? free - (free % minorUnit(unit)) : 0n,
  }
}

/** Returns the payable amount and the balance without locks, for display. */
export async function readPayable(
  tx: TenantQueryable,
  party: string,
  unit: string,
  terms: Terms,
): Promise<Payable & { readonly balance: Micros }> {
  const payable = await payableOf(tx, await readStanding(tx, party, unit), terms)
  const [row] = await tx.query<{ balance: Micros }>(
    'SELECT balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
    [tx.tenant, accountName(party, 'balance', unit).path, unit],
  )
  return { ...payable, balance: row?.balance ?? 0n }
}

async function heldBack(tx: TenantQueryable, account: Account, { hold, lines }: Terms) {
  const [clock] = await tx.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const now = clock!.now.getTime()
  const since = now - Math.max(...[hold, ...Object.values(lines)].map(daysOf)) * DAY
  let [amount, charges] = [0n, 0]
  for (let after = FIRST; ; ) {
    const page = await tx.query<Candidate>(CANDIDATES, [
      ...[tx.tenant, account.id, after, new Date(since), PAGE, firstUuidOf(since - HOUR)],
    ])
    for (const charge of page) {
      const held = heldFor(charge, account, Object.hasOwn(lines, charge.line) ? lines[charge.line]! : hold, now)
      amount += held
      if (held > 0n) charges += 1
    }
    if (page.length < PAGE) return { amount, charges }
    after = page.at(-1)!.id
  }
}

/** Returns the amount held back for one charge, in micros of the account. */
function heldFor({ draft: text, ...charge }: Candidate, account: Account, hold: Hold, now: number): Micros {
  const draft = JSON.parse(text) as StoredDraft
  const back = returnableOf(draft, charge.returned, account)
  const inPeriod = hold.rule !== 'none' && charge.effectiveAt.getTime() > now - hold.days * DAY
  if (inPeriod && (hold.rule === 'days' || windowIsOpen(draft.refund, charge.effectiveAt, now))) return back
  return divide(back * charge.disputed, charge.left, 'up')
}

/** Returns the amount that an account would have to return if the rest of a charge were refunded now. */
function returnableOf({ items }: StoredDraft, returned: readonly Micros[] | null, { path, unit }: Account): Micros {
  let [sum, number] = [0n, 0]
  for (const { components } of items) {
    for (const { from, to, amount, returns } of components) {
      const back = returned?.[number] ?? 0n
      number += 1
      if (returns === 'never' || amount.currency !== unit || (from !== path && to !== path)) continue
      const left = parseMicros(amount.amount) - back
      sum += to === path ? left : -left
    }
  }
  return sum > 0n ? sum : 0n
}

/** Whether the policy still allows a refund of the charge for any reason. */
export function windowIsOpen({ windowDays, reasons = {} }: RefundPolicy, effectiveAt: Date, now: number): boolean {
  const own = Object.values(reasons).flatMap((rule) => (rule.windowDays === undefined ? [] : [rule.windowDays]))
  return [windowDays, ...own].some((days) => days === null || effectiveAt.getTime() + days * DAY >= now)
}

const daysOf = (hold: Hold): number => (hold.rule === 'none' ? 0 : hold.days)

/** Returns the smallest UUIDv7 of a millisecond; ids sort by creation time. */
function firstUuidOf(time: number): string {
  const hex = Math.max(time, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
