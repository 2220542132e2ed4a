/** The current caller, and the sessions of users. */
import Type, { type Static } from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named, nullableText } from '../../http/shapes.ts'
import { signedInUser } from '../../http/signed-in-user.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { readTenant } from '../../tenants/tenants.ts'
import type { Identity } from '../../users/identity.ts'
import { endSession, listSessions, readSession, type Session as SessionRow } from '../../users/sessions.ts'
import { assertMayChange, readUser } from '../../users/users.ts'
import type { Services } from '../services.ts'
import { RoleShape, UserId } from './schema.ts'

const Me = named(
  'Me',
  Type.Object(
    {
      actor: Type.String({ description: 'Name of the caller in the audit trail', examples: ['user usr_…'] }),
      user: Type.Union([
        Type.Object({
          id: UserId,
          email: Type.String(),
          name: Type.String(),
          role: RoleShape,
          totp: Type.Boolean({ description: 'Whether two-factor authentication is enabled' }),
          hasPassword: Type.Boolean(),
          secondFactorMissing: Type.Boolean({
            description: 'The role requires two-factor authentication, which must be enabled before anything else',
          }),
        }),
        Type.Null(),
      ]),
      key: nullableText({ description: 'Id of the API key; null for a user' }),
      party: nullableText({ description: 'The party that the caller is bound to; null if not bound' }),
      scopes: Type.Array(Type.String()),
      tenant: Type.Object({
        id: Type.Integer(),
        name: Type.String(),
        timeZone: Type.String({ examples: ['Asia/Shanghai'] }),
      }),
    },
    { description: 'The caller of the request' },
  ),
)

const SessionShape = named(
  'Session',
  Type.Object({
    id: id('ses', 'a session', '01kafz6y4cfy7s3rj8v5m2n9qt'),
    user: UserId,
    current: Type.Boolean({ description: 'Whether this is the session of the request' }),
    createdAt: Instant,
    expiresAt: Instant,
    address: nullableText(),
    userAgent: nullableText(),
  }),
)

const me = operation({
  id: 'getMe',
  tag: 'Users',
  summary: 'Retrieve the current user or API key',
  description: 'Includes its scopes.',
  caller: 'known',
  beforeSecondFactor: true,
  answers: { 200: { description: 'The caller', schema: Me } },
})

const list = operation({
  id: 'listSessions',
  tag: 'Users',
  summary: 'List sessions',
  description: 'Your own active sessions, or those of another user, which requires `users:read`.',
  caller: 'known',
  query: Type.Object({ user: Type.Optional(UserId) }, { additionalProperties: false }),
  answers: {
    200: {
      description: 'The active sessions, newest first',
      schema: named('SessionList', Type.Object({ data: Type.Array(SessionShape) })),
    },
  },
  problems: ['session_needed', 'scope_missing', 'user_unknown', 'id_invalid'],
})

const revoke = operation({
  id: 'revokeSession',
  tag: 'Users',
  summary: 'Revoke a session',
  description:
    'Revoking the session of another user requires `users:write`. Other servers may accept the session for up to five more seconds.',
  caller: 'known',
  params: Type.Object({ session: id('ses', 'a session', '01kafz6y4cfy7s3rj8v5m2n9qt') }),
  answers: { 200: { description: 'The revoked session', schema: SessionShape } },
  problems: ['session_unknown', 'scope_missing', 'role_beyond_own', 'id_invalid'],
})

export function sessionRoutes(app: Api, { database, sessions }: Services): void {
  app.get('/v1/me', me, async ({ identity }) => {
    const { tenant, user, key, actor, party, scopes, secondFactorMissing } = identity
    const db = database.tenant(tenant)
    const person = user === null ? null : await readUser(db, user)
    return {
      actor,
      user: person && { ...person, secondFactorMissing, id: uuidToId('usr', person.id) },
      key: key === null ? null : uuidToId('key', key),
      party,
      scopes: [...scopes],
      tenant: await readTenant(database, tenant),
    }
  })

  app.get('/v1/sessions', list, async (request) => {
    const { identity, query } = request
    const user = query.user === undefined ? signedInUser(request).user : idToUuid('usr', query.user)
    const db = database.tenant(identity.tenant)
    if (user !== identity.user) {
      assertScope(identity, 'users:read')
      await readUser(db, user)
    }
    const rows = await listSessions(db, user)
    return { data: rows.map((row) => toSession(row, identity)) }
  })

  app.post('/v1/sessions/:session/revoke', revoke, async ({ identity, params }) => {
    const { tenant, actor, scopes } = identity
    const db = database.tenant(tenant)
    const session = await readSession(db, idToUuid('ses', params.session))
    const own = session !== undefined && session.user === identity.user
    if (!own) assertScope(identity, 'users:write')
    if (!session) throw new Problem('session_unknown', { session: params.session })
    if (!own) await assertMayChange(db, session.user, { actor, scopes })
    await db.transaction(async (tx) => {
      await endSession(tx, session.id)
      const subject = uuidToId('usr', session.user)
      await recordAudit(tx, { actor, action: 'session_revoked', subject, detail: { session: params.session } })
    })
    sessions.forget(session.user)
    return toSession(session, identity)
  })
}

/** A caller bound to a party cannot access other users' sessions, whatever its scopes. */
function assertScope({ scopes, party }: Identity, scope: 'users:read' | 'users:write'): void {
  if (party !== null || !scopes.has(scope)) throw new Problem('scope_missing', { scope })
}

function toSession(
  { id, user, createdAt, expiresAt, ...rest }: SessionRow,
  { session }: Identity,
): Static<typeof SessionShape> {
  return {
    ...rest,
    id: uuidToId('ses', id),
    user: uuidToId('usr', user),
    current: id === session,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
