/** Events sent to webhooks, for consumers who missed them. */
import Type from 'typebox'
import { type EventRow, listEvents, readEvent } from '../../events/record.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named, PageQuery, pageOf } from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import type { Identity } from '../../users/identity.ts'
import type { Services } from '../services.ts'
import { maySee } from './event-scopes.ts'

const EventId = id('evt', 'an event', '01kafz6y4cfy7s3rj8v5m2n9qt')
const EventTypeText = Type.String({ maxLength: 60, examples: ['refund.succeeded'] })
const Subject = Type.String({
  maxLength: 100,
  description: 'Id of the object that the event is about',
  examples: ['rfd_01kafz6y4cfy7s3rj8v5m2n9qt'],
})

const Event = named(
  'WebhookEvent',
  Type.Object(
    {
      id: EventId,
      type: EventTypeText,
      subject: Subject,
      timestamp: Instant,
      data: Type.Unsafe<Record<string, unknown> | null>({
        type: ['object', 'null'],
        additionalProperties: true,
        description:
          'The payload as sent; null if the caller lacks the scope for reading the object, such as `refunds:read` for the events of refunds',
      }),
    },
    { description: 'An event as sent to webhook endpoints' },
  ),
)

const cursor = byUuid('events')

const list = operation({
  id: 'listEvents',
  tag: 'Webhooks',
  summary: 'List events',
  description:
    'Newest first. Only events that a webhook subscribed to when they happened are stored; they are kept for 30 days.',
  scope: 'webhooks:read',
  query: Type.Object(
    { type: Type.Optional(EventTypeText), subject: Type.Optional(Subject), ...PageQuery },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of events', schema: pageOf('WebhookEventPage', Event) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getEvent',
  tag: 'Webhooks',
  summary: 'Retrieve an event',
  scope: 'webhooks:read',
  params: Type.Object({ event: EventId }),
  answers: { 200: { description: 'The event', schema: Event } },
  problems: ['event_unknown', 'id_invalid'],
})

export function eventRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/events', list, ({ identity, query }) => {
    const filter = definedFields({ type: query.type, subject: query.subject })
    return page(cursor, query, {
      read: (limit, after) => listEvents(engine.tenant(identity.tenant).db, filter, limit, after),
      keyOf: (row) => row.id,
      show: (row) => toEvent(row, identity),
    })
  })

  app.get('/v1/events/:event', read, async ({ identity, params }) => {
    const row = await readEvent(engine.tenant(identity.tenant).db, idToUuid('evt', params.event))
    if (!row) throw new Problem('event_unknown', { event: params.event })
    return toEvent(row, identity)
  })
}

function toEvent({ id: uuid, type, subject, data, createdAt }: EventRow, identity: Identity) {
  const seen = maySee(identity, type) ? (JSON.parse(data) as Record<string, unknown>) : null
  return { id: uuidToId('evt', uuid), type, subject, timestamp: createdAt.toISOString(), data: seen }
}
