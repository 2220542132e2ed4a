/**
 * Executes a bulk refund page by page through the engine, which batches the refunds. Each row is refunded under the key
 * `bulk <id>:<row>`, so a page whose process died is resumed by its keys. Rows of one charge run one after the other,
 * each on what the previous one left.
 *
 * Locks: the row of the bulk refund, to store a page; each refund its own.
 */
import { type ChargeRow, readCharges } from '../charges/record.ts'
import { integers, texts, uuids } from '../db/arrays.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { findEarlier } from '../ledger/idempotency.ts'
import { lines } from '../lines/index.ts'
import { Problem } from '../problem.ts'
import { checkApproved, judgeRow } from './bulk-judge.ts'
import { type BulkRow, readBulk } from './bulk-record.ts'
import { zoneOf } from './judge.ts'
import type { RequestsContext } from './record.ts'

const PAGE = 400

interface Row {
  readonly number: number
  readonly charge: Uuid
  readonly asked: bigint | null
  readonly askedUnit: string | null
  readonly amount: bigint
  readonly unit: string
}

interface Done {
  readonly number: number
  /** UUID of the refund, or why the row was refused. */
  readonly outcome: string | Problem
}

/** Executes one page. Returns whether there is more to do. */
export async function run(context: RequestsContext, db: TenantDatabase, bulk: BulkRow): Promise<boolean> {
  const rows = await db.query<Row>(
    `SELECT number, charge, asked, asked_unit AS "askedUnit", amount, unit FROM bulk_refund_row
     WHERE tenant = $1 AND bulk = $2 AND number > $3 AND status = 'ready' ORDER BY number LIMIT ${PAGE}`,
    [db.tenant, bulk.id, bulk.atNumber ?? 0],
  )
  const keys = new Map(rows.map(({ number }) => [number, `bulk ${uuidToId('blk', bulk.id)}:${number}`]))
  const earlier = await findEarlier(db, 'refund', [...keys.values()])
  const zone = await zoneOf(db)
  const done: Done[] = []
  for (const wave of waves(rows)) {
    const missing = wave.filter(({ number }) => !earlier.has(keys.get(number)!))
    const charges = await readCharges(
      db,
      missing.map(({ charge }) => charge),
    )
    const results = await Promise.all(
      wave.map(async (row): Promise<Done> => {
        const key = keys.get(row.number)!
        const made = earlier.get(key)?.id
        return {
          number: row.number,
          outcome: made ?? (await refund(context, db, { bulk, row, charges, idempotencyKey: key, zone })),
        }
      }),
    )
    done.push(...results)
  }
  return note(db, bulk, done, rows.length < PAGE)
}

/** The first row of each charge, then the second rows, and so on. */
function waves(rows: readonly Row[]): Row[][] {
  const seen = new Map<string, number>()
  const all: Row[][] = []
  for (const row of rows) {
    const wave = seen.get(row.charge) ?? 0
    seen.set(row.charge, wave + 1)
    all[wave] ??= []
    all[wave].push(row)
  }
  return all
}

async function refund(
  { engine }: RequestsContext,
  db: TenantDatabase,
  {
    bulk,
    row,
    charges,
    idempotencyKey,
    zone,
  }: {
    readonly bulk: BulkRow
    readonly row: Row
    readonly charges: ReadonlyMap<string, ChargeRow>
    readonly idempotencyKey: string
    readonly zone: string
  },
): Promise<string | Problem> {
  try {
    const charge = charges.get(row.charge)!
    const items = await lines.usedQuantities(db, charge)
    const decision = judgeRow(charge, bulk, row, { use: items && { items }, zone })
    checkApproved(decision, row.amount, row.unit)
    const { ask, policy, exchange } = decision
    const { refund } = await engine.refund(db.tenant, {
      charge: uuidToId('chg', row.charge),
      // As an amount, so that what becomes refundable at this moment does not exceed what was approved.
      ask: ask!.items || ask!.amount !== undefined || decision.amount === 0n ? ask! : { amount: decision.amount },
      reason: bulk.reason,
      reference: bulk.reference,
      effectiveAt: null,
      previewHash: null,
      decided: { policy, exchange },
      idempotencyKey,
    })
    return refund.id
  } catch (error) {
    // Another process executed this page first, with a slightly different state of the charge.
    if (error instanceof Problem && error.code === 'idempotency_conflict') {
      return (await findEarlier(db, 'refund', [idempotencyKey])).get(idempotencyKey)!.id
    }
    if (error instanceof Problem && error.status < 500) return error
    throw error
  }
}

/** Counts only rows that this update changed, so a page executed by two processes counts once. */
async function note(db: TenantDatabase, { id }: BulkRow, done: readonly Done[], last: boolean): Promise<boolean> {
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, id, true)
    const problem = ({ outcome }: Done) => (outcome instanceof Problem ? outcome : null)
    const changed = await tx.query<{ status: 'refunded' | 'failed' }>(
      `UPDATE bulk_refund_row r SET status = CASE WHEN t.refund IS NULL THEN 'failed' ELSE 'refunded' END, refund = t.refund,
         problem = t.problem, params = t.params
       FROM (
         SELECT t.*, k.place FROM unnest($3::int[], $4::uuid[], $5::text[], $6::text[]) AS t(number, refund, problem, params),
         LATERAL (SELECT b.ctid AS place FROM bulk_refund_row b
                  WHERE b.tenant = $1 AND b.bulk = $2 AND b.number = t.number OFFSET 0) k) t
       WHERE r.ctid = t.place AND r.status = 'ready'
       RETURNING r.status`,
      [
        ...[db.tenant, id, integers(done.map(({ number }) => number))],
        uuids(done.map(({ outcome }) => (outcome instanceof Problem ? null : outcome))),
        texts(done.map((each) => problem(each)?.code ?? null)),
        texts(done.map((each) => problem(each) && JSON.stringify(problem(each)!.params))),
      ],
    )
    const refunded = changed.filter(({ status }) => status === 'refunded').length
    const over = last && bulk.status === 'running'
    await tx.execute(
      `UPDATE bulk_refund SET refunded = refunded + $3, failed = failed + $4, status = $5,
         at_number = greatest(at_number, $6), updated_at = now() WHERE tenant = $1 AND id = $2`,
      [
        ...[db.tenant, id, refunded, changed.length - refunded],
        ...[over ? 'done' : bulk.status, done.at(-1) ? Math.max(...done.map(({ number }) => number)) : 0],
      ],
    )
    return bulk.status === 'running' && !last
  })
}
