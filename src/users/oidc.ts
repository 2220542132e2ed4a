/** Sign-in by OpenID Connect: settings, and how claims map to a role. */
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { fetchJson } from '../outgoing/global-fetch.ts'
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
  /** The issuer signs in users of this tenant only. */
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

/** What the callback must be checked against. */
export interface IssuerMetadata {
  readonly issuer: string
  /** The issuer announces that it names itself in the callback (RFC 9207). */
  readonly namesItself: boolean
}

/** @throws Error if the issuer cannot be reached or its answer cannot be read */
export async function readIssuer({ issuer }: OidcSettings): Promise<IssuerMetadata> {
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  const found = (await fetchJson(url)) as Record<string, unknown> | null
  return {
    issuer: typeof found?.issuer === 'string' ? found.issuer : issuer,
    namesItself: found?.authorization_response_iss_parameter_supported === true,
  }
}

/** RFC 9207: an issuer that announces `iss` must send it, with errors too, and it must be the issuer's own. */
export function isFromIssuer({ issuer, namesItself }: IssuerMetadata, callback: URL): boolean {
  const named = callback.searchParams.getAll('iss')
  return named.length === 0 ? !namesItself : named.every((iss) => iss === issuer)
}

/**
 * Removes links of a subject to users of other tenants, from a time when the issuer belonged to another tenant or emails
 * were unique over all. They can never be used again, and the new link would collide with them.
 */
export async function unlinkOthers(database: Database, tenant: number, subject: string): Promise<void> {
  const unlinked = await database.system.query<{ user: Uuid; tenant: number }>(
    `DELETE FROM user_credential c USING app_user u WHERE c.provider_id = 'oidc' AND c.account_id = $1
     AND u.id = c.user_id AND u.tenant <> $2 RETURNING u.id AS user, u.tenant`,
    [subject, tenant],
  )
  for (const { user, tenant: other } of unlinked) {
    const subject = uuidToId('usr', user)
    await recordAudit(database.tenant(other), { actor: 'oidc', action: 'oidc_unlinked', subject })
  }
}
