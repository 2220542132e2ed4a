import type { FastifyRequest } from 'fastify'
import type { Asker } from '../../charges/policy.ts'
import type { ChargeRow } from '../../charges/record.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseInstant } from '../../http/instants.ts'
import { localeOf } from '../../http/locale.ts'
import type { Api } from '../../http/operation.ts'
import { ProblemWith } from '../../http/problems.ts'
import { idToUuid } from '../../ids.ts'
import { clock } from '../../ledger/effective.ts'
import { formatMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { approve, lookAt } from '../../refund-requests/approve.ts'
import { addEvidence, appeal, assign, comment, decline, stateFacts, withdraw } from '../../refund-requests/change.ts'
import { openRequest, previewRequest } from '../../refund-requests/open.ts'
import {
  type By,
  listRequests,
  type RequestRow,
  readEvents,
  readRequest,
  requestUnknown,
  summarize,
  WAITING,
} from '../../refund-requests/record.ts'
import { readSettings } from '../../refund-requests/settings.ts'
import { storeDecision } from '../../refund-requests/stored.ts'
import type { UseFacts } from '../../refunds/entitlement.ts'
import { readUser } from '../../users/users.ts'
import { toApproval } from '../approvals/schema.ts'
import { changeSettings } from '../approvals/settings.ts'
import { readAccessibleCharge } from '../charges/accessible.ts'
import { explanation } from '../charges/explanation.ts'
import { toAsk } from '../refunds/request.ts'
import { toPreview } from '../refunds/schema.ts'
import type { Services } from '../services.ts'
import {
  type Asking,
  appealing,
  approving,
  assigning,
  commenting,
  declining,
  evidence,
  facts,
  list,
  make,
  preview,
  read,
  setting,
  settings,
  summary,
  withdrawing,
} from './operations.ts'
import { type RequestShown, toDecision, toHistory, toRequest, type UseFactsShape } from './schema.ts'

const cursor = byUuid('refund-requests')

const byOf = ({ identity: { actor, party } }: FastifyRequest): By => ({ actor, party })

export function refundRequestRoutes(app: Api, services: Services): void {
  const { engine } = services
  const context = { engine }
  app.post('/v1/refund-requests/preview', preview, async (request) => {
    const { identity, body } = request
    const charge = await readAccessibleCharge(engine, identity.tenant, identity.party, body.charge)
    const { decision } = await previewRequest(
      context,
      identity.tenant,
      toQuestion(body, charge, identity.party),
      identity.party,
    )
    return {
      decision: toDecision(storeDecision(decision), charge.unit, localeOf(request)),
      explanation: explanation(decision.steps, request),
    }
  })

  app.post('/v1/refund-requests', make, async (request, reply) => {
    const { identity, body } = request
    const key = idempotencyKeyOf(request)
    const charge = await readAccessibleCharge(engine, identity.tenant, identity.party, body.charge)
    const { note, reference } = body
    const requested = { ...toQuestion(body, charge, identity.party), note, reference, by: byOf(request) }
    const made = await openRequest(context, identity.tenant, { ...requested, idempotencyKey: key })
    if (made.replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(made.replayed ? 200 : 201).send(shown(made.request, request))
  })
  readingRoutes(app, services)
  changingRoutes(app, services)
  decidingRoutes(app, services)
}

const shown = (row: RequestRow, request: FastifyRequest): RequestShown =>
  toRequest(row, request.identity.party, localeOf(request), new Date())

/**
 * @throws Problem `request_invalid` if a party states its role or facts, or if another caller does not state the role.
 */
function toQuestion(body: Asking, charge: ChargeRow, party: string | null) {
  const { charge: id, reason, evidence, use, rate } = body
  for (const name of party === null ? [] : (['asker', 'use', 'rate'] as const)) {
    if (body[name] !== undefined) throw fieldProblem(`/${name}`, 'cannot be set by a party')
  }
  if (party === null && body.asker === undefined) throw fieldProblem('/asker', 'is missing')
  const asker: Asker = party === null ? body.asker! : charge.payer === party ? 'payer' : 'payee'
  return { charge: id, reason, asker, ask: toAsk(body, charge), evidence, use: use && toFacts(use), rate }
}

function fieldProblem(pointer: string, message: string): Problem {
  return new Problem('request_invalid', { reason: `${pointer} ${message}` }, [{ pointer, message }])
}

function toFacts({ items, usedUntil, calls, delivery, notifiedAt, period }: UseFactsShape): UseFacts {
  return {
    ...(items && { items: Object.fromEntries(Object.entries(items).map(([id, used]) => [id, BigInt(used)])) }),
    ...(usedUntil !== undefined && { usedUntil: parseInstant(usedUntil) }),
    ...(calls !== undefined && { calls: BigInt(calls) }),
    ...(delivery && { delivery }),
    ...(notifiedAt !== undefined && { notifiedAt: parseInstant(notifiedAt) }),
    ...(period && { period: period as NonNullable<UseFacts['period']> }),
  }
}

function readingRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/refund-requests', list, async (request) => {
    const { tenant, party } = request.identity
    const { status, reason, asker, line, product, assignee, charge, overdue } = request.query
    const filter = definedFields({
      ...{ status, reason, asker, line, product, party: party ?? undefined },
      assignee: assignee === undefined ? undefined : idToUuid('usr', assignee),
      charge: charge === undefined ? undefined : idToUuid('chg', charge),
      overdue: overdue === undefined ? undefined : true,
    })
    return page(cursor, request.query, {
      read: (limit, after) => listRequests(engine.tenant(tenant).db, filter, limit, after),
      keyOf: (row) => row.id,
      show: (row) => shown(row, request),
    })
  })

  app.get('/v1/refund-requests/summary', summary, async ({ identity: { tenant }, query }) => {
    const { line, product, assignee } = query
    const user = assignee === undefined ? undefined : idToUuid('usr', assignee)
    return summarize(engine.tenant(tenant).db, definedFields({ line, product, assignee: user }))
  })

  app.get('/v1/refund-requests/settings', settings, async ({ identity: { tenant } }) =>
    toSettings(await readSettings(engine.tenant(tenant).db)),
  )

  app.put('/v1/refund-requests/settings', setting, async ({ identity, body }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    const waiting = await changeSettings(db, { of: 'refund-requests', settings: body })
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toSettings(await readSettings(db)))
  })

  app.get('/v1/refund-requests/:request', read, async (request) => {
    const { tenant, party } = request.identity
    const { db } = engine.tenant(tenant)
    const id = idToUuid('req', request.params.request)
    const row = await readRequest(db, id)
    if (!row || (party !== null && row.party !== party)) throw requestUnknown(id)
    const now = await clock(db)
    return {
      ...toRequest(row, party, localeOf(request), now),
      explanation: explanation(row.decision.steps, request),
      preview: party === null ? await previewNow({ engine }, request, row) : null,
      ...toHistory(await readEvents(db, id), party, row),
    }
  })
}

const toSettings = ({ answerDays, bulkTwoPeopleAbove }: { answerDays: number; bulkTwoPeopleAbove: bigint }) => ({
  answerDays,
  // For any currency: two decimals, as most currencies have.
  bulkTwoPeopleAbove: formatMicros(bulkTwoPeopleAbove, 'CNY'),
})

/** The refund to approve; null if no approval is pending or nothing can be refunded at present. */
async function previewNow(context: Pick<Services, 'engine'>, request: FastifyRequest, row: RequestRow) {
  if (!WAITING.includes(row.status) && row.status !== 'approved') return null
  try {
    const { preview } = await lookAt(context, request.identity.tenant, row)
    return toPreview(preview, null, (steps) => explanation(steps, request))
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return null
    throw error
  }
}

function changingRoutes(app: Api, { engine }: Services): void {
  const context = { engine }
  app.post('/v1/refund-requests/:request/evidence', evidence, async (request) => {
    const { identity, params, body } = request
    return shown(
      await addEvidence(context, identity.tenant, params.request, { evidence: body, by: byOf(request) }),
      request,
    )
  })

  app.post('/v1/refund-requests/:request/facts', facts, async (request) => {
    const { identity, params, body } = request
    const known = { use: body.use && toFacts(body.use), rate: body.rate }
    return shown(await stateFacts(context, identity.tenant, params.request, { ...known, by: byOf(request) }), request)
  })

  app.post('/v1/refund-requests/:request/assign', assigning, async (request) => {
    const { identity, params, body } = request
    const user = body.assignee === null ? null : idToUuid('usr', body.assignee)
    if (user !== null) await readUser(engine.tenant(identity.tenant).db, user)
    return shown(await assign(context, identity.tenant, params.request, { user, by: byOf(request) }), request)
  })

  app.post('/v1/refund-requests/:request/comments', commenting, async (request) => {
    const { identity, params, body } = request
    const visibility = identity.party === null ? (body.visibility ?? 'internal') : 'payer'
    const detail = { text: body.text, visibility }
    return shown(await comment(context, identity.tenant, params.request, { ...detail, by: byOf(request) }), request)
  })

  app.post('/v1/refund-requests/:request/appeal', appealing, async (request) => {
    const { identity, params, body } = request
    return shown(
      await appeal(context, identity.tenant, params.request, { text: body.text, by: byOf(request) }),
      request,
    )
  })

  app.post('/v1/refund-requests/:request/withdraw', withdrawing, async (request) =>
    shown(await withdraw(context, request.identity.tenant, request.params.request, byOf(request)), request),
  )
}

function decidingRoutes(app: Api, { engine }: Services): void {
  const context = { engine }
  app.post('/v1/refund-requests/:request/approve', approving, async (request) => {
    const { identity, params, body } = request
    const result = await approve(context, identity.tenant, params.request, {
      previewHash: body.previewHash,
      by: byOf(request),
    })
    if ('request' in result) return shown(result.request, request)
    const fresh = toPreview(result.stale, null, (steps) => explanation(steps, request))
    throw new ProblemWith(new Problem('refund_preview_stale'), { preview: fresh })
  })

  app.post('/v1/refund-requests/:request/decline', declining, async (request) => {
    const { identity, params, body } = request
    const detail = { code: body.code, text: body.text ?? null }
    return shown(await decline(context, identity.tenant, params.request, { ...detail, by: byOf(request) }), request)
  })
}
