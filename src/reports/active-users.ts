/**
 * Monthly active users, paying or not. Recoup only sees payers, so the platform reports the total. Every payer is a
 * user, so a month has at least as many users as payers: where the reported figure is missing or lower, the payers are
 * counted instead and reports indicate it (`basis`). A share of the users therefore never exceeds one.
 */
import { recordAudit } from '../audit/audit.ts'
import type { TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import type { DayRange, PayersRow } from '../rollups/read.ts'
import { monthsOf } from './period.ts'

export interface ActiveUsers {
  /** YYYY-MM-01 */
  readonly month: string
  readonly users: bigint
  readonly updatedAt: Date
}

const COLUMNS = 'month::text AS month, users, updated_at AS "updatedAt"'

/**
 * Stores or replaces the figure of a month. `month`: its first day.
 * @throws Problem `effective_in_future`: the month has not begun in the tenant's time zone.
 */
export async function putActiveUsers(tx: TenantTransaction, month: string, users: bigint): Promise<ActiveUsers> {
  const [row] = await tx.query<ActiveUsers>(
    `INSERT INTO active_users (tenant, month, users)
     SELECT $1, $2::date, $3 FROM tenant WHERE id = $1 AND $2::date <= now() AT TIME ZONE time_zone
     ON CONFLICT (tenant, month) DO UPDATE SET users = excluded.users, updated_at = now() RETURNING ${COLUMNS}`,
    [tx.tenant, month, users],
  )
  if (!row) throw new Problem('effective_in_future', { value: month.slice(0, 7) })
  await recordAudit(tx, {
    action: 'active_users_reported',
    subject: month.slice(0, 7),
    detail: { users: users.toString() },
  })
  return row
}

export function readActiveUsers(db: TenantQueryable, { from, to }: DayRange): Promise<ActiveUsers[]> {
  return db.query<ActiveUsers>(
    `SELECT ${COLUMNS} FROM active_users WHERE tenant = $1 AND month >= $2::date AND month < $3::date ORDER BY month`,
    [db.tenant, from, to],
  )
}

/** Users summed over months: a user of two months counts twice. */
export interface UserMonths {
  readonly months: readonly string[]
  readonly active: bigint
  /** The source of the figure: the reported users, the payers, or a mix by month. */
  readonly basis: 'reported' | 'payers' | 'mixed'
  /** Users who paid at least once, and more than once. */
  readonly payers: bigint
  readonly repeatPayers: bigint
}

/** Combines reported users and payers. Pure. `payers`: of these months. */
export function userMonths(
  range: DayRange,
  reported: readonly ActiveUsers[],
  payers: readonly PayersRow[],
): UserMonths {
  const months = monthsOf(range)
  const said = new Map(reported.map(({ month, users }) => [month, users]))
  const paid = new Map(payers.filter(({ line }) => line === '').map((row) => [row.month, row]))
  let [active, all, repeat, known] = [0n, 0n, 0n, 0]
  for (const month of months) {
    const { payers, repeatPayers } = paid.get(month) ?? { payers: 0n, repeatPayers: 0n }
    const users = said.get(month)
    const isKnown = users !== undefined && users >= payers
    active += isKnown ? users : payers
    all += payers
    repeat += repeatPayers
    if (isKnown) known += 1
  }
  const basis = known === months.length ? 'reported' : known === 0 ? 'payers' : 'mixed'
  return { months, active, basis, payers: all, repeatPayers: repeat }
}
