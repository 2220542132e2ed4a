/** API keys over HTTP, for administrators without access to the database. */
import Type, { type Static } from 'typebox'
import { byUuid, page } from '../../http/cursor.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named, nullableText, PageQuery, PartyId, pageOf, Text } from '../../http/shapes.ts'
import { idToUuid } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { createKey, type ApiKey as KeyRow, pageOfKeys, revokeKey } from '../../users/api-keys.ts'
import { SCOPES } from '../../users/identity.ts'
import type { Services } from '../services.ts'

const KeyId = id('key', 'an API key', '01kafz6y4cfy7s3rj8v5m2n9qt')
const cursor = byUuid('keys')

const fields = {
  id: KeyId,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  party: nullableText({ description: 'The party that the key is bound to; null if it is not bound' }),
  madeBy: nullableText({
    description:
      'The actor who created the key and to whom its requests are attributed; null if it was created with the command-line tool',
    examples: ['user usr_…'],
  }),
  createdAt: Instant,
  revokedAt: nullableText(),
}
const ApiKey = named('ApiKey', Type.Object(fields))
const ApiKeyWithSecret = named(
  'ApiKeyWithSecret',
  Type.Object({
    ...fields,
    secret: Type.String({ description: 'Shown only once; only its hash is stored', examples: ['rk_…'] }),
  }),
)

const ApiKeyRequest = named(
  'ApiKeyRequest',
  Type.Object(
    {
      name: Text(100, 'Purpose of the key'),
      scopes: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: SCOPES.length, uniqueItems: true }),
      party: Type.Optional(PartyId),
    },
    { additionalProperties: false },
  ),
)

const list = operation({
  id: 'listApiKeys',
  tag: 'Users',
  summary: 'List API keys',
  description: 'Newest first. The secrets are never returned.',
  scope: 'keys:read',
  query: Type.Object(PageQuery, { additionalProperties: false }),
  answers: { 200: { description: 'A page of API keys', schema: pageOf('ApiKeyPage', ApiKey) } },
  problems: ['cursor_invalid'],
})

const create = operation({
  id: 'createApiKey',
  tag: 'Users',
  summary: 'Create an API key',
  description:
    'The key can only have scopes that the caller has. Its requests are attributed to the user who created it. Scopes never change: to add some, including scopes introduced by a later version, create another key and revoke this one.',
  scope: 'keys:write',
  body: ApiKeyRequest,
  answers: { 201: { description: 'The created API key', schema: ApiKeyWithSecret } },
  problems: ['scope_unknown', 'scope_beyond_own', 'scope_not_for_party', 'party_id_invalid'],
})

const revoke = operation({
  id: 'revokeApiKey',
  tag: 'Users',
  summary: 'Revoke an API key',
  description: 'Other servers may accept the key for up to five more seconds. Revoking a key again has no effect.',
  scope: 'keys:write',
  params: Type.Object({ key: KeyId }),
  answers: { 200: { description: 'The revoked API key', schema: ApiKey } },
  problems: ['api_key_unknown', 'id_invalid'],
})

export function apiKeyRoutes(app: Api, { database, keys }: Services): void {
  app.get('/v1/keys', list, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, before) => pageOfKeys(database.tenant(tenant), limit, before),
      keyOf: (row) => idToUuid('key', row.id),
      show: toKey,
    }),
  )

  app.post('/v1/keys', create, async ({ identity, body }, reply) => {
    const beyond = body.scopes.find((scope) => SCOPES.includes(scope as never) && !identity.scopes.has(scope))
    if (beyond !== undefined) throw new Problem('scope_beyond_own', { scope: beyond })
    const { secret, ...made } = await createKey(
      database,
      identity.tenant,
      body as Required<typeof body>,
      identity.actor,
    )
    return reply.code(201).send({ ...toKey(made), secret })
  })

  app.post('/v1/keys/:key/revoke', revoke, async ({ identity, params }) => {
    const ended = await revokeKey(database, identity.tenant, params.key, identity.actor)
    keys.forget()
    return toKey(ended)
  })
}

function toKey({ createdAt, revokedAt, scopes, ...rest }: KeyRow): Static<typeof ApiKey> {
  return {
    ...rest,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
