/** Disputes: chargebacks claimed by a payer's bank. */
import Type, { type Static } from 'typebox'
import { openDispute, resolveDispute } from '../../disputes/dispute.ts'
import { type DisputeRow, listDisputes, readDispute } from '../../disputes/record.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  ChargeId,
  Instant,
  id,
  Money,
  named,
  nullableText,
  oneOf,
  PageQuery,
  pageOf,
  Reference,
  Text,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { readAccessibleCharge } from '../charges/accessible.ts'
import { inUnit } from '../refunds/request.ts'
import type { Services } from '../services.ts'

export const DisputeId = id('dsp', 'a dispute', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const DisputeStatus = oneOf(['open', 'won', 'lost'])
const cursor = byUuid('disputes')

const Dispute = named(
  'Dispute',
  Type.Object(
    {
      id: DisputeId,
      charge: ChargeId,
      status: DisputeStatus,
      amount: Money,
      reserved: described(Money, 'The part that was still refundable; it cannot be refunded while the dispute is open'),
      lost: Money,
      reason: nullableText(),
      reference: nullableText({ description: 'The provider’s id of the dispute' }),
      refund: nullableText({ description: 'Id of the chargeback posted for the lost amount' }),
      answerBy: Type.Union([Instant, Type.Null()]),
      openedAt: Instant,
      resolvedAt: Type.Union([Instant, Type.Null()]),
    },
    { description: 'A chargeback claim on a payment by the payer’s bank' },
  ),
)

const strict = { additionalProperties: false }
const DisputeRequest = named(
  'DisputeRequest',
  Type.Object(
    {
      charge: ChargeId,
      amount: Type.Optional(described(Money, 'Defaults to the full amount paid')),
      reason: Type.Optional(Text(500, 'Reason given by the payer’s bank')),
      reference: Type.Optional(Reference),
      answerBy: Type.Optional(Instant),
    },
    strict,
  ),
)
const Resolution = named(
  'DisputeResolution',
  Type.Object(
    {
      outcome: oneOf(['won', 'lost']),
      lost: Type.Optional(described(Money, 'Lost amount; defaults to the full disputed amount')),
    },
    strict,
  ),
)

const ById = Type.Object({ dispute: DisputeId })

const open = operation({
  id: 'openDispute',
  tag: 'Settlement',
  summary: 'Open a dispute',
  description: 'Records that a payment is disputed and reserves the part that could still be refunded.',
  scope: 'settlement:write',
  idempotent: true,
  body: DisputeRequest,
  answers: {
    201: { description: 'The opened dispute', schema: Dispute },
    200: { description: 'The dispute opened earlier with the same idempotency key', schema: Dispute },
  },
  problems: [
    'charge_unknown',
    'id_invalid',
    'time_invalid',
    'amount_invalid',
    'amount_not_positive',
    'amount_out_of_range',
    'amount_too_precise',
    'currency_mismatch',
    'dispute_exceeds_captured',
    'idempotency_conflict',
  ],
})

const resolve = operation({
  id: 'resolveDispute',
  tag: 'Settlement',
  summary: 'Resolve a dispute',
  description: 'Records the outcome. A lost dispute can still be changed to won.',
  scope: 'settlement:write',
  params: ById,
  body: Resolution,
  answers: { 200: { description: 'The dispute', schema: Dispute } },
  problems: [
    'dispute_unknown',
    'dispute_resolved',
    'dispute_refund_pending',
    'dispute_lost_exceeds',
    'id_invalid',
    'amount_invalid',
    'amount_out_of_range',
    'amount_too_precise',
    'currency_mismatch',
    'request_invalid',
  ],
})

const read = operation({
  id: 'getDispute',
  tag: 'Settlement',
  summary: 'Retrieve a dispute',
  scope: 'settlement:read',
  params: ById,
  answers: { 200: { description: 'The dispute', schema: Dispute } },
  problems: ['dispute_unknown', 'id_invalid'],
})

const list = operation({
  id: 'listDisputes',
  tag: 'Settlement',
  summary: 'List disputes',
  description: 'Newest first.',
  scope: 'settlement:read',
  query: Type.Object({ charge: Type.Optional(ChargeId), status: Type.Optional(DisputeStatus), ...PageQuery }, strict),
  answers: { 200: { description: 'A page of disputes', schema: pageOf('DisputePage', Dispute) } },
  problems: ['cursor_invalid', 'id_invalid'],
})

export function disputeRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/disputes', open, async (request, reply) => {
    const { tenant } = request.identity
    const { charge: of, amount, reason, reference, answerBy } = request.body
    const charge = await readAccessibleCharge(engine, tenant, null, of)
    const key = idempotencyKeyOf(request)
    const { dispute, replayed } = await openDispute(engine.tenant(tenant, request.identity).db, {
      charge: of,
      amount: amount ? inUnit(amount, charge.unit) : charge.captured,
      reason: reason ?? null,
      reference: reference ?? null,
      answerBy: parseOptionalInstant(answerBy) ?? null,
      idempotency: key === undefined ? null : { key, fingerprint: fingerprint(request.body) },
    })
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toDispute(dispute))
  })

  app.post('/v1/disputes/:dispute/resolve', resolve, async ({ identity, params, body }) => {
    const { db, directory } = engine.tenant(identity.tenant, identity)
    const known = await readDispute(db, idToUuid('dsp', params.dispute))
    if (!known) throw new Problem('dispute_unknown', { dispute: params.dispute })
    if (body.outcome === 'won' && body.lost) {
      const message = 'is allowed only with the outcome lost'
      throw new Problem('request_invalid', { reason: `/lost ${message}` }, [{ pointer: '/lost', message }])
    }
    const lost = body.outcome === 'won' ? 0n : body.lost ? inUnit(body.lost, known.unit) : known.amount
    const dispute = await resolveDispute(db, directory, { dispute: params.dispute, lost })
    return toDispute(dispute)
  })

  app.get('/v1/disputes/:dispute', read, async ({ identity: { tenant }, params }) => {
    const dispute = await readDispute(engine.tenant(tenant).db, idToUuid('dsp', params.dispute))
    if (!dispute) throw new Problem('dispute_unknown', { dispute: params.dispute })
    return toDispute(dispute)
  })

  app.get('/v1/disputes', list, async ({ identity: { tenant }, query }) => {
    const charge = query.charge === undefined ? undefined : idToUuid('chg', query.charge)
    const filter = definedFields({ charge, status: query.status })
    return page(cursor, query, {
      read: (limit, after) => listDisputes(engine.tenant(tenant).db, filter, limit, after),
      keyOf: (row) => row.id,
      show: toDispute,
    })
  })
}

function toDispute(row: DisputeRow): Static<typeof Dispute> {
  return {
    id: uuidToId('dsp', row.id),
    charge: uuidToId('chg', row.charge),
    status: row.status,
    amount: wireMoney(row.amount, row.unit),
    reserved: wireMoney(row.reserved, row.unit),
    lost: wireMoney(row.lost, row.unit),
    reason: row.reason,
    reference: row.reference,
    refund: row.refund === null ? null : uuidToId('rfd', row.refund),
    answerBy: row.answerBy?.toISOString() ?? null,
    openedAt: row.openedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }
}
