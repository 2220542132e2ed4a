import type { Database, Scope } from './connect.ts'

/** The database as one tenant sees it, with the number that stands first in every key. */
export interface TenantDatabase extends Scope {
  readonly id: number
}

export function tenantDatabase(database: Database, id: number): TenantDatabase {
  return Object.assign(database.tenant(id), { id })
}
