/** Bulk refunds: one executed, and one waiting for approval. */
import type { Reason } from '../charges/policy.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { approveBulk, createBulk, MAX_BULK_ROWS, previewBulk, runBulk, runBulkJob } from '../refund-requests/bulk.ts'
import { addRows } from '../refund-requests/bulk-collect.ts'
import { readBulk } from '../refund-requests/bulk-record.ts'
import { AGENT, FINANCE, type FinishContext, LEAD } from './finish-context.ts'

interface Planned {
  readonly name: string
  readonly reason: Reason
  readonly note: string
  /** Number of the latest shop payments to skip, which are used for single requests. */
  readonly after: number
  readonly isRun: boolean
}

const ROWS = 12
const PLANNED: readonly Planned[] = [
  { name: 'twice', reason: 'duplicate', note: '收银机重复收款 Tills charged twice', after: 8, isRun: true },
  {
    name: 'outage',
    reason: 'service-failure',
    note: '系统故障补偿 Compensation for an outage',
    after: 8 + ROWS,
    isRun: false,
  },
]

export async function refundInBulk(context: FinishContext): Promise<void> {
  const { engine, tenant, schedule } = context
  const { db } = engine.tenant(tenant)
  const signal = new AbortController().signal
  for (const { name, reason, note, after, isRun } of PLANNED) {
    const key = `demo ${schedule.world.seed} bulk ${name}`
    const { bulk, replayed } = await createBulk(db, { reason, note, idempotencyKey: key }, AGENT)
    const id = uuidToId('blk', bulk.id)
    const work = () => runBulkJob(context, { tenant, bulk: bulk.id }, signal)
    if (!replayed || bulk.status === 'collecting') {
      const rows = (await latest(context, after)).map((charge) => ({ charge: uuidToId('chg', charge) }))
      // Realistic list: one number is wrong.
      await addRows(db, id, { first: 1, listed: [...rows, { reference: 'R00000000-00000' }], most: MAX_BULK_ROWS })
      await previewBulk(db, id, AGENT)
    }
    await work()
    if (!isRun) continue
    for (const actor of [FINANCE, LEAD]) {
      const { status, hash, ready } = await readBulk(db, bulk.id)
      if (status === 'ready' && ready > 0) await approveBulk(db, id, hash!, actor)
    }
    if ((await readBulk(db, bulk.id)).status === 'approved') await runBulk(db, id, FINANCE)
    await work()
  }
}

async function latest({ engine, tenant }: FinishContext, after: number): Promise<Uuid[]> {
  const { db } = engine.tenant(tenant)
  const rows = await db.transaction(
    (tx) =>
      tx.query<{ id: Uuid }>(
        `SELECT id FROM charge WHERE tenant = $1 AND line = 'payments' AND product = 'scan-pay' AND gateway IS NULL
           AND refunded = 0 AND pending = 0 AND disputed = 0
         ORDER BY effective_at DESC, reference, id OFFSET $2 LIMIT ${ROWS}`,
        [tenant, after],
      ),
    { readOnly: true },
  )
  return rows.map(({ id }) => id)
}
