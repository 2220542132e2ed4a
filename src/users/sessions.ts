/** The sessions of a user, so that the user can revoke unknown ones. */

import type { Database, Queryable, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { DEFAULT_SIGN_IN_SETTINGS, type TenantSignInSettings } from './sign-in-settings.ts'

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

/** What creates a session after everything that the user has to prove. */
const PROVEN = ['/sign-in/email', '/two-factor/verify-totp', '/two-factor/verify-backup-code', '/callback/:id']
/** What continues a session after the password alone, which is all that a user without a second factor can prove. */
const BY_PASSWORD = ['/change-password', '/two-factor/disable']

/** Marks a new session as verified, by the endpoint of better-auth that created it. */
export async function markVerified(database: Database, session: Uuid, endpoint: string | undefined): Promise<void> {
  const proven = PROVEN.includes(endpoint ?? '')
  if (!proven && !BY_PASSWORD.includes(endpoint ?? '')) return
  await database.system.execute(
    `UPDATE user_session s SET verified_at = now(), by_oidc = $2 FROM app_user u
     WHERE s.id = $1 AND u.id = s.user_id AND ($3 OR NOT u.two_factor_enabled)`,
    [session, endpoint === '/callback/:id', proven],
  )
}

/** After a step-up. */
export async function noteVerified(database: Database, session: Uuid): Promise<void> {
  await database.system.execute('UPDATE user_session SET verified_at = now() WHERE id = $1', [session])
}

export interface SessionState {
  readonly timeZone: string
  readonly settings: TenantSignInSettings
  /** Milliseconds since the user last proved who signs in; null: not in this session. */
  readonly verifiedAge: number | null
  readonly byOidc: boolean
}

const IDLE_WRITE_MS = 60_000

/** Notes that a session is used. @returns null if it was idle for too long, which ends it */
export async function useSession(database: Database, session: Uuid): Promise<SessionState | null> {
  const [row] = await database.system.query<SessionState & { idle: number; stored: TenantSignInSettings | null }>(
    `SELECT t.time_zone AS "timeZone", g.settings AS stored, s.by_oidc AS "byOidc",
       extract(epoch FROM clock_timestamp() - s.verified_at)::float8 * 1000 AS "verifiedAge",
       extract(epoch FROM clock_timestamp() - s.used_at)::float8 * 1000 AS idle
     FROM user_session s JOIN app_user u ON u.id = s.user_id JOIN tenant t ON t.id = u.tenant
     LEFT JOIN sign_in_settings g ON g.tenant = u.tenant WHERE s.id = $1`,
    [session],
  )
  if (!row) return null
  const { idle, stored, ...state } = row
  const settings = { ...DEFAULT_SIGN_IN_SETTINGS, ...stored }
  if (idle >= settings.idleMinutes * 60_000) {
    await endSession(database.system, session)
    return null
  }
  if (idle >= IDLE_WRITE_MS) {
    await database.system.execute('UPDATE user_session SET used_at = now() WHERE id = $1', [session])
  }
  return { ...state, settings }
}
