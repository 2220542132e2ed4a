/** What a tenant asks of its users when they sign in, before sensitive operations, and of idle sessions. */
import { recordAudit } from '../audit/audit.ts'
import type { TenantQueryable, TenantTransaction } from '../db/connect.ts'
import type { Role } from './roles.ts'

export interface TenantSignInSettings {
  /** Users with these roles must set up a second factor before they may do anything else. */
  readonly secondFactorRoles: readonly Role[]
  /** Sensitive operations need a recent second factor, or the password of a user who has none. */
  readonly stepUp: boolean
  /** How long a proof counts as recent. */
  readonly stepUpMinutes: number
  /** After how long without a request a session ends. */
  readonly idleMinutes: number
}

export const DEFAULT_SIGN_IN_SETTINGS: TenantSignInSettings = {
  secondFactorRoles: [],
  stepUp: true,
  stepUpMinutes: 10,
  idleMinutes: 720,
}

export interface StoredSignInSettings {
  readonly settings: TenantSignInSettings
  /** Null: the defaults. */
  readonly updatedBy: string | null
  readonly updatedAt: Date | null
}

export async function readSignInSettings(db: TenantQueryable): Promise<StoredSignInSettings> {
  const [row] = await db.query<StoredSignInSettings>(
    'SELECT settings, updated_by AS "updatedBy", updated_at AS "updatedAt" FROM sign_in_settings WHERE tenant = $1',
    [db.tenant],
  )
  if (!row) return { settings: DEFAULT_SIGN_IN_SETTINGS, updatedBy: null, updatedAt: null }
  return { ...row, settings: { ...DEFAULT_SIGN_IN_SETTINGS, ...row.settings } }
}

export async function writeSignInSettings(tx: TenantTransaction, settings: TenantSignInSettings): Promise<void> {
  const before = await readSignInSettings(tx)
  await tx.execute(
    `INSERT INTO sign_in_settings (tenant, settings, updated_by) VALUES ($1, $2, $3)
     ON CONFLICT (tenant) DO UPDATE SET settings = excluded.settings, updated_by = excluded.updated_by,
       updated_at = excluded.updated_at`,
    [tx.tenant, JSON.stringify(settings), tx.by.actor],
  )
  await recordAudit(tx, {
    action: 'sign_in_settings_changed',
    detail: { before: before.settings, after: settings },
  })
}
