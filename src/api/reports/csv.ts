/** Reports as CSV tables, made from their JSON responses. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type CsvCell, toCsv } from '../../reports/csv.ts'
import type { DebtsAnswer, LineAnswer, RefundsAnswer, SeriesAnswer, WholeAnswer } from './answers.ts'

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly CsvCell[])[]
}

/** By `?format=csv`, or by `Accept: text/csv`. */
export function wantsCsv(request: FastifyRequest, format: string | undefined): boolean {
  if (format !== undefined) return format === 'csv'
  return /\btext\/csv\b/i.test(request.headers.accept ?? '')
}

export function sendCsv(reply: FastifyReply, name: string, { head, rows }: Table): FastifyReply {
  reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`)
  return reply.send(toCsv(head, rows))
}

type Amounts = LineAnswer['total'][number]

const AMOUNTS = [
  'currency',
  'charges',
  'captured',
  'refunds',
  'refunded',
  'refundRate',
  'revenue',
  'grossRevenue',
  'revenueBack',
  'cost',
  'paidOut',
  'growthPreviousPeriod',
  'growthYearBefore',
]
const NO_AMOUNTS = AMOUNTS.map(() => null)

function amounts({ growth, ...rest }: Amounts): CsvCell[] {
  const fields = { ...rest, growthPreviousPeriod: growth.previousPeriod, growthYearBefore: growth.yearBefore }
  return AMOUNTS.map((name) => fields[name as keyof typeof fields])
}

/** One row per product and currency: the columns with figures and references, then the amounts. */
export function lineTable({ columns, rows }: LineAnswer): Table {
  const valued = columns.filter(({ kind }) => kind === 'number' || kind === 'percent')
  const compared = columns.slice(1)
  const head = [
    ...columns.map(({ id }) => id),
    ...valued.map(({ id }) => `${id}_value`),
    ...compared.map(({ id }) => `${id}_reference`),
  ]
  return {
    head: ['id', ...head, 'payers', ...AMOUNTS],
    rows: rows.flatMap(({ product, cells, payers, amounts: all }) => {
      const own = [
        product,
        ...columns.map(({ id }) => cells[id]!.text),
        ...valued.map(({ id }) => cells[id]!.value),
        ...compared.map(({ id }) => cells[id]!.reference?.text ?? null),
        payers,
      ]
      return all.length === 0 ? [[...own, ...NO_AMOUNTS]] : all.map((each) => [...own, ...amounts(each)])
    }),
  }
}

/** One row per line and currency, then the totals. */
export function wholeTable({ lines, total }: WholeAnswer): Table {
  const rows = lines.flatMap(({ line, title, amounts: all }) => all.map((each) => [line, title, ...amounts(each)]))
  return { head: ['line', 'title', ...AMOUNTS], rows: [...rows, ...total.map((each) => ['', '', ...amounts(each)])] }
}

export function seriesTable({ measure, series }: SeriesAnswer): Table {
  const figures = ['charges', 'captured', 'refunds', 'refunded', 'revenue', 'cost', 'paidOut'] as const
  return {
    head: ['start', 'line', 'product', 'currency', ...figures, ...(measure === null ? [] : [measure])],
    rows: series.flatMap(({ line, product, currency, points }) =>
      points.map((point) => [
        point.start,
        line,
        product,
        currency,
        ...figures.map((name) => point[name]),
        ...(measure === null ? [] : [point.measure]),
      ]),
    ),
  }
}

export function refundsTable({ rows }: RefundsAnswer): Table {
  const head = ['line', 'product', 'reason', 'currency', 'refunds', 'refunded'] as const
  return { head, rows: rows.map((row) => head.map((name) => row[name])) }
}

export function debtsTable({ data }: DebtsAnswer): Table {
  return {
    head: ['party', 'kind', 'currency', 'amount', 'since', 'upTo30', 'upTo60', 'upTo90', 'older'],
    rows: data.map(({ party, kind, currency, amount, since, ages }) => [
      ...[party, kind, currency, amount, since],
      ...[ages.upTo30, ages.upTo60, ages.upTo90, ages.older],
    ]),
  }
}
