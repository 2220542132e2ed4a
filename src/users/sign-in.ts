/**
 * Sign-in: better-auth behind the few functions that the API needs. Its own routes are not mounted, except for the OIDC
 * callback, so its other features (sign-up, changing emails, linking accounts) are not available. For the reasons, see
 * docs/decisions/0012-sign-in.md.
 */

import { randomBytes } from 'node:crypto'
import type { Database } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { Problem } from '../problem.ts'
import type { Seal } from '../seal.ts'
import { ATTEMPT_LIMITS, type AttemptLimits, type AttemptOrigin, countAttempt, isFirstUse } from './attempts.ts'
import type { Auth } from './auth.ts'
import { isSigned } from './cookie-signature.ts'
import { Devices } from './device.ts'
import { type IssuerMetadata, isFromIssuer, type OidcSettings, readIssuer } from './oidc.ts'
import { checkPassword, passwordFits } from './password.ts'
import { isRole, type Role } from './roles.ts'
import { signInKey } from './second-factors.ts'
import { forgetExpired, noteVerified, useSession } from './sessions.ts'
import { type Account, accountsOf, recordSignIn, recordUserAct } from './sign-in-record.ts'
import { type Proof, type ProofKind, prove, proveBoth } from './step-up.ts'
import { withinTenant } from './tenant-scope.ts'
import { endPasswordTokens } from './users.ts'

export interface SignInSettings {
  /** Public URL of this installation, without a path. Defaults to plain HTTP at the host of the request. */
  readonly publicUrl?: string
  readonly oidc?: OidcSettings
  readonly limits?: AttemptLimits
  /** Called after a user has set or changed a password. */
  readonly onPassword?: () => Promise<void>
}

export interface Credentials {
  readonly email: string
  readonly password: string
  /** For a person whose email and password are those of users of several tenants. */
  readonly tenant?: number | undefined
}

export type PasswordAnswer =
  | { readonly status: 'signed_in' | 'second_factor_required' }
  | { readonly status: 'tenant_needed'; readonly tenants: readonly { readonly id: number; readonly name: string }[] }

/** The relevant parts of a browser's request. */
export interface Browser {
  readonly cookie: string | undefined
  readonly userAgent: string | undefined
  readonly address: string
}

export interface SignedIn {
  /** UUIDs. */
  readonly user: Uuid
  readonly session: Uuid
  readonly tenant: number
  /** IANA name. */
  readonly timeZone: string
  readonly role: Role
  readonly party: string | null
  readonly expiresAt: Date
  /** As in an identity. */
  readonly freshUntil: number
  readonly secondFactorMissing: boolean
}

/** A result with its cookies, as values of `Set-Cookie`. */
export interface WithCookies<T> {
  readonly cookies: readonly string[]
  readonly answer: T
}

const DISCOVERY_TIMEOUT_MS = 10_000
const LINK_HOURS = 72
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const CALLBACK = /^\/auth\/callback\/oidc$/
export const SIGN_IN_PAGE = '/console/sign-in'

export class SignIn {
  readonly #database: Database
  readonly #secret: string
  readonly #settings: SignInSettings
  readonly #limits: AttemptLimits
  readonly #devices: Devices
  #passwords: Promise<Auth> | undefined
  #oidc: Promise<OidcAuth> | undefined
  #tidied: number | undefined

  /** Cookies are signed and second factors encrypted with a key of the seal: with another seal, both become invalid. */
  constructor(database: Database, seal: Seal, settings: SignInSettings = {}) {
    this.#database = database
    this.#secret = signInKey(seal)
    this.#settings = settings
    this.#limits = settings.limits ?? ATTEMPT_LIMITS
    this.#devices = new Devices(seal.derive('devices'), this.#secure)
  }

  get cookieName(): string {
    return `${this.#secure ? '__Secure-' : ''}recoup.session_token`
  }

  get #secure(): boolean {
    return this.#settings.publicUrl?.startsWith('https://') ?? false
  }

  get publicUrl(): string | undefined {
    return this.#settings.publicUrl
  }

  get oidcName(): string | null {
    const { oidc } = this.#settings
    return oidc ? (oidc.name ?? new URL(oidc.issuer).host) : null
  }

  /**
   * A person may have a user with the same email in several tenants. The password decides between them; if it is that of
   * several, the tenants are answered, and the caller asks again with one.
   * @throws Problem `sign_in_refused`, `sign_in_limited`, `user_disabled`.
   */
  async withPassword(given: Credentials, browser: Browser): Promise<WithCookies<PasswordAnswer>> {
    await this.#tidyUp()
    const email = given.email.trim().toLowerCase()
    const device = this.#devices.knownTo(email, browser.cookie)
    const attempt = await countAttempt(this.#database, this.#limits, email, { address: browser.address, device })
    const accounts = await accountsOf(this.#database, email, given.tenant)
    const fitting = accounts.length > 1 ? await thoseFitting(accounts, given.password) : accounts
    if (fitting.length > 1) {
      const tenants = fitting.map(({ tenant, tenantName }) => ({ id: tenant, name: tenantName }))
      return { cookies: [], answer: { status: 'tenant_needed', tenants } }
    }
    try {
      const signedIn = await this.#signInTo(fitting[0], { ...given, email }, browser)
      await attempt.succeeded()
      return signedIn
    } catch (error) {
      const code = codeOf(error)
      const reason = code === 'user_disabled' ? code : 'password'
      for (const { id: user, tenant } of fitting.length > 0 ? fitting : accounts) {
        const detail = { address: browser.address, reason }
        await recordUserAct(this.#database, tenant, { user, action: 'sign_in_failed', detail })
      }
      if (code === 'user_disabled') throw new Problem('user_disabled')
      throw new Problem('sign_in_refused')
    }
  }

  async #signInTo(
    account: Account | undefined,
    { email, password }: Credentials,
    browser: Browser,
  ): Promise<WithCookies<PasswordAnswer>> {
    const { api } = await this.#auth()
    // Without an account better-auth hashes as well, so that the time does not tell. No tenant has the number 0.
    const { headers, response } = await withinTenant(account?.tenant ?? 0, () =>
      api.signInEmail({ body: { email, password }, headers: headersOf(browser), returnHeaders: true }),
    )
    const cookies = headers.getSetCookie()
    if ('twoFactorRedirect' in response) return { cookies, answer: { status: 'second_factor_required' } }
    await recordSignIn(this.#database, response.user.id as Uuid, { address: browser.address, by: 'password' })
    return { cookies: [...cookies, this.#devices.remember(email, browser.cookie)], answer: { status: 'signed_in' } }
  }

  /** @throws Problem `second_factor_refused`, `second_factor_expired`, `user_disabled`, `sign_in_limited`. */
  async withSecondFactor(
    given: { code: string } | { backupCode: string },
    browser: Browser,
  ): Promise<WithCookies<'signed_in'>> {
    const { api } = await this.#auth()
    // Only the cookie of the password step counts: within a session, better-auth would check codes without a limit.
    const headers = headersOf({ ...browser, cookie: this.#withoutSession(browser.cookie) })
    const requested = { headers, returnHeaders: true } as const
    try {
      const { headers, response } =
        'code' in given
          ? await api.verifyTOTP({ ...requested, body: { code: given.code } })
          : await api.verifyBackupCode({ ...requested, body: { code: given.backupCode } })
      if ('code' in given && !(await isFirstUse(this.#database, response.user.id, given.code))) {
        await this.#database.system.execute('DELETE FROM user_session WHERE token = $1', [response.token])
        throw new Problem('second_factor_refused')
      }
      const by = 'code' in given ? 'totp' : 'backup_code'
      await recordSignIn(this.#database, response.user.id as Uuid, { address: browser.address, by })
      const known = this.#devices.remember(response.user.email, browser.cookie)
      return { cookies: [...headers.getSetCookie(), known], answer: 'signed_in' }
    } catch (error) {
      if (error instanceof Problem) throw error
      throw secondFactorProblem(codeOf(error))
    }
  }

  #withoutSession(cookies: string | undefined): string | undefined {
    const others = cookies?.split(/; */).filter((each) => !each.startsWith(`${this.cookieName}=`))
    return others?.join('; ')
  }

  /** The URL of the issuer to redirect to. @throws Problem `oidc_off`, `oidc_unreachable`. */
  async beginOidc(returnTo: string, browser: Browser): Promise<WithCookies<string>> {
    const { auth } = await this.#oidcAuth()
    const { api } = auth
    try {
      const { headers, response } = await api.signInSocial({
        body: { provider: 'oidc', callbackURL: returnTo, errorCallbackURL: SIGN_IN_PAGE, disableRedirect: true },
        headers: headersOf(browser),
        returnHeaders: true,
      })
      return { cookies: headers.getSetCookie(), answer: response.url! }
    } catch (error) {
      codeOf(error)
      this.#oidc = undefined
      throw new Problem('oidc_unreachable', { issuer: this.#settings.oidc!.issuer })
    }
  }

  /** Handles the callback of the issuer: returns a redirect, with a session if the sign-in succeeded. */
  async endOidc(pathAndQuery: string, browser: Browser): Promise<Response> {
    const url = new URL(pathAndQuery, this.#settings.publicUrl ?? 'http://localhost')
    if (!CALLBACK.test(url.pathname)) throw new Error(`not the address for issuers: ${url.pathname}`)
    const { auth, metadata } = await this.#oidcAuth()
    if (!isFromIssuer(metadata, url)) {
      return new Response(null, { status: 302, headers: { location: `${SIGN_IN_PAGE}?error=issuer_mismatch` } })
    }
    const { tenant } = this.#settings.oidc!
    return withinTenant(tenant, () => auth.handler(new Request(url, { headers: headersOf(browser) })))
  }

  /** Whether a session cookie was signed here, checked in microseconds: it may still be unknown or have ended. */
  isSigned(cookieValue: string): boolean {
    return isSigned(this.#secret, cookieValue)
  }

  /** The identity of a session cookie; null if it is unknown or has ended. */
  async find(cookieValue: string): Promise<SignedIn | null> {
    const { api } = await this.#auth()
    const found = await api.getSession({ headers: new Headers({ cookie: `${this.cookieName}=${cookieValue}` }) })
    if (!found || found.user.disabledAt || !isRole(found.user.role)) return null
    const { session, user } = found
    const state = await useSession(this.#database, session.id as Uuid)
    if (!state) return null
    const { settings, verifiedAge, byOidc, timeZone } = state
    const fresh = verifiedAge === null ? 0 : settings.stepUpMinutes * MINUTE_MS - verifiedAge
    const required = !byOidc && settings.secondFactorRoles.includes(found.user.role)
    return {
      user: user.id as Uuid,
      session: session.id as Uuid,
      tenant: user.tenant!,
      timeZone,
      role: found.user.role,
      party: user.party ?? null,
      expiresAt: session.expiresAt,
      freshUntil: settings.stepUp ? performance.now() + fresh : Number.POSITIVE_INFINITY,
      secondFactorMissing: required && !user.twoFactorEnabled,
    }
  }

  async signOut(browser: Browser): Promise<readonly string[]> {
    const { api } = await this.#auth()
    const { headers } = await api.signOut({ headers: headersOf(browser), returnHeaders: true })
    return headers.getSetCookie()
  }

  /** @throws Problem `password_refused`, `password_unfit`, `sign_in_limited`. */
  async changePassword(user: string, current: string, wanted: string, browser: Browser): Promise<readonly string[]> {
    checkPassword(wanted)
    return this.#withOwnPassword(user, browser, async ({ api }, headers) => {
      const changed = await api.changePassword({
        body: { currentPassword: current, newPassword: wanted, revokeOtherSessions: true },
        headers,
        returnHeaders: true,
      })
      await this.#settings.onPassword?.()
      return changed.headers.getSetCookie()
    })
  }

  /** Not active before it is confirmed. @throws Problem `password_refused`, `totp_on_already`, `sign_in_limited`. */
  async setUpTotp(user: string, password: string, browser: Browser): Promise<{ uri: string; backupCodes: string[] }> {
    return this.#withOwnPassword(user, browser, async ({ api }, headers) => {
      const made = await api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
      if (made.method !== 'totp') throw new Error('better-auth set up another second factor than TOTP')
      return { uri: made.totpURI, backupCodes: made.backupCodes }
    })
  }

  /** @throws Problem `totp_refused`, `totp_off_already`, `sign_in_limited`. */
  async confirmTotp(user: Uuid, code: string, browser: Browser): Promise<readonly string[]> {
    const attempt = await countAttempt(this.#database, this.#limits, `totp/${user}`, ofSession(browser))
    const { api } = await this.#auth()
    try {
      const { headers } = await api.verifyTOTP({ body: { code }, headers: headersOf(browser), returnHeaders: true })
      // Marks the code as used: one that was seen at the enrolment must not sign in.
      await isFirstUse(this.#database, user, code)
      await attempt.succeeded()
      return headers.getSetCookie()
    } catch (error) {
      throw new Problem(codeOf(error) === 'TOTP_NOT_ENABLED' ? 'totp_off_already' : 'totp_refused')
    }
  }

  /** Needs the password and a code. @throws Problem as `proveBoth`, `sign_in_limited`. */
  async turnTotpOff(user: Uuid, proof: Proof, browser: Browser): Promise<readonly string[]> {
    return this.#withOwnPassword(user, browser, async (auth, headers) => {
      await proveBoth({ database: this.#database, auth, user, headers }, proof)
      const body = { password: proof.password ?? '' }
      const off = await auth.api.disableTwoFactor({ body, headers, returnHeaders: true })
      return off.headers.getSetCookie()
    })
  }

  /** Needs the password and a code, as a backup code is a second factor. @throws Problem as `turnTotpOff`. */
  async renewBackupCodes(user: Uuid, proof: Proof, browser: Browser): Promise<string[]> {
    return this.#withOwnPassword(user, browser, async (auth, headers) => {
      await proveBoth({ database: this.#database, auth, user, headers }, proof)
      return (await auth.api.generateBackupCodes({ body: { password: proof.password ?? '' }, headers })).backupCodes
    })
  }

  /** Makes the session fresh again. @throws Problem as `prove`, `sign_in_limited`. */
  async stepUp(
    { user, session, tenant }: { readonly user: Uuid; readonly session: Uuid; readonly tenant: number },
    proof: Proof,
    browser: Browser,
  ): Promise<ProofKind> {
    const attempt = await countAttempt(this.#database, this.#limits, `own/${user}`, ofSession(browser))
    const auth = await this.#auth()
    const prover = { database: this.#database, auth, user, headers: headersOf(browser) }
    const kind = await prove(prover, proof).catch(async (error: unknown) => {
      const detail = { address: browser.address, reason: 'step_up' }
      if (error instanceof Problem)
        await recordUserAct(this.#database, tenant, { user, action: 'sign_in_failed', detail })
      throw error
    })
    await attempt.succeeded()
    await noteVerified(this.#database, session)
    return kind
  }

  /** A single-use token for setting a user's password; earlier ones become invalid. */
  async makePasswordToken(user: Uuid): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.now() + LINK_HOURS * HOUR_MS)
    await endPasswordTokens(this.#database, user)
    const { internalAdapter } = await (await this.#auth()).$context
    await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: user, expiresAt })
    return { token, expiresAt }
  }

  /**
   * Ends all sessions. The browser becomes known to the account, because the link proves who uses it. @returns the UUID
   * of the user @throws Problem `password_token_invalid`, `password_unfit`, `sign_in_limited`.
   */
  async setPassword(token: string, password: string, browser: Browser): Promise<WithCookies<string>> {
    checkPassword(password)
    const attempt = await countAttempt(this.#database, this.#limits, `password token ${token}`, browser)
    const { $context, api } = await this.#auth()
    const { internalAdapter } = await $context
    const waiting = await internalAdapter.findVerificationValue(`reset-password:${token}`)
    try {
      await api.resetPassword({ body: { newPassword: password, token } })
    } catch (error) {
      codeOf(error)
      throw new Problem('password_token_invalid')
    }
    await attempt.succeeded()
    await this.#settings.onPassword?.()
    const user = waiting!.value as Uuid
    await endPasswordTokens(this.#database, user)
    const [row] = await this.#database.system.query<{ tenant: number; email: string }>(
      'SELECT tenant, email FROM app_user WHERE id = $1',
      [user],
    )
    await recordUserAct(this.#database, row!.tenant, {
      user,
      action: 'password_set',
      detail: { by: 'link', address: browser.address },
    })
    return { cookies: [this.#devices.remember(row!.email, browser.cookie)], answer: user }
  }

  /** Operations that require the password again: attempts are counted like those at the sign-in. */
  async #withOwnPassword<T>(
    user: string,
    browser: Browser,
    run: (auth: Auth, headers: Headers) => Promise<T>,
  ): Promise<T> {
    const attempt = await countAttempt(this.#database, this.#limits, `own/${user}`, ofSession(browser))
    try {
      const done = await run(await this.#auth(), headersOf(browser))
      await attempt.succeeded()
      return done
    } catch (error) {
      if (error instanceof Problem) throw error
      const code = codeOf(error)
      if (code === 'TOTP_ALREADY_ENABLED') throw new Problem('totp_on_already')
      if (code === 'TWO_FACTOR_NOT_ENABLED') throw new Problem('totp_off_already')
      if (code === 'UNAUTHORIZED') throw new Problem('session_ended')
      throw new Problem('password_refused')
    }
  }

  /** Once an hour, by the process that handles a sign-in. */
  async #tidyUp(): Promise<void> {
    const now = performance.now()
    if (this.#tidied !== undefined && now - this.#tidied < HOUR_MS) return
    this.#tidied = now
    await forgetExpired(this.#database.system)
  }

  /** Created lazily: the library takes 0.3 s and 40 MB to load, and most commands and tests never need it. */
  #auth(): Promise<Auth> {
    this.#passwords ??= this.#make()
    return this.#passwords
  }

  async #make(oidc?: OidcSettings): Promise<Auth> {
    const { makeAuth } = await import('./auth.ts')
    const { publicUrl } = this.#settings
    return makeAuth(this.#database, { secret: this.#secret, publicUrl }, oidc)
  }

  /** Separate from the other, so that an unreachable issuer does not prevent sign-in by password. */
  async #oidcAuth(): Promise<OidcAuth> {
    const { oidc } = this.#settings
    if (!oidc) throw new Problem('oidc_off')
    this.#oidc ??= this.#makeOidc(oidc)
    const late = AbortSignal.timeout(DISCOVERY_TIMEOUT_MS)
    const gaveUp = new Promise<never>((_, reject) =>
      late.addEventListener('abort', () => reject(new Problem('oidc_unreachable', { issuer: oidc.issuer })), {
        once: true,
      }),
    )
    return Promise.race([this.#oidc, gaveUp])
  }

  async #makeOidc(oidc: OidcSettings): Promise<OidcAuth> {
    try {
      const [auth, metadata] = await Promise.all([this.#make(oidc), readIssuer(oidc)])
      await auth.$context
      return { auth, metadata }
    } catch {
      this.#oidc = undefined
      throw new Problem('oidc_unreachable', { issuer: oidc.issuer })
    }
  }
}

interface OidcAuth {
  readonly auth: Auth
  readonly metadata: IssuerMetadata
}

/** The accounts that a password opens: active ones, or else the disabled ones. All are hashed at the same time. */
async function thoseFitting(accounts: readonly Account[], password: string): Promise<Account[]> {
  const fits = await Promise.all(
    accounts.map(({ password: hash }) => (hash === null ? false : passwordFits(hash, password))),
  )
  const fitting = accounts.filter((_, i) => fits[i])
  const active = fitting.filter(({ disabled }) => !disabled)
  return active.length > 0 ? active : fitting
}

/** A session is proof enough: attempts of strangers do not count against its user. */
function ofSession({ address }: Browser): AttemptOrigin {
  return { address, device: 'session' }
}

function headersOf({ cookie, userAgent, address }: Browser): Headers {
  const headers = new Headers({ 'x-recoup-address': address })
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (userAgent !== undefined) headers.set('user-agent', userAgent.slice(0, 300))
  return headers
}

/** The code of an error of better-auth. Other errors are rethrown. */
function codeOf(error: unknown): string {
  const { name, body, statusCode } = error as { name?: string; statusCode?: number; body?: { code?: string } }
  if (name !== 'APIError' || statusCode === undefined || statusCode >= 500) throw error
  return body?.code ?? ''
}

function secondFactorProblem(code: string): Problem {
  switch (code) {
    case 'user_disabled':
      return new Problem('user_disabled')
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return new Problem('second_factor_expired')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return new Problem('sign_in_limited', { wait: 900 })
    default:
      return new Problem('second_factor_refused')
  }
}
