/** The sessions of a user, so that the user can revoke unknown ones. */

import type { Queryable, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'

export interface Session {
  readonly id: Uuid
  readonly user: Uuid
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly address: string | null
  readonly userAgent: string | null
}

const COLUMNS = `s.id, s.user_id AS user, s.created_at AS "createdAt", s.expires_at AS "expiresAt",
  nullif(s.ip_address, '') AS address, nullif(s.user_agent, '') AS "userAgent"`

/** Active sessions, newest first. */
export function listSessions(db: TenantQueryable, user: string): Promise<Session[]> {
  return db.query<Session>(
    `SELECT ${COLUMNS} FROM user_session s JOIN app_user u ON u.id = s.user_id
     WHERE u.tenant = $1 AND s.user_id = $2 AND s.expires_at > now() ORDER BY s.id DESC LIMIT 200`,
    [db.tenant, user],
  )
}

export async function readSession(db: TenantQueryable, id: string): Promise<Session | undefined> {
  const [session] = await db.query<Session>(
    `SELECT ${COLUMNS} FROM user_session s JOIN app_user u ON u.id = s.user_id
     WHERE u.tenant = $1 AND s.id = $2 AND s.expires_at > now()`,
    [db.tenant, id],
  )
  return session
}

export async function endSession(db: Queryable, id: string): Promise<void> {
  await db.execute('DELETE FROM user_session WHERE id = $1', [id])
}

/** Deletes expired rows: sessions, links, pending second factors and counts. Called occasionally by any process. */
export async function forgetExpired(db: Queryable): Promise<void> {
  await db.execute('DELETE FROM user_session WHERE expires_at < now()')
  await db.execute('DELETE FROM user_verification WHERE expires_at < now()')
  await db.execute(`DELETE FROM user_used_code WHERE used_at < now() - interval '1 hour'`)
  await db.execute(`DELETE FROM sign_in_attempt WHERE since < now() - interval '1 day'`)
}
