import Type, { type Static } from 'typebox'
import { type AuditEntry as AuditRow, listAudit } from '../../audit/audit.ts'
import { byNumber, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, named, nullableText, PageQuery, pageOf } from '../../http/shapes.ts'
import type { Services } from '../services.ts'

const cursor = byNumber('audit')
const Filter = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 100, description }))

const AuditEntry = named(
  'AuditEntry',
  Type.Object(
    {
      id: Type.String({ description: 'Sequential number' }),
      at: Instant,
      actor: Type.String({ description: 'The actor', examples: ['user usr_…', 'key key_…', 'command line'] }),
      action: Type.String({ description: 'The action', examples: ['role_changed'] }),
      subject: nullableText({ description: 'Id of the affected object' }),
      detail: Type.Record(Type.String(), Type.Unknown(), {
        description: 'Details, such as the values before and after',
      }),
    },
    { description: 'An action recorded in the audit trail; kept permanently' },
  ),
)

const list = operation({
  id: 'listAudit',
  tag: 'Users',
  summary: 'List audit trail entries',
  description: 'Newest first.',
  scope: 'users:read',
  query: Type.Object(
    {
      actor: Filter('Exact match with this field of the entries'),
      action: Filter('Exact match with this field of the entries'),
      subject: Filter('Exact id of the affected object'),
      from: Type.Optional(Instant),
      to: Type.Optional(Instant),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of audit trail entries', schema: pageOf('AuditPage', AuditEntry) } },
  problems: ['cursor_invalid', 'time_invalid'],
})

export function auditRoutes(app: Api, { database }: Services): void {
  app.get('/v1/audit', list, async ({ identity: { tenant }, query }) => {
    const { actor, action, subject } = query
    const [from, to] = [parseOptionalInstant(query.from), parseOptionalInstant(query.to)]
    return page(cursor, query, {
      read: (limit, before) =>
        listAudit(database.tenant(tenant), definedFields({ actor, action, subject, from, to }), limit, before),
      keyOf: (row) => row.id,
      show: toEntry,
    })
  })
}

function toEntry({ id, at, ...rest }: AuditRow): Static<typeof AuditEntry> {
  return { ...rest, id: String(id), at: at.toISOString() }
}
