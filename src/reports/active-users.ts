/**
 * How many used the platform in a month, paying or not. Recoup sees only those who pay: the platform says how many there are
 * in all. Every payer is a user, so a month has at least as many users as payers: for a month of which nothing was said, or
 * less than that, the payers are counted instead, and reports say so (`basis`). So no share of the users is above one.
 */
import type { TenantQueryable } from '../db/connect.ts'
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

/** Says it, or corrects it. `month`: its first day. @throws Problem `effective_in_future`: the month has not begun for the tenant. */
export async function putActiveUsers(db: TenantQueryable, month: string, users: bigint): Promise<ActiveUsers> {
  const [row] = await db.query<ActiveUsers>(
    `INSERT INTO active_users (tenant, month, users)
     SELECT $1, $2::date, $3 FROM tenant WHERE id = $1 AND $2::date <= now() AT TIME ZONE time_zone
     ON CONFLICT (tenant, month) DO UPDATE SET users = excluded.users, updated_at = now() RETURNING ${COLUMNS}`,
    [db.tenant, month, users],
  )
  if (!row) throw new Problem('effective_in_future', { value: month.slice(0, 7) })
  return row
}

export function readActiveUsers(db: TenantQueryable, { from, to }: DayRange): Promise<ActiveUsers[]> {
  return db.query<ActiveUsers>(
    `SELECT ${COLUMNS} FROM active_users WHERE tenant = $1 AND month >= $2::date AND month < $3::date ORDER BY month`,
    [db.tenant, from, to],
  )
}

/** Users by the month, over some months: a user of two months counts twice. */
export interface UserMonths {
  readonly months: readonly string[]
  readonly active: bigint
  /** What stands for the users: what was reported, the payers, or the one in some months and the other in others. */
  readonly basis: 'reported' | 'payers' | 'mixed'
  /** Who paid anything, and who paid more than once. */
  readonly payers: bigint
  readonly repeatPayers: bigint
}

/** Pure. `payers`: of these months. */
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
