/** Sign-in by OpenID Connect: settings, and how claims map to a role. */
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { isRole, type Role } from './roles.ts'

export interface OidcSettings {
  /** As in the tokens' `iss`; its configuration is read from `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Label of the sign-in button; defaults to the issuer's host. */
  readonly name?: string
  /**
   * Claim of the ID token whose value, or one of whose values, is the name of a role. Without it, new users are viewers
   * and administrators assign their roles.
   */
  readonly roleClaim?: string
  /** Role of new users. */
  readonly tenant: number
}

export const OIDC_SCOPES = ['openid', 'email', 'profile'] as const

/**
 * The role in the claims: undefined if no role claim is configured, null if it contains no known role. Of several, the
 * first in the claim. `party` is not possible, because the claims do not name a party.
 */
export function roleOf({ roleClaim }: OidcSettings, profile: Record<string, unknown>): Role | null | undefined {
  if (roleClaim === undefined) return undefined
  const claimed = profile[roleClaim]
  const names = Array.isArray(claimed) ? claimed : [claimed]
  return names.find((name): name is Role => isRole(name) && name !== 'party') ?? null
}

/** The issuer's roles override roles assigned here. */
export async function takeOverRole(database: Database, user: Uuid, role: Role): Promise<void> {
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
