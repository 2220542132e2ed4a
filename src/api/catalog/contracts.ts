import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { CONTRACT_STATUSES, type Contract as ContractRow, listContracts, readContract } from '../../catalog/contract.ts'
import { agree, end } from '../../catalog/price-changes.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
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
import { findEarlier, fingerprint } from '../../ledger/idempotency.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'

const LineId = Type.String({ maxLength: 60, examples: ['payments'] })
const ProductId = Type.String({ maxLength: 60, examples: ['scan-pay'] })
const Terms = Type.Record(Type.String(), Type.Unknown(), {
  description:
    'Changes to the product’s terms on the rate card, as a JSON merge patch (RFC 7396): null removes a field',
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
      reference: nullableText({ description: 'Your own reference' }),
      effectiveAt: Instant,
      until: nullableText({ description: 'Agreed end (exclusive); null if open-ended' }),
      endedAt: nullableText({ description: 'When the contract was ended early, if it was' }),
      createdAt: Instant,
      createdBy: Type.String({ description: 'The actor who created it' }),
    },
    { description: 'Custom terms of one customer for one product, used instead of the rate card' },
  ),
)

const ContractRequest = named(
  'ContractRequest',
  Type.Object(
    {
      party: described(PartyId, 'The customer; must be an existing party'),
      line: LineId,
      product: ProductId,
      terms: Terms,
      reference: Type.Optional(Reference),
      effectiveAt: Type.Optional(described(Instant, 'Defaults to now')),
      until: Type.Optional(described(Instant, 'End (exclusive); open-ended by default')),
    },
    { additionalProperties: false },
  ),
)

const ById = Type.Object({ contract: ContractId })
const cursor = byUuid('contracts')

const make = operation({
  id: 'createContract',
  tag: 'Catalog',
  summary: 'Create a contract',
  description:
    'Sets custom terms for one customer and one product. The terms are validated against every version of the rate card in force during the contract. If several contracts are in force, the one that started last applies. Existing charges are not affected.',
  scope: 'catalog:write',
  idempotent: true,
  body: ContractRequest,
  answers: {
    201: { description: 'The created contract', schema: Contract },
    200: { description: 'The contract created earlier with the same idempotency key', schema: Contract },
    202: WAITING,
  },
  problems: [
    ...(['line_unknown', 'product_unknown', 'product_not_priced', 'party_unknown', 'time_invalid'] as const),
    ...(['contract_invalid', 'contract_period_invalid', 'price_change_in_past', 'idempotency_conflict'] as const),
  ],
})

const read = operation({
  id: 'getContract',
  tag: 'Catalog',
  summary: 'Retrieve a contract',
  scope: 'catalog:read',
  params: ById,
  answers: { 200: { description: 'The contract', schema: Contract } },
  problems: ['contract_unknown', 'id_invalid'],
})

const list = operation({
  id: 'listContracts',
  tag: 'Catalog',
  summary: 'List contracts',
  description: 'Newest first.',
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
  summary: 'End a contract',
  description: 'Immediately or at a given time. Repeating the request has no effect.',
  scope: 'catalog:write',
  params: ById,
  body: Type.Object({ at: Type.Optional(described(Instant, 'Defaults to now')) }, { additionalProperties: false }),
  answers: { 200: { description: 'The contract', schema: Contract }, 202: WAITING },
  problems: ['contract_unknown', 'contract_ended', 'price_change_in_past', 'time_invalid', 'id_invalid'],
})

export function contractRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/contracts', make, async (request, reply) => {
    const { db } = engine.tenant(request.identity.tenant, request.identity)
    const { party } = request.body
    const key = idempotencyKeyOf(request)
    const requested = toRequested(request.body)
    const idempotency = key === undefined ? null : { key, fingerprint: fingerprint(request.body) }
    const agreeNow = () => agree(engine.products, db, requested, idempotency)
    const isReplay = idempotency !== null && (await findEarlier(db, 'contract', [idempotency.key])).size > 0
    const submitted = { act: 'contract', subject: party, request: { create: request.body }, idempotency } as const
    const admission = isReplay ? { done: await agreeNow() } : await admit(db, submitted, agreeNow)
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { contract, replayed } = admission.done
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toContract(contract))
  })

  app.get('/v1/contracts/:contract', read, async ({ identity: { tenant }, params: { contract: id } }) => {
    const contract = await readContract(engine.tenant(tenant).db, idToUuid('ctr', id))
    if (!contract) throw new Problem('contract_unknown', { contract: id })
    return toContract(contract)
  })

  app.get('/v1/contracts', list, async ({ identity: { tenant }, query }) => {
    const { party, line, product } = query
    const { db } = engine.tenant(tenant)
    return page(cursor, query, {
      read: (limit, after) => listContracts(db, definedFields({ party, line, product }), limit, after),
      keyOf: (row) => row.id,
      show: toContract,
    })
  })

  app.post('/v1/contracts/:contract/end', finish, async ({ identity, params: { contract }, body }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    const id = idToUuid('ctr', contract)
    const request = { end: { contract, at: body.at ?? null } }
    const submitted = { act: 'contract', subject: contract, request, idempotency: null } as const
    const admission = await admit(db, submitted, () => end(db, id, parseOptionalInstant(body.at)))
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    return reply.code(200).send(toContract(admission.done))
  })
}

function toRequested({ party, line, product, terms, reference, effectiveAt, until }: Static<typeof ContractRequest>) {
  return {
    ...{ party, line, product, terms, reference: reference ?? null },
    effectiveAt: parseOptionalInstant(effectiveAt),
    until: parseOptionalInstant(until) ?? null,
  }
}

type ContractAct =
  | { readonly create: Static<typeof ContractRequest> }
  | { readonly end: { readonly contract: string; readonly at: string | null } }

export async function executeContract({ services, tenant, maker, request, key }: ApprovedAct): Promise<string> {
  const { db } = services.engine.tenant(tenant, { actor: maker })
  const act = request as ContractAct
  if ('end' in act) {
    await end(db, idToUuid('ctr', act.end.contract), parseOptionalInstant(act.end.at ?? undefined))
    return act.end.contract
  }
  const idempotency = { key, fingerprint: fingerprint(act.create) }
  const { contract } = await agree(services.engine.products, db, toRequested(act.create), idempotency)
  return uuidToId('ctr', contract.id)
}

function toContract({
  id,
  effectiveAt,
  until,
  endedAt,
  createdAt,
  actor,
  ...rest
}: ContractRow): Static<typeof Contract> {
  return {
    ...rest,
    id: uuidToId('ctr', id),
    terms: rest.terms as Static<typeof Terms>,
    effectiveAt: effectiveAt.toISOString(),
    until: until?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    createdBy: actor,
  }
}
