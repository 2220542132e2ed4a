/**
 * The charges of the bench: QR payments of 100.00 with fee, channel cost and reward, from 10,000 payers to 10,000
 * merchants or to one.
 */

import type { Database } from '../../src/db/connect.ts'
import { AccountDirectory } from '../../src/ledger/directory.ts'
import { postJournal } from '../../src/ledger/journal.ts'
import { createTenant } from '../../src/tenants/tenants.ts'
import { createKey } from '../../src/users/api-keys.ts'

export const MERCHANTS = 10_000
export type Spread = 'uniform' | 'hot'

export interface Shop {
  readonly tenant: number
  readonly key: string
  acknowledged: number
}

export async function makeShop(database: Database): Promise<Shop> {
  const { id: tenant } = await createTenant(database, 'bench', 'Asia/Shanghai')
  const db = database.tenant(tenant)
  await db.query(
    `INSERT INTO party (tenant, id, kind, name, attributes, actor)
     SELECT $1, 'mch_' || n, 'merchant', 'Shop ' || n, '{"merchantCategory":"restaurant"}', 'bench' FROM generate_series(1, $2::int) n`,
    [tenant, MERCHANTS],
  )
  await postJournal(db, new AccountDirectory(), {
    description: 'a budget that lasts',
    transfers: [{ from: 'world/funding', to: 'cmp_cashback/budget', amount: 10n ** 15n, unit: 'CNY', kind: 'funding' }],
    effectiveAt: null,
    idempotency: null,
  })
  const { secret } = await createKey(database, tenant, { name: 'bench', scopes: ['charges:write'] })
  return { tenant, key: secret, acknowledged: 0 }
}

/**
 * Returns the n-th payment. Merchants are selected with a stride that is coprime to their number, so that neighbors
 * differ.
 */
export function payment(n: number, spread: Spread) {
  return {
    line: 'payments',
    product: 'scan-pay',
    event: {
      payer: `usr_${(n * 7919) % MERCHANTS}`,
      merchant: spread === 'hot' ? 'mch_1' : `mch_${1 + ((n * 6367) % MERCHANTS)}`,
      amount: { amount: '100.00', currency: 'CNY' },
    },
  }
}
