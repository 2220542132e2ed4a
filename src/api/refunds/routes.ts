import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { admit, releaseAct } from '../../approvals/pending.ts'
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import { BULK_DESCRIPTION, bulkAnswer, bulkOf, checkFrame, checkFrameKey, runBulk } from '../../http/bulk.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { refundingProblems, refundPlanProblems } from '../../http/problem-sets.ts'
import { ProblemWith } from '../../http/problems.ts'
import {
  ChargeId,
  Explanation,
  Instant,
  Language,
  NameFilter,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
  Reference,
  References,
  RefundId,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import { GATEWAY_REFUND_PROGRESS } from '../../refunds/gateway-refund.ts'
import { listRefunds, REFUND_STATUSES } from '../../refunds/record.ts'
import { StalePreview } from '../../refunds/refund.ts'
import { described } from '../../schema.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { readAccessibleCharge, readAccessibleRefund } from '../charges/accessible.ts'
import { explanation } from '../charges/explanation.ts'
import { maySee } from '../charges/schema.ts'
import type { Services } from '../services.ts'
import { assertNeedsNoApproval, toAct } from './approval.ts'
import {
  BulkRefundRequest,
  type BulkRefundRequest as BulkRefundRequestType,
  checkBulkRefund,
  PreviewRequest,
  RefundRequest,
  type RefundRequest as RefundRequestType,
  toAsk,
  toRefundInput,
} from './request.ts'
import { Refund, RefundPreview, refundStepsSeenBy, toPreview, toRefund } from './schema.ts'

const ById = Type.Object({ refund: RefundId })
const cursor = byUuid('refunds')

const preview = operation({
  id: 'previewRefund',
  tag: 'Refunds',
  summary: 'Preview a refund',
  description: 'Calculates what the refund would do now; nothing is posted.',
  scope: 'refunds:read',
  forParties: true,
  body: PreviewRequest,
  answers: { 200: { description: 'The preview', schema: RefundPreview } },
  problems: refundPlanProblems,
})

const make = operation({
  id: 'createRefund',
  tag: 'Refunds',
  summary: 'Refund a charge, fully or partially',
  description:
    'With `previewHash`, the refund is executed only if it matches the preview; otherwise the error `refund_preview_stale` contains the new `preview`. API keys bound to a party can refund only what the party earned. A refund above the approval limits, or for which the refund policy of the charge asks for approvals, waits for them; the scope `refunds:override` exempts from the policy of the charge.',
  scope: 'refunds:write',
  forParties: true,
  idempotent: true,
  body: RefundRequest,
  answers: {
    201: { description: 'The created refund', schema: Refund },
    200: { description: 'The refund created earlier with the same idempotency key', schema: Refund },
    202: WAITING,
  },
  problems: refundingProblems,
})

const makeMany = operation({
  id: 'createRefunds',
  tag: 'Refunds',
  summary: 'Create refunds in bulk',
  description: BULK_DESCRIPTION,
  scope: 'refunds:write',
  forParties: true,
  idempotent: true,
  body: bulkOf('refunds', BulkRefundRequest),
  answers: {
    200: { description: 'The result for each refund', schema: bulkAnswer('BulkRefundResults', 'refund', Refund) },
  },
  problems: refundingProblems,
})

const list = operation({
  id: 'listRefunds',
  tag: 'Refunds',
  summary: 'List refunds',
  description: 'Most recently recorded first; each shows when it took effect, which can be earlier.',
  scope: 'refunds:read',
  forParties: true,
  query: Type.Object(
    {
      charge: Type.Optional(ChargeId),
      reference: Type.Optional(Reference),
      references: Type.Optional(References),
      status: Type.Optional(oneOf(REFUND_STATUSES)),
      execution: Type.Optional(
        oneOf(GATEWAY_REFUND_PROGRESS, {
          description: 'Status at the payment provider; `abnormal` refunds require your decision',
        }),
      ),
      line: Type.Optional(NameFilter('payments')),
      product: Type.Optional(NameFilter('scan-pay')),
      payer: Type.Optional(described(PartyId, 'Payer of the charge')),
      payee: Type.Optional(described(PartyId, 'Payee of the charge')),
      reason: Type.Optional(NameFilter('goodwill')),
      from: Type.Optional(described(Instant, 'Refunds that took effect at or after this time')),
      to: Type.Optional(described(Instant, 'Refunds that took effect before this time')),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of refunds', schema: pageOf('RefundPage', Refund) } },
  problems: ['cursor_invalid', 'id_invalid', 'time_invalid'],
})

const read = operation({
  id: 'getRefund',
  tag: 'Refunds',
  summary: 'Retrieve a refund',
  scope: 'refunds:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The refund', schema: Refund } },
  problems: ['refund_unknown', 'id_invalid'],
})

const explain = operation({
  id: 'explainRefund',
  tag: 'Refunds',
  summary: 'Explain a refund',
  description: 'Who gives back how much, and why.',
  scope: 'refunds:read',
  forParties: true,
  params: ById,
  query: Type.Object({ language: Type.Optional(Language) }, { additionalProperties: false }),
  answers: { 200: { description: 'The explanation', schema: Explanation } },
  problems: ['refund_unknown', 'id_invalid'],
})

export function refundRoutes(app: Api, services: Services): void {
  const { engine, metrics } = services
  app.post('/v1/refunds/preview', preview, async (request) => {
    const { identity, body } = request
    const charge = await readAccessibleCharge(engine, identity.tenant, identity.party, body.charge)
    const seen = await engine.previewRefund(identity.tenant, {
      charge: body.charge,
      ask: toAsk(body, charge),
      effectiveAt: null,
      ...(body.outside ? { outside: true } : {}),
    })
    return toPreview(seen, identity.party, (steps) => explanation(steps, request))
  })

  app.post('/v1/refunds', make, async (request, reply) => {
    const { identity, body } = request
    const idempotencyKey = idempotencyKeyOf(request)
    const charge = await readAccessibleCharge(engine, identity.tenant, identity.party, body.charge)
    checkPayee(identity.party, charge, body)
    const input = toRefundInput(body, charge, { idempotencyKey, by: identity })
    const refundNow = () => engine.refund(identity.tenant, input)
    const act = await toAct(engine, identity, { charge, body, idempotencyKey })
    const { db } = engine.tenant(identity.tenant, identity)
    const admission = await (act ? admit(db, act, refundNow) : refundNow().then((done) => ({ done }))).catch(
      withPreview(request),
    )
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { refund, replayed } = admission.done
    metrics.refund(replayed)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toRefund(refund, identity.party))
  })
  bulkRoute(app, services)
  readingRoutes(app, services)
}

function bulkRoute(app: Api, { engine, metrics }: Services): void {
  const frame = checkFrame('refunds')
  app.post('/v1/refunds/bulk', { ...makeMany, validatorCompiler: () => frame }, async (request) => {
    const { identity: by } = request
    const { tenant, party } = by
    checkFrameKey(request)
    const elements = request.body.refunds as unknown[]
    const { db } = engine.tenant(tenant, by)
    const charges = await readCharges(db, chargeUuids(elements))
    const admissions: Promise<unknown>[] = []
    const admitted = async (refund: Parameters<typeof toAct>[2]) => {
      const act = await toAct(engine, by, refund)
      if (act) await assertNeedsNoApproval(db, act)
      return act
    }
    const run = async (
      { idempotencyKey: _, ...element }: BulkRefundRequestType,
      idempotencyKey: string | undefined,
    ) => {
      const charge = charges.get(idToUuid('chg', element.charge))
      if (!charge || !maySee(party, charge)) throw new Problem('charge_unknown', { charge: element.charge })
      checkPayee(party, charge, element)
      const admission = admitted({ charge, body: element, idempotencyKey })
      admissions.push(admission)
      // All are admitted first, so that the refunds reach the engine in the order of the request.
      await Promise.resolve()
      await Promise.allSettled(admissions)
      const act = await admission
      const { refund, replayed } = await engine
        .refund(tenant, toRefundInput(element, charge, { idempotencyKey, by }))
        .catch(async (error: unknown) => {
          if (act && error instanceof Problem && error.status < 500) await releaseAct(db, act)
          return withPreview(request)(error)
        })
      metrics.refund(replayed)
      return { thing: toRefund(refund, party), replayed }
    }
    return runBulk(request, { name: 'refund', elements, check: checkBulkRefund }, run)
  })
}

export async function executeRefund({ services, tenant, maker, request, key }: ApprovedAct): Promise<string> {
  const { engine, metrics } = services
  const { party, ...body } = request as RefundRequestType & { party: string | null }
  const charge = await readAccessibleCharge(engine, tenant, party, body.charge)
  // The preview was approved: the refund is made only if it would still be the same.
  const { refund, replayed } = await engine.refund(
    tenant,
    toRefundInput(body, charge, { idempotencyKey: key, by: { actor: maker } }),
  )
  metrics.refund(replayed)
  return uuidToId('rfd', refund.id)
}

function readingRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/refunds', list, async ({ identity: { tenant, party }, query }) => {
    const { charge, references, from, to, limit: _, cursor: __, ...same } = query
    const filter = definedFields({
      ...same,
      charge: charge === undefined ? undefined : idToUuid('chg', charge),
      references: references?.split(','),
      from: parseOptionalInstant(from),
      to: parseOptionalInstant(to),
      party: party ?? undefined,
    })
    return page(cursor, query, {
      read: (limit, after) => listRefunds(engine.tenant(tenant).db, filter, limit, after),
      keyOf: (row) => row.id,
      show: (row) => toRefund(row, party),
    })
  })

  app.get('/v1/refunds/:refund', read, async ({ identity: { tenant, party }, params }) => {
    const { refund } = await readAccessibleRefund(engine, tenant, party, params.refund)
    return toRefund(refund, party)
  })

  app.get('/v1/refunds/:refund/explanation', explain, async (request) => {
    const { tenant, party } = request.identity
    const { refund, charge } = await readAccessibleRefund(engine, tenant, party, request.params.refund)
    const steps = refundStepsSeenBy(party, refund.plan.steps, charge)
    return explanation(steps, request, request.query.language)
  })
}

/** The payee may refund a charge through its original channel; the payer may not. @throws Problem `scope_missing`. */
function checkPayee(party: string | null, charge: ChargeRow, { outside = false }: { outside?: boolean }): void {
  if (party === null) return
  if (charge.payee !== party || outside) throw new Problem('scope_missing', { scope: 'refunds:write' })
}

/** Adds the new preview, in the caller's words, to the problem `refund_preview_stale`; other errors pass unchanged. */
function withPreview(request: FastifyRequest): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof StalePreview)) throw error
    const fresh = toPreview(error.preview, request.identity.party, (steps) => explanation(steps, request))
    throw new ProblemWith(error, { preview: fresh })
  }
}

/** Only elements with a valid charge id; invalid ones are refused individually. */
function chargeUuids(elements: readonly unknown[]): string[] {
  const found = new Set<string>()
  for (const element of elements) {
    try {
      found.add(idToUuid('chg', String((element as { charge?: unknown } | null)?.charge)))
    } catch {
      // not an id
    }
  }
  return [...found]
}
