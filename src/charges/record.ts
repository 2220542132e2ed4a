/** A charge as it stands in the database, read back into the engine's types. */

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
  /** The gateway that carried the payment, and our number of the order there; null: it came another way. */
  gateway: string | null
  gatewayOrder: string | null
  effectiveAt: Date
  recordedAt: Date
  draft: StoredDraft
}

type StoredCharge = Stored<ChargeRow, 'draft'>

const COLUMNS = `id, batch, line, product, payer, payee, unit, captured, kept, refunded, pending, disputed, refunds,
  last_refund_at AS "lastRefundAt", returned, returned_quantity AS "returnedQuantity", reference,
  idempotency_key AS "idempotencyKey", quote, gateway, gateway_order AS "gatewayOrder", effective_at AS "effectiveAt", recorded_at AS "recordedAt", draft`

/** Runs in the posting transaction with the charges that the batch made. An error undoes the batch. */
export type ChargedHook = (tx: TenantTransaction, charges: readonly ChargeRow[]) => Promise<void>

/** Charges by id; with `lock`, their rows locked in id order until the transaction ends. */
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

/**
 * Locks charges that were read before, in id order, and reads again what changes of them: where their money stands. The
 * rest, their drafts above all, stays as it was made.
 */
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

/** Writes where the money of these charges stands now. The caller holds their locks. */
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

/** Which charges a list shows. */
export interface ChargeFilter {
  readonly line?: string
  readonly product?: string
  readonly payer?: string
  readonly payee?: string
  /** A party on either side: what a key bound to a party may see. */
  readonly party?: string
  readonly reference?: string
  /** What a user can read off a document: a reference, or the ids that the number of a receipt can mean (both included). */
  readonly find?: { readonly reference: string; readonly first: string | null; readonly last: string | null }
  readonly status?: 'captured' | 'partially-refunded' | 'refunded'
  /** Effective time: from inclusive, to exclusive. */
  readonly from?: Date
  readonly to?: Date
}

/** A page of charges, newest first, older than the charge `after`. */
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
  if (filter.find) {
    const { reference, first, last } = filter.find
    params.push(reference, first, last)
    const [of, from, to] = [2, 1, 0].map((back) => `$${params.length - back}`)
    // Each by its index.
    where.push(`id IN (SELECT id FROM charge WHERE tenant = $1 AND reference = ${of}
      UNION SELECT id FROM charge WHERE tenant = $1 AND id BETWEEN ${from}::uuid AND ${to}::uuid)`)
  }
  and((p) => `effective_at >= ${p}`, filter.from)
  and((p) => `effective_at < ${p}`, filter.to)
  and((p) => `id < ${p}`, after)
  if (filter.status === 'captured') where.push('refunded = 0')
  // Few are, and an index on what changes with every refund would make each of them dearer: found by their refunds.
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
