/** Second factors, which better-auth encrypts with the key of the sign-in, when that key changes. */
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import type { Seal } from '../seal.ts'

const PURPOSE = 'sign-in'

/** The key with which better-auth signs cookies and encrypts second factors. */
export function signInKey(seal: Seal): string {
  return seal.derive(PURPOSE).toString('base64url')
}

interface Factor {
  readonly id: Uuid
  readonly secret: string
  readonly codes: string
}

/** Encrypts the second factors of a tenant again, in batches; returns how many. Locks: the rows, in order. */
export async function resealSecondFactors(database: Database, tenant: number, seal: Seal): Promise<number> {
  const previous = seal.derivePrevious(PURPOSE).map((key) => key.toString('base64url'))
  const renew = await recipher(signInKey(seal), previous)
  let done = 0
  let after: Uuid | null = null
  for (;;) {
    const batch: { readonly last: Uuid | null; readonly renewed: number } = await database
      .tenant(tenant)
      .transaction(async (tx) => {
        const rows = await tx.query<Factor>(
          `SELECT f.id, f.secret, f.backup_codes AS codes FROM user_two_factor f JOIN app_user u ON u.id = f.user_id
           WHERE u.tenant = $1 AND ($2::uuid IS NULL OR f.id > $2) ORDER BY f.id LIMIT 100 FOR UPDATE OF f`,
          [tenant, after],
        )
        let renewed = 0
        for (const { id, secret, codes } of rows) {
          const [newSecret, newCodes] = await Promise.all([renew(secret), renew(codes)])
          if (newSecret === undefined && newCodes === undefined) continue
          await tx.execute('UPDATE user_two_factor SET secret = $2, backup_codes = $3 WHERE id = $1', [
            id,
            newSecret ?? secret,
            newCodes ?? codes,
          ])
          renewed += 1
        }
        if (renewed > 0) {
          const detail = { secrets: 'second factors', rows: renewed, key: seal.keyId }
          await recordAudit(tx, { action: 'secrets_resealed', detail })
        }
        return { last: rows.at(-1)?.id ?? null, renewed }
      })
    done += batch.renewed
    if (batch.last === null) return done
    after = batch.last
  }
}

/** Returns the ciphertext under the current key, or undefined where it is under that key already. */
async function recipher(current: string, previous: readonly string[]) {
  const { symmetricDecrypt, symmetricEncrypt } = await import('better-auth/crypto')
  const open = (key: string, data: string) => symmetricDecrypt({ key, data }).catch(() => undefined)
  return async (data: string): Promise<string | undefined> => {
    if ((await open(current, data)) !== undefined) return undefined
    for (const key of previous) {
      const text = await open(key, data)
      if (text !== undefined) return symmetricEncrypt({ key: current, data: text })
    }
    throw new Error('a second factor was encrypted with a key that this process does not have')
  }
}
