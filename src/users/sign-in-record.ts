/** Records sign-ins: the audit trail, and when a user last signed in. */
import type { AuditAction } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import type { Database } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'

export interface KnownUser {
  /** UUID. */
  readonly id: Uuid
  readonly tenant: number
}

/** Identifies the user in the audit trail and in rules that require two people. */
export function actorOfUser(uuid: Uuid): string {
  return `user ${uuidToId('usr', uuid)}`
}

export async function userByEmail(database: Database, tenant: number, email: string): Promise<KnownUser | undefined> {
  const [user] = await database.system.query<KnownUser>(
    'SELECT id, tenant FROM app_user WHERE tenant = $1 AND email = $2',
    [tenant, email],
  )
  return user
}

export interface Account extends KnownUser {
  readonly tenantName: string
  /** Null: signs in by single sign-on only. */
  readonly password: string | null
  readonly disabled: boolean
}

/** How many tenants are tried with one email and password; a person of more names the tenant. */
const MOST_ACCOUNTS = 10

/** The users with an email, one per tenant, or the one of a tenant. */
export function accountsOf(database: Database, email: string, tenant: number | undefined): Promise<Account[]> {
  return database.system.query<Account>(
    `SELECT u.id, u.tenant, t.name AS "tenantName", c.password, u.disabled_at IS NOT NULL AS disabled
     FROM app_user u JOIN tenant t ON t.id = u.tenant
     LEFT JOIN user_credential c ON c.user_id = u.id AND c.provider_id = 'credential'
     WHERE u.email = $1 AND ($2::int IS NULL OR u.tenant = $2) ORDER BY u.tenant LIMIT ${MOST_ACCOUNTS}`,
    [email, tenant ?? null],
  )
}

export async function recordSignIn(
  database: Database,
  user: Uuid,
  detail: { readonly by: 'password' | 'totp' | 'backup_code' | 'oidc'; readonly address: string | null },
): Promise<void> {
  const [row] = await database.system.query<{ tenant: number }>(
    'UPDATE app_user SET last_sign_in_at = now() WHERE id = $1 RETURNING tenant',
    [user],
  )
  if (row) await recordUserAct(database, row.tenant, { user, action: 'signed_in', detail })
}

/** An action of users on their own account. */
export async function recordUserAct(
  database: Database,
  tenant: number,
  {
    user,
    action,
    detail = {},
  }: {
    readonly user: Uuid
    readonly action: AuditAction
    readonly detail?: Readonly<Record<string, unknown>> | undefined
  },
): Promise<void> {
  await recordAudit(database.tenant(tenant), {
    actor: actorOfUser(user),
    action,
    subject: uuidToId('usr', user),
    detail,
  })
}
