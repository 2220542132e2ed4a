/**
 * Users: creating, changing roles, disabling. Users are never deleted, because their actions remain in the audit trail.
 * Every change is one transaction with its audit entry.
 *
 * Locks: the rows of the users concerned by id (with the tenant's admins, if one of them may lose the role), then keys,
 * then sessions.
 */
import { recordAudit } from '../audit/audit.ts'
import type { Database, TenantQueryable, TenantTransaction, Transaction } from '../db/connect.ts'
import { checkPartyId, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { hashPassword } from './password.ts'
import { covers, isRole, ROLE_SCOPES, ROLES, type Role } from './roles.ts'
import { SCOPES } from './scopes.ts'
import { actorOfUser } from './sign-in-record.ts'

export interface User {
  readonly id: Uuid
  readonly email: string
  readonly name: string
  readonly role: Role
  /** The party that a user of the role `party` acts for. */
  readonly party: string | null
  readonly totp: boolean
  readonly hasPassword: boolean
  readonly createdAt: Date
  readonly disabledAt: Date | null
  readonly lastSignInAt: Date | null
}

/** The actor of a change to users, who can neither grant nor take over scopes beyond the actor's own. */
export interface Changer {
  readonly actor: string
  readonly scopes: ReadonlySet<string>
}

/** An operator with access to the database has all rights anyway. */
export const COMMAND_LINE: Changer = { actor: 'command line', scopes: new Set(SCOPES) }

/** The same format as for the sign-in. */
const EMAIL = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/
const MAX_EMAIL_LENGTH = 254

const COLUMNS = `u.id, u.email, u.name, u.role, u.party, u.two_factor_enabled AS totp, u.created_at AS "createdAt",
  u.disabled_at AS "disabledAt", u.last_sign_in_at AS "lastSignInAt",
  EXISTS (SELECT FROM user_credential c WHERE c.user_id = u.id AND c.password IS NOT NULL) AS "hasPassword"`

export interface NewUser {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly party?: string | null
  /** Without a password, a link is used to set it. */
  readonly password?: string
}

/**
 * @throws Problem `email_invalid`, `email_taken`, `role_unknown`, `role_beyond_own`, `party_needed`, `party_not_for_role`,
 * `party_id_invalid`, `party_reserved`.
 */
export async function createUser(database: Database, tenant: number, requested: NewUser, by: Changer): Promise<User> {
  const email = readEmail(requested.email)
  const { role, party } = readRole(requested.role, requested.party ?? null, by)
  const hash = requested.password === undefined ? undefined : await hashPassword(requested.password)
  return database.tenant(tenant).transaction(async (tx) => {
    const id = newUuid()
    const made = await tx.execute(
      `INSERT INTO app_user (id, tenant, email, name, role, party) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant, email) DO NOTHING`,
      [id, tenant, email, requested.name, role, party],
    )
    if (made === 0) throw new Problem('email_taken', { email })
    if (hash !== undefined) await writePassword(tx, id, hash)
    await recordAudit(tx, {
      actor: by.actor,
      action: 'user_created',
      subject: uuidToId('usr', id),
      detail: { email, role, ...(party === null ? {} : { party }) },
    })
    return readUser(tx, id)
  })
}

/** @throws Problem `user_unknown`. */
export async function readUser(db: TenantQueryable, id: Uuid): Promise<User> {
  const [user] = await db.query<User>(`SELECT ${COLUMNS} FROM app_user u WHERE u.tenant = $1 AND u.id = $2`, [
    db.tenant,
    id,
  ])
  if (!user) throw new Problem('user_unknown', { user: uuidToId('usr', id) })
  return user
}

/** In order of creation, starting after `after`. */
export function listUsers(
  db: TenantQueryable,
  { role }: { role?: Role },
  limit: number,
  after?: string,
): Promise<User[]> {
  return db.query<User>(
    `SELECT ${COLUMNS} FROM app_user u WHERE u.tenant = $1 AND ($2::text IS NULL OR u.role = $2)
     AND ($3::uuid IS NULL OR u.id > $3) ORDER BY u.id LIMIT $4`,
    [db.tenant, role ?? null, after ?? null, limit],
  )
}

export async function hasUsers(database: Database, tenant: number): Promise<boolean> {
  return (await database.tenant(tenant).query('SELECT FROM app_user WHERE tenant = $1 LIMIT 1', [tenant])).length > 0
}

/** With the ids of the revoked keys. */
export interface ChangedUser {
  readonly user: User
  readonly revokedKeys: readonly string[]
}

export interface RoleChange {
  readonly role: string
  readonly party?: string | null
  readonly keepKeys?: boolean
  readonly by: Changer
}

/**
 * Revokes keys created by the user that have scopes beyond the new role, unless they are to be kept.
 * @throws Problem `user_unknown`, `last_admin`, `role_unknown`, `role_beyond_own`, `party_needed`,
 * `party_not_for_role`, `party_id_invalid`, `party_reserved`.
 */
export async function changeRole(
  database: Database,
  tenant: number,
  id: Uuid,
  { by, keepKeys = false, ...requested }: RoleChange,
): Promise<ChangedUser> {
  const { role, party } = readRole(requested.role, requested.party ?? null, by)
  return database.tenant(tenant).transaction(async (tx) => {
    const before = await lockUser(tx, id, by, role !== 'admin')
    await tx.execute('UPDATE app_user SET role = $3, party = $4, updated_at = now() WHERE tenant = $1 AND id = $2', [
      tenant,
      id,
      role,
      party,
    ])
    const revokedKeys = keepKeys ? [] : await revokeKeysOf(tx, id, ROLE_SCOPES[role], party)
    const detail = { from: before.role, to: role, ...(party === null ? {} : { party }), revokedKeys }
    await recordAudit(tx, { actor: by.actor, action: 'role_changed', subject: uuidToId('usr', id), detail })
    return { user: await readUser(tx, id), revokedKeys }
  })
}

/**
 * Ends the user's sessions and, unless they are to be kept, revokes the keys created by the user. Other servers may
 * accept them for up to five more seconds.
 * @throws Problem `user_unknown`, `user_disabled_already`, `last_admin`, `role_beyond_own`.
 */
export async function disableUser(
  database: Database,
  tenant: number,
  id: Uuid,
  { keepKeys = false, by }: { readonly keepKeys?: boolean; readonly by: Changer },
): Promise<ChangedUser> {
  const changed = await database.tenant(tenant).transaction(async (tx) => {
    const before = await lockUser(tx, id, by, true)
    if (before.disabledAt) throw new Problem('user_disabled_already', { user: uuidToId('usr', id) })
    await tx.execute('UPDATE app_user SET disabled_at = now(), updated_at = now() WHERE tenant = $1 AND id = $2', [
      tenant,
      id,
    ])
    const revokedKeys = keepKeys ? [] : await revokeKeysOf(tx, id, [], null)
    await tx.execute('DELETE FROM user_session WHERE user_id = $1', [id])
    await recordAudit(tx, {
      actor: by.actor,
      action: 'user_disabled',
      subject: uuidToId('usr', id),
      detail: { revokedKeys },
    })
    return { user: await readUser(tx, id), revokedKeys }
  })
  await endPasswordTokens(database, id)
  return changed
}

/** @throws Problem `user_unknown`, `user_active_already`, `role_beyond_own`. */
export async function enableUser(database: Database, tenant: number, id: Uuid, by: Changer): Promise<User> {
  return database.tenant(tenant).transaction(async (tx) => {
    const before = await lockUser(tx, id, by, false)
    if (!before.disabledAt) throw new Problem('user_active_already', { user: uuidToId('usr', id) })
    await tx.execute('UPDATE app_user SET disabled_at = NULL, updated_at = now() WHERE tenant = $1 AND id = $2', [
      tenant,
      id,
    ])
    await recordAudit(tx, { actor: by.actor, action: 'user_enabled', subject: uuidToId('usr', id) })
    return readUser(tx, id)
  })
}

/**
 * For a user who has lost the device and the backup codes: the password alone is sufficient again. Ends all sessions.
 * @throws Problem `user_unknown`, `totp_off_already`, `role_beyond_own`.
 */
export async function resetTotp(database: Database, tenant: number, id: Uuid, by: Changer): Promise<User> {
  return database.tenant(tenant).transaction(async (tx) => {
    const before = await lockUser(tx, id, by, false)
    if (!before.totp) throw new Problem('totp_off_already')
    await tx.execute(
      'UPDATE app_user SET two_factor_enabled = false, updated_at = now() WHERE tenant = $1 AND id = $2',
      [tenant, id],
    )
    await tx.execute('DELETE FROM user_two_factor WHERE user_id = $1', [id])
    await tx.execute('DELETE FROM user_session WHERE user_id = $1', [id])
    await recordAudit(tx, { actor: by.actor, action: 'totp_reset', subject: uuidToId('usr', id) })
    return readUser(tx, id)
  })
}

/** Sets a password without the previous one and ends all sessions. Only for the command-line tool, not over HTTP. */
export async function replacePassword(
  database: Database,
  tenant: number,
  id: Uuid,
  { password, by }: { readonly password: string; readonly by: Changer },
): Promise<void> {
  const hash = await hashPassword(password)
  await database.tenant(tenant).transaction(async (tx) => {
    await lockUser(tx, id, by, false)
    await writePassword(tx, id, hash)
    await tx.execute('DELETE FROM user_session WHERE user_id = $1', [id])
    await recordAudit(tx, { actor: by.actor, action: 'password_set', subject: uuidToId('usr', id) })
  })
  await endPasswordTokens(database, id)
}

/** Invalidates links for setting the user's password, and other pending verifications such as a second factor. */
export async function endPasswordTokens(database: Database, id: string): Promise<void> {
  await database.system.execute('DELETE FROM user_verification WHERE value = $1', [id])
}

/**
 * Checks that the actor may manage a user: an agent with `users:write` cannot take over an administrator.
 * @throws Problem `user_unknown`, `role_beyond_own`.
 */
export async function assertMayChange(db: TenantQueryable, id: Uuid, by: Changer): Promise<User> {
  const user = await readUser(db, id)
  if (!covers(by.scopes, user.role)) throw new Problem('role_beyond_own', { role: user.role })
  return user
}

/** Locks a user, with all active admins if one of them may be lost, in order of id. */
async function lockUser(tx: TenantTransaction, id: Uuid, by: Changer, loses: boolean): Promise<User> {
  const locked = await tx.query<{ id: Uuid; role: Role; active: boolean }>(
    `SELECT id, role, disabled_at IS NULL AS active FROM app_user
     WHERE tenant = $1 AND (id = $2 OR ($3 AND role = 'admin' AND disabled_at IS NULL)) ORDER BY id FOR UPDATE`,
    [tx.tenant, id, loses],
  )
  const user = await assertMayChange(tx, id, by)
  const admins = locked.filter(({ role, active }) => role === 'admin' && active)
  if (loses && admins.length === 1 && admins[0]!.id === id) throw new Problem('last_admin')
  return user
}

/** The keys created by a user that have scopes beyond the given ones. */
async function revokeKeysOf(
  tx: TenantTransaction,
  user: Uuid,
  scopes: readonly string[],
  party: string | null,
): Promise<string[]> {
  const rows = await tx.query<{ id: Uuid }>(
    `UPDATE api_key SET revoked_at = now() WHERE tenant = $1 AND made_by = $2 AND revoked_at IS NULL
     AND (NOT scopes <@ $3::text[] OR ($4::text IS NOT NULL AND party IS DISTINCT FROM $4)) RETURNING id`,
    [tx.tenant, actorOfUser(user), scopes, party],
  )
  return rows.map(({ id }) => uuidToId('key', id))
}

/** The hash of a user's password; null without one. */
export async function passwordHashOf(database: Database, tenant: number, email: string): Promise<string | null> {
  const [row] = await database.tenant(tenant).query<{ password: string | null }>(
    `SELECT c.password FROM user_credential c JOIN app_user u ON u.id = c.user_id
     WHERE u.tenant = $1 AND u.email = $2 AND c.provider_id = 'credential'`,
    [tenant, email],
  )
  return row?.password ?? null
}

async function writePassword(tx: Transaction, user: string, hash: string): Promise<void> {
  await tx.execute(
    `INSERT INTO user_credential (id, user_id, provider_id, account_id, password) VALUES ($1, $2, 'credential', $3, $4)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = excluded.password, updated_at = now()`,
    [newUuid(), user, user, hash],
  )
}

function readEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (email.length > MAX_EMAIL_LENGTH || !EMAIL.test(email))
    throw new Problem('email_invalid', { email: text.slice(0, 100) })
  return email
}

function readRole(role: string, party: string | null, by: Changer): { role: Role; party: string | null } {
  if (!isRole(role)) throw new Problem('role_unknown', { role: role.slice(0, 40), known: ROLES })
  if (!covers(by.scopes, role)) throw new Problem('role_beyond_own', { role })
  if (role === 'party' && party === null) throw new Problem('party_needed')
  if (role !== 'party' && party !== null) throw new Problem('party_not_for_role', { role })
  if (party !== null) checkPartyId(party)
  return { role, party }
}
