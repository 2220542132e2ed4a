/** Secrets in requests that wait for approval, when the key of the installation changes. */
import type { TenantTransaction } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Seal } from '../seal.ts'

interface Waiting {
  readonly id: Uuid
  readonly act: string
  readonly subject: string
  readonly sealed: string
}

/**
 * Encrypts them again, with the current key; returns the number of rows. Locks: the rows, in order.
 * @param sealedFor what the secret of an act about a subject is sealed for
 */
export async function resealWaiting(
  tx: TenantTransaction,
  seal: Seal,
  { limit, sealedFor }: { readonly limit: number; readonly sealedFor: (act: string, subject: string) => string },
): Promise<number> {
  const rows = await tx.query<Waiting>(
    `SELECT id, act, subject, request->>'sealed' AS sealed FROM approval
     WHERE tenant = $1 AND status IN ('pending', 'approved')
       AND substring(decode(request->>'sealed', 'base64') FROM 1 FOR 5) <> $2
     ORDER BY id LIMIT $3 FOR UPDATE`,
    [tx.tenant, seal.mark, limit],
  )
  for (const { id, act, subject, sealed } of rows) {
    const of = sealedFor(act, subject)
    const renewed = seal.renew(Buffer.from(sealed, 'base64'), of).toString('base64')
    await tx.execute(
      `UPDATE approval SET request = jsonb_set(request::jsonb, '{sealed}', to_jsonb($3::text))::json
       WHERE tenant = $1 AND id = $2`,
      [tx.tenant, id, renewed],
    )
  }
  return rows.length
}
