import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { languageOf } from '../../http/problems.ts'
import { Language as LanguageQuery, named, oneOf } from '../../http/shapes.ts'
import { putActiveUsers, readActiveUsers } from '../../reports/active-users.ts'
import { reportDebts } from '../../reports/debts.ts'
import { reportLine } from '../../reports/line-report.ts'
import { dayOf } from '../../reports/period.ts'
import { checkRollups, rebuildRollups } from '../../reports/rebuild.ts'
import { reportRefunds } from '../../reports/refunds.ts'
import { reportSeries } from '../../reports/series.ts'
import { reportWhole } from '../../reports/whole.ts'
import type { Services } from '../services.ts'
import {
  ActiveUsersShape,
  CheckShape,
  DebtsShape,
  Found,
  Line,
  LineShape,
  Month,
  Product,
  RefundsShape,
  SeriesShape,
  toDebts,
  toLine,
  toRefunds,
  toSeries,
  toUsers,
  toWhole,
  WholeShape,
} from './answers.ts'
import { debtsTable, lineTable, refundsTable, sendCsv, seriesTable, wantsCsv, wholeTable } from './csv.ts'
import { period } from './schema.ts'

const format = { format: Type.Optional(oneOf(['json', 'csv'], { description: 'Defaults to the `Accept` header' })) }
const requested = { from: period.from, to: period.to, language: Type.Optional(LanguageQuery), ...format }
const CSV = 'With `format=csv` or `Accept: text/csv`, the response is CSV.'
const read = { tag: 'Reports', scope: 'reports:read' } as const

const line = operation({
  ...read,
  id: 'getLineReport',
  summary: 'Retrieve the report of a line',
  description: `The figures of one line over any period, up to the present moment, beside reference figures. ${CSV}`,
  params: Type.Object({ line: Line }),
  query: Type.Object(requested, { additionalProperties: false }),
  answers: { 200: { description: 'The report', schema: LineShape } },
  problems: ['line_report_unknown', 'report_period_invalid'],
})

const whole = operation({
  ...read,
  id: 'getWholeReport',
  summary: 'Retrieve the platform report',
  description: `Revenue and growth by line, users, layers and funnel. ${CSV}`,
  query: Type.Object(requested, { additionalProperties: false }),
  answers: { 200: { description: 'The report', schema: WholeShape } },
  problems: ['report_period_invalid'],
})

const series = operation({
  ...read,
  id: 'getReportSeries',
  summary: 'Retrieve a time series',
  description: `Amounts by day, week (starting on Monday) or month. Every day, week or month of the period is included. At most 800 days by day. ${CSV}`,
  query: Type.Object(
    {
      ...{ from: period.from, to: period.to, ...format },
      by: Type.Optional(oneOf(['day', 'week', 'month'], { default: 'day' })),
      line: Type.Optional(Line),
      product: Type.Optional(Product),
      group: Type.Optional(
        oneOf(['none', 'line', 'product'], { default: 'none', description: 'What the series is grouped by' }),
      ),
      measure: Type.Optional(
        Type.String({
          pattern: '^[a-zA-Z]{1,40}$',
          description: 'An additional measure of the line, such as `impressions`',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The series', schema: SeriesShape } },
  problems: ['line_unknown', 'product_unknown', 'report_period_invalid'],
})

const refunds = operation({
  ...read,
  id: 'getRefundReport',
  summary: 'Retrieve the refund report',
  description: `Refunds by product and reason. ${CSV}`,
  query: Type.Object({ ...requested, line: Type.Optional(Line) }, { additionalProperties: false }),
  answers: { 200: { description: 'The report', schema: RefundsShape } },
  problems: ['line_unknown', 'report_period_invalid'],
})

const debts = operation({
  ...read,
  id: 'getDebtReport',
  summary: 'Retrieve the debt report',
  description: `Debts by age. Repayments are applied to the oldest debt first. ${CSV}`,
  query: Type.Object(
    {
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 10_000, default: 100, description: 'Maximum number of debts' }),
      ),
      ...format,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'The report', schema: DebtsShape } },
})

const listUsers = operation({
  ...read,
  id: 'listActiveUsers',
  summary: 'List active users by month',
  description: 'The figures reported with `PUT /v1/reports/active-users`.',
  query: Type.Object({ from: Month, to: Month }, { additionalProperties: false, description: 'Both inclusive' }),
  answers: {
    200: {
      description: 'The months with a reported figure',
      schema: named('ActiveUsersList', Type.Object({ data: Type.Array(ActiveUsersShape) })),
    },
  },
})

const putUsers = operation({
  id: 'putActiveUsers',
  tag: 'Reports',
  summary: 'Report the active users of a month',
  description:
    'Recoup only sees paying users. Penetration and revenue per user are based on this figure, unless more users than that paid. Posting again replaces the previous figure.',
  scope: 'reports:write',
  body: named(
    'ActiveUsersRequest',
    Type.Object(
      { month: Month, users: Type.Integer({ minimum: 0, maximum: 10_000_000_000 }) },
      { additionalProperties: false },
    ),
  ),
  answers: { 200: { description: 'The reported figure', schema: ActiveUsersShape } },
  problems: ['effective_in_future'],
})

const check = operation({
  id: 'checkRollups',
  tag: 'Reports',
  summary: 'Check report totals against charges and refunds',
  description: 'Reads the whole ledger: run it rarely on large ledgers.',
  scope: 'ledger:read',
  answers: { 200: { description: 'The result of the check', schema: CheckShape } },
})

const rebuild = operation({
  id: 'rebuildRollups',
  tag: 'Reports',
  summary: 'Rebuild report totals',
  description: 'Recalculates them from the charges and refunds. Safe to run under load. Reads the whole ledger.',
  scope: 'ledger:write',
  answers: {
    200: { description: 'What the totals were rebuilt from', schema: named('RollupRebuild', Type.Object(Found)) },
  },
})

export function reportRoutes(app: Api, services: Services): void {
  const { engine } = services
  const db = (request: FastifyRequest) => engine.tenant(request.identity.tenant).db

  app.get('/v1/reports/lines/:line', line, async (request, reply) => {
    const { language = languageOf(request), format, ...range } = request.query
    const answer = toLine(await reportLine(db(request), request.params.line, range), language)
    if (!wantsCsv(request, format)) return answer
    return sendCsv(reply, `${answer.line}-${answer.from}-${answer.to}`, lineTable(answer))
  })

  app.get('/v1/reports/whole', whole, async (request, reply) => {
    const { language = languageOf(request), format, ...range } = request.query
    const answer = toWhole(await reportWhole(db(request), range), language)
    if (!wantsCsv(request, format)) return answer
    return sendCsv(reply, `whole-${answer.from}-${answer.to}`, wholeTable(answer))
  })

  app.get('/v1/reports/series', series, async (request, reply) => {
    const { format, by = 'day', group = 'none', from, to, ...rest } = request.query
    const answer = toSeries(await reportSeries(db(request), { from, to, by, group, ...definedFields(rest) }))
    if (!wantsCsv(request, format)) return answer
    return sendCsv(reply, `series-${answer.from}-${answer.to}`, seriesTable(answer))
  })

  app.get('/v1/reports/refunds', refunds, async (request, reply) => {
    const { language = languageOf(request), format, line, ...range } = request.query
    const answer = toRefunds(await reportRefunds(db(request), range, line), language)
    if (!wantsCsv(request, format)) return answer
    return sendCsv(reply, `refunds-${answer.from}-${answer.to}`, refundsTable(answer))
  })

  app.get('/v1/reports/debts', debts, async (request, reply) => {
    const answer = toDebts(await reportDebts(db(request), request.query.limit ?? 100))
    if (!wantsCsv(request, request.query.format)) return answer
    return sendCsv(reply, 'debts', debtsTable(answer))
  })

  userRoutes(app, services)
  proofRoutes(app, services)
}

function userRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/reports/active-users', listUsers, async ({ identity: { tenant }, query: { from, to } }) => {
    const end = dayOf(`${to}-01`).add({ months: 1 }).toString()
    const found = await readActiveUsers(engine.tenant(tenant).db, { from: `${from}-01`, to: end })
    return { data: found.map(toUsers) }
  })

  app.put('/v1/reports/active-users', putUsers, async ({ identity, body: { month, users } }) =>
    toUsers(
      await engine
        .tenant(identity.tenant, identity)
        .db.transaction((tx) => putActiveUsers(tx, `${month}-01`, BigInt(users))),
    ),
  )
}

function proofRoutes(app: Api, { engine }: Services): void {
  // They read the whole ledger: callers that ask while one runs share its result.
  const checking = new Map<number, ReturnType<typeof checkRollups>>()
  app.get('/v1/reports/check', check, async ({ identity: { tenant } }) => {
    const run = checking.get(tenant) ?? checkRollups(engine.tenant(tenant).db).finally(() => checking.delete(tenant))
    checking.set(tenant, run)
    const report = await run
    return { ok: report.faults.length === 0, ...report }
  })

  const rebuilding = new Map<number, ReturnType<typeof rebuildRollups>>()
  app.post('/v1/reports/rebuild', rebuild, async ({ identity }) => {
    const { tenant } = identity
    await recordAudit(engine.tenant(tenant, identity).db, { action: 'rollups_rebuilt' })
    const run =
      rebuilding.get(tenant) ?? rebuildRollups(engine.tenant(tenant).db).finally(() => rebuilding.delete(tenant))
    rebuilding.set(tenant, run)
    return run
  })
}
