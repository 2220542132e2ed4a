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
 * looked up for each charge that paid the party within the longest hold, with about 40 µs to read its components; nothing
 * older is touched, however much there is of it.
 */
import { prepared, type Queryable } from '../db/connect.ts'
import { accountName } from '../ledger/account.ts'
import { type Micros, minorUnit } from '../money/amount.ts'
import { writtenOff } from './debt-entries.ts'
import type { Hold, Terms } from './settings.ts'
import { availableOf, CARRIED, owedBy, readStanding, type Standing } from './standing.ts'

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
 * The last charge before the period bounds the transfers to look at: numbers of batches rise with the time at which they
 * are recorded. An hour is taken off for clocks that differ and postings that took their time.
 */
const HELD_BACK = prepared(`WITH rule AS (
    SELECT * FROM unnest($4::text[], $5::text[], $6::int[]) AS t(line, rule, days)),
  before AS (
    SELECT coalesce((SELECT batch FROM charge WHERE tenant = $1 AND id < $7::uuid ORDER BY id DESC LIMIT 1), 0) AS batch),
  earned AS (
    SELECT DISTINCT posting AS id FROM transfer
    WHERE tenant = $1 AND credit = $2 AND batch > (SELECT batch FROM before) AND component IS NOT NULL),
  disputed AS (SELECT DISTINCT charge AS id FROM dispute WHERE tenant = $1 AND status = 'open'),
  looked_at AS (
    SELECT c.*, a.path, a.unit AS account_unit, coalesce(own.rule, every.rule) AS rule, coalesce(own.days, every.days) AS days
    FROM (SELECT id FROM earned UNION SELECT id FROM disputed) wanted
    CROSS JOIN account a CROSS JOIN rule every,
    LATERAL (SELECT id, line, draft, returned, effective_at, captured, kept, refunded, pending, disputed FROM charge
             WHERE tenant = $1 AND id = wanted.id OFFSET 0) c
    LEFT JOIN rule own ON own.line = c.line
    WHERE a.tenant = $1 AND a.id = $2 AND every.line = '' AND c.captured - c.kept - c.refunded - c.pending > 0
      AND strpos(c.draft, '"' || a.path || '"') > 0),
  open AS (
    SELECT draft::json AS draft, returned, path, account_unit, disputed, captured - kept - refunded - pending AS left_over,
      rule <> 'none' AND effective_at > $3::timestamptz - days * interval '24 hours'
        AND (rule = 'days' OR refund_window_open(draft::json, effective_at, $3)) AS in_window
    FROM looked_at),
  held AS (
    SELECT CASE WHEN in_window THEN back ELSE ceil(back::numeric * disputed / left_over)::bigint END AS amount
    FROM open, LATERAL (SELECT payee_returnable(draft, returned, path, account_unit) AS back OFFSET 0) b
    WHERE in_window OR disputed > 0)
  SELECT coalesce(sum(amount), 0)::bigint AS amount, count(*)::int AS charges FROM held WHERE amount > 0`)

const HOUR = 3_600_000

/** By what was read or locked. */
export async function payableOf(tx: Queryable, tenant: number, standing: Standing, terms: Terms): Promise<Payable> {
  const { party, unit, balance } = standing
  const owed = CARRIED.reduce((sum, kind) => sum + owedBy(standing, kind), 0n)
  const restored = terms.restoreAtPayout
    ? (await Promise.all(CARRIED.map((kind) => writtenOff(tx, tenant, { party, kind, unit })))).reduce(
        (a, b) => a + b,
        0n,
      )
    : 0n
  const held = balance ? await heldBack(tx, tenant, balance.id, terms) : { amount: 0n, charges: 0 }
  const available = availableOf(standing)
  const free = available - owed - restored - held.amount
  return {
    ...{ available, owed, restored, heldBack: held.amount, charges: held.charges },
    payable: free > 0n ? free - (free % minorUnit(unit)) : 0n,
  }
}

/** For looking: one moment's figures. */
export async function readPayable(
  tx: Queryable,
  tenant: number,
  party: string,
  unit: string,
  terms: Terms,
): Promise<Payable & { readonly balance: Micros }> {
  const payable = await payableOf(tx, tenant, await readStanding(tx, tenant, party, unit), terms)
  const [row] = await tx.query<{ balance: Micros }>(
    'SELECT balance FROM account WHERE tenant = $1 AND path = $2 AND unit = $3',
    [tenant, accountName(party, 'balance', unit).path, unit],
  )
  return { ...payable, balance: row?.balance ?? 0n }
}

async function heldBack(tx: Queryable, tenant: number, account: bigint, { hold, lines }: Terms) {
  const rules: [line: string, rule: Hold['rule'], days: number][] = [
    ['', hold.rule, daysOf(hold)],
    ...Object.entries(lines).map(([line, own]) => [line, own.rule, daysOf(own)] as [string, Hold['rule'], number]),
  ]
  const [clock] = await tx.query<{ now: Date }>('SELECT clock_timestamp() AS now')
  const longest = Math.max(...rules.map(([, , days]) => days))
  const [row] = await tx.query<{ amount: Micros; charges: number }>(HELD_BACK, [
    tenant,
    account,
    clock!.now,
    rules.map(([line]) => line),
    rules.map(([, rule]) => rule),
    rules.map(([, , days]) => days),
    firstUuidOf(clock!.now.getTime() - longest * 24 * HOUR - HOUR),
  ])
  return row!
}

const daysOf = (hold: Hold): number => (hold.rule === 'none' ? 0 : hold.days)

/** Ids sort by the time at which they were made: the first that a millisecond could have. */
function firstUuidOf(time: number): string {
  const hex = Math.max(time, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
