/**
 * Reads rollups: folded sums and waiting deltas in one statement, so that a report is exact as of its snapshot
 * regardless of folding. Days are in the tenant's time zone, YYYY-MM-DD.
 */
import { prepared, type TenantQueryable } from '../db/connect.ts'
import { daysOf, isMoney, MONEY, MONEY_COLUMNS, type MoneyMeasure } from './days.ts'
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

/** The sums of one bucket over all parts; `start`: its first day. */
export interface BucketRow {
  readonly start: string
  readonly line: string
  readonly product: string
  readonly unit: string
  readonly money: Readonly<Record<MoneyMeasure, bigint>>
  /** The requested additional measure; 0 without one. */
  readonly counted: bigint
}

/** Number of payers in a month, per product and overall (line and product are ''). */
export interface PayersRow {
  readonly month: string
  readonly line: string
  readonly product: string
  readonly payers: bigint
  /** Payers who paid more than once. */
  readonly repeatPayers: bigint
}

type Text<Row> = { [Name in keyof Row]: Row[Name] extends bigint ? string : Row[Name] }

const unfolded = (
  measures: string,
) => `rollup_delta d, unnest(d.measures, d.parts, d.amounts) AS m(measure, part, amount)
  WHERE d.tenant = $1 AND d.line = ANY ($4) AND d.day >= $2::date AND d.day < $3::date AND ${measures}`

/** The whole months of the period, and the days before and after them. */
const MONTHS_AND_DAYS = `WITH whole AS (
    SELECT least(first, $3::date) AS first, greatest(last, least(first, $3::date)) AS last
    FROM (SELECT date_trunc('month', $2::timestamp + interval '1 month - 1 day')::date AS first,
                 date_trunc('month', $3::timestamp)::date AS last) months),
  ranges AS (
    SELECT 'month' AS span, first AS since, last AS until FROM whole
    UNION ALL SELECT 'day', $2::date, first FROM whole
    UNION ALL SELECT 'day', last, $3::date FROM whole)`

/** Folded sums by line and range, through the key. Payers (unit '') are counted by month and read separately. */
const folded = (measures: string) => `ranges, unnest($4::text[]) AS lines(name), LATERAL (
    SELECT f.line, f.day, f.product, f.unit, f.measure, f.part, f.amount FROM rollup f
    WHERE f.tenant = $1 AND f.line = lines.name AND f.span = ranges.span AND f.day >= ranges.since AND f.day < ranges.until
      AND f.unit <> '' AND ${measures} OFFSET 0) r`

const SOME = '($5::text[] IS NULL OR measure = ANY ($5))'
const SUMS = prepared(`${MONTHS_AND_DAYS}
  SELECT line, product, unit, measure, part, sum(amount)::text AS amount
  FROM (SELECT r.line, r.product, r.unit, r.measure, r.part, r.amount FROM ${folded(SOME)}
        UNION ALL SELECT d.line, d.product, d.unit, m.measure, m.part, m.amount FROM ${unfolded(SOME)}) each
  GROUP BY line, product, unit, measure, part`)

/** The dimension that separates series. */
type Grouping = 'none' | 'line' | 'product'

/** All measures of a bucket in one row: MONEY in its order, then the additional measure ($5). */
const SIDE_BY_SIDE = `concat_ws(',', ${MONEY_COLUMNS.map((name) => `sum(${name})`).join(', ')}, coalesce(sum(counted), 0))`
const ONE_BY_ONE = `concat_ws(',', ${MONEY_COLUMNS.join(', ')}, coalesce(counted, 0))`
const COUNTED = `${MONEY_COLUMNS.join(', ')}, (counts ->> $5)::numeric AS counted`

function keysOf(grouping: Grouping): string {
  const line = grouping === 'none' ? "''" : 'line'
  return `${line} AS line, ${grouping === 'product' ? 'product' : "''"} AS product, unit`
}

/**
 * Buckets from day rows (days.ts), and from unfolded deltas in the same form. Stored rows by day and product are not
 * summed again, because tens of thousands of groups of numeric sums would spill to disk: additions to them (for the
 * last few days) are returned as separate rows.
 */
function byDays(bucket: 'day' | 'week', grouping: Grouping) {
  const start = bucket === 'day' ? 'day' : "date_trunc('week', day::timestamp)::date"
  const each = `SELECT ${start} AS start, ${keysOf(grouping)}, ${COUNTED} FROM (
      SELECT r.* FROM unnest($4::text[]) AS lines(name), LATERAL (
        SELECT line, day, product, unit, ${MONEY_COLUMNS.join(', ')}, counts FROM rollup_day f
        WHERE f.tenant = $1 AND f.line = lines.name AND f.day >= $2::date AND f.day < $3::date
          AND ($6::text IS NULL OR f.product = $6) OFFSET 0) r
      UNION ALL ${daysOf(`SELECT d.line, d.day, d.product, d.unit, m.measure, m.amount
        FROM rollup_delta d, unnest(d.measures, d.amounts) AS m(measure, amount)
        WHERE d.tenant = $1 AND d.line = ANY ($4) AND d.day >= $2::date AND d.day < $3::date
          AND ($6::text IS NULL OR d.product = $6)`)}) days`
  if (bucket === 'day' && grouping === 'product')
    return prepared(`SELECT start::text AS start, line, product, unit, ${ONE_BY_ONE} AS sums FROM (${each}) each`)
  return prepared(`SELECT start::text AS start, line, product, unit, ${SIDE_BY_SIDE} AS sums FROM (${each}) each
    GROUP BY start, line, product, unit`)
}

const MONEY_AND_ONE = `(measure = ANY ('{${MONEY.join(',')}}') OR measure = $5)`

/** Buckets from whole months, and from days outside of whole months. */
function byMonths(grouping: Grouping) {
  const month = (day: string) => `date_trunc('month', ${day}::timestamp)::date`
  return prepared(`${MONTHS_AND_DAYS}
    SELECT start::text AS start, line, product, unit, ${SIDE_BY_SIDE} AS sums
    FROM (SELECT day AS start, ${keysOf(grouping)}, ${COUNTED} FROM (${daysOf(`
      SELECT ${month('r.day')} AS day, r.line, r.product, r.unit, r.measure, r.amount FROM ${folded(MONEY_AND_ONE)}
      WHERE $6::text IS NULL OR r.product = $6
      UNION ALL SELECT ${month('d.day')}, d.line, d.product, d.unit, m.measure, m.amount
      FROM ${unfolded(MONEY_AND_ONE)} AND ($6::text IS NULL OR d.product = $6)`)}) months) each
    GROUP BY start, line, product, unit`)
}

const GROUPINGS: readonly Grouping[] = ['none', 'line', 'product']
const statements = new Map(
  (['day', 'week', 'month'] as const).flatMap((bucket) =>
    GROUPINGS.map((grouping) => {
      const statement = bucket === 'month' ? byMonths(grouping) : byDays(bucket, grouping)
      return [`${bucket} ${grouping}`, statement] as const
    }),
  ),
)

/** Reads the sums of a period. `measures`: only these. */
export async function readSums(
  tx: TenantQueryable,
  { from, to }: DayRange,
  lines: readonly string[],
  measures?: readonly string[],
): Promise<SumRow[]> {
  const found = await tx.query<Text<SumRow>>(SUMS, [tx.tenant, from, to, lines, measures ?? null])
  return found.map((row) => ({ ...row, amount: BigInt(row.amount) }))
}

export interface BucketAsk {
  readonly bucket: Bucket
  readonly lines: readonly string[]
  /** Restricts to one product of the lines. */
  readonly product?: string | undefined
  /** An additional measure besides money. */
  readonly measure?: string | undefined
  /** Dimensions that aren't separated are ''. */
  readonly grouping: Grouping
}

/** Reads the sums of every day, week (from Monday) or month of a period that has any. */
export async function readBuckets(
  tx: TenantQueryable,
  { from, to }: DayRange,
  { bucket, lines, product, measure, grouping }: BucketAsk,
): Promise<BucketRow[]> {
  const statement = statements.get(`${bucket} ${grouping}`)!
  type Row = Pick<BucketRow, 'start' | 'line' | 'product' | 'unit'> & { readonly sums: string }
  const found = await tx.query<Row>(statement, [tx.tenant, from, to, lines, measure ?? null, product ?? null])
  const rows = new Map<string, BucketRow>()
  for (const { start, line, product: of, unit, sums } of found) {
    const amounts = sums.split(',')
    const key = `${start} ${line}/${of} ${unit}`
    const there = rows.get(key)
    const money = {} as Record<MoneyMeasure, bigint>
    for (let n = 0; n < MONEY.length; n += 1) {
      const amount = amounts[n] === '0' ? 0n : BigInt(amounts[n]!)
      money[MONEY[n]!] = there ? there.money[MONEY[n]!] + amount : amount
    }
    const own = BigInt(amounts[MONEY.length]!)
    const counted = measure !== undefined && isMoney(measure) ? money[measure] : own + (there?.counted ?? 0n)
    rows.set(key, { start, line, product: of, unit, money, counted })
  }
  // An unfolded deduction may leave zero, which is omitted as it is after folding.
  return [...rows.values()].filter(({ money, counted }) => counted !== 0n || MONEY.some((name) => money[name] !== 0n))
}

/** Read through the key regardless of statistics, because it is the largest of the tables. */
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
      LEFT JOIN LATERAL (SELECT r.again @> p.month AS again FROM rollup_payer r WHERE r.tenant = $1 AND r.line = p.line
                           AND r.product = p.product AND r.payer = p.payer AND r.paid @> p.month OFFSET 0) r ON true
    WHERE p.line = ANY ($4)) each
  GROUP BY month, line, product`)

/** Counts payers in whole months, exactly. `months`: from the first of one month to the first of another. */
export async function readPayers(
  tx: TenantQueryable,
  months: DayRange,
  lines: readonly string[],
): Promise<PayersRow[]> {
  const found = await tx.query<Text<PayersRow>>(PAYERS, [tx.tenant, months.from, months.to, lines])
  return found.map((row) => ({ ...row, payers: BigInt(row.payers), repeatPayers: BigInt(row.repeatPayers) }))
}

export interface Renewals {
  readonly due: number
  readonly renewed: number
}

/**
 * A term that ended in the period was renewed when another term of the customer for the same product continues from
 * there, that is when the days of all the customer's terms together continue. A term is not due before the day after it
 * is over; fully refunded terms don't count.
 */
const RENEWALS = prepared(`SELECT product, sum(due)::int AS due, sum(due - lapsed)::int AS renewed
  FROM (SELECT product, count(DISTINCT ends) FILTER (WHERE ends < least($4::date, $5::date)) AS due,
               range_agg(daterange(starts, ends)) AS sold
        FROM rollup_term WHERE tenant = $1 AND line = $2 AND ends >= $3::date AND NOT void
        GROUP BY payer, product) customers,
    LATERAL (SELECT count(*) AS lapsed FROM unnest(sold) AS stretch WHERE upper(stretch) < least($4::date, $5::date)) each
  GROUP BY product`)

/** Reads renewals by product. `today`: in the tenant's time zone. */
export async function readRenewals(
  tx: TenantQueryable,
  line: string,
  { from, to }: DayRange,
  today: string,
): Promise<Map<string, Renewals>> {
  const found = await tx.query<Renewals & { product: string }>(RENEWALS, [tx.tenant, line, from, to, today])
  return new Map(found.map(({ product, due, renewed }) => [product, { due, renewed }]))
}

export interface Industry {
  readonly product: string
  /** The attribute `industry` of the customers; null: not set. */
  readonly industry: string | null
  readonly customers: number
}

/** Each customer is looked up once, regardless of the number of purchases. */
const INDUSTRIES = prepared(`SELECT bought.product, party.industry, count(*)::int AS customers
  FROM (SELECT payer, array_agg(DISTINCT product) AS products
        FROM (SELECT product, payer FROM rollup_payer
              WHERE tenant = $1 AND line = $4 AND paid && daterange($2::date, $3::date)
              UNION ALL
              SELECT d.product, payer FROM rollup_delta d, unnest(d.payers) AS payer
              WHERE d.tenant = $1 AND d.line = $4 AND d.day >= $2::date AND d.day < $3::date) each
        GROUP BY payer) paid
    LEFT JOIN LATERAL (SELECT p.attributes ->> 'industry' AS industry FROM party p
                       WHERE p.tenant = $1 AND p.id = paid.payer OFFSET 0) party ON true,
    unnest(paid.products) AS bought(product)
  GROUP BY bought.product, party.industry ORDER BY count(*) DESC, party.industry`)

/** Counts distinct customers of a line over whole months by industry, for lines whose customers are companies. */
export function readIndustries(tx: TenantQueryable, months: DayRange, line: string): Promise<Industry[]> {
  return tx.query<Industry>(INDUSTRIES, [tx.tenant, months.from, months.to, line])
}
