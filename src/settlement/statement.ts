/**
 * The statement of a party: opening balance, every movement in a period, and closing balance. The period consists of
 * days of the tenant's time zone, by time of recording, so an issued statement never changes and its closing balance
 * equals the ledger's.
 */

import { Temporal } from 'temporal-polyfill'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { type AccountId, accountName } from '../ledger/account.ts'
import { balanceAt } from '../ledger/history.ts'
import type { Micros } from '../money/amount.ts'
import { dayCount } from '../pricing/calendar.ts'
import { Problem } from '../problem.ts'

/**
 * `charges`: credits from charges, or debits of a party that paid them; `fees`: deductions from these credits;
 * `refunds`: movements of refunds and their reversals; `debts`: debts, advances and their recovery; `payouts`: payouts
 * and their returns; `other`: manual entries.
 */
export const SECTIONS = ['charges', 'fees', 'refunds', 'debts', 'payouts', 'other'] as const
type Section = (typeof SECTIONS)[number]

interface SectionSum {
  readonly section: Section
  /** Micros, both positive. */
  readonly in: Micros
  readonly out: Micros
  readonly count: number
}

export interface Statement {
  readonly party: string
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly opening: Micros
  readonly closing: Micros
  readonly sections: readonly SectionSum[]
}

/** A movement of the balance; `amount` is negative for a debit. */
export interface StatementLine {
  readonly at: Date
  readonly section: Section
  readonly kind: string
  /** UUID of the charge, refund or journal entry, and its type. */
  readonly posting: Uuid
  readonly type: 'chg' | 'rfd' | 'jrn'
  readonly reference: string | null
  readonly amount: Micros
  /** Balance after the movement. */
  readonly balance: Micros
}

/** Maximum number of lines of a statement; a longer period has to be requested in parts. */
export const MAX_LINES = 50_000
const LONGEST_DAYS = 3_660

const DEBT_KINDS = ['debt', 'advance', 'debt-recovery', 'advance-recovery', 'debt-repaid']
const PAYOUT_KINDS = ['payout', 'payout-return']

/** Movements of the account in the period, with the posting that caused each. $2: account, $3: from, $4: to. */
const MOVED = `SELECT t.batch, t.n, t.recorded_at AS at, t.kind, t.posting, t.amount, p.type, p.reference,
    CASE WHEN t.kind = ANY ($5) THEN 'debts' WHEN t.kind = ANY ($6) THEN 'payouts' WHEN p.type = 'rfd' THEN 'refunds'
         WHEN p.type = 'chg' THEN CASE WHEN t.amount < 0 AND NOT p.paid THEN 'fees' ELSE 'charges' END ELSE 'other' END AS section
  FROM (SELECT batch, n, recorded_at, kind, posting, amount FROM transfer
        WHERE tenant = $1 AND credit = $2 AND recorded_at >= $3 AND recorded_at < $4
        UNION ALL SELECT batch, n, recorded_at, kind, posting, -amount FROM transfer
        WHERE tenant = $1 AND debit = $2 AND recorded_at >= $3 AND recorded_at < $4) t,
  LATERAL (SELECT 'chg' AS type, reference, payer = $7 AS paid FROM charge WHERE tenant = $1 AND id = t.posting
           UNION ALL SELECT 'rfd', reference, false FROM refund WHERE tenant = $1 AND id = t.posting
           UNION ALL SELECT 'jrn', description, false FROM journal WHERE tenant = $1 AND id = t.posting
           UNION ALL SELECT 'jrn', null, false FROM dispute WHERE tenant = $1 AND id = t.posting OFFSET 0) p`

interface Asked {
  readonly party: string
  readonly unit: string
  /** Days; `to` is exclusive. */
  readonly from: string
  readonly to: string
}

/** Returns the totals of a statement by section. @throws Problem `report_period_invalid`. */
export function readStatement(db: TenantDatabase, requested: Asked): Promise<Statement> {
  return snapshot(db, async (tx) => {
    const period = await open(tx, requested)
    const rows = await tx.query<{ section: Section; in: Micros; out: Micros; count: number }>(
      `SELECT section, coalesce(sum(amount) FILTER (WHERE amount > 0), 0)::bigint AS "in",
              coalesce(-sum(amount) FILTER (WHERE amount < 0), 0)::bigint AS "out", count(*)::int AS count
       FROM (${MOVED}) moved GROUP BY section`,
      period.params,
    )
    const sections = SECTIONS.flatMap((section) => rows.filter((row) => row.section === section))
    const { timeZone, opening, closing } = period
    return { ...requested, timeZone, opening, closing, sections }
  })
}

/** Returns the lines of a statement. @throws Problem `report_period_invalid`, `statement_too_long`. */
export function readStatementLines(db: TenantDatabase, requested: Asked): Promise<StatementLine[]> {
  return snapshot(db, async (tx) => {
    const { params, opening } = await open(tx, requested)
    const rows = await tx.query<Omit<StatementLine, 'balance'>>(
      `SELECT at, section, kind, posting, type, reference, amount FROM (${MOVED}) moved ORDER BY batch, n LIMIT $8`,
      [...params, MAX_LINES + 1],
    )
    if (rows.length > MAX_LINES) throw new Problem('statement_too_long', { most: MAX_LINES })
    let balance = opening
    return rows.map((row) => {
      balance += row.amount
      return { ...row, balance }
    })
  })
}

function snapshot<T>(db: TenantDatabase, run: (tx: TenantQueryable) => Promise<T>): Promise<T> {
  return db.transaction(run, { isolation: 'repeatable read', readOnly: true })
}

const NO_ACCOUNT = -1n as unknown as AccountId

async function open(tx: TenantQueryable, { party, unit, from, to }: Asked) {
  const length = dayCount(dayOf(from), dayOf(to))
  if (length < 1 || length > LONGEST_DAYS) throw invalidPeriod(`${from}/${to}`)
  const [row] = await tx.query<{ timeZone: string; start: Date; end: Date; id: AccountId | null }>(
    `SELECT t.time_zone AS "timeZone", $2::date::timestamp AT TIME ZONE t.time_zone AS start,
            $3::date::timestamp AT TIME ZONE t.time_zone AS "end", a.id
     FROM tenant t LEFT JOIN account a ON a.tenant = $1 AND a.path = $4 AND a.unit = $5 WHERE t.id = $1`,
    [tx.tenant, from, to, accountName(party, 'balance', unit).path, unit],
  )
  const { timeZone, start, end, id } = row!
  // Without an account there is nothing to sum up: no account has this id.
  const account = id ?? NO_ACCOUNT
  // balanceAt includes what was recorded at the given instant; the end of the period is exclusive.
  const before = (at: Date) => ({ at: new Date(at.getTime() - 1), basis: 'recorded' }) as const
  const [opening, closing] = [await balanceAt(tx, account, before(start)), await balanceAt(tx, account, before(end))]
  return {
    timeZone,
    opening,
    closing,
    params: [tx.tenant, account, start, end, DEBT_KINDS, PAYOUT_KINDS, party] as unknown[],
  }
}

function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw invalidPeriod(text.slice(0, 40))
  }
}

function invalidPeriod(value: string): Problem {
  return new Problem('report_period_invalid', { value, days: LONGEST_DAYS })
}
