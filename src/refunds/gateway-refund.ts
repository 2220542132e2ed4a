/** The state of refunds at their provider: rows of `gateway_refund`. */

import { bigints, integers, texts, uuids } from '../db/arrays.ts'
import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'

/**
 * `queued`: not sent yet; `unknown`: sent, no response; `processing`: accepted; `abnormal`: requires a user's decision.
 * The other three are final: after `closed` and `refused`, nothing moved at the provider.
 */
export const GATEWAY_REFUND_PROGRESS = [
  'queued',
  'unknown',
  'processing',
  'abnormal',
  'succeeded',
  'closed',
  'refused',
] as const
export type GatewayRefundProgress = (typeof GATEWAY_REFUND_PROGRESS)[number]

/** Columns in camel case. Amounts in micros of `unit`. */
export interface GatewayRefundRow {
  /** UUID of the refund. */
  readonly refund: Uuid
  readonly gateway: string
  /** Our number of the refund at the provider. */
  readonly number: string
  /** Our number of the order at the provider. */
  readonly order: string
  readonly total: Micros
  readonly amount: Micros
  readonly unit: string
  readonly status: GatewayRefundProgress
  readonly providerNumber: string | null
  /** Number of calls to the provider. */
  readonly calls: number
  readonly lastCode: string | null
  readonly lastMessage: string | null
}

const COLUMNS = `refund, gateway, number, gateway_order AS "order", total, amount, unit, status,
  provider_number AS "providerNumber", calls, last_code AS "lastCode", last_message AS "lastMessage"`

export async function insertGatewayRefunds(tx: TenantQueryable, rows: readonly GatewayRefundRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO gateway_refund (tenant, refund, gateway, number, gateway_order, total, amount, unit)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::text[])`,
    [
      tx.tenant,
      uuids(rows.map(({ refund }) => refund)),
      texts(rows.map(({ gateway }) => gateway)),
      texts(rows.map(({ number }) => number)),
      texts(rows.map(({ order }) => order)),
      bigints(rows.map(({ total }) => total)),
      bigints(rows.map(({ amount }) => amount)),
      texts(rows.map(({ unit }) => unit)),
    ],
  )
}

export async function readGatewayRefunds(
  db: TenantQueryable,
  refunds: readonly string[],
): Promise<Map<string, GatewayRefundRow>> {
  if (refunds.length === 0) return new Map()
  const rows = await db.query<GatewayRefundRow>(
    `SELECT ${COLUMNS} FROM gateway_refund WHERE tenant = $1 AND refund = ANY ($2::uuid[])`,
    [db.tenant, refunds],
  )
  return new Map(rows.map((row) => [row.refund, row]))
}

/** Finds a refund by its number at a gateway. */
export async function findGatewayRefund(
  db: TenantQueryable,
  gateway: string,
  number: string,
): Promise<GatewayRefundRow | undefined> {
  const [row] = await db.query<GatewayRefundRow>(
    `SELECT ${COLUMNS} FROM gateway_refund WHERE tenant = $1 AND gateway = $2 AND number = $3`,
    [db.tenant, gateway, number],
  )
  return row
}

/** A provider's answer about a refund. */
export interface GatewayNote
  extends Pick<GatewayRefundRow, 'refund' | 'status' | 'providerNumber' | 'lastCode' | 'lastMessage'> {
  /** Number of calls made for this answer. */
  readonly calls: number
}

/** Stores the provider's answers. A final state never changes: late and repeated answers are ignored. */
export async function noteGatewayRefunds(db: TenantQueryable, notes: readonly GatewayNote[]): Promise<void> {
  if (notes.length === 0) return
  await db.execute(
    `UPDATE gateway_refund g SET status = n.status, provider_number = coalesce(n.provider_number, g.provider_number),
            last_code = n.code, last_message = left(n.message, 500), calls = g.calls + n.calls, updated_at = now()
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::integer[])
       AS n(refund, status, provider_number, code, message, calls)
     WHERE g.tenant = $1 AND g.refund = n.refund AND g.status NOT IN ('succeeded', 'closed', 'refused')`,
    [
      db.tenant,
      uuids(notes.map(({ refund }) => refund)),
      texts(notes.map(({ status }) => status)),
      texts(notes.map(({ providerNumber }) => providerNumber)),
      texts(notes.map(({ lastCode }) => lastCode)),
      texts(notes.map(({ lastMessage }) => lastMessage)),
      integers(notes.map(({ calls }) => calls)),
    ],
  )
}
