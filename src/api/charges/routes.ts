import Type from 'typebox'
import { explainCharge } from '../../charges/explain.ts'
import { listCharges } from '../../charges/record.ts'
import { BULK_DESCRIPTION, bulkAnswer, bulkOf, checkFrame, checkFrameKey, runBulk } from '../../http/bulk.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { chargingProblems } from '../../http/problem-sets.ts'
import {
  ChargeId,
  Explanation,
  Instant,
  Language,
  NameFilter,
  PageQuery,
  PartyId,
  pageOf,
  Reference,
  References,
} from '../../http/shapes.ts'
import { lines } from '../../lines/index.ts'
import { readReceiptNumber } from '../../receipts/number.ts'
import { described } from '../../schema.ts'
import type { Services } from '../services.ts'
import { readAccessibleCharge } from './accessible.ts'
import { explanation } from './explanation.ts'
import { BulkCharge, ChargeRequest, checkBulkCharge, checkChargeRequest, toChargeInput } from './request.ts'
import { Charge, ChargeStatus, seenBy, toCharge } from './schema.ts'

const ById = Type.Object({ charge: ChargeId })
const cursor = byUuid('charges')

const makeCharge = operation({
  id: 'createCharge',
  tag: 'Charges',
  summary: 'Create a charge',
  description:
    'Prices an event, or takes the price from a quote, and posts the charge. The charge is posted completely or not at all.',
  scope: 'charges:write',
  idempotent: true,
  body: ChargeRequest,
  answers: {
    201: { description: 'The created charge', schema: Charge },
    200: { description: 'The charge created earlier with the same idempotency key', schema: Charge },
  },
  problems: chargingProblems,
})

const BulkResults = bulkAnswer('BulkChargeResults', 'charge', Charge)
const makeCharges = operation({
  id: 'createCharges',
  tag: 'Charges',
  summary: 'Create charges in bulk',
  description: BULK_DESCRIPTION,
  scope: 'charges:write',
  idempotent: true,
  body: bulkOf('charges', BulkCharge),
  answers: { 200: { description: 'The result for each charge', schema: BulkResults } },
  problems: chargingProblems,
})

const list = operation({
  id: 'listCharges',
  tag: 'Charges',
  summary: 'List charges',
  description:
    'Most recently recorded first; each shows when it took effect, which can be earlier. API keys bound to a party list only the charges that the party paid or earned.',
  scope: 'charges:read',
  forParties: true,
  query: Type.Object(
    {
      line: Type.Optional(NameFilter('payments')),
      product: Type.Optional(NameFilter('scan-pay')),
      payer: Type.Optional(PartyId),
      payee: Type.Optional(PartyId),
      reference: Type.Optional(Reference),
      references: Type.Optional(References),
      find: Type.Optional(described(Reference, 'A reference, or a receipt number as printed')),
      status: Type.Optional(ChargeStatus),
      from: Type.Optional(described(Instant, 'Charges that took effect at or after this time')),
      to: Type.Optional(described(Instant, 'Charges that took effect before this time')),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of charges', schema: pageOf('ChargePage', Charge) } },
  problems: ['cursor_invalid', 'time_invalid'],
})

const read = operation({
  id: 'getCharge',
  tag: 'Charges',
  summary: 'Retrieve a charge',
  description: 'Includes how much of it has been refunded, is pending and is disputed.',
  scope: 'charges:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The charge', schema: Charge } },
  problems: ['charge_unknown', 'id_invalid'],
})

const explain = operation({
  id: 'explainCharge',
  tag: 'Charges',
  summary: 'Explain a charge',
  description: 'Each step from the event to the amounts: where every cent went, and why.',
  scope: 'charges:read',
  forParties: true,
  params: ById,
  query: Type.Object({ language: Type.Optional(Language) }, { additionalProperties: false }),
  answers: { 200: { description: 'The explanation', schema: Explanation } },
  problems: ['charge_unknown', 'id_invalid'],
})

export function chargeRoutes(app: Api, services: Services): void {
  const { engine, metrics, gateways } = services
  const rulesOf = (tenant: number) => async (name: string) =>
    (await gateways.openEnabled(engine.tenant(tenant).db, name)).client.rules.refund
  app.post('/v1/charges', { ...makeCharge, validatorCompiler: () => checkChargeRequest }, async (request, reply) => {
    const { identity: by } = request
    const { tenant, party } = by
    const idempotencyKey = idempotencyKeyOf(request)
    const input = await toChargeInput(request.body, { idempotencyKey, by, rulesOf: rulesOf(tenant) })
    const { charge, replayed } = await engine.charge(tenant, input)
    metrics.charge(charge, replayed)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toCharge(charge, party))
  })

  const frame = checkFrame('charges')
  app.post('/v1/charges/bulk', { ...makeCharges, validatorCompiler: () => frame }, async (request) => {
    const { identity: by } = request
    const { tenant, party } = by
    checkFrameKey(request)
    return runBulk(
      request,
      { name: 'charge', elements: request.body.charges as unknown[], check: checkBulkCharge },
      async ({ idempotencyKey: _, ...element }: BulkCharge, idempotencyKey) => {
        const input = await toChargeInput(element, { idempotencyKey, by, rulesOf: rulesOf(tenant) })
        const { charge, replayed } = await engine.charge(tenant, input)
        metrics.charge(charge, replayed)
        return { thing: toCharge(charge, party), replayed }
      },
    )
  })
  readingRoutes(app, services)
}

/** The line of a product, if no other line has a product with the same id. */
function lineOf(product: string | undefined): string | undefined {
  const [only, another] = lines.products.filter((each) => each.product.id === product)
  return another ? undefined : only?.line.id
}

/** The range of charge ids that the text can refer to as a receipt number of this tenant. */
function receiptOf(tenant: number, text: string): { first: string | null; last: string | null } {
  const range = readReceiptNumber(text)
  return range?.tenant === tenant ? { first: range.first, last: range.last } : { first: null, last: null }
}

function readingRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/charges', list, async ({ identity: { tenant, party }, query }) => {
    const { limit, cursor: from, find, references, ...requested } = query
    const filter = {
      ...requested,
      references: references?.split(','),
      find: find === undefined ? undefined : { reference: find, ...receiptOf(tenant, find) },
      // The index is by line: adding it makes a search by product fast.
      line: query.line ?? lineOf(query.product),
      ...(party === null ? {} : { party }),
      from: parseOptionalInstant(query.from),
      to: parseOptionalInstant(query.to),
    }
    return page(
      cursor,
      { limit, cursor: from },
      {
        read: (most, after) => listCharges(engine.tenant(tenant).db, definedFields(filter), most, after),
        keyOf: (row) => row.id,
        show: (row) => toCharge(row, party),
      },
    )
  })

  app.get('/v1/charges/:charge', read, async ({ identity: { tenant, party }, params }) =>
    toCharge(await readAccessibleCharge(engine, tenant, party, params.charge), party),
  )

  app.get('/v1/charges/:charge/explanation', explain, async (request) => {
    const { tenant, party } = request.identity
    const row = await readAccessibleCharge(engine, tenant, party, request.params.charge)
    return explanation(explainCharge(seenBy(party, row)), request, request.query.language)
  })
}
