import Type, { type Static } from 'typebox'
import { byText, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Attributes, Instant, named, oneOf, PageQuery, PartyId, pageOf, Text } from '../../http/shapes.ts'
import { PARTY_ID } from '../../ids.ts'
import { listParties, PARTY_KINDS, type Party as PartyRow, putParty, readParties } from '../../ledger/party.ts'
import { Problem } from '../../problem.ts'
import type { Services } from '../services.ts'

const attributes = Attributes('Attributes that prices can depend on, such as `merchantCategory`')

const PartyKind = oneOf(PARTY_KINDS, { description: 'Main role of the party' })
const Party = named(
  'Party',
  Type.Object(
    {
      id: PartyId,
      kind: PartyKind,
      name: Type.String(),
      attributes: Type.Record(Type.String(), Type.String(), { examples: [{ merchantCategory: 'restaurant' }] }),
      createdAt: Instant,
      updatedAt: Instant,
    },
    { description: 'A payer or payee' },
  ),
)

const PartyRequest = named(
  'PartyRequest',
  Type.Object(
    { kind: PartyKind, name: Text(200, 'Display name or note for people'), attributes: Type.Optional(attributes) },
    { additionalProperties: false },
  ),
)

const ById = Type.Object({ party: PartyId })
const cursor = byText('parties', new RegExp(PARTY_ID))

const put = operation({
  id: 'putParty',
  tag: 'Parties',
  summary: 'Create or replace a party',
  description: 'New attributes apply to future charges; existing charges are not affected.',
  scope: 'parties:write',
  params: ById,
  body: PartyRequest,
  answers: { 200: { description: 'The party', schema: Party } },
  problems: ['party_id_invalid', 'party_reserved'],
})

const read = operation({
  id: 'getParty',
  tag: 'Parties',
  summary: 'Retrieve a party',
  scope: 'parties:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The party', schema: Party } },
  problems: ['party_unknown'],
})

const list = operation({
  id: 'listParties',
  tag: 'Parties',
  summary: 'List parties',
  description: 'Ordered by id.',
  scope: 'parties:read',
  forParties: true,
  query: Type.Object(
    {
      kind: Type.Optional(PartyKind),
      search: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 100,
          pattern: '^[^\\u0000]*$',
          description: 'Part of a name or id, case-insensitive',
          examples: ['noodle'],
        }),
      ),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of parties', schema: pageOf('PartyPage', Party) } },
  problems: ['cursor_invalid'],
})

export function partyRoutes(app: Api, { engine }: Services): void {
  app.put('/v1/parties/:party', put, async ({ identity, params, body }) => {
    const { kind, name, attributes = {} } = body
    const { db } = engine.tenant(identity.tenant, identity)
    return toParty(await putParty(db, { id: params.party, kind, name, attributes }))
  })

  app.get('/v1/parties/:party', read, async ({ identity: { tenant, party }, params: { party: id } }) => {
    const row = (await readParties(engine.tenant(tenant).db, [id])).get(id)
    if (!row || (party !== null && party !== id)) throw new Problem('party_unknown', { party: id })
    return toParty(row)
  })

  app.get('/v1/parties', list, async ({ identity: { tenant, party }, query }) =>
    page(cursor, query, {
      read: (limit, after) =>
        listParties(
          engine.tenant(tenant).db,
          definedFields({ kind: query.kind, party: party ?? undefined, search: query.search }),
          limit,
          after,
        ),
      keyOf: (row) => row.id,
      show: toParty,
    }),
  )
}

function toParty({ createdAt, updatedAt, ...party }: PartyRow): Static<typeof Party> {
  return { ...party, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
