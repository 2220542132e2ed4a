/** Signing in and out from a browser, and managing one's own password and second factor. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { named, oneOf } from '../../http/shapes.ts'
import { signedInUser } from '../../http/signed-in-user.ts'
import { type Browser, SIGN_IN_PAGE } from '../../users/sign-in.ts'
import { recordUserAct } from '../../users/sign-in-record.ts'
import type { Services } from '../services.ts'

const Password = Type.String({ minLength: 1, maxLength: 1000 })
const NewPassword = Type.String({ maxLength: 1000, description: 'Between 12 and 128 characters' })
const Code = Type.String({
  pattern: '^\\d{6}$',
  description: 'Current code of the authenticator',
  examples: ['123456'],
})
const status = (name: string, ...values: string[]) => named(name, Type.Object({ status: oneOf(values) }))

const SignedInShape = named(
  'SignedIn',
  Type.Object({
    status: oneOf(['signed_in', 'second_factor_required', 'tenant_needed']),
    tenants: Type.Optional(
      Type.Array(Type.Object({ id: Type.Integer(), name: Type.String() }), {
        description: 'With `tenant_needed`: the tenants in which the email and the password are those of a user',
      }),
    ),
  }),
)
const SignedOutShape = status('SignedOut', 'signed_out')
const PasswordSet = status('PasswordSet', 'password_set')
const TotpState = status('TotpState', 'totp_on', 'totp_off')

const SignInOptions = named(
  'SignInOptions',
  Type.Object({
    password: Type.Boolean(),
    oidc: Type.Union([Type.Object({ name: Type.String({ description: 'Label of the sign-in button' }) }), Type.Null()]),
  }),
)

const TotpSetUp = named(
  'TotpSetUp',
  Type.Object({
    uri: Type.String({
      description: '`otpauth:` URI for a QR code',
      examples: ['otpauth://totp/Recoup:me%40example.com?secret=…'],
    }),
    secret: Type.String({ description: 'Base32 secret for manual entry' }),
    backupCodes: Type.Array(Type.String(), { description: 'One-time codes for when the device is lost' }),
  }),
)

const BackupCodes = named('BackupCodes', Type.Object({ backupCodes: Type.Array(Type.String()) }))
const body = <T extends Parameters<typeof Type.Object>[0]>(fields: T) =>
  Type.Object(fields, { additionalProperties: false })

const options = operation({
  id: 'getSignInOptions',
  tag: 'Users',
  summary: 'Retrieve the sign-in options',
  answers: { 200: { description: 'The available sign-in methods', schema: SignInOptions } },
})

const signIn = operation({
  id: 'signIn',
  tag: 'Users',
  summary: 'Sign in with email and password',
  description:
    'Sets the session cookie, or a cookie for the second factor. Requires the header `X-Recoup-CSRF: 1`. A browser that has signed in before is recognized by a cookie and is not affected by attempts of others.',
  caller: 'browser',
  body: body({
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Password,
    tenant: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'One of `tenants`' })),
  }),
  answers: { 200: { description: 'Signed in, or the second factor or the tenant is required', schema: SignedInShape } },
  problems: ['sign_in_refused', 'sign_in_limited', 'user_disabled'],
})

const second = operation({
  id: 'signInSecondFactor',
  tag: 'Users',
  summary: 'Complete sign-in with a second factor',
  description: 'With a code from the authenticator or a backup code.',
  caller: 'browser',
  body: body({
    code: Type.Optional(Code),
    backupCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  }),
  answers: { 200: { description: 'Signed in', schema: SignedInShape } },
  problems: ['second_factor_refused', 'second_factor_expired', 'sign_in_limited', 'user_disabled'],
})

const oidc = operation({
  id: 'signInOidc',
  tag: 'Users',
  summary: 'Start an OpenID Connect sign-in',
  description:
    'Redirect the browser to `url`. The user returns to `returnTo` signed in, or to the sign-in page with `error`.',
  caller: 'browser',
  body: body({
    returnTo: Type.Optional(
      Type.String({
        pattern: '^/console(/[\\w./~-]*)?$',
        maxLength: 200,
        examples: ['/console/'],
        description: 'Path in the console to return to',
      }),
    ),
  }),
  answers: {
    200: {
      description: 'The URL of the identity provider',
      schema: named('OidcStart', Type.Object({ url: Type.String() })),
    },
  },
  problems: ['oidc_off', 'oidc_unreachable'],
})

const setPassword = operation({
  id: 'setPassword',
  tag: 'Users',
  summary: 'Set a password',
  description: 'With the token of a password link.',
  caller: 'browser',
  body: body({ token: Type.String({ minLength: 20, maxLength: 100 }), password: NewPassword }),
  answers: { 200: { description: 'The password was set; existing sessions have ended', schema: PasswordSet } },
  problems: ['password_token_invalid', 'password_unfit', 'sign_in_limited'],
})

const signOut = operation({
  id: 'signOut',
  tag: 'Users',
  summary: 'Sign out',
  description: 'Ends the current session.',
  caller: 'known',
  beforeSecondFactor: true,
  answers: { 200: { description: 'Signed out', schema: SignedOutShape } },
  problems: ['session_needed'],
})

const own = ['session_needed', 'password_refused', 'sign_in_limited'] as const

const changePassword = operation({
  id: 'changeOwnPassword',
  tag: 'Users',
  summary: 'Change your password',
  description: 'Ends your other sessions; this session continues with a new cookie.',
  caller: 'known',
  body: body({ currentPassword: Password, newPassword: NewPassword }),
  answers: { 200: { description: 'The password was changed', schema: PasswordSet } },
  problems: [...own, 'password_unfit'],
})

const setUpTotp = operation({
  id: 'setUpTotp',
  tag: 'Users',
  summary: 'Set up two-factor authentication',
  description:
    'Generates a TOTP secret (RFC 6238). Two-factor authentication is enabled once a first code is confirmed.',
  caller: 'known',
  beforeSecondFactor: true,
  body: body({ password: Password }),
  answers: { 200: { description: 'The secret and backup codes, shown once', schema: TotpSetUp } },
  problems: [...own, 'totp_on_already'],
})

const confirmTotp = operation({
  id: 'confirmTotp',
  tag: 'Users',
  summary: 'Enable two-factor authentication',
  description: 'Confirms the secret with a first code from the authenticator.',
  caller: 'known',
  beforeSecondFactor: true,
  body: body({ code: Code }),
  answers: { 200: { description: 'Two-factor authentication is enabled', schema: TotpState } },
  problems: ['session_needed', 'totp_refused', 'totp_off_already', 'sign_in_limited'],
})

const BackupCode = Type.String({ minLength: 1, maxLength: 40 })
const Both = body({ password: Password, code: Type.Optional(Code), backupCode: Type.Optional(BackupCode) })
const bothProblems = [...own, 'totp_off_already', 'totp_code_needed', 'totp_refused'] as const

const disableTotp = operation({
  id: 'disableTotp',
  tag: 'Users',
  summary: 'Disable two-factor authentication',
  description: 'With the password, and a code from the authenticator or a backup code.',
  caller: 'known',
  body: Both,
  answers: { 200: { description: 'Two-factor authentication is disabled', schema: TotpState } },
  problems: bothProblems,
})

const renewCodes = operation({
  id: 'renewBackupCodes',
  tag: 'Users',
  summary: 'Replace your backup codes',
  description:
    'With the password, and a code from the authenticator or a backup code. The previous backup codes stop working.',
  caller: 'known',
  body: Both,
  answers: { 200: { description: 'The backup codes, shown once', schema: BackupCodes } },
  problems: bothProblems,
})

const stepUp = operation({
  id: 'stepUp',
  tag: 'Users',
  summary: 'Confirm your identity',
  description:
    'For operations with `x-step-up`, which answer `step_up_required` where the last confirmation is too old. With a code from the authenticator or a backup code; with the password if two-factor authentication is not enabled.',
  caller: 'known',
  body: body({
    code: Type.Optional(Code),
    backupCode: Type.Optional(BackupCode),
    password: Type.Optional(Password),
  }),
  answers: {
    200: { description: 'The identity is confirmed for some minutes', schema: status('SteppedUp', 'confirmed') },
  },
  problems: [...own, 'totp_code_needed', 'totp_refused', 'step_up_unavailable'],
})

export function signInRoutes(app: Api, services: Services): void {
  doorRoutes(app, services)
  ownRoutes(app, services)
}

function doorRoutes(app: Api, { database, signIn: people, sessions }: Services): void {
  app.get('/v1/sign-in', options, async () => {
    const { oidcName } = people
    return { password: true, oidc: oidcName === null ? null : { name: oidcName } }
  })

  app.post('/v1/sign-in', signIn, async (request, reply) => {
    const { cookies, answer } = await people.withPassword(request.body, browserOf(request))
    return withCookies(reply, cookies).send(
      answer.status === 'tenant_needed' ? { ...answer, tenants: [...answer.tenants] } : answer,
    )
  })

  app.post('/v1/sign-in/second-factor', second, async (request, reply) => {
    const { code, backupCode } = request.body
    const given = code !== undefined ? { code } : { backupCode: backupCode ?? '' }
    const { cookies, answer } = await people.withSecondFactor(given, browserOf(request))
    return withCookies(reply, cookies).send({ status: answer })
  })

  app.post('/v1/sign-in/oidc', oidc, async (request, reply) => {
    const { cookies, answer } = await people.beginOidc(request.body.returnTo ?? '/console/', browserOf(request))
    return withCookies(reply, cookies).send({ url: answer })
  })

  // The callback of the issuer: a redirect for browsers, not part of the API.
  app.get('/auth/callback/oidc', async (request, reply) => {
    if (people.oidcName === null) return reply.redirect(`${SIGN_IN_PAGE}?error=oidc_off`, 302)
    const answer = await people.endOidc(request.url, browserOf(request))
    const location = answer.headers.get('location') ?? `${SIGN_IN_PAGE}?error=oidc_failed`
    return withCookies(reply, answer.headers.getSetCookie()).redirect(location, 302)
  })

  app.post('/v1/set-password', setPassword, async (request, reply) => {
    const { token, password } = request.body
    const { cookies, answer } = await people.setPassword(token, password, browserOf(request))
    sessions.forget(answer)
    return withCookies(reply, cookies).send({ status: 'password_set' })
  })

  app.post('/v1/sign-out', signOut, async (request, reply) => {
    const { user, tenant } = signedInUser(request)
    const cookies = await people.signOut(browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, { user, action: 'signed_out' })
    return withCookies(reply, cookies).send({ status: 'signed_out' })
  })
}

function ownRoutes(app: Api, { database, signIn: people, sessions }: Services): void {
  app.put('/v1/me/password', changePassword, async (request, reply) => {
    const { user, tenant } = signedInUser(request)
    const { currentPassword, newPassword } = request.body
    const cookies = await people.changePassword(user, currentPassword, newPassword, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, { user, action: 'password_set', detail: { by: 'password' } })
    return withCookies(reply, cookies).send({ status: 'password_set' })
  })

  app.post('/v1/me/totp', setUpTotp, async (request) => {
    const { user, tenant } = signedInUser(request)
    const { uri, backupCodes } = await people.setUpTotp(user, request.body.password, browserOf(request))
    await recordUserAct(database, tenant, { user, action: 'totp_set_up' })
    return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
  })

  app.post('/v1/me/totp/confirm', confirmTotp, async (request, reply) => {
    const { user, tenant } = signedInUser(request)
    const cookies = await people.confirmTotp(user, request.body.code, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, { user, action: 'totp_on' })
    return withCookies(reply, cookies).send({ status: 'totp_on' })
  })

  app.post('/v1/me/totp/disable', disableTotp, async (request, reply) => {
    const { user, tenant } = signedInUser(request)
    const cookies = await people.turnTotpOff(user, request.body, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, { user, action: 'totp_off' })
    return withCookies(reply, cookies).send({ status: 'totp_off' })
  })

  app.post('/v1/me/totp/backup-codes', renewCodes, async (request) => {
    const { user, tenant } = signedInUser(request)
    const backupCodes = await people.renewBackupCodes(user, request.body, browserOf(request))
    await recordUserAct(database, tenant, { user, action: 'backup_codes_renewed' })
    return { backupCodes }
  })

  app.post('/v1/me/step-up', stepUp, async (request) => {
    const { user, session, tenant } = signedInUser(request)
    const by = await people.stepUp({ user, session, tenant }, request.body, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, { user, action: 'stepped_up', detail: { by } })
    return { status: 'confirmed' }
  })
}

function browserOf({ headers, ip }: FastifyRequest): Browser {
  return { cookie: headers.cookie, userAgent: headers['user-agent'], address: ip }
}

function withCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return cookies.length > 0 ? reply.header('set-cookie', [...cookies]) : reply
}
