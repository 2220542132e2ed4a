/** Database rows of fund-flow bills. Amounts in micros of `unit`. */
import type { TenantQueryable } from '../../db/connect.ts'
import type { Uuid } from '../../ids.ts'
import type { Micros } from '../../money/amount.ts'

/**
 * `matched`: what the trade bill or the ledger states; `missing_here`: a payment or refund that neither knows;
 * `missing_there`: a trade line of the day without a movement; `other`: business that is neither, such as withdrawals.
 */
export const MOVEMENT_CLASSES = ['matched', 'amount_differs', 'missing_here', 'missing_there', 'other'] as const
export type MovementClass = (typeof MOVEMENT_CLASSES)[number]

export interface FundBillRow {
  readonly id: Uuid
  readonly gateway: string
  readonly date: string
  readonly unit: string
  /** Null: a day without movements. */
  readonly opening: Micros | null
  readonly closing: Micros | null
  /** Closing balance of the day before; null where its bill is missing. */
  readonly closingBefore: Micros | null
  readonly movements: number
  readonly income: Micros
  readonly expense: Micros
  readonly createdBy: string
  readonly createdAt: Date
}

export interface MovementSum {
  readonly class: MovementClass
  /** 业务名称. */
  readonly name: string
  readonly count: number
  readonly amount: Micros
}

export interface MovementRow {
  readonly n: number
  readonly at: Date
  readonly number: string
  readonly flow: string | null
  readonly name: string
  readonly type: string
  readonly amount: Micros
  readonly balance: Micros | null
  readonly note: string
  readonly class: MovementClass
  readonly expected: Micros | null
  readonly charge: Uuid | null
  readonly refund: Uuid | null
}

const BILL = `b.id, b.gateway, b.date::text AS date, b.unit, b.opening, b.closing, b.movements, b.income, b.expense,
  b.created_by AS "createdBy", b.created_at AS "createdAt",
  (SELECT closing FROM fund_bill p WHERE p.tenant = b.tenant AND p.gateway = b.gateway AND p.date = b.date - 1) AS "closingBefore"`

/** Returns a page of bills, latest day first. */
export function listFundBills(
  db: TenantQueryable,
  filter: { readonly gateway?: string | undefined; readonly id?: string | undefined },
  limit: number,
  after?: string,
): Promise<FundBillRow[]> {
  return db.query<FundBillRow>(
    `SELECT ${BILL} FROM fund_bill b WHERE b.tenant = $1 AND ($2::text IS NULL OR b.gateway = $2)
       AND ($3::uuid IS NULL OR b.id = $3)
       AND ($4::uuid IS NULL OR (b.date, b.id) < (SELECT date, id FROM fund_bill WHERE tenant = $1 AND id = $4))
     ORDER BY b.date DESC, b.id DESC LIMIT $5`,
    [db.tenant, filter.gateway ?? null, filter.id ?? null, after ?? null, limit],
  )
}

export function sumMovements(db: TenantQueryable, bill: string): Promise<MovementSum[]> {
  return db.query<MovementSum>(
    `SELECT class, name, count(*)::int AS count, sum(amount)::bigint AS amount FROM fund_movement
     WHERE tenant = $1 AND bill = $2 GROUP BY class, name ORDER BY class, name`,
    [db.tenant, bill],
  )
}

export function listMovements(
  db: TenantQueryable,
  bill: string,
  filter: { readonly class?: MovementClass | undefined },
  { limit, after }: { readonly limit: number; readonly after?: bigint | undefined },
): Promise<MovementRow[]> {
  return db.query<MovementRow>(
    `SELECT n, at, number, flow, name, type, amount, balance, note, class, expected, charge, refund FROM fund_movement
     WHERE tenant = $1 AND bill = $2 AND ($3::text IS NULL OR class = $3) AND ($4::int IS NULL OR n > $4)
     ORDER BY n LIMIT $5`,
    [db.tenant, bill, filter.class ?? null, after === undefined ? null : Number(after), limit],
  )
}
