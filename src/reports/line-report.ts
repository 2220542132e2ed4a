/** The report of a line: its table of figures, and the amounts of its products. */

import type { Title } from '../catalog/product.ts'
import type { RateCard } from '../catalog/rate-card.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import type { Line } from '../engine/line.ts'
import type { Cell, Column, ReportQuery, TrendMeasure } from '../engine/report.ts'
import { lines } from '../lines/index.ts'
import { Problem } from '../problem.ts'
import { type DayRange, readIndustries, readPayers, readRenewals, readSums } from '../rollups/read.ts'
import { readActiveUsers, userMonths } from './active-users.ts'
import { EARNED, type Figures, figuresOf, productSums } from './figures.ts'
import { type ReportPeriod, readPeriod } from './period.ts'

export interface LineReportFound {
  readonly line: string
  readonly title: Title
  readonly period: ReportPeriod
  readonly columns: readonly Column[]
  readonly rows: readonly {
    readonly product: string
    readonly title: Title
    readonly cells: Readonly<Record<string, Cell>>
    readonly payers: bigint
    readonly figures: readonly Figures[]
  }[]
  readonly kpis: readonly (Column & { readonly cell: Cell })[]
  readonly measures: readonly TrendMeasure[]
  readonly total: readonly Figures[]
}

/** @throws Problem `line_report_unknown`, `report_period_invalid`. */
export async function reportLine(db: TenantDatabase, line: string, range: DayRange): Promise<LineReportFound> {
  const found = findLine(line)
  return db.transaction(
    async (tx) => {
      const period = await readPeriod(tx, range)
      return makeReport(found, period, await readAll(tx, found, period))
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function findLine(id: string): Line {
  if (!lines.has(id))
    throw new Problem('line_report_unknown', { line: id.slice(0, 60), known: lines.all.map((line) => line.id) })
  return lines.line(id)
}

async function readAll(tx: TenantQueryable, { id: line, report }: Line, period: ReportPeriod) {
  const needs = (query: ReportQuery) => report.queries?.includes(query) ?? false
  const payers = await readPayers(tx, period.touched, needs('users') ? [line, ''] : [line])
  const previous = await readSums(tx, period.previous, [line], EARNED)
  return {
    now: await readSums(tx, period, [line]),
    previous,
    // For a period of a whole year they are the same days.
    yearBefore: sameDays(period.previous, period.yearBefore)
      ? previous
      : await readSums(tx, period.yearBefore, [line], EARNED),
    payers,
    active: needs('users') ? userMonths(period.touched, await readActiveUsers(tx, period.touched), payers).active : 0n,
    card: await readCardAt(tx, period),
    industries: needs('industries') ? await readIndustries(tx, period.touched, line) : [],
    renewals: needs('renewals') ? await readRenewals(tx, line, period, period.today) : new Map(),
  }
}

const sameDays = (a: DayRange, b: DayRange) => a.from === b.from && a.to === b.to

/** Returns the rate card in force at the end of the period, or now if it hasn't ended. */
async function readCardAt(tx: TenantQueryable, { to, timeZone }: ReportPeriod): Promise<RateCard | undefined> {
  const [row] = await tx.query<{ card: RateCard }>(
    `SELECT card FROM rate_card WHERE tenant = $1 AND effective_at < least(now(), $2::timestamp AT TIME ZONE $3)
     ORDER BY effective_at DESC, version DESC LIMIT 1`,
    [tx.tenant, to, timeZone],
  )
  return row?.card
}

type Read = Awaited<ReturnType<typeof readAll>>

const NO_RENEWALS = { due: 0, renewed: 0 }

function makeReport({ id: line, title, products, report }: Line, period: ReportPeriod, read: Read): LineReportFound {
  const of = productSums(read.now)
  const yearBefore = productSums(read.yearBefore)
  const currency = read.card?.currency ?? 'CNY'
  const rows = report.rows.map(({ product, cells }) => {
    const payers = read.payers
      .filter((row) => row.line === line && row.product === product)
      .reduce((sum, row) => sum + row.payers, 0n)
    const found = cells({
      sums: of(product),
      of,
      yearBefore: yearBefore(product),
      days: period.days,
      months: period.months,
      terms: read.card?.products[`${line}/${product}`],
      currency,
      payers,
      active: read.active,
      renewals: read.renewals.get(product) ?? NO_RENEWALS,
      industries: read.industries.filter((each) => each.product === product),
    })
    const known = products.find(({ id }) => id === product)!
    const name = { text: known.title }
    return {
      product,
      title: known.title,
      cells: { [report.columns[0]!.id]: name, ...found },
      payers,
      figures: figuresOf(read, { product }),
    }
  })
  const kpis = (report.kpis ?? []).map(({ cell, ...column }) => ({ ...column, cell: cell({ of, currency }) }))
  const { columns, measures = [] } = report
  return { line, title, period, columns, rows, kpis, measures, total: figuresOf(read) }
}
