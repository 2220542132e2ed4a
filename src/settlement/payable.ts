/**
 * How much of a balance can be paid out: payable = available − owed − held back, in whole minor units, never below zero.
 *
 * - available = balance − holds − floor;
 * - owed = debts and advances, and with `restoreAtPayout` what was written off;
 * - held back = over every charge that brought the party something and may still be refunded (by the hold rule of its
 *   line), what the party would have to give back if all that is left of it were refunded now (fees that come back to it
 *   taken off), to the micro. Of older charges with an open dispute, the disputed part of it.
 *
 * Refunds under way have been taken from the balance already and are not counted again. Cost: one index row and one charge
 * looked up for each charge that paid the party within the longest hold, and its components read; nothing
 * older is touched, however much there is of it.
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
  /** What was written off and is taken up again first; zero unless the settings say so. */
  readonly restored: Micros
  readonly heldBack: Micros
  /** How many charges something is held back for. */
  readonly charges: number
  readonly payable: Micros
}

/**
 * Charges that may have something to be held back for, a page by id after $3. The last charge before the period bounds the
 * transfers to look at: numbers of batches rise with the time at which they are recorded. An hour is taken off ($6) for
 * clocks that differ and postings that took their time.
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
  /** Micros of the charge's unit: what the payer may still get back, and what of it is disputed. */
  readonly left: Micros
  readonly disputed: Micros
  readonly returned: readonly Micros[] | null
  readonly draft: string
}

/** Charges read at a time: two kilobytes each. */
const PAGE = 1_000
const FIRST = '00000000-0000-0000-0000-000000000000'
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** By what was read or locked. */
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

/** For looking: one moment's figures. */
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

/** What is held back for one charge: micros of the account. */
function heldFor({ draft: text, ...charge }: Candidate, account: Account, hold: Hold, now: number): Micros {
  const draft = JSON.parse(text) as StoredDraft
  const back = returnableOf(draft, charge.returned, account)
  const inPeriod = hold.rule !== 'none' && charge.effectiveAt.getTime() > now - hold.days * DAY
  if (inPeriod && (hold.rule === 'days' || windowIsOpen(draft.refund, charge.effectiveAt, now))) return back
  return divide(back * charge.disputed, charge.left, 'up')
}

/** What an account would give back of a charge if all that is left of it were refunded now. */
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

/** Whether a charge may still be refunded for some reason by its policy. */
export function windowIsOpen({ windowDays, reasons = {} }: RefundPolicy, effectiveAt: Date, now: number): boolean {
  const own = Object.values(reasons).flatMap((rule) => (rule.windowDays === undefined ? [] : [rule.windowDays]))
  return [windowDays, ...own].some((days) => days === null || effectiveAt.getTime() + days * DAY >= now)
}

const daysOf = (hold: Hold): number => (hold.rule === 'none' ? 0 : hold.days)

/** Ids sort by the time at which they were made: the first that a millisecond could have. */
function firstUuidOf(time: number): string {
  const hex = Math.max(time, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
