/**
 * Reading rollups: what was folded and what waits to be, in one statement, so that a report is exact at the moment of its
 * snapshot, however far folding has come. Days are those of the tenant's time zone, YYYY-MM-DD.
 */
import { prepared, type Queryable } from '../db/connect.ts'
import { paidIn } from './fold.ts'

/** Half-open. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

export interface SumRow {
  readonly line: string
  readonly product: string
  readonly unit: string
  readonly measure: string
  readonly part: string
  readonly amount: bigint
}

export type Bucket = 'day' | 'week' | 'month'

/** A sum of one bucket; `start`: its first day. */
export interface BucketRow extends SumRow {
  readonly start: string
}

/** How many paid in a month: for a product, and for any (line and product are ''). */
export interface PayersRow {
  readonly month: string
  readonly line: string
  readonly product: string
  readonly payers: bigint
  /** Of them, those who paid more than once. */
  readonly repeatPayers: bigint
}

type Text<Row> = { [Name in keyof Row]: Row[Name] extends bigint ? string : Row[Name] }

const UNFOLDED = `rollup_delta d, unnest(d.measures, d.parts, d.amounts) AS m(measure, part, amount)
  WHERE d.tenant = $1 AND d.line = ANY ($4) AND d.day >= $2::date AND d.day < $3::date
    AND ($5::text[] IS NULL OR m.measure = ANY ($5))`

/** The months that lie whole in the period, and the days before and after them. */
const MONTHS_AND_DAYS = `WITH whole AS (
    SELECT least(first, $3::date) AS first, greatest(last, least(first, $3::date)) AS last
    FROM (SELECT date_trunc('month', $2::timestamp + interval '1 month - 1 day')::date AS first,
                 date_trunc('month', $3::timestamp)::date AS last) months),
  ranges AS (
    SELECT 'month' AS span, first AS since, last AS until FROM whole
    UNION ALL SELECT 'day', $2::date, first FROM whole
    UNION ALL SELECT 'day', last, $3::date FROM whole)`
const DAYS = `WITH ranges AS (SELECT 'day' AS span, $2::date AS since, $3::date AS until)`

/** Line by line and range by range, through the key. Payers (unit '') are counted by month and read apart. */
const FOLDED = `ranges, unnest($4::text[]) AS lines(name), LATERAL (
    SELECT f.line, f.day, f.product, f.unit, f.measure, f.part, f.amount FROM rollup f
    WHERE f.tenant = $1 AND f.line = lines.name AND f.span = ranges.span AND f.day >= ranges.since AND f.day < ranges.until
      AND f.unit <> '' AND ($5::text[] IS NULL OR f.measure = ANY ($5)) OFFSET 0) r`

const SUMS = prepared(`${MONTHS_AND_DAYS}
  SELECT line, product, unit, measure, part, sum(amount)::text AS amount
  FROM (SELECT r.line, r.product, r.unit, r.measure, r.part, r.amount FROM ${FOLDED}
        UNION ALL SELECT d.line, d.product, d.unit, m.measure, m.part, m.amount FROM ${UNFOLDED}) each
  GROUP BY line, product, unit, measure, part`)

/** What of a sum tells series apart. */
export type Grouping = 'none' | 'line' | 'product'

function bucketed(bucket: Bucket, grouping: Grouping) {
  const start = (day: string) => (bucket === 'day' ? day : `date_trunc('${bucket}', ${day}::timestamp)::date`)
  const line = grouping === 'none' ? "''" : 'line'
  const product = grouping === 'product' ? 'product' : "''"
  // One row for all measures of a bucket: a year by day is six thousand of them and not sixty.
  return prepared(`${bucket === 'month' ? MONTHS_AND_DAYS : DAYS}
    SELECT start::text AS start, line, product, unit, string_agg(measure || ' ' || amount, ',') AS sums
    FROM (SELECT start, ${line} AS line, ${product} AS product, unit, measure, sum(amount)::text AS amount FROM (
      SELECT ${start('r.day')} AS start, r.line, r.product, r.unit, r.measure, r.amount FROM ${FOLDED}
      WHERE $6::text IS NULL OR r.product = $6
      UNION ALL SELECT ${start('d.day')}, d.line, d.product, d.unit, m.measure, m.amount
      FROM ${UNFOLDED} AND ($6::text IS NULL OR d.product = $6)) each
    GROUP BY 1, 2, 3, 4, 5) measured GROUP BY start, line, product, unit`)
}

const GROUPINGS: readonly Grouping[] = ['none', 'line', 'product']
const statements = new Map(
  (['day', 'week', 'month'] as const).flatMap((bucket) =>
    GROUPINGS.map((grouping) => [`${bucket} ${grouping}`, bucketed(bucket, grouping)] as const),
  ),
)

/** Sums of a period. `measures`: only these. */
export async function readSums(
  tx: Queryable,
  tenant: number,
  { from, to }: DayRange,
  lines: readonly string[],
  measures?: readonly string[],
): Promise<SumRow[]> {
  const found = await tx.query<Text<SumRow>>(SUMS, [tenant, from, to, lines, measures ?? null])
  return found.map((row) => ({ ...row, amount: BigInt(row.amount) }))
}

export interface BucketAsk {
  readonly bucket: Bucket
  readonly lines: readonly string[]
  /** Of the lines, if not all of theirs. */
  readonly product?: string | undefined
  readonly measures: readonly string[]
  /** What isn't told apart is ''. */
  readonly grouping: Grouping
}

/** Sums of every day, week (from Monday) or month of a period that has any; parts are added up. */
export async function readBuckets(
  tx: Queryable,
  tenant: number,
  { from, to }: DayRange,
  { bucket, lines, product, measures, grouping }: BucketAsk,
): Promise<BucketRow[]> {
  const statement = statements.get(`${bucket} ${grouping}`)!
  type Row = Pick<BucketRow, 'start' | 'line' | 'product' | 'unit'> & { readonly sums: string }
  const found = await tx.query<Row>(statement, [tenant, from, to, lines, measures, product ?? null])
  return found.flatMap(({ sums, ...row }) =>
    sums.split(',').map((sum) => {
      const [measure, amount] = sum.split(' ') as [string, string]
      return { ...row, measure, part: '', amount: BigInt(amount) }
    }),
  )
}

/** Looked up through the key, whatever the planner believes of the table: it is the largest of them. */
const PAYERS =
  prepared(`SELECT month::text AS month, line, product, sum(payers)::text AS payers, sum(repeat)::text AS "repeatPayers"
  FROM (
    SELECT r.day AS month, r.line, r.product, CASE WHEN r.measure = 'payers' THEN r.amount ELSE 0 END AS payers,
           CASE WHEN r.measure = 'repeatPayers' THEN r.amount ELSE 0 END AS repeat
    FROM unnest($4::text[]) AS lines(name), rollup r
    WHERE r.tenant = $1 AND r.line = lines.name AND r.span = 'month' AND r.day >= $2::date AND r.day < $3::date AND r.unit = ''
    UNION ALL
    SELECT p.month, p.line, p.product, (r.again IS NULL)::int,
           (CASE WHEN r.again IS NULL THEN p.again ELSE NOT r.again END)::int
    FROM (${paidIn('(SELECT * FROM rollup_delta WHERE tenant = $1 AND day >= $2::date AND day < $3::date)')}) p
      LEFT JOIN LATERAL (SELECT r.again FROM rollup_payer r WHERE r.tenant = $1 AND r.month = p.month AND r.line = p.line
                           AND r.product = p.product AND r.payer = p.payer OFFSET 0) r ON true
    WHERE p.line = ANY ($4)) each
  GROUP BY month, line, product`)

/** Who paid in whole months, exactly. `months`: from the first of one month to the first of another. */
export async function readPayers(
  tx: Queryable,
  tenant: number,
  months: DayRange,
  lines: readonly string[],
): Promise<PayersRow[]> {
  const found = await tx.query<Text<PayersRow>>(PAYERS, [tenant, months.from, months.to, lines])
  return found.map((row) => ({ ...row, payers: BigInt(row.payers), repeatPayers: BigInt(row.repeatPayers) }))
}

export interface Renewals {
  readonly due: number
  readonly renewed: number
}

/**
 * A term that ended on a day of the period was renewed when another of the customer for the same product goes on from
 * there. A term whose first day after it is not over yet is not due; what was given back whole was no term.
 */
const RENEWALS = prepared(`SELECT product, count(*)::int AS due, (count(*) FILTER (WHERE renewed))::int AS renewed
  FROM (SELECT DISTINCT product, payer, ends, coalesce(next <= ends, false) AS renewed
        FROM (SELECT product, payer, ends, min(starts) OVER (PARTITION BY product, payer ORDER BY ends
                     RANGE BETWEEN interval '1 day' FOLLOWING AND UNBOUNDED FOLLOWING) AS next
              FROM rollup_term WHERE tenant = $1 AND line = $2 AND ends >= $3::date AND NOT void) terms
        WHERE ends < least($4::date, $5::date)) ended
  GROUP BY product`)

/** By product. `today`: in the tenant's time zone. */
export async function readRenewals(
  tx: Queryable,
  tenant: number,
  line: string,
  { from, to }: DayRange,
  today: string,
): Promise<Map<string, Renewals>> {
  const found = await tx.query<Renewals & { product: string }>(RENEWALS, [tenant, line, from, to, today])
  return new Map(found.map(({ product, due, renewed }) => [product, { due, renewed }]))
}

export interface Industry {
  readonly product: string
  /** The attribute `industry` of the customers; null: they have none. */
  readonly industry: string | null
  readonly customers: number
}

const INDUSTRIES = prepared(`SELECT paid.product, party.industry, count(*)::int AS customers
  FROM (SELECT product, payer FROM rollup_payer
        WHERE tenant = $1 AND month >= $2::date AND month < $3::date AND line = $4
        UNION
        SELECT d.product, payer FROM rollup_delta d, unnest(d.payers) AS payer
        WHERE d.tenant = $1 AND d.line = $4 AND d.day >= $2::date AND d.day < $3::date) paid
    LEFT JOIN LATERAL (SELECT p.attributes ->> 'industry' AS industry FROM party p
                       WHERE p.tenant = $1 AND p.id = paid.payer OFFSET 0) party ON true
  GROUP BY paid.product, party.industry ORDER BY count(*) DESC, party.industry`)

/** Distinct customers of a line over whole months, by what they do: for lines whose customers are companies. */
export function readIndustries(tx: Queryable, tenant: number, months: DayRange, line: string): Promise<Industry[]> {
  return tx.query<Industry>(INDUSTRIES, [tenant, months.from, months.to, line])
}
