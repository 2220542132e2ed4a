/** Time series of amounts by day, week or month. */
import { Temporal } from 'temporal-polyfill'
import type { TenantDatabase } from '../db/connect.ts'
import { lines } from '../lines/index.ts'
import { dayCount } from '../pricing/calendar.ts'
import { Problem } from '../problem.ts'
import { type Bucket, type BucketRow, type DayRange, readBuckets } from '../rollups/read.ts'
import { type Earned, earnedOf } from './figures.ts'
import { dayOf, type ReportPeriod, readPeriod } from './period.ts'

export interface SeriesAsk extends DayRange {
  readonly by: Bucket
  readonly line?: string
  readonly product?: string
  /** Dimension with a separate series per value. */
  readonly group: 'none' | 'line' | 'product'
  /** An additional measure of a line. */
  readonly measure?: string
}

interface Point {
  /** First day of the bucket, which may precede the period. */
  readonly start: string
  /** Undefined: no activity. */
  readonly figures: Earned | undefined
  readonly measure: bigint | null
}

interface OneSeries {
  readonly line: string | null
  readonly product: string | null
  readonly unit: string
  readonly points: readonly Point[]
}

export interface Series {
  readonly period: ReportPeriod
  readonly by: Bucket
  readonly measure: string | null
  readonly series: readonly OneSeries[]
}

const MAX_DAYS = 800

/** @throws Problem `report_period_invalid`, `line_unknown`, `product_unknown`. */
export async function reportSeries(db: TenantDatabase, ask: SeriesAsk): Promise<Series> {
  const { by, line, product, group, measure } = ask
  if (line === undefined && product !== undefined)
    throw new Problem('request_invalid', { reason: 'product requires line' })
  if (line !== undefined && product !== undefined) lines.product(line, product)
  if (line !== undefined) lines.line(line)
  return db.transaction(
    async (tx) => {
      const period = await readPeriod(tx, ask)
      if (by === 'day' && dayCount(dayOf(ask.from), dayOf(ask.to)) > MAX_DAYS) {
        throw new Problem('report_period_invalid', { value: `${ask.from}/${ask.to}`, days: MAX_DAYS })
      }
      const rows = await readBuckets(tx, period, {
        bucket: by,
        lines: line === undefined ? lines.all.map(({ id }) => id) : [line],
        product,
        measure,
        grouping: group,
      })
      return { period, by, measure: measure ?? null, series: seriesOf(rows, ask, starts(period, by)) }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

/** Returns the first day of each bucket. Weeks begin on Monday. */
function starts({ from, to }: DayRange, by: Bucket): string[] {
  const [first, end] = [dayOf(from), dayOf(to)]
  const step: Record<Bucket, Temporal.DurationLike> = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }
  const all: string[] = []
  let start = first
  if (by === 'week') start = first.subtract({ days: first.dayOfWeek - 1 })
  if (by === 'month') start = first.with({ day: 1 })
  for (; Temporal.PlainDate.compare(start, end) < 0; start = start.add(step[by])) all.push(start.toString())
  return all
}

function seriesOf(rows: readonly BucketRow[], { group, measure }: SeriesAsk, all: readonly string[]): OneSeries[] {
  const groups = [...Map.groupBy(rows, ({ line, product, unit }) => `${line} ${product} ${unit}`)]
  return groups
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const { line, product, unit } = own[0]!
      const byStart = new Map(own.map((row) => [row.start, row]))
      const points = all.map((start): Point => {
        const row = byStart.get(start)
        const counted = measure === undefined ? null : (row?.counted ?? 0n)
        return { start, figures: row && earnedOf(unit, (name) => row.money[name]), measure: counted }
      })
      return { line: group === 'none' ? null : line, product: group === 'product' ? product : null, unit, points }
    })
}
