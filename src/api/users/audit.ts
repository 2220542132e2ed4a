import { Readable } from 'node:stream'
import Type, { type Static } from 'typebox'
import { AUDIT_ACTIONS, type AuditAction } from '../../audit/actions.ts'
import { type AuditFilter, type AuditEntry as AuditRow, listAudit, recordAudit } from '../../audit/audit.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import { byNumber, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, named, nullableText, oneOf, PageQuery, pageOf } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { toCsv } from '../../reports/csv.ts'
import { described } from '../../schema.ts'
import type { Services } from '../services.ts'

const cursor = byNumber('audit')
const Filter = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 100, description }))

const Action = named('AuditAction', oneOf(AUDIT_ACTIONS, { description: 'An action that the audit trail records' }))

const AuditEntry = named(
  'AuditEntry',
  Type.Object(
    {
      id: Type.String({ description: 'Sequential number' }),
      at: Instant,
      actor: Type.String({ description: 'The actor', examples: ['user usr_…', 'key key_…', 'command line'] }),
      key: nullableText({ description: 'Id of the API key that the actor used; null for a session' }),
      action: Action,
      subject: nullableText({ description: 'Id of the affected object' }),
      detail: Type.Record(Type.String(), Type.Unknown(), {
        description: 'Details, such as the values before and after',
      }),
    },
    { description: 'An action recorded in the audit trail; kept permanently' },
  ),
)

const Filters = {
  actor: Filter('Exact match with this field of the entries'),
  action: Type.Optional(Action),
  subject: Filter('Exact id of the affected object'),
  from: Type.Optional(described(Instant, 'Entries at or after this time')),
  to: Type.Optional(described(Instant, 'Entries before this time')),
}

const list = operation({
  id: 'listAudit',
  tag: 'Users',
  summary: 'List audit trail entries',
  description: 'Newest first.',
  scope: 'users:read',
  query: Type.Object({ ...Filters, ...PageQuery }, { additionalProperties: false }),
  answers: { 200: { description: 'A page of audit trail entries', schema: pageOf('AuditPage', AuditEntry) } },
  problems: ['cursor_invalid', 'time_invalid'],
})

const exporting = operation({
  id: 'exportAudit',
  tag: 'Users',
  summary: 'Export the audit trail',
  description: 'Newest first, as JSON Lines or CSV. The export is itself recorded.',
  scope: 'users:read',
  query: Type.Object(
    {
      format: Type.Optional(oneOf(['jsonl', 'csv'], { default: 'jsonl', description: 'Defaults to `jsonl`' })),
      ...Filters,
    },
    { additionalProperties: false },
  ),
  answers: {
    200: { description: 'The entries', schema: Type.String(), type: 'text/csv', alsoAs: ['application/x-ndjson'] },
  },
  problems: ['time_invalid'],
})

export function auditRoutes(app: Api, { database }: Services): void {
  app.get('/v1/audit/export', exporting, async ({ identity, query }, reply) => {
    const { format = 'jsonl' } = query
    const db = database.tenant(identity.tenant).as(identity)
    await recordAudit(db, { action: 'audit_exported', detail: { ...query, format } })
    const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8'
    reply.type(type).header('content-disposition', `attachment; filename="audit.${format}"`)
    return reply.send(Readable.from(exportLines(db, filterOf(query), format)))
  })

  app.get('/v1/audit', list, async ({ identity: { tenant }, query }) => {
    const filter = filterOf(query)
    return page(cursor, query, {
      read: (limit, before) => listAudit(database.tenant(tenant), filter, limit, before),
      keyOf: (row) => row.id,
      show: toEntry,
    })
  })
}

function filterOf(query: {
  actor?: string | undefined
  action?: AuditAction | undefined
  subject?: string | undefined
  from?: string | undefined
  to?: string | undefined
}): AuditFilter {
  const { actor, action, subject } = query
  const [from, to] = [parseOptionalInstant(query.from), parseOptionalInstant(query.to)]
  return definedFields({ actor, action, subject, from, to })
}

const EXPORT_PAGE = 1_000
const EXPORT_HEAD = ['id', 'at', 'actor', 'key', 'action', 'subject', 'detail']

/** Reads page by page: no connection is held while the client reads. */
async function* exportLines(
  db: TenantDatabase,
  filter: AuditFilter,
  format: 'jsonl' | 'csv',
): AsyncGenerator<string, void, undefined> {
  const head = toCsv(EXPORT_HEAD, [])
  if (format === 'csv') yield head
  for (let before: bigint | undefined; ; ) {
    const rows = await listAudit(db, filter, EXPORT_PAGE, before)
    const entries = rows.map(toEntry)
    if (format === 'jsonl') yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
    else yield toCsv(EXPORT_HEAD, entries.map(toCells)).slice(head.length)
    if (rows.length < EXPORT_PAGE) return
    before = rows.at(-1)!.id
  }
}

function toCells({ id, at, actor, key, action, subject, detail }: Static<typeof AuditEntry>) {
  return [id, at, actor, key, action, subject, JSON.stringify(detail)]
}

function toEntry({ id, at, key, ...rest }: AuditRow): Static<typeof AuditEntry> {
  return { ...rest, id: String(id), at: at.toISOString(), key: key === null ? null : uuidToId('key', key) }
}
