/** Tenants: platforms with separate ledgers in one database. */

import { publishRateCard } from '../catalog/rate-card.ts'
import { defaultCard } from '../catalog/terms.ts'
import type { Database } from '../db/connect.ts'
import { lines } from '../lines/index.ts'
import { Problem } from '../problem.ts'

export interface Tenant {
  readonly id: number
  readonly name: string
  /** IANA name; billing dates are computed in it. */
  readonly timeZone: string
}

const COLUMNS = 'id, name, time_zone AS "timeZone"'

/** Creates a tenant with the default rate card, in force for all times. @throws Problem `tenant_exists`. */
export async function createTenant(database: Database, name: string, timeZone: string): Promise<Tenant> {
  const [tenant] = await database.system.query<Tenant>(
    `INSERT INTO tenant (name, time_zone) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING ${COLUMNS}`,
    [name, timeZone],
  )
  if (!tenant) throw new Problem('tenant_exists', { name })
  await database.tenant(tenant.id).transaction((tx) => publishRateCard(tx, defaultCard(lines), new Date(0)))
  return tenant
}

export async function readTenant(database: Database, id: number): Promise<Tenant> {
  const [tenant] = await database.system.query<Tenant>(`SELECT ${COLUMNS} FROM tenant WHERE id = $1`, [id])
  return tenant!
}

export function listTenants(database: Database): Promise<Tenant[]> {
  return database.system.query<Tenant>(`SELECT ${COLUMNS} FROM tenant ORDER BY id`)
}
