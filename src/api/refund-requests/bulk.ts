import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse/sync'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { EVIDENCE } from '../../charges/policy.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import { bodyText } from '../../http/body-text.ts'
import { byNumber, byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { checkText } from '../../http/json-body.ts'
import { type Locale, localeOf } from '../../http/locale.ts'
import { type Api, operation } from '../../http/operation.ts'
import { languageOf } from '../../http/problems.ts'
import { named, oneOf, PageQuery, pageOf, Reference, Text } from '../../http/shapes.ts'
import { idToUuid } from '../../ids.ts'
import { Problem, type ProblemCode } from '../../problem.ts'
import {
  approveBulk,
  cancelBulk,
  createBulk,
  MAX_BULK_ROWS,
  pauseBulk,
  previewBulk,
  resumeBulk,
  runBulk,
} from '../../refund-requests/bulk.ts'
import { addRows } from '../../refund-requests/bulk-collect.ts'
import { BULK_ROW_STATUSES, listBulkItems, listBulks, readBulk } from '../../refund-requests/bulk-record.ts'
import { toCsv } from '../../reports/csv.ts'
import type { Services } from '../services.ts'
import { BulkFilterShape, BulkRefund, BulkRefundId, BulkRowShape, toBulk, toBulkRow } from './bulk-schema.ts'
import { Reason } from './schema.ts'

const strict = { additionalProperties: false }
const ById = Type.Object({ bulk: BulkRefundId })
const bulkCursor = byUuid('bulk-refunds')
const rowCursor = byNumber('bulk-refund-rows')
const MAX_CHUNK = 5_000
const known: readonly ProblemCode[] = ['bulk_refund_unknown', 'bulk_refund_closed', 'id_invalid']
const one = { 200: { description: 'The bulk refund', schema: BulkRefund } }

const make = operation({
  id: 'createBulkRefund',
  tag: 'Requests',
  summary: 'Create a bulk refund',
  description:
    'Selects charges with a filter, or takes a list of rows that you add afterwards. Nothing is refunded until another person approves the preview. The policy of each charge decides how much is refunded; approving the bulk refund approves every row in it.',
  scope: 'requests:write',
  idempotent: true,
  body: named(
    'BulkRefundInput',
    Type.Object(
      {
        reason: Reason,
        evidence: Type.Optional(
          Type.Array(oneOf(EVIDENCE), { maxItems: 10, description: 'Kinds of evidence available for all rows' }),
        ),
        reference: Type.Optional(Reference),
        note: Type.Optional(Text(2000, 'Note for the people who approve')),
        filter: Type.Optional(BulkFilterShape),
      },
      strict,
    ),
  ),
  answers: {
    201: { description: 'The created bulk refund', schema: BulkRefund },
    200: { description: 'The bulk refund created earlier with the same idempotency key', schema: BulkRefund },
  },
  problems: ['idempotency_conflict', 'time_invalid'],
})
const Row = Type.Object(
  {
    charge: Type.Optional(Type.String({ maxLength: 60, description: 'Id of the charge; or use `reference`' })),
    reference: Type.Optional(Reference),
    amount: Type.Optional(
      Type.String({ maxLength: 24, description: 'Amount to refund; defaults to as much as the policy allows' }),
    ),
    currency: Type.Optional(Type.String({ maxLength: 32 })),
  },
  strict,
)
const adding = operation({
  id: 'addBulkRefundRows',
  tag: 'Requests',
  summary: 'Add rows to a bulk refund',
  description:
    `Up to ${MAX_CHUNK.toLocaleString('en')} rows per request, as JSON, NDJSON (\`application/x-ndjson\`) or CSV (\`text/csv\` with the columns ` +
    '`charge`, `reference`, `amount` and `currency`). `first` is the number of the first row: sending the same rows again has no effect.',
  scope: 'requests:write',
  params: ById,
  query: Type.Object(
    {
      first: Type.Integer({
        minimum: 1,
        maximum: MAX_BULK_ROWS,
        description: 'Number of the first row in the request',
      }),
    },
    strict,
  ),
  body: named(
    'BulkRefundRowsInput',
    Type.Object({ rows: Type.Array(Row, { minItems: 1, maxItems: MAX_CHUNK }) }, strict),
  ),
  answers: {
    200: {
      description: 'The number of rows in the bulk refund',
      schema: named('BulkRefundRowCount', Type.Object({ rows: Type.Integer() })),
    },
  },
  problems: [...known, 'bulk_row_invalid', 'bulk_refund_rows_gap', 'bulk_refund_too_large'],
})
const list = operation({
  id: 'listBulkRefunds',
  tag: 'Requests',
  summary: 'List bulk refunds',
  description: 'Newest first.',
  scope: 'requests:read',
  query: Type.Object(PageQuery, strict),
  answers: { 200: { description: 'A page of bulk refunds', schema: pageOf('BulkRefundPage', BulkRefund) } },
  problems: ['cursor_invalid'],
})
const read = operation({
  id: 'getBulkRefund',
  tag: 'Requests',
  summary: 'Retrieve a bulk refund',
  description: 'Includes the preview and the progress of the run.',
  scope: 'requests:read',
  params: ById,
  answers: one,
  problems: ['bulk_refund_unknown', 'id_invalid'],
})
const rows = operation({
  id: 'listBulkRefundRows',
  tag: 'Requests',
  summary: 'List the rows of a bulk refund',
  description: 'In order of their numbers, each with its result.',
  scope: 'requests:read',
  params: ById,
  query: Type.Object({ status: Type.Optional(oneOf(BULK_ROW_STATUSES)), ...PageQuery }, strict),
  answers: { 200: { description: 'A page of rows', schema: pageOf('BulkRefundRowPage', BulkRowShape) } },
  problems: ['bulk_refund_unknown', 'id_invalid', 'cursor_invalid'],
})
const results = operation({
  id: 'getBulkRefundResults',
  tag: 'Requests',
  summary: 'Download the results of a bulk refund',
  description: 'All rows, as CSV.',
  scope: 'requests:read',
  params: ById,
  answers: { 200: { description: 'One CSV line per row', schema: Type.String(), type: 'text/csv' } },
  problems: ['bulk_refund_unknown', 'id_invalid'],
})
const approving = operation({
  id: 'approveBulkRefund',
  tag: 'Requests',
  summary: 'Approve a bulk refund',
  description:
    'Approves the preview named by `previewHash`. Two different people must approve above the amount in the refund request settings.',
  scope: 'requests:approve',
  params: ById,
  body: named('BulkRefundApproval', Type.Object({ previewHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict)),
  answers: one,
  problems: [...known, 'refund_preview_stale', 'bulk_refund_empty', 'approval_own', 'approval_twice'],
})
const step = (id: string, summary: string, description: string) =>
  operation({
    ...{ id, tag: 'Requests', summary, description, scope: 'requests:write' },
    ...{ params: ById, answers: one, problems: known },
  })
const steps = {
  preview: step(
    'previewBulkRefund',
    'Preview a bulk refund',
    'Evaluates every row in the background: call it when the list is complete, or again if something has changed. Discards earlier approvals.',
  ),
  run: step('runBulkRefund', 'Run a bulk refund', 'Executes the approved refunds in the background.'),
  pause: step('pauseBulkRefund', 'Pause a bulk refund', 'Stops before the next page of rows.'),
  resume: step('resumeBulkRefund', 'Resume a bulk refund', 'Continues a paused run.'),
  cancel: step(
    'cancelBulkRefund',
    'Cancel a bulk refund',
    'Refunds already made are kept; the remaining rows are not refunded.',
  ),
}
const doing = { preview: previewBulk, run: runBulk, pause: pauseBulk, resume: resumeBulk, cancel: cancelBulk }

export function bulkRefundRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/bulk-refunds', make, async (request, reply) => {
    const { identity, body } = request
    const { filter } = body
    const times = definedFields({
      from: parseOptionalInstant(filter?.from)?.toISOString(),
      to: parseOptionalInstant(filter?.to)?.toISOString(),
    })
    const { db } = engine.tenant(identity.tenant, identity)
    const requested = {
      ...body,
      filter: filter && { ...definedFields(filter), ...times },
      idempotencyKey: idempotencyKeyOf(request),
    }
    const { bulk, replayed } = await createBulk(db, requested, identity.actor)
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toBulk(bulk, languageOf(request)))
  })

  // A plugin scope of its own: all other routes only accept JSON.
  app.register(async (chunks: Api) => {
    readChunks(chunks)
    chunks.post('/v1/bulk-refunds/:bulk/rows', adding, async ({ identity, params, query, body }) => {
      const { db } = engine.tenant(identity.tenant, identity)
      return { rows: await addRows(db, params.bulk, { first: query.first, listed: body.rows, most: MAX_BULK_ROWS }) }
    })
  })

  for (const name of Object.keys(steps) as (keyof typeof steps)[]) {
    app.post(`/v1/bulk-refunds/:bulk/${name}`, steps[name], async (request) => {
      const { identity, params } = request
      const bulk = await doing[name](engine.tenant(identity.tenant, identity).db, params.bulk, identity.actor)
      return toBulk(bulk, languageOf(request))
    })
  }

  app.post('/v1/bulk-refunds/:bulk/approve', approving, async (request) => {
    const { identity, params, body } = request
    const { db } = engine.tenant(identity.tenant, identity)
    return toBulk(await approveBulk(db, params.bulk, body.previewHash, identity.actor), languageOf(request))
  })
  readingRoutes(app, { engine })
}

function readingRoutes(app: Api, { engine }: Pick<Services, 'engine'>): void {
  app.get('/v1/bulk-refunds', list, async (request) => {
    const { tenant } = request.identity
    return page(bulkCursor, request.query, {
      read: (limit, after) => listBulks(engine.tenant(tenant).db, limit, after),
      keyOf: (row) => row.id,
      show: (row) => toBulk(row, languageOf(request)),
    })
  })

  app.get('/v1/bulk-refunds/:bulk', read, async (request) => {
    const { identity, params } = request
    const { db } = engine.tenant(identity.tenant)
    return toBulk(await readBulk(db, idToUuid('blk', params.bulk)), languageOf(request))
  })

  app.get('/v1/bulk-refunds/:bulk/rows', rows, async (request) => {
    const { identity, params, query } = request
    const { db } = engine.tenant(identity.tenant)
    const { id } = await readBulk(db, idToUuid('blk', params.bulk))
    return page(rowCursor, query, {
      read: (limit, after = 0n) => listBulkItems(db, id, { status: query.status, limit, after: Number(after) }),
      keyOf: ({ number }) => BigInt(number),
      show: (row) => toBulkRow(row, localeOf(request)),
    })
  })

  app.get('/v1/bulk-refunds/:bulk/results', results, async (request, reply) => {
    const { identity, params } = request
    const { db } = engine.tenant(identity.tenant)
    const { id } = await readBulk(db, idToUuid('blk', params.bulk))
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${params.bulk}.csv"`)
    return reply.send(Readable.from(resultLines(db, id, localeOf(request))))
  })
}

const RESULTS_PAGE = 1_000
const HEAD = [
  'number',
  'charge',
  'reference',
  'status',
  'amount',
  'currency',
  'refund',
  'refund_status',
  'problem',
  'detail',
]

/** Reads one page of rows at a time, so that memory does not grow with their number. */
async function* resultLines(db: TenantDatabase, bulk: string, locale: Locale): AsyncGenerator<string> {
  yield toCsv(HEAD, [])
  for (let after = 0; ; ) {
    const items = await listBulkItems(db, bulk, { status: undefined, limit: RESULTS_PAGE, after })
    const lines = items.map((item) => {
      const { number, charge, reference, status, amount, refund, refundStatus, problem } = toBulkRow(item, locale)
      const sums = [amount?.amount ?? null, amount?.currency ?? null]
      return [
        number,
        charge,
        reference,
        status,
        ...sums,
        refund,
        refundStatus,
        problem?.code ?? null,
        problem?.detail ?? null,
      ]
    })
    // The header row and the byte order mark are written only once.
    if (lines.length > 0) yield toCsv(HEAD, lines).replace(/^[^\n]*\n/, '')
    if (items.length < RESULTS_PAGE) return
    after = items.at(-1)!.number
  }
}

/** Converts NDJSON or CSV into the body of the JSON form. */
function readChunks(app: Api): void {
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (request: FastifyRequest, bytes, done) => {
    finish(done, () => {
      const lines = bodyText(request, bytes as Buffer)
        .split('\n')
        .filter((line) => line.trim() !== '')
      return lines.map((line, index) => {
        checkText(line)
        try {
          return JSON.parse(line) as unknown
        } catch {
          throw new Problem('body_invalid', { reason: `line ${index + 1} is not valid JSON` })
        }
      })
    })
  })
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request: FastifyRequest, bytes, done) => {
    finish(done, () => readCsv(bodyText(request, bytes as Buffer)))
  })
}

function finish(done: (error: Error | null, body?: unknown) => void, read: () => unknown[]): void {
  try {
    done(null, { rows: read() })
  } catch (error) {
    done(error as Error)
  }
}

/** @throws Problem `body_invalid`. */
function readCsv(text: string): unknown[] {
  try {
    const read = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as Record<
      string,
      string
    >[]
    // An empty cell means that the field is absent.
    return read.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')))
  } catch (error) {
    if (error instanceof CsvError) throw new Problem('body_invalid', { reason: error.message.slice(0, 200) })
    throw error
  }
}
