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

export async function userByEmail(database: Database, email: string): Promise<KnownUser | undefined> {
  const [user] = await database.system.query<KnownUser>('SELECT id, tenant FROM app_user WHERE email = $1', [email])
  return user
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
