/** The door: signing in and out from a browser, and what a person does about the own password and second factor. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { signedIn } from '../../http/person.ts'
import { named, oneOf } from '../../http/shapes.ts'
import { type Browser, SIGN_IN_PAGE } from '../../users/sign-in.ts'
import { recordUserAct } from '../../users/sign-in-record.ts'
import type { Services } from '../services.ts'

const Password = Type.String({ minLength: 1, maxLength: 1000 })
const NewPassword = Type.String({ maxLength: 1000, description: '12 to 128 characters' })
const Code = Type.String({ pattern: '^\\d{6}$', description: 'What the authenticator shows now', examples: ['123456'] })
const status = (name: string, ...values: string[]) => named(name, Type.Object({ status: oneOf(values) }))

const SignedInShape = status('SignedIn', 'signed_in', 'second_factor_required')
const SignedOutShape = status('SignedOut', 'signed_out')
const PasswordSet = status('PasswordSet', 'password_set')
const TotpState = status('TotpState', 'totp_on', 'totp_off')

const SignInOptions = named(
  'SignInOptions',
  Type.Object({
    password: Type.Boolean(),
    oidc: Type.Union([Type.Object({ name: Type.String({ description: 'For the button' }) }), Type.Null()]),
  }),
)

const TotpSetUp = named(
  'TotpSetUp',
  Type.Object({
    uri: Type.String({ description: 'For a QR code', examples: ['otpauth://totp/Recoup:me%40example.com?secret=…'] }),
    secret: Type.String({ description: 'Base32, for typing where no picture can be taken' }),
    backupCodes: Type.Array(Type.String(), { description: 'Each works once, when the device is lost' }),
  }),
)

const BackupCodes = named('BackupCodes', Type.Object({ backupCodes: Type.Array(Type.String()) }))
const body = <T extends Parameters<typeof Type.Object>[0]>(fields: T) =>
  Type.Object(fields, { additionalProperties: false })

const options = operation({
  id: 'getSignInOptions',
  tag: 'Users',
  summary: 'What the sign-in page offers',
  answers: { 200: { description: 'The ways in', schema: SignInOptions } },
})

const signIn = operation({
  id: 'signIn',
  tag: 'Users',
  summary: 'Sign in with email and password',
  description: 'Sets the session cookie, or one for the second step. Needs the header `X-Recoup-CSRF: 1`.',
  caller: 'browser',
  body: body({ email: Type.String({ minLength: 1, maxLength: 254 }), password: Password }),
  answers: { 200: { description: 'Signed in, or asked for the second factor', schema: SignedInShape } },
  problems: ['sign_in_refused', 'sign_in_limited', 'user_disabled'],
})

const second = operation({
  id: 'signInSecondFactor',
  tag: 'Users',
  summary: 'The second step: a code of the authenticator, or a backup code',
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
  summary: 'Begin to sign in at the company’s OpenID Connect issuer',
  description: 'Send the browser to `url`. It comes back to `returnTo` signed in, or to the sign-in page with `error`.',
  caller: 'browser',
  body: body({
    returnTo: Type.Optional(
      Type.String({
        pattern: '^/console(/[\\w./~-]*)?$',
        maxLength: 200,
        examples: ['/console/'],
        description: 'A page of the console',
      }),
    ),
  }),
  answers: { 200: { description: 'Where to go', schema: named('OidcStart', Type.Object({ url: Type.String() })) } },
  problems: ['oidc_off', 'oidc_unreachable'],
})

const setPassword = operation({
  id: 'setPassword',
  tag: 'Users',
  summary: 'Set a password with the token of a link',
  caller: 'browser',
  body: body({ token: Type.String({ minLength: 20, maxLength: 100 }), password: NewPassword }),
  answers: { 200: { description: 'Set; sessions have ended', schema: PasswordSet } },
  problems: ['password_token_invalid', 'password_unfit', 'sign_in_limited'],
})

const signOut = operation({
  id: 'signOut',
  tag: 'Users',
  summary: 'End this session',
  caller: 'known',
  answers: { 200: { description: 'Signed out', schema: SignedOutShape } },
  problems: ['session_needed'],
})

const own = ['session_needed', 'password_refused', 'sign_in_limited'] as const

const changePassword = operation({
  id: 'changeOwnPassword',
  tag: 'Users',
  summary: 'Change one’s own password',
  description: 'Other sessions end; this one goes on under a new cookie.',
  caller: 'known',
  body: body({ currentPassword: Password, newPassword: NewPassword }),
  answers: { 200: { description: 'Changed', schema: PasswordSet } },
  problems: [...own, 'password_unfit'],
})

const setUpTotp = operation({
  id: 'setUpTotp',
  tag: 'Users',
  summary: 'Set up a second factor (TOTP, RFC 6238)',
  description: 'In force once a first code confirms that the authenticator has the secret.',
  caller: 'known',
  body: body({ password: Password }),
  answers: { 200: { description: 'The secret, shown once', schema: TotpSetUp } },
  problems: [...own, 'totp_on_already'],
})

const confirmTotp = operation({
  id: 'confirmTotp',
  tag: 'Users',
  summary: 'Put the second factor in force with its first code',
  caller: 'known',
  body: body({ code: Code }),
  answers: { 200: { description: 'In force', schema: TotpState } },
  problems: ['session_needed', 'totp_refused', 'totp_off_already', 'sign_in_limited'],
})

const disableTotp = operation({
  id: 'disableTotp',
  tag: 'Users',
  summary: 'Do without the second factor',
  caller: 'known',
  body: body({ password: Password }),
  answers: { 200: { description: 'Off', schema: TotpState } },
  problems: [...own, 'totp_off_already'],
})

const renewCodes = operation({
  id: 'renewBackupCodes',
  tag: 'Users',
  summary: 'New backup codes; the old ones end',
  caller: 'known',
  body: body({ password: Password }),
  answers: { 200: { description: 'Shown once', schema: BackupCodes } },
  problems: [...own, 'totp_off_already'],
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
    return withCookies(reply, cookies).send({ status: answer })
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

  // Where the issuer sends the browser back to: a page to go through, no part of the API.
  app.get('/auth/callback/oidc', async (request, reply) => {
    if (people.oidcName === null) return reply.redirect(`${SIGN_IN_PAGE}?error=oidc_off`, 302)
    const answer = await people.endOidc(request.url, browserOf(request))
    const location = answer.headers.get('location') ?? `${SIGN_IN_PAGE}?error=oidc_failed`
    return withCookies(reply, answer.headers.getSetCookie()).redirect(location, 302)
  })

  app.post('/v1/set-password', setPassword, async (request) => {
    const { token, password } = request.body
    sessions.forget(await people.setPassword(token, password, browserOf(request)))
    return { status: 'password_set' }
  })

  app.post('/v1/sign-out', signOut, async (request, reply) => {
    const { user, tenant } = signedIn(request)
    const cookies = await people.signOut(browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, user, 'signed_out')
    return withCookies(reply, cookies).send({ status: 'signed_out' })
  })
}

function ownRoutes(app: Api, { database, signIn: people, sessions }: Services): void {
  app.put('/v1/me/password', changePassword, async (request, reply) => {
    const { user, tenant } = signedIn(request)
    const { currentPassword, newPassword } = request.body
    const cookies = await people.changePassword(user, currentPassword, newPassword, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, user, 'password_set', { by: 'password' })
    return withCookies(reply, cookies).send({ status: 'password_set' })
  })

  app.post('/v1/me/totp', setUpTotp, async (request) => {
    const { user } = signedIn(request)
    const { uri, backupCodes } = await people.setUpTotp(user, request.body.password, browserOf(request))
    return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
  })

  app.post('/v1/me/totp/confirm', confirmTotp, async (request, reply) => {
    const { user, tenant } = signedIn(request)
    const cookies = await people.confirmTotp(user, request.body.code, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, user, 'totp_on')
    return withCookies(reply, cookies).send({ status: 'totp_on' })
  })

  app.post('/v1/me/totp/disable', disableTotp, async (request, reply) => {
    const { user, tenant } = signedIn(request)
    const cookies = await people.turnTotpOff(user, request.body.password, browserOf(request))
    sessions.forget(user)
    await recordUserAct(database, tenant, user, 'totp_off')
    return withCookies(reply, cookies).send({ status: 'totp_off' })
  })

  app.post('/v1/me/totp/backup-codes', renewCodes, async (request) => {
    const { user, tenant } = signedIn(request)
    const backupCodes = await people.renewBackupCodes(user, request.body.password, browserOf(request))
    await recordUserAct(database, tenant, user, 'backup_codes_renewed')
    return { backupCodes }
  })
}

function browserOf({ headers, ip }: FastifyRequest): Browser {
  return { cookie: headers.cookie, userAgent: headers['user-agent'], address: ip }
}

function withCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  return cookies.length > 0 ? reply.header('set-cookie', [...cookies]) : reply
}
