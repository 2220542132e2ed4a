/** API keys over HTTP, for administrators without access to the database. */
import Type, { type Static } from 'typebox'
import { byUuid, page } from '../../http/cursor.ts'
import { parseInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named, nullableText, PageQuery, PartyId, pageOf, Text } from '../../http/shapes.ts'
import { idToUuid } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { changeKey, createKey, type ApiKey as KeyRow, pageOfKeys, revokeKey, rotateKey } from '../../users/api-keys.ts'
import { SCOPES } from '../../users/identity.ts'
import type { Services } from '../services.ts'

const KeyId = id('key', 'an API key', '01kafz6y4cfy7s3rj8v5m2n9qt')
const cursor = byUuid('keys')

const nullableId = (description: string) => nullableText({ description, examples: ['key_01kafz6y4cfy7s3rj8v5m2n9qt'] })

const fields = {
  id: KeyId,
  name: Type.String(),
  scopes: Type.Array(Type.String()),
  party: nullableText({ description: 'The party that the key is bound to; null if it is not bound' }),
  expiresAt: nullableText({ description: 'When the key stops being accepted; null if it does not expire' }),
  networks: Type.Unsafe<string[] | null>({
    type: ['array', 'null'],
    items: { type: 'string', examples: ['203.0.113.0/24'] },
    description: 'Networks from which the key may be used; null if it may be used from everywhere',
  }),
  lastUsedAt: nullableText({ description: 'Last use of the key, recorded once a minute; null if it was not used' }),
  lastUsedFrom: nullableText({
    description: 'Network of the last use: the first 24 bits of an IPv4 address, the first 64 of an IPv6 address',
    examples: ['203.0.113.0/24'],
  }),
  madeBy: nullableText({
    description:
      'The actor who created the key and to whom its requests are attributed; null if it was created with the command-line tool',
    examples: ['user usr_…'],
  }),
  madeWith: nullableId('The key with which this one was created; revoking that key revokes this one'),
  rotatedFrom: nullableId('The key that this one replaces'),
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
const RevokedApiKey = named(
  'RevokedApiKey',
  Type.Object({
    ...fields,
    revokedWith: Type.Integer({ description: 'Number of keys made with this one that were revoked with it' }),
  }),
)

const networks = {
  type: 'array',
  items: { type: 'string', maxLength: 60 },
  minItems: 1,
  maxItems: 100,
  uniqueItems: true,
  description: 'IP addresses and networks in CIDR notation from which the key may be used',
  examples: [['203.0.113.0/24', '2001:db8::/32']],
}
const Networks = Type.Unsafe<string[]>(networks)
const NetworksOrNull = Type.Unsafe<string[] | null>({ ...networks, type: ['array', 'null'] })
const ExpiryOrNull = Type.Unsafe<string | null>({ ...Instant, type: ['string', 'null'] })

const ApiKeyRequest = named(
  'ApiKeyRequest',
  Type.Object(
    {
      name: Text(100, 'Purpose of the key'),
      scopes: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: SCOPES.length, uniqueItems: true }),
      party: Type.Optional(PartyId),
      expiresAt: Type.Optional(described(Instant, 'When the key stops being accepted')),
      networks: Type.Optional(Networks),
    },
    { additionalProperties: false },
  ),
)

const ApiKeyChange = named(
  'ApiKeyChange',
  Type.Object(
    {
      name: Type.Optional(Text(100, 'Purpose of the key')),
      expiresAt: Type.Optional(described(ExpiryOrNull, 'When the key stops being accepted; null: it does not expire')),
      networks: Type.Optional(described(NetworksOrNull, `${networks.description}; null: from everywhere`)),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
)

const ApiKeyRotation = named(
  'ApiKeyRotation',
  Type.Object(
    {
      overlapHours: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 720,
          default: 24,
          description: 'Hours for which the replaced key is still accepted',
        }),
      ),
      expiresAt: Type.Optional(
        described(ExpiryOrNull, 'When the new key stops being accepted; default: as the replaced key'),
      ),
    },
    { additionalProperties: false },
  ),
)

const ByKey = Type.Object({ key: KeyId })
const keyProblems = ['api_key_unknown', 'key_stronger', 'id_invalid'] as const
const limitProblems = ['network_invalid', 'time_invalid', 'key_expiry_past', 'key_limits_beyond_own'] as const

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
    'The key can only have scopes that the caller has. If the caller uses a key, the new one expires no later and is used from no other networks; by default it has the same limits. Its requests are attributed to the user who created it. Scopes never change: to add some, including scopes introduced by a later version, create another key and revoke this one.',
  scope: 'keys:write',
  stepUp: true,
  body: ApiKeyRequest,
  answers: { 201: { description: 'The created API key', schema: ApiKeyWithSecret } },
  problems: [
    'scope_unknown',
    'scope_beyond_own',
    'scope_not_for_party',
    'party_id_invalid',
    'party_reserved',
    ...limitProblems,
  ],
})

const change = operation({
  id: 'updateApiKey',
  tag: 'Users',
  summary: 'Change the limits of an API key',
  description: 'Other servers may apply the previous limits for up to five more seconds. Scopes never change.',
  scope: 'keys:write',
  stepUp: true,
  params: ByKey,
  body: ApiKeyChange,
  answers: { 200: { description: 'The changed API key', schema: ApiKey } },
  problems: [...keyProblems, 'api_key_ended', ...limitProblems],
})

const rotate = operation({
  id: 'rotateApiKey',
  tag: 'Users',
  summary: 'Rotate an API key',
  description:
    'Creates a key with the same scopes, party and networks. The replaced key is accepted until the overlap ends. Requests of the new key are attributed to the caller.',
  scope: 'keys:write',
  stepUp: true,
  params: ByKey,
  body: ApiKeyRotation,
  answers: { 201: { description: 'The new API key', schema: ApiKeyWithSecret } },
  problems: [
    ...keyProblems,
    'api_key_ended',
    'api_key_rotated',
    'time_invalid',
    'key_expiry_past',
    'key_limits_beyond_own',
  ],
})

const revoke = operation({
  id: 'revokeApiKey',
  tag: 'Users',
  summary: 'Revoke an API key',
  description:
    'Revokes the key and all keys that were made with it, directly or not. Other servers may accept them for up to five more seconds. Revoking a key again has no effect. A caller that uses a key cannot revoke one that may do more.',
  scope: 'keys:write',
  params: ByKey,
  answers: { 200: { description: 'The revoked API key', schema: RevokedApiKey } },
  problems: keyProblems,
})

export function apiKeyRoutes(app: Api, { database, keys }: Services): void {
  app.get('/v1/keys', list, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, before) => pageOfKeys(database.tenant(tenant), limit, before),
      keyOf: (row) => idToUuid('key', row.id),
      show: toKey,
    }),
  )

  app.post('/v1/keys', create, async ({ identity, body: { expiresAt, ...rest } }, reply) => {
    const beyond = rest.scopes.find((scope) => SCOPES.includes(scope as never) && !identity.scopes.has(scope))
    if (beyond !== undefined) throw new Problem('scope_beyond_own', { scope: beyond })
    const requested = { ...rest, ...expiry(expiresAt) }
    const { secret, ...made } = await createKey(database, identity.tenant, requested, identity)
    return reply.code(201).send({ ...toKey(made), secret })
  })

  app.patch('/v1/keys/:key', change, async ({ identity, params, body: { expiresAt, ...rest } }) => {
    const wanted = { ...rest, ...expiry(expiresAt), by: identity }
    const changed = await changeKey(database, identity.tenant, params.key, wanted)
    keys.forget()
    return toKey(changed)
  })

  app.post('/v1/keys/:key/rotate', rotate, async ({ identity, params, body }, reply) => {
    const { overlapHours = 24, expiresAt } = body
    const rotation = { overlapHours, ...expiry(expiresAt), by: identity }
    const { secret, ...made } = await rotateKey(database, identity.tenant, params.key, rotation)
    keys.forget()
    return reply.code(201).send({ ...toKey(made), secret })
  })

  app.post('/v1/keys/:key/revoke', revoke, async ({ identity, params }) => {
    const { revokedWith, ...ended } = await revokeKey(database, identity.tenant, params.key, identity)
    keys.forget()
    return { ...toKey(ended), revokedWith }
  })
}

function expiry(text: string | null | undefined): { readonly expiresAt?: Date | null } {
  return text === undefined ? {} : { expiresAt: text === null ? null : parseInstant(text) }
}

function toKey({ createdAt, revokedAt, expiresAt, lastUsedAt, scopes, networks: from, ...rest }: KeyRow) {
  return {
    ...rest,
    scopes: [...scopes],
    networks: from && [...from],
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  } satisfies Static<typeof ApiKey>
}
