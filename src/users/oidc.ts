/** Sign-in by a company's own OpenID Connect issuer: what is set, and how its claims become a role. */
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/connect.ts'
import { uuidToId } from '../ids.ts'
import { isRole, type Role } from './roles.ts'

export interface OidcSettings {
  /** As in the tokens' `iss`; its configuration is read from `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What the button says; default: the issuer's host. */
  readonly name?: string
  /**
   * Claim of the ID token whose value, or one of whose values, is the name of a role. Without it new users are viewers,
   * and administrators give them their roles here.
   */
  readonly roleClaim?: string
  /** Of users who come the first time. */
  readonly tenant: number
}

export const OIDC_SCOPES = ['openid', 'email', 'profile'] as const

/**
 * The role that claims give; undefined where the issuer says nothing of roles, null where it does and gives none that we
 * know. Of several the one that stands first in the claim. `party` cannot be given: nothing says which party.
 */
export function roleOf({ roleClaim }: OidcSettings, profile: Record<string, unknown>): Role | null | undefined {
  if (roleClaim === undefined) return undefined
  const claimed = profile[roleClaim]
  const names = Array.isArray(claimed) ? claimed : [claimed]
  return names.find((name): name is Role => isRole(name) && name !== 'party') ?? null
}

/** What the issuer says replaces what was set here. */
export async function takeOverRole(database: Database, user: string, role: Role): Promise<void> {
  const [found] = await database.system.query<{ tenant: number }>('SELECT tenant FROM app_user WHERE id = $1', [user])
  if (!found) return
  await database.tenant(found.tenant).transaction(async (tx) => {
    const [before] = await tx.query<{ role: Role }>(
      'SELECT role FROM app_user WHERE tenant = $1 AND id = $2 FOR UPDATE',
      [found.tenant, user],
    )
    if (!before || before.role === role) return
    await tx.execute('UPDATE app_user SET role = $3, party = NULL, updated_at = now() WHERE tenant = $1 AND id = $2', [
      found.tenant,
      user,
      role,
    ])
    await recordAudit(tx, {
      actor: 'oidc',
      action: 'role_changed',
      subject: uuidToId('usr', user),
      detail: { from: before.role, to: role },
    })
  })
}
