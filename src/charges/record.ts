/** Database rows of charges, converted to the engine's types. */

import { uuids } from '../db/arrays.ts'
import { prepared, type TenantQueryable, type TenantTransaction } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { BatchId } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'
import type { StoredDraft } from './draft.ts'
import { parseColumn, type Stored } from './json-column.ts'

/** A row of `charge`, columns in camel case. Amounts in micros of `unit`. */
export interface ChargeRow {
  id: Uuid
  batch: BatchId
  line: string
  product: string
  payer: string
  payee: string | null
  unit: string
  captured: Micros
  kept: Micros
  refunded: Micros
  pending: Micros
  disputed: Micros
  refunds: number
  lastRefundAt: Date | null
  returned: Micros[] | null
  returnedQuantity: bigint[] | null
  reference: string | null
  idempotencyKey: string | null
  quote: Uuid | null
  /** The gateway of the payment and our order number there; null: not paid through a gateway. */
  gateway: string | null
  gatewayOrder: string | null
  /** Who made it: "user usr_…", "key key_…", "gateway …" or a component of the program. */
  actor: string
  effectiveAt: Date
  recordedAt: Date
  draft: StoredDraft
}

type StoredCharge = Stored<ChargeRow, 'draft'>

const COLUMNS = `id, batch, line, product, payer, payee, unit, captured, kept, refunded, pending, disputed, refunds,
  last_refund_at AS "lastRefundAt", returned, returned_quantity AS "returnedQuantity", reference,
  idempotency_key AS "idempotencyKey", quote, gateway, gateway_order AS "gatewayOrder", actor, effective_at AS "effectiveAt", recorded_at AS "recordedAt", draft`

/** Called in the posting transaction with the new charges of the batch. An error rolls the batch back. */
export type ChargedHook = (tx: TenantTransaction, charges: readonly ChargeRow[]) => Promise<void>

/** Returns charges by id; with `lock`, locks their rows in id order until the transaction ends. */
export async function readCharges(
  db: TenantQueryable,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, ChargeRow>> {
  const stored = await db.query<StoredCharge>(
    `SELECT ${COLUMNS} FROM charge WHERE tenant = $1 AND id = ANY ($2::uuid[]) ORDER BY id ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [db.tenant, ids],
  )
  return new Map(parseColumn<ChargeRow, 'draft'>(stored, 'draft').map((row) => [row.id, row]))
}

const LOCK =
  prepared(`SELECT c.id, c.refunded, c.pending, c.disputed, c.refunds, c.last_refund_at AS "lastRefundAt", c.returned,
    c.returned_quantity AS "returnedQuantity"
  FROM (SELECT id FROM unnest($2::uuid[]) AS t(id) ORDER BY id) wanted,
    LATERAL (SELECT * FROM charge c WHERE c.tenant = $1 AND c.id = wanted.id OFFSET 0 FOR NO KEY UPDATE) c`)

/** Locks charges that were already read, in id order, and rereads only the columns that change: the refund totals. */
export async function lockCharges(
  tx: TenantQueryable,
  known: ReadonlyMap<string, ChargeRow>,
): Promise<Map<string, ChargeRow>> {
  if (known.size === 0) return new Map()
  const rows = await tx.query<Standing>(LOCK, [tx.tenant, uuids([...known.keys()])])
  return new Map(rows.map((row) => [row.id, { ...known.get(row.id)!, ...row }]))
}

type Standing = Pick<
  ChargeRow,
  'id' | 'refunded' | 'pending' | 'disputed' | 'refunds' | 'lastRefundAt' | 'returned' | 'returnedQuantity'
>

/** Writes the refund totals of these charges. The caller holds their locks. */
export async function writeStanding(tx: TenantQueryable, charges: readonly ChargeRow[]): Promise<void> {
  if (charges.length === 0) return
  const array = (values: readonly bigint[] | null) => values && `{${values.join(',')}}`
  await tx.query(
    `UPDATE charge c SET refunded = t.refunded, pending = t.pending, disputed = t.disputed, refunds = t.refunds,
            last_refund_at = t.last, returned = t.returned::bigint[], returned_quantity = t.quantity::bigint[]
     FROM unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::int[], $7::timestamptz[], $8::text[], $9::text[])
       AS t(id, refunded, pending, disputed, refunds, last, returned, quantity)
     WHERE c.tenant = $1 AND c.id = t.id`,
    [
      tx.tenant,
      charges.map(({ id }) => id),
      charges.map(({ refunded }) => refunded),
      charges.map(({ pending }) => pending),
      charges.map(({ disputed }) => disputed),
      charges.map(({ refunds }) => refunds),
      charges.map(({ lastRefundAt }) => lastRefundAt),
      charges.map(({ returned }) => array(returned)),
      charges.map(({ returnedQuantity }) => array(returnedQuantity)),
    ],
  )
}

/** Filter of a list of charges. */
export interface ChargeFilter {
  readonly line?: string
  readonly product?: string
  readonly payer?: string
  readonly payee?: string
  /** Payer or payee; restricts a key that is bound to a party. */
  readonly party?: string
  readonly reference?: string
  /** Any of these references, or order numbers at a gateway. */
  readonly references?: readonly string[]
  /** Search by document: a reference, or the range of ids to which a receipt number may refer (both inclusive). */
  readonly find?: { readonly reference: string; readonly first: string | null; readonly last: string | null }
  readonly status?: 'captured' | 'partially-refunded' | 'refunded'
  /** Effective time: from inclusive, to exclusive. */
  readonly from?: Date
  readonly to?: Date
}

/** Returns a page of charges older than the charge `after`, newest first. */
export async function listCharges(
  db: TenantQueryable,
  filter: ChargeFilter,
  limit: number,
  after?: string,
): Promise<ChargeRow[]> {
  const params: unknown[] = [db.tenant]
  const where = ['tenant = $1']
  const and = (condition: (place: string) => string, value: unknown) => {
    if (value === undefined) return
    params.push(value)
    where.push(condition(`$${params.length}`))
  }
  and((p) => `line = ${p}`, filter.line)
  and((p) => `product = ${p}`, filter.product)
  and((p) => `payer = ${p}`, filter.payer)
  and((p) => `payee = ${p}`, filter.payee)
  and((p) => `(payer = ${p} OR payee = ${p})`, filter.party)
  and((p) => `reference = ${p}`, filter.reference)
  if (filter.references) {
    params.push(filter.references)
    const of = `ANY($${params.length}::text[])`
    where.push(`id IN (SELECT id FROM charge WHERE tenant = $1 AND reference = ${of}
      UNION SELECT c.id FROM gateway g JOIN charge c ON c.tenant = $1 AND c.gateway = g.name AND c.gateway_order = ${of}
        WHERE g.tenant = $1)`)
  }
  if (filter.find) {
    const { reference, first, last } = filter.find
    params.push(reference, first, last)
    const [of, from, to] = [2, 1, 0].map((back) => `$${params.length - back}`)
    // A UNION, so that each branch uses its own index.
    where.push(`id IN (SELECT id FROM charge WHERE tenant = $1 AND reference = ${of}
      UNION SELECT id FROM charge WHERE tenant = $1 AND id BETWEEN ${from}::uuid AND ${to}::uuid)`)
  }
  and((p) => `effective_at >= ${p}`, filter.from)
  and((p) => `effective_at < ${p}`, filter.to)
  and((p) => `id < ${p}`, after)
  if (filter.status === 'captured') where.push('refunded = 0')
  // Refunded charges are few and found through their refunds; an index on columns that change with every refund would
  // slow down each of them.
  else if (filter.status) where.push('id IN (SELECT charge FROM refund WHERE tenant = $1)')
  if (filter.status === 'partially-refunded') where.push('refunded > 0 AND refunded < captured - kept')
  if (filter.status === 'refunded') where.push('refunded > 0 AND refunded = captured - kept')
  params.push(limit)
  const stored = await db.query<StoredCharge>(
    `SELECT ${COLUMNS} FROM charge WHERE ${where.join(' AND ')} ORDER BY id DESC LIMIT $${params.length}`,
    params,
  )
  return parseColumn<ChargeRow, 'draft'>(stored, 'draft')
}
