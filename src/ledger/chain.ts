/**
 * The hash chain makes tampering with posted transfers detectable. Batches are assigned to blocks some time after they
 * were written, so that posting never waits for it. A block takes the batches without a block individually, never "all
 * after the last": a batch of a slow transaction becomes visible after later ones and must not be skipped.
 *
 *     hash = SHA-256(previous hash ‖ block number ‖ for each batch in order of id: id, then each transfer's fields
 *                    ‖ for each entry of the audit trail in order of id: its fields)
 *
 * Entries of the audit trail are chained with the batches, so that neither can be changed without the other.
 */
import { createHash } from 'node:crypto'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import type { Fault } from './fault.ts'

/** Maximum number of batches per block; bounds the time and memory of one step. */
const BLOCK_SIZE = 2_000
const GENESIS = Buffer.alloc(32)

/** SHA-256 of each batch's content, computed in the database to avoid transmitting the transfers. */
const BATCH_DIGESTS = `
  SELECT b.id, sha256(convert_to(b.id || '@' || extract(epoch FROM b.recorded_at) || '|' || coalesce(string_agg(
           concat_ws(',', t.n, t.posting, coalesce(t.component::text, '-'), t.debit, t.credit, t.amount, t.kind,
                     extract(epoch FROM t.effective_at), extract(epoch FROM t.recorded_at)), ';' ORDER BY t.n), ''), 'UTF8')) AS digest
  FROM batch b LEFT JOIN transfer t ON t.tenant = b.tenant AND t.batch = b.id`

/** SHA-256 of each entry of the audit trail. */
const AUDIT_DIGESTS = `
  SELECT id, sha256(convert_to(json_build_array('audit', id::text, extract(epoch FROM at), actor, key, action, subject,
           detail)::text, 'UTF8')) AS digest
  FROM audit`

interface Digest {
  id: bigint
  digest: Buffer
}

/**
 * Puts batches and audit entries without a block into the next one and returns their number. An advisory lock admits one process per
 * tenant; any other returns 0 immediately.
 */
export async function extendChain(db: TenantDatabase): Promise<number> {
  return db.transaction(async (tx) => {
    const [lock] = await tx.query<{ got: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended('recoup.chain', $1)) AS got",
      [db.tenant],
    )
    if (!lock!.got) return 0
    const digests = await tx.query<Digest>(
      `${BATCH_DIGESTS} WHERE b.tenant = $1 AND b.id IN (
         SELECT id FROM batch WHERE tenant = $1 AND block IS NULL ORDER BY id LIMIT ${BLOCK_SIZE})
       GROUP BY b.tenant, b.id ORDER BY b.id`,
      [db.tenant],
    )
    const audited = await tx.query<Digest>(
      `${AUDIT_DIGESTS} WHERE tenant = $1 AND block IS NULL ORDER BY id LIMIT ${BLOCK_SIZE}`,
      [db.tenant],
    )
    if (digests.length + audited.length === 0) return 0
    const [last] = await tx.query<{ id: bigint; hash: Buffer }>(
      'SELECT id, hash FROM block WHERE tenant = $1 ORDER BY id DESC LIMIT 1',
      [db.tenant],
    )
    const id = (last?.id ?? 0n) + 1n
    const previous = last?.hash ?? GENESIS
    await tx.query('INSERT INTO block (tenant, id, previous, hash) VALUES ($1, $2, $3, $4)', [
      db.tenant,
      id,
      previous,
      blockHash(previous, id, [...digests, ...audited]),
    ])
    await tx.query('UPDATE batch SET block = $2 WHERE tenant = $1 AND id = ANY ($3::bigint[])', [
      db.tenant,
      id,
      digests.map((each) => each.id),
    ])
    await tx.query('UPDATE audit SET block = $2 WHERE tenant = $1 AND id = ANY ($3::bigint[])', [
      db.tenant,
      id,
      audited.map((each) => each.id),
    ])
    return digests.length + audited.length
  })
}

/** Recomputes the hash of every block and reports those that differ. */
export async function verifyChain(tx: TenantQueryable): Promise<{ blocks: number; faults: Fault[] }> {
  const blocks = await tx.query<{ id: bigint; previous: Buffer; hash: Buffer }>(
    'SELECT id, previous, hash FROM block WHERE tenant = $1 ORDER BY id',
    [tx.tenant],
  )
  const faults: Fault[] = []
  let previous: Buffer = GENESIS
  for (const [index, block] of blocks.entries()) {
    const digests = await tx.query<Digest>(
      `${BATCH_DIGESTS} WHERE b.tenant = $1 AND b.block = $2 GROUP BY b.tenant, b.id ORDER BY b.id`,
      [tx.tenant, block.id],
    )
    const audited = await tx.query<Digest>(`${AUDIT_DIGESTS} WHERE tenant = $1 AND block = $2 ORDER BY id`, [
      tx.tenant,
      block.id,
    ])
    const inOrder = block.id === BigInt(index + 1) && block.previous.equals(previous)
    if (!inOrder || !blockHash(block.previous, block.id, [...digests, ...audited]).equals(block.hash)) {
      faults.push({ code: 'chain_broken', detail: `block ${block.id} does not match what it covers` })
    }
    previous = block.hash
  }
  return { blocks: blocks.length, faults }
}

function blockHash(previous: Buffer, id: bigint, digests: readonly Digest[]): Buffer {
  const hash = createHash('sha256').update(previous).update(`${id}`)
  for (const { digest } of digests) hash.update(digest)
  return hash.digest()
}
