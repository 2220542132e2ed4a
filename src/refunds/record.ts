/** Refunds as stored in the database. */

import type { Actor } from '../actor.ts'
import { parseColumn, type Stored } from '../charges/json-column.ts'
import type { ShortageMode } from '../charges/policy.ts'
import { bigints, byteas, instants, texts, uuids } from '../db/arrays.ts'
import type { TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { BatchId } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import type { GatewayRefundProgress } from './gateway-refund.ts'

/** A shortage of a party, and how it was covered. */
interface ShortageStep {
  readonly account: string
  readonly mode: ShortageMode
  readonly amount: { readonly amount: string; readonly currency: string }
}

/** A refund as previewed, and as stored once it is executed. Amounts as decimal strings. */
export interface StoredPlan {
  amount: { amount: string; currency: string }
  items: { id: string; quantity: string; amount: { amount: string; currency: string } }[]
  transfers: {
    kind: string
    from: string
    to: string
    amount: { amount: string; currency: string }
    component: number | null
  }[]
  shortages: ShortageStep[]
  /** The gateway that executes the refund; absent: it was completed immediately. */
  gateway?: string
  refundableAfter: { amount: string; currency: string }
  steps: Step[]
}

export const REFUND_STATUSES = ['pending', 'succeeded', 'failed', 'reversed'] as const
export type RefundStatus = (typeof REFUND_STATUSES)[number]

/** A row of `refund`, columns in camel case. Amounts in micros of `unit`. */
export interface RefundRow {
  id: Uuid
  charge: Uuid
  batch: BatchId
  unit: string
  amount: Micros
  /**
   * `pending`: sent to a gateway; `failed`: nothing reached the payer and all postings were reversed; `reversed`: a
   * chargeback that was won later.
   */
  status: RefundStatus
  kind: 'refund' | 'chargeback'
  /** The gateway that executes the refund; null: it was completed immediately. */
  gateway: string | null
  /** UUID of the dispute that caused a chargeback. */
  dispute: Uuid | null
  /** Time at which it was finalized or reversed. */
  settledAt: Date | null
  /** Code of the failure, from the provider or from Recoup. */
  failure: string | null
  reason: string | null
  reference: string | null
  idempotencyKey: string | null
  /** The actor who created it: "user usr_…", "key key_…" or a component of the program. */
  actor: string
  effectiveAt: Date
  recordedAt: Date
  plan: StoredPlan
}

type StoredRefund = Stored<RefundRow, 'plan'>

const COLUMNS = `id, charge, batch, unit, amount, status, kind, gateway, dispute, settled_at AS "settledAt", failure, reason, reference, idempotency_key AS "idempotencyKey", actor,
  effective_at AS "effectiveAt", recorded_at AS "recordedAt", plan`

export async function readRefunds(db: TenantQueryable, ids: readonly string[]): Promise<Map<string, RefundRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<StoredRefund>(
    `SELECT ${COLUMNS} FROM refund WHERE tenant = $1 AND id = ANY ($2::uuid[])`,
    [db.tenant, ids],
  )
  return new Map(parseColumn<RefundRow, 'plan'>(rows, 'plan').map((row) => [row.id, row]))
}

export interface RefundFilter {
  /** UUID of the charge. */
  readonly charge?: Uuid
  readonly reference?: string
  /** Any of these references, or numbers of the refund at a gateway. */
  readonly references?: readonly string[]
  readonly status?: RefundStatus
  /** Its state at the provider, if it goes through a gateway. */
  readonly execution?: GatewayRefundProgress
  /** A party on either side of the charge: what a key bound to the party can see. */
  readonly party?: string
  readonly reason?: string
  /** Of the charge. */
  readonly payer?: string
  readonly payee?: string
  readonly line?: string
  readonly product?: string
  /** Effective time: from inclusive, to exclusive. */
  readonly from?: Date
  readonly to?: Date
}

/** Returns a page of refunds older than the refund `after`, newest first. */
export async function listRefunds(
  db: TenantQueryable,
  filter: RefundFilter,
  limit: number,
  after?: string,
): Promise<RefundRow[]> {
  const params: unknown[] = [db.tenant]
  const where = ['tenant = $1']
  const and = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return
    params.push(value)
    where.push(condition(`$${params.length}`))
  }
  const ofCharges = (condition: string) => `charge IN (SELECT id FROM charge WHERE tenant = $1 AND ${condition})`
  and((p) => `charge = ${p}`, filter.charge)
  and((p) => `reference = ${p}`, filter.reference)
  and((p) => `status = ${p}`, filter.status)
  and((p) => `reason = ${p}`, filter.reason)
  and((p) => ofCharges(`(payer = ${p} OR payee = ${p})`), filter.party)
  and((p) => ofCharges(`payer = ${p}`), filter.payer)
  and((p) => ofCharges(`payee = ${p}`), filter.payee)
  and((p) => ofCharges(`line = ${p}`), filter.line)
  and((p) => ofCharges(`product = ${p}`), filter.product)
  and((p) => `effective_at >= ${p}`, filter.from)
  and((p) => `effective_at < ${p}`, filter.to)
  and((p) => `id IN (SELECT refund FROM gateway_refund WHERE tenant = $1 AND status = ${p})`, filter.execution)
  and(
    (p) => `id IN (SELECT id FROM refund WHERE tenant = $1 AND reference = ANY(${p}::text[])
      UNION SELECT g.refund FROM gateway w JOIN gateway_refund g ON g.tenant = $1 AND g.gateway = w.name
        AND g.number = ANY(${p}::text[]) WHERE w.tenant = $1)`,
    filter.references,
  )
  and((p) => `id < ${p}`, after)
  params.push(limit)
  const rows = await db.query<StoredRefund>(
    `SELECT ${COLUMNS} FROM refund WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT $${params.length}`,
    params,
  )
  return parseColumn<RefundRow, 'plan'>(rows, 'plan')
}

/** A refund about to be stored, with the fingerprint of its request. */
export interface MadeRefund {
  readonly row: RefundRow
  readonly fingerprint: Buffer | null
  readonly by: Actor
}

export async function insertRefunds(tx: TenantQueryable, made: readonly MadeRefund[]): Promise<void> {
  const column = <T>(of: (row: RefundRow) => T): T[] => made.map(({ row }) => of(row))
  await tx.query(
    `INSERT INTO refund (tenant, id, charge, batch, unit, amount, status, reason, reference, idempotency_key,
                         fingerprint, effective_at, recorded_at, plan, kind, gateway, dispute, actor)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::bytea[], $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[],
       $16::text[], $17::uuid[], $18::text[])`,
    [
      tx.tenant,
      uuids(column((row) => row.id)),
      uuids(column((row) => row.charge)),
      bigints(column((row) => row.batch)),
      texts(column((row) => row.unit)),
      bigints(column((row) => row.amount)),
      texts(column((row) => row.status)),
      texts(column((row) => row.reason)),
      texts(column((row) => row.reference)),
      texts(column((row) => row.idempotencyKey)),
      byteas(made.map(({ fingerprint }) => fingerprint)),
      instants(column((row) => row.effectiveAt)),
      instants(column((row) => row.recordedAt)),
      texts(column((row) => JSON.stringify(row.plan))),
      texts(column((row) => row.kind)),
      texts(column((row) => row.gateway)),
      uuids(column((row) => row.dispute)),
      texts(column((row) => row.actor)),
    ],
  )
}
