/** People: who there is, what each may do, and who can get in at all. */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { type Api, operation } from '../../http/operation.ts'
import { present } from '../../http/present.ts'
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
import type { Services } from '../services.ts'
import { RoleShape, toUser, User, UserId } from './schema.ts'

const ById = Type.Object({ user: UserId })
const KeepKeys = Type.Boolean({
  description: 'Leave the keys in force that the user made; default: those end that do not fit',
})
const cursor = byUuid('users')

const Role = named('Role', Type.Object({ role: RoleShape, scopes: Type.Array(Type.String()) }))

const PasswordLink = named(
  'PasswordLink',
  Type.Object(
    {
      user: User,
      passwordToken: Type.String({ description: 'Shown once; sets the password once' }),
      expiresAt: Instant,
    },
    { description: 'To be handed to the user, as <console>/set-password?token=…' },
  ),
)

const ChangedUser = named(
  'ChangedUser',
  Type.Object({ user: User, revokedKeys: Type.Array(Type.String(), { description: 'Keys that ended with it' }) }),
)

const NewUser = named(
  'UserRequest',
  Type.Object(
    {
      email: Type.String({ minLength: 3, maxLength: 254 }),
      name: Text(200, 'For people'),
      role: RoleShape,
      party: Type.Optional(PartyId),
    },
    { additionalProperties: false },
  ),
)

const roles = operation({
  id: 'listRoles',
  tag: 'Users',
  summary: 'Roles, and the scopes that each gives',
  scope: 'users:read',
  answers: { 200: { description: 'All of them', schema: named('RoleList', Type.Object({ data: Type.Array(Role) })) } },
})

const list = operation({
  id: 'listUsers',
  tag: 'Users',
  summary: 'Users, in order of making',
  scope: 'users:read',
  query: Type.Object({ role: Type.Optional(RoleShape), ...PageQuery }, { additionalProperties: false }),
  answers: { 200: { description: 'A page of users', schema: pageOf('UserPage', User) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getUser',
  tag: 'Users',
  summary: 'One user',
  scope: 'users:read',
  params: ById,
  answers: { 200: { description: 'The user', schema: User } },
  problems: ['user_unknown', 'id_invalid'],
})

const create = operation({
  id: 'createUser',
  tag: 'Users',
  summary: 'Make a user, with a link that sets the password',
  description: 'Nobody can give a role that may do more than he may himself.',
  scope: 'users:write',
  body: NewUser,
  answers: { 201: { description: 'Made', schema: PasswordLink } },
  problems: [
    'email_invalid',
    'email_taken',
    'role_beyond_own',
    'party_needed',
    'party_not_for_role',
    'party_id_invalid',
  ],
})

const change = ['user_unknown', 'id_invalid', 'role_beyond_own'] as const

const setRole = operation({
  id: 'changeUserRole',
  tag: 'Users',
  summary: 'Give a user another role',
  description: 'Keys that the user made and that may do more than the new role end with it.',
  scope: 'users:write',
  params: ById,
  body: Type.Object(
    { role: RoleShape, party: Type.Optional(PartyId), keepKeys: Type.Optional(KeepKeys) },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'Changed', schema: ChangedUser } },
  problems: [...change, 'last_admin', 'party_needed', 'party_not_for_role', 'party_id_invalid'],
})

const disable = operation({
  id: 'disableUser',
  tag: 'Users',
  summary: 'Keep a user out from now on',
  description: 'Sessions end, and the keys that the user made. Other servers take them for five seconds more at most.',
  scope: 'users:write',
  params: ById,
  body: Type.Object({ keepKeys: Type.Optional(KeepKeys) }, { additionalProperties: false }),
  answers: { 200: { description: 'Disabled', schema: ChangedUser } },
  problems: [...change, 'last_admin', 'user_disabled_already'],
})

const enable = operation({
  id: 'enableUser',
  tag: 'Users',
  summary: 'Let a user in again',
  scope: 'users:write',
  params: ById,
  answers: { 200: { description: 'Enabled', schema: User } },
  problems: [...change, 'user_active_already'],
})

const reset = operation({
  id: 'resetUserTotp',
  tag: 'Users',
  summary: 'Take away a user’s second factor: device and backup codes are lost',
  description: 'Make sure by another way that it is the user who asks. Sessions end.',
  scope: 'users:write',
  params: ById,
  answers: { 200: { description: 'The password alone signs in', schema: User } },
  problems: [...change, 'totp_off_already'],
})

const link = operation({
  id: 'createPasswordLink',
  tag: 'Users',
  summary: 'A new link that sets a user’s password; earlier ones end',
  scope: 'users:write',
  params: ById,
  answers: { 200: { description: 'The link’s token', schema: PasswordLink } },
  problems: change,
})

export function userRoutes(app: Api, services: Services): void {
  readingRoutes(app, services)
  changingRoutes(app, services)
}

function readingRoutes(app: Api, { database }: Services): void {
  app.get('/v1/roles', roles, async () => ({ data: ROLES.map((role) => ({ role, scopes: [...ROLE_SCOPES[role]] })) }))

  app.get('/v1/users', list, async ({ identity: { tenant }, query }) =>
    page(
      cursor,
      query,
      (limit, after) => listUsers(database.tenant(tenant), tenant, present({ role: query.role }), limit, after),
      (row) => row.id,
      toUser,
    ),
  )

  app.get('/v1/users/:user', read, async ({ identity: { tenant }, params }) =>
    toUser(await readUser(database.tenant(tenant), tenant, idToUuid('usr', params.user))),
  )
}

function changingRoutes(app: Api, { database, signIn, sessions, keys }: Services): void {
  /** Elsewhere it is known within five seconds; here at once. */
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

  app.post('/v1/users/:user/role', setRole, async (request) => {
    const id = idToUuid('usr', request.params.user)
    const { user, revokedKeys } = await changeRole(
      database,
      request.identity.tenant,
      id,
      present(request.body) as typeof request.body,
      changer(request),
    )
    forget(id)
    return { user: toUser(user), revokedKeys: [...revokedKeys] }
  })

  app.post('/v1/users/:user/disable', disable, async (request) => {
    const id = idToUuid('usr', request.params.user)
    const { user, revokedKeys } = await disableUser(
      database,
      request.identity.tenant,
      id,
      request.body,
      changer(request),
    )
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
    const user = await assertMayChange(db, tenant, id, changer(request))
    const { token, expiresAt } = await signIn.makePasswordToken(id)
    await recordAudit(db, tenant, { actor, action: 'password_link_made', subject: uuidToId('usr', id) })
    return { user: toUser(user), passwordToken: token, expiresAt: expiresAt.toISOString() }
  })
}

function changer({ identity: { actor, scopes } }: FastifyRequest): Changer {
  return { actor, scopes }
}
