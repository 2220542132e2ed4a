/** Users: list, roles, and disabling and enabling. */

import type { FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { recordAudit } from '../../audit/audit.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, named, PageQuery, PartyId, pageOf, Text } from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { ROLE_SCOPES, ROLES } from '../../users/roles.ts'
import {
  assertMayChange,
  type Changer,
  changeRole,
  createUser,
  disableUser,
  enableUser,
  listUsers,
  readUser,
  resetTotp,
} from '../../users/users.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'
import { RoleShape, toUser, User, UserId } from './schema.ts'

const ById = Type.Object({ user: UserId })
const KeepKeys = Type.Boolean({
  description: 'Keep the API keys that the user created; by default, keys that no longer fit are revoked',
})
const cursor = byUuid('users')

const Role = named('Role', Type.Object({ role: RoleShape, scopes: Type.Array(Type.String()) }))

const PasswordLink = named(
  'PasswordLink',
  Type.Object(
    {
      user: User,
      passwordToken: Type.String({ description: 'Shown only once; can be used once' }),
      expiresAt: Instant,
    },
    { description: 'Give it to the user as `<console>/set-password?token=…`' },
  ),
)

const ChangedUser = named(
  'ChangedUser',
  Type.Object({
    user: User,
    revokedKeys: Type.Array(Type.String(), { description: 'Number of API keys revoked by the change' }),
  }),
)

const NewUser = named(
  'UserRequest',
  Type.Object(
    {
      email: Type.String({ minLength: 3, maxLength: 254 }),
      name: Text(200, 'Display name or note for people'),
      role: RoleShape,
      party: Type.Optional(PartyId),
    },
    { additionalProperties: false },
  ),
)

const roles = operation({
  id: 'listRoles',
  tag: 'Users',
  summary: 'List roles',
  description: 'With the scopes that each role grants.',
  scope: 'users:read',
  answers: { 200: { description: 'All roles', schema: named('RoleList', Type.Object({ data: Type.Array(Role) })) } },
})

const list = operation({
  id: 'listUsers',
  tag: 'Users',
  summary: 'List users',
  description: 'In order of creation.',
  scope: 'users:read',
  query: Type.Object({ role: Type.Optional(RoleShape), ...PageQuery }, { additionalProperties: false }),
  answers: { 200: { description: 'A page of users', schema: pageOf('UserPage', User) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getUser',
  tag: 'Users',
  summary: 'Retrieve a user',
  scope: 'users:read',
  params: ById,
  answers: { 200: { description: 'The user', schema: User } },
  problems: ['user_unknown', 'id_invalid'],
})

const create = operation({
  id: 'createUser',
  tag: 'Users',
  summary: 'Create a user',
  description: 'Returns a link for setting the password. You can only grant roles whose scopes you have yourself.',
  scope: 'users:write',
  stepUp: true,
  body: NewUser,
  answers: { 201: { description: 'The created user with a password link', schema: PasswordLink } },
  problems: [
    'email_invalid',
    'email_taken',
    'role_beyond_own',
    'party_needed',
    'party_not_for_role',
    'party_id_invalid',
    'party_reserved',
  ],
})

const change = ['user_unknown', 'id_invalid', 'role_beyond_own'] as const

const RoleRequest = Type.Object(
  { role: RoleShape, party: Type.Optional(PartyId), keepKeys: Type.Optional(KeepKeys) },
  { additionalProperties: false },
)

const setRole = operation({
  id: 'changeUserRole',
  tag: 'Users',
  summary: 'Change the role of a user',
  description: 'Revokes API keys created by the user that have scopes beyond the new role.',
  scope: 'users:write',
  stepUp: true,
  params: ById,
  body: RoleRequest,
  answers: { 200: { description: 'The updated user', schema: ChangedUser }, 202: WAITING },
  problems: [...change, 'last_admin', 'party_needed', 'party_not_for_role', 'party_id_invalid', 'party_reserved'],
})

const disable = operation({
  id: 'disableUser',
  tag: 'Users',
  summary: 'Disable a user',
  description:
    'Ends the user’s sessions and revokes the API keys that the user created. Other servers may accept them for up to five more seconds.',
  scope: 'users:write',
  params: ById,
  body: Type.Object({ keepKeys: Type.Optional(KeepKeys) }, { additionalProperties: false }),
  answers: { 200: { description: 'The disabled user', schema: ChangedUser } },
  problems: [...change, 'last_admin', 'user_disabled_already'],
})

const enable = operation({
  id: 'enableUser',
  tag: 'Users',
  summary: 'Enable a user',
  scope: 'users:write',
  stepUp: true,
  params: ById,
  answers: { 200: { description: 'The enabled user', schema: User } },
  problems: [...change, 'user_active_already'],
})

const reset = operation({
  id: 'resetUserTotp',
  tag: 'Users',
  summary: 'Reset the two-factor authentication of a user',
  description:
    'Removes the authenticator and the backup codes and ends all sessions. Verify the identity of the user by another channel first.',
  scope: 'users:write',
  stepUp: true,
  params: ById,
  answers: { 200: { description: 'The user signs in with the password alone', schema: User } },
  problems: [...change, 'totp_off_already'],
})

const link = operation({
  id: 'createPasswordLink',
  tag: 'Users',
  summary: 'Create a password link',
  description: 'Lets the user set a new password. Earlier links stop working.',
  scope: 'users:write',
  stepUp: true,
  params: ById,
  answers: { 200: { description: 'The token of the link', schema: PasswordLink } },
  problems: change,
})

export function userRoutes(app: Api, services: Services): void {
  readingRoutes(app, services)
  changingRoutes(app, services)
}

function readingRoutes(app: Api, { database }: Services): void {
  app.get('/v1/roles', roles, async () => ({ data: ROLES.map((role) => ({ role, scopes: [...ROLE_SCOPES[role]] })) }))

  app.get('/v1/users', list, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, after) => listUsers(database.tenant(tenant), definedFields({ role: query.role }), limit, after),
      keyOf: (row) => row.id,
      show: toUser,
    }),
  )

  app.get('/v1/users/:user', read, async ({ identity: { tenant }, params }) =>
    toUser(await readUser(database.tenant(tenant), idToUuid('usr', params.user))),
  )
}

function changingRoutes(app: Api, { database, signIn, sessions, keys }: Services): void {
  /** Other servers know within five seconds; this one immediately. */
  const forget = (user: string) => {
    sessions.forget(user)
    keys.forget()
  }

  app.post('/v1/users', create, async (request, reply) => {
    const { tenant } = request.identity
    const user = await createUser(database, tenant, request.body, changer(request))
    const { token, expiresAt } = await signIn.makePasswordToken(user.id)
    return reply.code(201).send({ user: toUser(user), passwordToken: token, expiresAt: expiresAt.toISOString() })
  })

  app.post('/v1/users/:user/role', setRole, async (request, reply) => {
    const { body, identity, params } = request
    const id = idToUuid('usr', params.user)
    const db = database.tenant(identity.tenant).as(identity)
    await assertMayChange(db, id, changer(request))
    const change = () =>
      changeRole(database, identity.tenant, id, { ...(definedFields(body) as typeof body), by: changer(request) })
    const submitted = {
      act: 'role',
      subject: params.user,
      request: { user: params.user, ...body, scopes: [...identity.scopes] },
      idempotency: null,
    } as const
    const admission = await admit(db, submitted, change)
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    forget(id)
    const { user, revokedKeys } = admission.done
    return reply.code(200).send({ user: toUser(user), revokedKeys: [...revokedKeys] })
  })

  app.post('/v1/users/:user/disable', disable, async (request) => {
    const id = idToUuid('usr', request.params.user)
    const { user, revokedKeys } = await disableUser(database, request.identity.tenant, id, {
      ...request.body,
      by: changer(request),
    })
    forget(id)
    return { user: toUser(user), revokedKeys: [...revokedKeys] }
  })

  app.post('/v1/users/:user/enable', enable, async (request) => {
    const id = idToUuid('usr', request.params.user)
    return toUser(await enableUser(database, request.identity.tenant, id, changer(request)))
  })

  app.post('/v1/users/:user/reset-totp', reset, async (request) => {
    const id = idToUuid('usr', request.params.user)
    const user = await resetTotp(database, request.identity.tenant, id, changer(request))
    forget(id)
    return toUser(user)
  })

  app.post('/v1/users/:user/password-link', link, async (request) => {
    const { tenant, actor } = request.identity
    const id = idToUuid('usr', request.params.user)
    const db = database.tenant(tenant)
    const user = await assertMayChange(db, id, changer(request))
    const { token, expiresAt } = await signIn.makePasswordToken(id)
    await recordAudit(db, { actor, action: 'password_link_made', subject: uuidToId('usr', id) })
    return { user: toUser(user), passwordToken: token, expiresAt: expiresAt.toISOString() }
  })
}

/** With the scopes that the maker had: the maker gains no rights while the change waits. */
export async function executeRole({ services, tenant, maker, request }: ApprovedAct): Promise<string> {
  const { user, scopes, ...change } = request as Static<typeof RoleRequest> & { user: string; scopes: string[] }
  const id = idToUuid('usr', user)
  const by = { actor: maker, scopes: new Set(scopes) }
  await changeRole(services.database, tenant, id, { ...(definedFields(change) as typeof change), by })
  services.sessions.forget(id)
  services.keys.forget()
  return user
}

function changer({ identity: { actor, scopes } }: FastifyRequest): Changer {
  return { actor, scopes }
}
