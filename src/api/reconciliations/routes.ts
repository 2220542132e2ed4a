/** Reconciliation with a provider's daily bill: runs, differences, and corrections that a user approves. */

import { Readable } from 'node:stream'
import Type, { type Static } from 'typebox'
import { byNumber, byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Locale, localeOf } from '../../http/locale.ts'
import { type Api, operation } from '../../http/operation.ts'
import { languageOf } from '../../http/problems.ts'
import { Language as LanguageShape, named, oneOf, PageQuery, pageOf, Text } from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import type { Language } from '../../language.ts'
import { formatMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { type CsvCell, toCsv } from '../../reports/csv.ts'
import { type Answer, approve, decline, type Which } from '../../settlement/reconciliation/approve.ts'
import { uploadedBill } from '../../settlement/reconciliation/bill-file.ts'
import {
  countDifferences,
  listDifferences,
  listLines,
  listRuns,
  readRun,
} from '../../settlement/reconciliation/record.ts'
import { runOver, startRun } from '../../settlement/reconciliation/run.ts'
import { type ReconciliationSettings, readSettings } from '../../settlement/reconciliation/settings.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { changeSettings } from '../approvals/settings.ts'
import { wantsCsv } from '../reports/csv.ts'
import type { Services } from '../services.ts'
import {
  Class,
  DIFFERENCE_HEAD,
  Difference,
  DifferenceClass,
  DifferenceStatus,
  differenceCells,
  LINE_HEAD,
  Line,
  lineCells,
  ReconciliationId,
  Run,
  RunStatus,
  toDifference,
  toLine,
  toRun,
} from './schema.ts'

/** Of a difference in its reconciliation; more than any file has rows. */
const MAX_NUMBER = 2_147_483_647
const strict = { additionalProperties: false }
export const Gateway = Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$', examples: ['wechatpay'] })
export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'Day of the bill in the provider’s time zone',
  examples: ['2026-11-20'],
})
const RunRequest = named('ReconciliationRequest', Type.Object({ gateway: Gateway, date: Day }, strict))
const ById = Type.Object({ reconciliation: ReconciliationId })
const formats = { format: Type.Optional(oneOf(['json', 'csv'], { description: 'Defaults to the `Accept` header' })) }
const CSV = 'With `format=csv` or `Accept: text/csv`, all of them as CSV.'
const MICROS = '^\\d{1,9}(\\.\\d{1,6})?$'

const start = operation({
  id: 'startReconciliation',
  tag: 'Settlement',
  summary: 'Start a reconciliation',
  description:
    'Downloads the provider’s bill for a day and compares it with the ledger. Returns immediately; poll the reconciliation until its status is no longer `running`. It supersedes any earlier reconciliation of the same day.',
  scope: 'settlement:write',
  body: RunRequest,
  answers: { 202: { description: 'The started reconciliation', schema: Run } },
  problems: ['gateway_unknown', 'reconciliation_date_invalid', 'reconciliation_running'],
})

const upload = operation({
  id: 'uploadBill',
  tag: 'Settlement',
  summary: 'Reconcile an uploaded bill',
  description: 'The body is the provider’s original file, uncompressed or gzip-compressed, with any content type.',
  scope: 'settlement:write',
  upload: {
    description: 'The provider’s original file for that day, up to 512 MiB',
    types: ['application/octet-stream', 'text/csv', 'application/gzip'],
  },
  query: Type.Object({ gateway: Gateway, date: Day }, strict),
  answers: { 201: { description: 'The completed reconciliation', schema: Run } },
  problems: [
    'gateway_unknown',
    'reconciliation_date_invalid',
    'reconciliation_running',
    'reconciliation_not_completed',
    'bill_refused',
    'disk_full',
    'bill_gzip_invalid',
    'body_invalid',
  ],
})

const list = operation({
  id: 'listReconciliations',
  tag: 'Settlement',
  summary: 'List reconciliations',
  description: 'Newest first.',
  scope: 'settlement:read',
  query: Type.Object({ gateway: Type.Optional(Gateway), status: Type.Optional(RunStatus), ...PageQuery }, strict),
  answers: { 200: { description: 'A page of reconciliations', schema: pageOf('ReconciliationPage', Run) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getReconciliation',
  tag: 'Settlement',
  summary: 'Retrieve a reconciliation',
  description: 'Includes counts and amounts by class.',
  scope: 'settlement:read',
  params: ById,
  answers: { 200: { description: 'The reconciliation', schema: Run } },
  problems: ['reconciliation_unknown', 'id_invalid'],
})

const differences = operation({
  id: 'listReconciliationDifferences',
  tag: 'Settlement',
  summary: 'List the differences of a reconciliation',
  description: `Each with its proposed correction. ${CSV}`,
  scope: 'settlement:read',
  params: ById,
  query: Type.Object(
    {
      class: Type.Optional(DifferenceClass),
      status: Type.Optional(DifferenceStatus),
      language: Type.Optional(LanguageShape),
      ...formats,
      ...PageQuery,
    },
    strict,
  ),
  answers: {
    200: { description: 'A page of differences', schema: pageOf('ReconciliationDifferencePage', Difference) },
  },
  problems: ['reconciliation_unknown', 'id_invalid', 'cursor_invalid'],
})

const lines = operation({
  id: 'listReconciliationLines',
  tag: 'Settlement',
  summary: 'List the lines of a reconciliation',
  description: `Every line of the bill, and the entries of the ledger that are not on it. ${CSV}`,
  scope: 'settlement:read',
  params: ById,
  query: Type.Object({ class: Type.Optional(Class), ...formats, ...PageQuery }, strict),
  answers: { 200: { description: 'A page of lines', schema: pageOf('ReconciliationLinePage', Line) } },
  problems: ['reconciliation_unknown', 'id_invalid', 'cursor_invalid'],
})

const which = {
  differences: Type.Optional(
    Type.Array(Type.Integer({ minimum: 1, maximum: MAX_NUMBER }), {
      minItems: 1,
      maxItems: 200,
      description: 'Numbers of the differences',
    }),
  ),
  class: Type.Optional(DifferenceClass),
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: MAX_NUMBER, description: 'The `next` value of the previous response' }),
  ),
}
const Approval = named(
  'ReconciliationApproval',
  Type.Object({ ...which, note: Type.Optional(Text(500, 'Reason')) }, strict),
)
const Refusal = named('ReconciliationRefusal', Type.Object({ ...which, note: Text(500, 'Reason') }, strict))
const Decisions = named(
  'ReconciliationDecisions',
  Type.Object({
    data: Type.Array(
      Type.Object({
        number: Type.Integer(),
        status: DifferenceStatus,
        problem: Type.Union([Type.Object({ code: Type.String(), detail: Type.String() }), Type.Null()], {
          description: 'Why the status did not change; null if it did',
        }),
      }),
    ),
    next: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Pass as `after` to continue; null if there are no more',
    }),
  }),
)
const WHICH =
  'Applies to the given numbers, to a class, or to all undecided corrections: at most 200 per request, each processed independently.'

const approving = operation({
  id: 'approveCorrections',
  tag: 'Settlement',
  summary: 'Approve corrections',
  description: `Executes them. ${WHICH} Corrections above the limit in the settings must be approved by someone other than the user who started the reconciliation.`,
  scope: 'settlement:approve',
  params: ById,
  body: Approval,
  answers: { 200: { description: 'The result for each correction', schema: Decisions } },
  problems: ['reconciliation_unknown', 'id_invalid'],
})

const declining = operation({
  id: 'declineCorrections',
  tag: 'Settlement',
  summary: 'Decline corrections',
  description: `Requires a note. ${WHICH}`,
  scope: 'settlement:approve',
  params: ById,
  body: Refusal,
  answers: { 200: { description: 'The result for each correction', schema: Decisions } },
  problems: ['reconciliation_unknown', 'id_invalid'],
})

const Settings = named(
  'ReconciliationSettings',
  Type.Object(
    {
      enabled: Type.Boolean({ description: 'Whether a reconciliation is started daily' }),
      readyAt: Type.String({
        pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
        description: 'Time on the following day from which the bill is downloaded, in the provider’s time zone',
      }),
      feeTolerance: Type.String({
        pattern: MICROS,
        description: 'Allowed fee difference beyond rounding, in major units of any currency',
        examples: ['100.00'],
      }),
      twoPeopleAbove: nullableDecimal(
        'Corrections above this amount must be approved by someone other than the user who started the run; null for no limit',
      ),
      transitDays: Type.Integer({
        minimum: 1,
        maximum: 30,
        description:
          'Number of days that a pending refund may be missing from the bills before it counts as a difference',
      }),
    },
    strict,
  ),
)
const ByGateway = Type.Object({ gateway: Gateway })

function nullableDecimal(description: string) {
  return Type.Union([Type.String({ pattern: MICROS }), Type.Null()], { description })
}

const getSettings = operation({
  id: 'getReconciliationSettings',
  tag: 'Settlement',
  summary: 'Retrieve the reconciliation settings of a gateway',
  scope: 'settlement:read',
  params: ByGateway,
  answers: { 200: { description: 'The settings', schema: Settings } },
})

const putSettings = operation({
  id: 'putReconciliationSettings',
  tag: 'Settlement',
  summary: 'Replace the reconciliation settings of a gateway',
  scope: 'settlement:approve',
  stepUp: true,
  params: ByGateway,
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Settings }, 202: WAITING },
  problems: ['gateway_unknown', 'amount_invalid', 'amount_out_of_range', 'amount_too_precise'],
})

export function reconciliationRoutes(app: Api, services: Services): void {
  runRoutes(app, services)
  uploadRoute(app, services)
  listRoutes(app, services)
  decisionRoutes(app, services)
  settingsRoutes(app, services)
}

function runRoutes(app: Api, { engine, gateways }: Services): void {
  app.post('/v1/reconciliations', start, async ({ identity: { tenant, actor }, body }, reply) => {
    const run = await startRun({ engine, gateways }, tenant, { ...body, actor })
    return reply.code(202).send(toRun(run, NO_DIFFERENCES))
  })

  app.get('/v1/reconciliations', list, async ({ identity: { tenant }, query }) => {
    const { db } = engine.tenant(tenant)
    const filter = definedFields({ gateway: query.gateway, status: query.status })
    const found = await page(runCursor, query, {
      read: (limit, after) => listRuns(db, filter, limit, after),
      keyOf: ({ id }) => id,
      show: (row) => row,
    })
    const ids = found.data.map(({ id }) => id)
    const counts = await countDifferences(db, ids)
    return { ...found, data: found.data.map((row) => toRun(row, counts.get(row.id)!)) }
  })

  app.get('/v1/reconciliations/:reconciliation', read, ({ identity: { tenant }, params }) =>
    shown({ engine }, tenant, params.reconciliation),
  )
}

const NO_DIFFERENCES = { proposed: 0, executing: 0, done: 0, declined: 0, alerts: 0 }
const runCursor = byUuid('reconciliations')
const differenceCursor = byNumber('reconciliation-differences')
const lineCursor = byNumber('reconciliation-lines')

async function found({ engine }: Pick<Services, 'engine'>, tenant: number, reconciliation: string) {
  const { db } = engine.tenant(tenant)
  const run = await readRun(db, idToUuid('rcn', reconciliation))
  if (!run) throw new Problem('reconciliation_unknown', { reconciliation })
  return { db, run }
}

async function shown(services: Pick<Services, 'engine'>, tenant: number, reconciliation: string) {
  const { db, run } = await found(services, tenant, reconciliation)
  return toRun(run, (await countDifferences(db, [run.id])).get(run.id)!)
}

/** The file is streamed to disk, whatever its declared content type. */
function uploadRoute(app: Api, { engine, gateways }: Services): void {
  app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    door.post('/v1/reconciliations/upload', upload, async ({ identity: { tenant, actor }, query, body }, reply) => {
      const { gateway, date } = query as Static<typeof RunRequest>
      if (!(body instanceof Readable)) throw new Problem('body_invalid', { reason: 'the file is missing' })
      const { db } = engine.tenant(tenant)
      const { row, client } = await gateways.open(db, gateway)
      const bill = uploadedBill(
        { tenant, kind: row.kind, date, merchant: client.merchant },
        body as AsyncIterable<Uint8Array>,
      )
      const run = await runOver({ engine, gateways }, tenant, { gateway, date, actor }, bill)
      return reply.code(201).send(await shown({ engine }, tenant, uuidToId('rcn', run.id)))
    })
  })
}

function listRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/reconciliations/:reconciliation/differences', differences, async (request, reply) => {
    const { identity, params, query } = request
    const { tenant } = identity
    const { db, run } = await found({ engine }, tenant, params.reconciliation)
    const language: Language = query.language ?? languageOf(request)
    const filter = definedFields({ class: query.class, status: query.status })
    const read = (limit: number, after?: bigint) => listDifferences(db, run.id, filter, { limit, after })
    if (wantsCsv(request, query.format)) {
      const cells = (row: Awaited<ReturnType<typeof read>>[number]) => differenceCells(run.gateway, row, language)
      reply.type('text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="differences-${run.gateway}-${run.date}.csv"`)
      return reply.send(Readable.from(table(DIFFERENCE_HEAD, read, ({ n }) => n, cells)) as never)
    }
    const show = (row: Awaited<ReturnType<typeof read>>[number]) => toDifference(run.gateway, row, language)
    return page(differenceCursor, query, { read, keyOf: ({ n }) => BigInt(n), show })
  })

  app.get('/v1/reconciliations/:reconciliation/lines', lines, async (request, reply) => {
    const { identity, params, query } = request
    const { db, run } = await found({ engine }, identity.tenant, params.reconciliation)
    const filter = definedFields({ class: query.class })
    const read = (limit: number, after?: bigint) => listLines(db, run.id, filter, { limit, after })
    if (wantsCsv(request, query.format)) {
      reply.type('text/csv; charset=utf-8')
      reply.header('content-disposition', `attachment; filename="reconciliation-${run.gateway}-${run.date}.csv"`)
      return reply.send(Readable.from(table(LINE_HEAD, read, ({ n }) => n, lineCells)) as never)
    }
    return page(lineCursor, query, { read, keyOf: ({ n }) => BigInt(n), show: toLine })
  })
}

const CSV_PAGE = 2_000

/** A table of any length, read page by page. */
async function* table<Row>(
  head: readonly string[],
  read: (limit: number, after?: bigint) => Promise<Row[]>,
  keyOf: (row: Row) => number,
  cells: (row: Row) => CsvCell[],
): AsyncGenerator<string, void, undefined> {
  const top = toCsv(head, [])
  yield top
  for (let after: bigint | undefined; ; ) {
    const rows = await read(CSV_PAGE, after)
    if (rows.length > 0) yield toCsv(head, rows.map(cells)).slice(top.length)
    if (rows.length < CSV_PAGE) return
    after = BigInt(keyOf(rows.at(-1)!))
  }
}

function decisionRoutes(app: Api, { engine, gateways }: Services): void {
  const context = { engine, gateways }
  app.post('/v1/reconciliations/:reconciliation/approve', approving, async (request) => {
    const { tenant, actor } = request.identity
    const { note, ...chosen } = request.body
    const run = idToUuid('rcn', request.params.reconciliation)
    const answer = await approve(context, tenant, run, {
      which: whichOf(chosen),
      decision: { actor, note: note ?? null },
    })
    return toDecisions(answer, localeOf(request))
  })

  app.post('/v1/reconciliations/:reconciliation/decline', declining, async (request) => {
    const { tenant, actor } = request.identity
    const { note, ...chosen } = request.body
    const run = idToUuid('rcn', request.params.reconciliation)
    return toDecisions(
      await decline(context, tenant, run, { which: whichOf(chosen), decision: { actor, note } }),
      localeOf(request),
    )
  })
}

function whichOf(chosen: Pick<Static<typeof Approval>, 'differences' | 'class' | 'after'>): Which {
  return definedFields({ numbers: chosen.differences, class: chosen.class, after: chosen.after })
}

function toDecisions({ decided, next }: Answer, { language, zone }: Locale): Static<typeof Decisions> {
  return {
    data: decided.map(({ n, status, problem }) => ({
      number: n,
      status,
      problem: problem && { code: problem.code, detail: problem.detail(language, zone) },
    })),
    next,
  }
}

function settingsRoutes(app: Api, { engine, gateways }: Services): void {
  app.get('/v1/reconciliation-settings/:gateway', getSettings, async ({ identity: { tenant }, params }) =>
    toSettings(await readSettings(engine.tenant(tenant).db, params.gateway)),
  )

  app.put(
    '/v1/reconciliation-settings/:gateway',
    putSettings,
    async ({ identity, params: { gateway }, body }, reply) => {
      const { db } = engine.tenant(identity.tenant, identity)
      await gateways.open(db, gateway)
      const waiting = await changeSettings(db, { of: 'reconciliation', gateway, settings: body })
      if (waiting) return reply.code(202).send(toApproval(waiting))
      return reply.code(200).send(toSettings(await readSettings(db, gateway)))
    },
  )
}

function toSettings({ feeTolerance, twoPeopleAbove, ...rest }: ReconciliationSettings): Static<typeof Settings> {
  const text = (micros: bigint) => formatMicros(micros, 'CNY')
  return {
    ...rest,
    feeTolerance: text(feeTolerance),
    twoPeopleAbove: twoPeopleAbove === null ? null : text(twoPeopleAbove),
  }
}
