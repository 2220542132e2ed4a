/** Webhook endpoints, deliveries and replays. */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { EVENT_TYPES } from '../../events/types.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { parseInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named, nullableText, oneOf, PageQuery, PartyId, pageOf } from '../../http/shapes.ts'
import { checkPartyId, idToUuid, uuidToId } from '../../ids.ts'
import { described } from '../../schema.ts'
import {
  DELIVERY_STATUSES,
  type Delivery as DeliveryRow,
  listDeliveries,
  REPLAY_LIMIT,
  readDelivery,
  replayDelivery,
  replaySince,
  sendTest,
} from '../../webhooks/delivery.ts'
import {
  createEndpoint,
  DISABLED_REASONS,
  deleteEndpoint,
  ENDPOINT_LIMIT,
  type Endpoint,
  listEndpoints,
  readEndpoint,
  rotateSecret,
  updateEndpoint,
} from '../../webhooks/endpoint.ts'
import type { Services } from '../services.ts'
import { assertMaySubscribe } from './event-scopes.ts'

const EXAMPLE = '01kafz6y4cfy7s3rj8v5m2n9qt'
const WebhookId = id('whk', 'a webhook', EXAMPLE)
const DeliveryId = id('dlv', 'a delivery', EXAMPLE)

const Url = Type.String({
  minLength: 1,
  maxLength: 2_000,
  description: 'URL that events are sent to: https, and on the public internet unless the operator allows others',
  examples: ['https://example.com/recoup'],
})
const Description = Type.String({
  maxLength: 200,
  pattern: '^[^\\u0000-\\u001f\\u007f]*$',
  description: 'Display name or note for people',
})
const EventTypes = Type.Array(oneOf(EVENT_TYPES), {
  minItems: 1,
  maxItems: 50,
  description: 'Subscribed event types',
  examples: [['refund.succeeded', 'refund.failed']],
})

const FIELDS = {
  id: WebhookId,
  url: Url,
  description: Description,
  eventTypes: EventTypes,
  party: nullableText({ description: 'Only events of this party are sent; null for all parties' }),
  enabled: Type.Boolean(),
  disabledReason: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    enum: [...DISABLED_REASONS, null],
    description:
      'Disabled manually, because the endpoint responded with 410, or because all deliveries failed for five days',
  }),
  failingSince: nullableText({
    description: 'When the current series of failures began; null if the last attempt succeeded',
  }),
  previousSecretUntil: nullableText({ description: 'Until when the previous secret is also used for signing' }),
  createdAt: Instant,
  updatedAt: Instant,
}
const Webhook = named('Webhook', Type.Object(FIELDS, { description: 'A webhook endpoint' }))
const WebhookWithSecret = named(
  'WebhookWithSecret',
  Type.Object(
    { ...FIELDS, secret: Type.String({ description: 'Signing secret; shown only once', examples: ['whsec_…'] }) },
    { description: 'A webhook endpoint with its new secret' },
  ),
)

const WebhookRequest = named(
  'WebhookRequest',
  Type.Object(
    {
      url: Url,
      description: Type.Optional(Description),
      eventTypes: EventTypes,
      party: Type.Optional(described(PartyId, 'Send only events of this party')),
    },
    { additionalProperties: false },
  ),
)

const WebhookChanges = named(
  'WebhookChanges',
  Type.Object(
    {
      url: Type.Optional(Url),
      description: Type.Optional(Description),
      eventTypes: Type.Optional(EventTypes),
      enabled: Type.Optional(Type.Boolean({ description: 'Enabling resets the count of failures' })),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
)

const Attempt = Type.Object({
  at: Instant,
  code: Type.Unsafe<number | null>({
    type: ['integer', 'null'],
    description: 'HTTP status; null if there was no response',
  }),
  error: nullableText({
    description:
      'Why there was no response: `no_answer` (unreachable, closed or too slow), `address_forbidden` or `internal`',
  }),
  body: Type.String({ description: 'Beginning of the response body' }),
  durationMs: Type.Integer(),
})

const Delivery = named(
  'WebhookDelivery',
  Type.Object(
    {
      id: DeliveryId,
      webhook: WebhookId,
      event: id('evt', 'an event', EXAMPLE),
      type: Type.String({ examples: ['refund.succeeded'] }),
      status: oneOf(DELIVERY_STATUSES),
      attempts: Type.Integer({ description: 'Number of attempts since the delivery was created or replayed' }),
      nextAttemptAt: nullableText({ description: 'Time of the next attempt; null if there is none' }),
      log: Type.Array(Attempt, { description: 'The most recent attempts, oldest first' }),
      createdAt: Instant,
      completedAt: nullableText({ description: 'When the delivery succeeded, failed or was canceled' }),
    },
    { description: 'The delivery of an event to a webhook endpoint' },
  ),
)

const ById = Type.Object({ webhook: WebhookId })
const cursor = byUuid('webhooks')
const deliveryCursor = byUuid('deliveries')

const make = operation({
  id: 'createWebhook',
  tag: 'Webhooks',
  summary: 'Create a webhook endpoint',
  description:
    'Events are sent as Standard Webhooks (https://www.standardwebhooks.com). Verify the signature with the `secret`, which is shown only once; respond with a 2xx status within 15 seconds; and ignore repeated deliveries with the same `webhook-id`. A delivery is attempted up to ten times over about three days. ' +
    `The caller needs the scope for reading the objects of the events, such as \`refunds:read\` for those of refunds. At most ${ENDPOINT_LIMIT} endpoints.`,
  scope: 'webhooks:write',
  body: WebhookRequest,
  answers: { 201: { description: 'The created endpoint with its secret', schema: WebhookWithSecret } },
  problems: ['webhook_url_invalid', 'webhook_limit_reached', 'party_id_invalid', 'party_reserved'],
})

const list = operation({
  id: 'listWebhooks',
  tag: 'Webhooks',
  summary: 'List webhook endpoints',
  description: 'Newest first.',
  scope: 'webhooks:read',
  query: Type.Object(PageQuery, { additionalProperties: false }),
  answers: { 200: { description: 'A page of webhook endpoints', schema: pageOf('WebhookPage', Webhook) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getWebhook',
  tag: 'Webhooks',
  summary: 'Retrieve a webhook endpoint',
  scope: 'webhooks:read',
  params: ById,
  answers: { 200: { description: 'The webhook endpoint', schema: Webhook } },
  problems: ['webhook_unknown', 'id_invalid'],
})

const change = operation({
  id: 'updateWebhook',
  tag: 'Webhooks',
  summary: 'Update a webhook endpoint',
  description:
    'Omitted fields are not changed. Deliveries that become due while the endpoint is disabled are canceled. Subscribing to or enabling events needs the scope for reading their objects; changing the URL, those of all events.',
  scope: 'webhooks:write',
  params: ById,
  body: WebhookChanges,
  answers: { 200: { description: 'The updated webhook endpoint', schema: Webhook } },
  problems: ['webhook_unknown', 'webhook_url_invalid', 'id_invalid'],
})

const remove = operation({
  id: 'deleteWebhook',
  tag: 'Webhooks',
  summary: 'Delete a webhook endpoint',
  description: 'Cancels its pending deliveries.',
  scope: 'webhooks:write',
  params: ById,
  answers: {
    200: {
      description: 'The webhook endpoint was deleted',
      schema: named('DeletedWebhook', Type.Object({ id: WebhookId, deleted: Type.Literal(true) })),
    },
  },
  problems: ['webhook_unknown', 'id_invalid'],
})

const rotate = operation({
  id: 'rotateWebhookSecret',
  tag: 'Webhooks',
  summary: 'Rotate the secret of a webhook endpoint',
  description:
    'During the overlap, events are signed with both secrets, so that the receiver can switch without downtime.',
  scope: 'webhooks:write',
  params: ById,
  body: Type.Object(
    {
      overlapSeconds: Type.Optional(
        Type.Integer({
          minimum: 0,
          maximum: 604_800,
          default: 86_400,
          description: 'Seconds during which the old secret is also used for signing',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The webhook endpoint with its new secret', schema: WebhookWithSecret } },
  problems: ['webhook_unknown', 'id_invalid'],
})

const test = operation({
  id: 'testWebhook',
  tag: 'Webhooks',
  summary: 'Send a test event',
  description: 'Sends the event `webhook.test` once. The delivery shows the result.',
  scope: 'webhooks:write',
  params: ById,
  answers: { 202: { description: 'The delivery, attempted immediately', schema: Delivery } },
  problems: ['webhook_unknown', 'webhook_disabled', 'id_invalid'],
})

const deliveries = operation({
  id: 'listWebhookDeliveries',
  tag: 'Webhooks',
  summary: 'List the deliveries of a webhook endpoint',
  description: 'Newest first. Deliveries are kept for 30 days.',
  scope: 'webhooks:read',
  params: ById,
  query: Type.Object(
    { status: Type.Optional(oneOf(DELIVERY_STATUSES)), ...PageQuery },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of deliveries', schema: pageOf('WebhookDeliveryPage', Delivery) } },
  problems: ['webhook_unknown', 'id_invalid', 'cursor_invalid'],
})

const delivery = operation({
  id: 'getWebhookDelivery',
  tag: 'Webhooks',
  summary: 'Retrieve a webhook delivery',
  scope: 'webhooks:read',
  params: Type.Object({ webhook: WebhookId, delivery: DeliveryId }),
  answers: { 200: { description: 'The delivery', schema: Delivery } },
  problems: ['webhook_unknown', 'webhook_delivery_unknown', 'id_invalid'],
})

const replay = operation({
  id: 'replayWebhook',
  tag: 'Webhooks',
  summary: 'Replay deliveries',
  description: `Sends one delivery again, whatever its status, or all that failed or were canceled since a given time: at most the ${REPLAY_LIMIT} oldest.`,
  scope: 'webhooks:write',
  params: ById,
  body: Type.Union([
    Type.Object({ delivery: DeliveryId }, { additionalProperties: false }),
    Type.Object({ since: Instant }, { additionalProperties: false }),
  ]),
  answers: {
    200: {
      description: 'The number of replayed deliveries',
      schema: named('WebhookReplay', Type.Object({ replayed: Type.Integer({ description: 'Number of deliveries' }) })),
    },
  },
  problems: [
    ...(['webhook_unknown', 'webhook_disabled', 'webhook_delivery_unknown', 'webhook_delivery_pending'] as const),
    ...(['id_invalid', 'time_invalid'] as const),
  ],
})

export function webhookRoutes(app: Api, services: Services): void {
  const { engine, seal, targets } = services
  const dbOf = (request: FastifyRequest) => engine.tenant(request.identity.tenant, request.identity).db

  app.post('/v1/webhooks', make, async (request, reply) => {
    const { url, description = '', eventTypes, party = null } = request.body
    assertMaySubscribe(request.identity, eventTypes)
    if (party !== null) checkPartyId(party)
    const wanted = { url, description, eventTypes, party }
    const { endpoint, secret } = await createEndpoint(dbOf(request), wanted, { seal, targets })
    return reply.code(201).send({ ...toWebhook(endpoint), secret })
  })

  app.get('/v1/webhooks', list, (request) =>
    page(cursor, request.query, {
      read: (limit, after) => listEndpoints(dbOf(request), limit, after),
      keyOf: (row) => row.id,
      show: toWebhook,
    }),
  )

  app.get('/v1/webhooks/:webhook', read, async (request) => toWebhook(await endpointOf(services, request)))

  app.patch('/v1/webhooks/:webhook', change, async (request) => {
    const uuid = idToUuid('whk', request.params.webhook)
    const { url, eventTypes, enabled } = request.body
    // Deliveries of any earlier subscription can be sent to a new address.
    if (url !== undefined) assertMaySubscribe(request.identity, EVENT_TYPES)
    else if (eventTypes !== undefined) assertMaySubscribe(request.identity, eventTypes)
    else if (enabled) assertMaySubscribe(request.identity, (await endpointOf(services, request)).eventTypes)
    return toWebhook(await updateEndpoint(dbOf(request), uuid, definedFields(request.body), targets))
  })

  app.delete('/v1/webhooks/:webhook', remove, async (request) => {
    const { webhook } = request.params
    await deleteEndpoint(dbOf(request), idToUuid('whk', webhook))
    return { id: webhook, deleted: true as const }
  })

  app.post('/v1/webhooks/:webhook/rotate-secret', rotate, async (request) => {
    const { overlapSeconds = 86_400 } = request.body
    const uuid = idToUuid('whk', request.params.webhook)
    const made = await rotateSecret(dbOf(request), uuid, overlapSeconds, seal)
    return { ...toWebhook(made.endpoint), secret: made.secret }
  })
  deliveryRoutes(app, services)
}

function deliveryRoutes(app: Api, services: Services): void {
  const dbOf = (request: FastifyRequest) => services.engine.tenant(request.identity.tenant, request.identity).db

  app.post('/v1/webhooks/:webhook/test', test, async (request, reply) => {
    const endpoint = await endpointOf(services, request)
    return reply.code(202).send(toDelivery(await sendTest(dbOf(request), endpoint)))
  })

  app.get('/v1/webhooks/:webhook/deliveries', deliveries, async (request) => {
    const endpoint = await endpointOf(services, request)
    return page(deliveryCursor, request.query, {
      read: (limit, after) =>
        listDeliveries(dbOf(request), endpoint.id, { status: request.query.status, limit, after }),
      keyOf: (row) => row.id,
      show: toDelivery,
    })
  })

  app.get('/v1/webhooks/:webhook/deliveries/:delivery', delivery, async (request) => {
    const endpoint = await endpointOf(services, request)
    const uuid = idToUuid('dlv', request.params.delivery)
    return toDelivery(await readDelivery(dbOf(request), endpoint.id, uuid))
  })

  app.post('/v1/webhooks/:webhook/replay', replay, async (request) => {
    const endpoint = await endpointOf(services, request)
    if ('since' in request.body) {
      const since = parseInstant(request.body.since)
      return { replayed: await replaySince(dbOf(request), endpoint, since) }
    }
    await replayDelivery(dbOf(request), endpoint, idToUuid('dlv', request.body.delivery))
    return { replayed: 1 }
  })
}

/** @throws Problem `webhook_unknown`, `id_invalid`. */
function endpointOf(
  { engine }: Services,
  { identity: { tenant }, params }: { identity: FastifyRequest['identity']; params: { webhook: string } },
): Promise<Endpoint> {
  return readEndpoint(engine.tenant(tenant).db, idToUuid('whk', params.webhook))
}

function toWebhook(row: Endpoint) {
  return {
    id: uuidToId('whk', row.id),
    url: row.url,
    description: row.description,
    eventTypes: [...row.eventTypes],
    party: row.party,
    enabled: row.enabled,
    disabledReason: row.disabledReason,
    failingSince: row.failingSince?.toISOString() ?? null,
    previousSecretUntil: row.previousSecretUntil?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toDelivery(row: DeliveryRow) {
  return {
    id: uuidToId('dlv', row.id),
    webhook: uuidToId('whk', row.endpoint),
    event: uuidToId('evt', row.event),
    type: row.type,
    status: row.status,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    log: [...row.log],
    createdAt: row.createdAt.toISOString(),
    completedAt: row.completedAt?.toISOString() ?? null,
  }
}
