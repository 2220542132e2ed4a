import Type, { type Static } from 'typebox'
import { type AuditEntry as AuditRow, listAudit } from '../../audit/audit.ts'
import { byNumber, page } from '../../http/cursor.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { present } from '../../http/present.ts'
import { Instant, named, nullableText, PageQuery, pageOf } from '../../http/shapes.ts'
import type { Services } from '../services.ts'

const cursor = byNumber('audit')
const Filter = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 100, description }))

const AuditEntry = named(
  'AuditEntry',
  Type.Object(
    {
      id: Type.String({ description: 'A number that grows' }),
      at: Instant,
      actor: Type.String({ description: 'Who', examples: ['user usr_…', 'key key_…', 'command line'] }),
      action: Type.String({ description: 'What', examples: ['role_changed'] }),
      subject: nullableText({ description: 'The id of what it was done to' }),
      detail: Type.Record(Type.String(), Type.Unknown(), { description: 'Values before and after, and the like' }),
    },
    { description: 'Something that somebody did; kept for good' },
  ),
)

const list = operation({
  id: 'listAudit',
  tag: 'Users',
  summary: 'The audit trail, the latest first',
  scope: 'users:read',
  query: Type.Object(
    {
      actor: Filter('As in the entries'),
      action: Filter('As in the entries'),
      subject: Filter('An id'),
      from: Type.Optional(Instant),
      to: Type.Optional(Instant),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of entries', schema: pageOf('AuditPage', AuditEntry) } },
  problems: ['cursor_invalid', 'time_invalid'],
})

export function auditRoutes(app: Api, { database }: Services): void {
  app.get('/v1/audit', list, async ({ identity: { tenant }, query }) => {
    const { actor, action, subject } = query
    const [from, to] = [parseOptionalInstant(query.from), parseOptionalInstant(query.to)]
    return page(
      cursor,
      query,
      (limit, before) =>
        listAudit(database.tenant(tenant), tenant, present({ actor, action, subject, from, to }), limit, before),
      (row) => row.id,
      toEntry,
    )
  })
}

function toEntry({ id, at, ...rest }: AuditRow): Static<typeof AuditEntry> {
  return { ...rest, id: String(id), at: at.toISOString() }
}
