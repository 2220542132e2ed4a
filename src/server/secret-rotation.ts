/**
 * Encrypts all secrets in the database again after the key of the installation was replaced: in batches, each in a
 * transaction with its audit entry. An interrupted run continues where it stopped, because a secret names its key.
 */
import { waitingFor as gatewayOf } from '../api/payments/gateways.ts'
import { waitingFor as destinationOf } from '../api/settlement/payout-files.ts'
import { resealWaiting } from '../approvals/reseal.ts'
import { recordAudit } from '../audit/audit.ts'
import type { Database, TenantTransaction } from '../db/connect.ts'
import { resealGateways } from '../processing/gateways.ts'
import type { Seal } from '../seal.ts'
import { resealDestinations, resealPayouts } from '../settlement/payout-files.ts'
import { listTenants } from '../tenants/tenants.ts'
import { resealSecondFactors } from '../users/second-factors.ts'
import { resealEndpoints } from '../webhooks/endpoint.ts'
import { endRotation } from './secret-key.ts'

const BATCH = 100

type Reseal = (tx: TenantTransaction, seal: Seal, limit: number) => Promise<number>

const STORES: Readonly<Record<string, Reseal>> = {
  webhooks: resealEndpoints,
  gateways: resealGateways,
  'payout destinations': resealDestinations,
  payouts: resealPayouts,
  approvals: (tx, seal, limit) => {
    const sealedFor = (act: string, subject: string) =>
      (act === 'gateway' ? gatewayOf : destinationOf)(tx.tenant, subject)
    return resealWaiting(tx, seal, { limit, sealedFor })
  },
}

/** Returns the number of secrets that were encrypted again. `folder`: the data folder. */
export async function rotateSecrets(database: Database, folder: string, seal: Seal): Promise<number> {
  let total = 0
  for (const { id } of await listTenants(database)) {
    for (const [secrets, reseal] of Object.entries(STORES)) {
      for (;;) {
        const rows = await database.tenant(id).transaction(async (tx) => {
          const done = await reseal(tx, seal, BATCH)
          const detail = { secrets, rows: done, key: seal.keyId }
          if (done > 0) await recordAudit(tx, { action: 'secrets_resealed', detail })
          return done
        })
        total += rows
        if (rows < BATCH) break
      }
    }
    total += await resealSecondFactors(database, id, seal)
  }
  await endRotation(database, folder, seal)
  return total
}
