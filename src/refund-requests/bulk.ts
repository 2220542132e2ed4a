/**
 * Bulk refunds: collected from a list or a filter, previewed in total, approved, then executed. A job runs the long
 * parts page by page (bulk-collect.ts, bulk-preview.ts, bulk-run.ts) and resumes after a crash.
 *
 * Locks: the row of the bulk refund, briefly; each refund its own. Idempotency: rows by their number, refunds by the
 * key `bulk <id>:<row>`.
 */
import type { AuditAction } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import type { Evidence, Reason } from '../charges/policy.ts'
import type { TenantDatabase, TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import { clock } from '../ledger/effective.ts'
import { checkSame, fingerprint } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { collect } from './bulk-collect.ts'
import { forgetLook, look } from './bulk-preview.ts'
import { type BulkFilter, type BulkRow, type BulkStatus, findBulk, readBulk } from './bulk-record.ts'
import { run } from './bulk-run.ts'
import { type BulkJob, workBulk } from './queues.ts'
import type { RequestsContext } from './record.ts'

export const MAX_BULK_ROWS = 100_000

export interface NewBulk {
  readonly reason: Reason
  /** Kinds of evidence available for all rows; the creator is responsible for that. */
  readonly evidence?: readonly Evidence[] | undefined
  readonly reference?: string | undefined
  readonly note?: string | undefined
  /** Absent: a list of rows follows. */
  readonly filter?: BulkFilter | undefined
  readonly idempotencyKey?: string | undefined
}

/** @throws Problem `idempotency_conflict`. */
export async function createBulk(
  db: TenantDatabase,
  requested: NewBulk,
  actor: string,
): Promise<{ bulk: BulkRow; replayed: boolean }> {
  const { idempotencyKey: key = null, ...content } = requested
  const print = fingerprint(content)
  return withRetry(db, async (tx) => {
    const [earlier] = await tx.query<{ id: Uuid; fingerprint: Buffer }>(
      'SELECT id, fingerprint FROM bulk_refund WHERE tenant = $1 AND idempotency_key = $2',
      [db.tenant, key],
    )
    if (earlier) {
      checkSame(earlier, { key: key!, fingerprint: print })
      return { bulk: await readBulk(tx, earlier.id), replayed: true }
    }
    const id = newUuid()
    const { reason, evidence = [], reference = null, note = null, filter } = requested
    await tx.execute(
      `INSERT INTO bulk_refund (tenant, id, status, filter, reason, evidence, reference, note, created_by, idempotency_key,
                                  fingerprint, created_at, updated_at)
         VALUES ($1, $2, 'collecting', $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        ...[db.tenant, id, filter ? JSON.stringify(filter) : null, reason, evidence, reference, note, actor, key],
        ...[key === null ? null : print, await clock(tx)],
      ],
    )
    if (filter) await enqueueWork(tx, id)
    await recordBulk(tx, id, { actor, action: 'bulk_refund_created' })
    return { bulk: await readBulk(tx, id), replayed: false }
  })
}

function enqueueWork(tx: TenantTransaction, bulk: string): Promise<void> {
  return enqueue(tx, workBulk, [{ data: { tenant: tx.tenant, bulk }, key: bulk }])
}

interface BulkAct {
  readonly actor: string
  readonly action: AuditAction
  readonly detail?: Readonly<Record<string, unknown>>
}

function recordBulk(tx: TenantTransaction, bulk: Uuid, { actor, action, detail = {} }: BulkAct) {
  return recordAudit(tx, { actor, action, subject: uuidToId('blk', bulk), detail })
}

interface Transition {
  readonly from: readonly BulkStatus[]
  readonly to: 'previewing' | 'running' | 'paused' | 'cancelled'
  readonly actor: string
  /** Further columns to change, under the lock of the bulk refund. */
  readonly also?: (tx: TenantTransaction, id: string) => Promise<unknown>
}

/** Moves a bulk refund to another status. @throws Problem `bulk_refund_unknown`, `bulk_refund_closed`, `id_invalid`. */
async function move(
  db: TenantDatabase,
  prefixed: string,
  { from, to, actor, also = async () => {} }: Transition,
): Promise<BulkRow> {
  const id = idToUuid('blk', prefixed)
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, id, true)
    if (!from.includes(bulk.status)) throw new Problem('bulk_refund_closed', { status: bulk.status })
    await also(tx, id)
    await tx.execute('UPDATE bulk_refund SET status = $3, updated_at = now() WHERE tenant = $1 AND id = $2', [
      tx.tenant,
      id,
      to,
    ])
    await recordBulk(tx, id, { actor, action: `bulk_refund_${to}` })
    if (to === 'previewing' || to === 'running') await enqueueWork(tx, id)
    return readBulk(tx, id)
  })
}

/** Previews every row, when the list is complete or on a later request. Earlier approvals become void. */
export async function previewBulk(db: TenantDatabase, bulk: string, actor: string): Promise<BulkRow> {
  const { filter, status } = await readBulk(db, idToUuid('blk', bulk))
  // A filter is previewed as soon as it has run.
  if (filter && status === 'collecting') throw new Problem('bulk_refund_closed', { status })
  return move(db, bulk, {
    from: ['collecting', 'ready', 'approved'],
    to: 'previewing',
    actor,
    also: async (tx, id) => {
      await tx.execute(
        `UPDATE bulk_refund SET looked = 0, ready = 0, refused = 0, at_charge = NULL, at_number = NULL, preview = NULL,
           hash = NULL, approvals = NULL, approved_by = '{}' WHERE tenant = $1 AND id = $2`,
        [tx.tenant, id],
      )
      await forgetLook(tx, id)
    },
  })
}

/** @throws Problem `refund_preview_stale`, `bulk_refund_empty`, `approval_own`, `approval_twice`; as {@link move}. */
export async function approveBulk(
  db: TenantDatabase,
  prefixed: string,
  previewHash: string,
  actor: string,
): Promise<BulkRow> {
  const id = idToUuid('blk', prefixed)
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, id, true)
    if (bulk.status !== 'ready') throw new Problem('bulk_refund_closed', { status: bulk.status })
    if (bulk.hash !== previewHash) throw new Problem('refund_preview_stale')
    if (bulk.ready === 0) throw new Problem('bulk_refund_empty')
    if (bulk.createdBy === actor) throw new Problem('approval_own')
    if (bulk.approvedBy.includes(actor)) throw new Problem('approval_twice')
    const approvedBy = [...bulk.approvedBy, actor]
    const enough = approvedBy.length >= bulk.approvals!
    await tx.execute(
      'UPDATE bulk_refund SET status = $3, approved_by = $4, updated_at = now() WHERE tenant = $1 AND id = $2',
      [db.tenant, id, enough ? 'approved' : 'ready', approvedBy],
    )
    await recordBulk(tx, id, {
      actor,
      action: 'bulk_refund_approved',
      detail: { previewHash, approvals: approvedBy.length },
    })
    return readBulk(tx, id)
  })
}

/** Starts with the first row, or resumes after a pause. */
export function runBulk(db: TenantDatabase, bulk: string, actor: string): Promise<BulkRow> {
  return move(db, bulk, {
    from: ['approved'],
    to: 'running',
    actor,
    also: (tx, id) => tx.execute('UPDATE bulk_refund SET at_number = 0 WHERE tenant = $1 AND id = $2', [tx.tenant, id]),
  })
}

/** Pauses before the next page. */
export function pauseBulk(db: TenantDatabase, bulk: string, actor: string): Promise<BulkRow> {
  return move(db, bulk, { from: ['running'], to: 'paused', actor })
}

export function resumeBulk(db: TenantDatabase, bulk: string, actor: string): Promise<BulkRow> {
  return move(db, bulk, { from: ['paused'], to: 'running', actor })
}

/** Completed refunds stay; the remaining rows are not refunded. */
export function cancelBulk(db: TenantDatabase, bulk: string, actor: string): Promise<BulkRow> {
  const from: BulkStatus[] = ['collecting', 'previewing', 'ready', 'approved', 'running', 'paused']
  return move(db, bulk, { from, to: 'cancelled', actor })
}

/** Runs one job of the queue: what the status requires, until nothing is left or the process has to stop. */
export async function runBulkJob(context: RequestsContext, { tenant, bulk: id }: BulkJob, signal: AbortSignal) {
  const { db } = context.engine.tenant(tenant)
  for (;;) {
    const bulk = await findBulk(db, id)
    if (!bulk) return
    let more = false
    if (bulk.status === 'collecting' && bulk.filter) more = await collect(db, bulk, MAX_BULK_ROWS)
    else if (bulk.status === 'previewing') more = await look(db, bulk)
    else if (bulk.status === 'running') more = await run(context, db, bulk)
    if (!more) return
    // Not done: the next run of the job resumes here.
    signal.throwIfAborted()
  }
}
