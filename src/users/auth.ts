/** The configuration of better-auth. Import it lazily: it takes 0.3 s and 40 MB. */
import type { BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Database } from '../db/connect.ts'
import { newUuid, type Uuid } from '../ids.ts'
import { databaseAdapter } from './adapter.ts'
import { OIDC_SCOPES, type OidcSettings, roleOf, takeOverRole, unlinkOthers } from './oidc.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts'
import { markVerified } from './sessions.ts'
import { recordSignIn } from './sign-in-record.ts'

export type Auth = ReturnType<typeof makeAuth>

export interface AuthSettings {
  readonly secret: string
  readonly publicUrl: string | undefined
}

/** A working day: users sign in again every morning. */
const SESSION_SECONDS = 12 * 3600
const SECOND_FACTOR_SECONDS = 600
const COOKIE_PREFIX = 'recoup'
/** Set by us for better-auth only: a client's header of that name is never forwarded. */
const ADDRESS_HEADER = 'x-recoup-address'

/** The issuer's tokens are not stored, because they are not needed after the sign-in. */
const NO_TOKENS = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
}

export function makeAuth(database: Database, { secret, publicUrl }: AuthSettings, oidc?: OidcSettings) {
  return betterAuth({
    appName: 'Recoup',
    secret,
    baseURL: publicUrl ?? 'http://localhost',
    basePath: '/auth',
    database: databaseAdapter(database),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Rate limits are in the database (src/users/attempts.ts).
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' },
    account: {
      updateAccountOnSignIn: false,
      // Administrators create users, so an email address belongs to its user; the issuer must have verified it as well.
      // Only users of the issuer's tenant are found (src/users/tenant-scope.ts).
      accountLinking: { enabled: true, requireLocalEmailVerified: false, trustedProviders: [] },
    },
    user: {
      additionalFields: {
        tenant: { type: 'number', required: false },
        role: { type: 'string', required: false },
        party: { type: 'string', required: false, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
      validateUserInfo: gateOf(database, oidc),
    },
    databaseHooks: hooksOf(database),
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: isSecure(publicUrl),
      cookies: { session_token: { attributes: { sameSite: 'strict' } } },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: newUuid },
    },
    onAPIError: { errorURL: '/console/sign-in' },
    plugins: [
      twoFactor({ issuer: 'Recoup', twoFactorCookieMaxAge: SECOND_FACTOR_SECONDS }),
      genericOAuth({ config: oidc ? [providerOf(oidc)] : [] }),
    ],
  })
}

function hooksOf(database: Database): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    session: {
      create: {
        // Every sign-in method passes here.
        async before({ userId }) {
          const [user] = await database.system.query('SELECT FROM app_user WHERE id = $1 AND disabled_at IS NULL', [
            userId,
          ])
          if (!user) throw new APIError('FORBIDDEN', { code: 'user_disabled', message: 'user is disabled' })
        },
        async after({ id, userId, ipAddress }, ctx) {
          await markVerified(database, id as Uuid, ctx?.path)
          if (ctx?.path !== '/callback/:id') return
          await recordSignIn(database, userId as Uuid, { by: 'oidc', address: ipAddress || null })
        },
      },
    },
    account: { create: { before: async () => ({ data: NO_TOKENS }) } },
  }
}

interface Subject {
  readonly tokens: { readonly idToken?: string | undefined }
  readonly profile: Record<string, unknown>
}

function providerOf(oidc: OidcSettings) {
  const { issuer, clientId, clientSecret, tenant } = oidc
  return {
    providerId: 'oidc',
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: [...OIDC_SCOPES],
    pkce: true,
    requireIdTokenVerification: true,
    // Without an ID token better-auth would take the user information, which nothing signs: no subject, no sign-in.
    accountSubject: ({ tokens, profile }: Subject) => (tokens.idToken ? String(profile.sub ?? '') : ''),
    // For new users; existing users keep their role (gateOf).
    mapProfileToUser: (profile: Record<string, unknown>) => ({ tenant, role: roleOf(oidc, profile) ?? 'viewer' }),
  }
}

/** Called before a user is created, linked or signed in: an issuer with roles determines them at every sign-in. */
function gateOf(database: Database, oidc: OidcSettings | undefined): Gate {
  return async ({ user, source }) => {
    if (!oidc) return
    const role = roleOf(oidc, source.oauth?.profile ?? {})
    if (role === null) return { error: 'role_missing' }
    const subject = source.oauth?.profile?.sub
    if (source.action !== 'sign-in' && subject !== undefined) await unlinkOthers(database, oidc.tenant, String(subject))
    if (source.action !== 'create-user' && typeof user.id === 'string' && role !== undefined) {
      await takeOverRole(database, user.id as Uuid, role)
    }
  }
}
type Gate = NonNullable<NonNullable<BetterAuthOptions['user']>['validateUserInfo']>

function isSecure(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https://') ?? false
}
