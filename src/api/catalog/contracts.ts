import Type, { type Static } from 'typebox'
import { CONTRACT_STATUSES, type Contract as ContractRow, listContracts, readContract } from '../../catalog/contract.ts'
import { agree, end } from '../../catalog/price-changes.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { present } from '../../http/present.ts'
import {
  ContractId,
  Instant,
  named,
  nullableText,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
  Reference,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { Problem } from '../../problem.ts'
import type { Services } from '../services.ts'

const LineId = Type.String({ maxLength: 60, examples: ['payments'] })
const ProductId = Type.String({ maxLength: 60, examples: ['scan-pay'] })
const Terms = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'What differs from the product’s terms on the rate card: a merge patch (RFC 7396), where null takes a field away',
  examples: [{ fee: { rate: '0.0038' } }],
})

const Contract = named(
  'Contract',
  Type.Object(
    {
      id: ContractId,
      status: oneOf(CONTRACT_STATUSES),
      party: PartyId,
      line: LineId,
      product: ProductId,
      terms: Terms,
      reference: nullableText({ description: 'Your own number for it' }),
      effectiveAt: Instant,
      until: nullableText({ description: 'As agreed, that moment excluded; null: until further notice' }),
      endedAt: nullableText({ description: 'When it was ended before that, if it was' }),
      createdAt: Instant,
    },
    { description: 'What one customer pays for one product instead of the rate card' },
  ),
)

const ContractRequest = named(
  'ContractRequest',
  Type.Object(
    {
      party: { ...PartyId, description: 'The customer, a party that is entered' } as typeof PartyId,
      line: LineId,
      product: ProductId,
      terms: Terms,
      reference: Type.Optional(Reference),
      effectiveAt: Type.Optional({ ...Instant, description: 'Now, unless given' } as typeof Instant),
      until: Type.Optional({
        ...Instant,
        description: 'That moment excluded; until further notice, unless given',
      } as typeof Instant),
    },
    { additionalProperties: false },
  ),
)

const ById = Type.Object({ contract: ContractId })
const cursor = byUuid('contracts')

const make = operation({
  id: 'createContract',
  tag: 'Catalog',
  summary: 'Agree with one customer on a price of its own',
  description:
    'The terms are tried over every version of the rate card that is in force meanwhile. Where several contracts are in force the one that began last counts. What was charged stays as it was.',
  scope: 'catalog:write',
  idempotent: true,
  body: ContractRequest,
  answers: {
    201: { description: 'Made', schema: Contract },
    200: { description: 'Made by an earlier request with the same key', schema: Contract },
  },
  problems: [
    ...(['line_unknown', 'product_unknown', 'product_not_priced', 'party_unknown', 'time_invalid'] as const),
    ...(['contract_invalid', 'contract_period_invalid', 'price_change_in_past', 'idempotency_conflict'] as const),
  ],
})

const read = operation({
  id: 'getContract',
  tag: 'Catalog',
  summary: 'One contract',
  scope: 'catalog:read',
  params: ById,
  answers: { 200: { description: 'The contract', schema: Contract } },
  problems: ['contract_unknown', 'id_invalid'],
})

const list = operation({
  id: 'listContracts',
  tag: 'Catalog',
  summary: 'Contracts, newest first',
  scope: 'catalog:read',
  query: Type.Object(
    {
      party: Type.Optional(PartyId),
      line: Type.Optional(LineId),
      product: Type.Optional(ProductId),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of contracts', schema: pageOf('ContractPage', Contract) } },
  problems: ['cursor_invalid'],
})

const finish = operation({
  id: 'endContract',
  tag: 'Catalog',
  summary: 'End a contract; doing it twice is the same as once',
  scope: 'catalog:write',
  params: ById,
  body: Type.Object(
    { at: Type.Optional({ ...Instant, description: 'Now, unless given' } as typeof Instant) },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The contract', schema: Contract } },
  problems: ['contract_unknown', 'contract_ended', 'price_change_in_past', 'time_invalid', 'id_invalid'],
})

export function contractRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/contracts', make, async (request, reply) => {
    const { db } = engine.tenant(request.identity.tenant)
    const { party, line, product, terms, reference = null, effectiveAt, until } = request.body
    const key = idempotencyKeyOf(request)
    const asked = {
      ...{ party, line, product, terms, reference },
      effectiveAt: parseOptionalInstant(effectiveAt),
      until: parseOptionalInstant(until) ?? null,
    }
    const idempotency = key === undefined ? null : { key, fingerprint: fingerprint(request.body) }
    const { contract, replayed } = await agree(db, asked, idempotency)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toContract(contract))
  })

  app.get('/v1/contracts/:contract', read, async ({ identity: { tenant }, params: { contract: id } }) => {
    const contract = await readContract(engine.tenant(tenant).db, tenant, idToUuid('ctr', id))
    if (!contract) throw new Problem('contract_unknown', { contract: id })
    return toContract(contract)
  })

  app.get('/v1/contracts', list, async ({ identity: { tenant }, query }) => {
    const { party, line, product } = query
    const { db } = engine.tenant(tenant)
    return page(
      cursor,
      query,
      (limit, after) => listContracts(db, tenant, present({ party, line, product }), limit, after),
      (row) => row.id,
      toContract,
    )
  })

  app.post('/v1/contracts/:contract/end', finish, async ({ identity: { tenant }, params, body }) =>
    toContract(await end(engine.tenant(tenant).db, idToUuid('ctr', params.contract), parseOptionalInstant(body.at))),
  )
}

function toContract({ id, effectiveAt, until, endedAt, createdAt, ...rest }: ContractRow): Static<typeof Contract> {
  return {
    ...rest,
    id: uuidToId('ctr', id),
    terms: rest.terms as Static<typeof Terms>,
    effectiveAt: effectiveAt.toISOString(),
    until: until?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  }
}
