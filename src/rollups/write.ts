/**
 * Writes rollups together with the postings: rows appended by the statement and transaction of the batch, one for each
 * day, product and unit. No row is updated, so no lock is waited for; only `voidTerms` updates rows, those of charges
 * that the batch has locked.
 */
import { instants, texts, uuids } from '../db/arrays.ts'
import { prepared, type Queryable, type Statement } from '../db/connect.ts'
import { type Cell, type ChargeActivity, type RefundActivity, Tally } from './activity.ts'

/**
 * A statement that is part of a batch and reads `posted(batch, at)`. Its text is constant for a given index of its
 * first parameter.
 */
export interface RollupRows {
  sql(first: number): string
  readonly params: readonly unknown[]
}

/** Returns the rollup rows of a batch of charges. */
export function chargeRollups(tenant: number, made: readonly ChargeActivity[]): RollupRows[] {
  const tally = new Tally<string>()
  for (const charge of made) tally.addCharge(slotOf(charge.effectiveAt), charge)
  const terms = made.filter(({ term, captured }) => term && captured > 0n)
  return terms.length > 0 ? [deltas(tenant, tally), termsOf(tenant, terms)] : [deltas(tenant, tally)]
}

/** Returns the rollup rows of a batch of refunds, or their deduction where refunds are undone. */
export function refundRollups(tenant: number, made: readonly RefundActivity[]): RollupRows[] {
  const tally = new Tally<string>()
  for (const refund of made) tally.addRefund(slotOf(refund.effectiveAt), refund)
  const whole = made.filter((refund) => refund.whole)
  return whole.length > 0 ? [deltas(tenant, tally), voidTerms(tenant, whole)] : [deltas(tenant, tally)]
}

/** Returns the rollup rows of a quote. */
export function quoteRollups(
  tenant: number,
  { line, product, unit }: { readonly line: string; readonly product: string; readonly unit: string },
): RollupRows {
  const tally = new Tally<string>()
  tally.addQuotes(slotOf(null), { line, product, unit }, 1n)
  return deltas(tenant, tally)
}

/** Writes rollups separately in the caller's transaction, where no posting can carry them. */
export async function writeRollups(tx: Queryable, rollups: readonly RollupRows[]): Promise<void> {
  for (const rows of rollups) await tx.execute(alone(rows.sql(1)), rows.params)
}

const statements = new Map<string, Statement>()

function alone(sql: string): Statement {
  let statement = statements.get(sql)
  if (!statement) {
    const now = "date_trunc('milliseconds', now())"
    statement = prepared(`WITH posted AS (SELECT NULL::bigint AS batch, ${now} AS at), more AS (${sql}) SELECT 1`)
    statements.set(sql, statement)
  }
  return statement
}

const NOW = ''
const SLOT_MS = 900_000
/** Since then every time zone's offset from UTC is a multiple of 15 minutes. */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1)

/**
 * The database determines the day in the tenant's zone; here instants that certainly share a day are grouped: those of
 * the same quarter of an hour.
 */
function slotOf(at: Date | null): string {
  if (at === null) return NOW
  const ms = at.getTime()
  return String(ms < QUARTERS_SINCE ? ms : ms - (ms % SLOT_MS))
}

function deltas(tenant: number, { cells }: Tally<string>): RollupRows {
  const rows = [...cells.values()]
  const column = (of: (cell: Cell<string>) => string) => texts(rows.map(of))
  const keys = (cell: Cell<string>) => [...cell.sums.keys()]
  return {
    sql: deltaSql,
    params: [
      tenant,
      instants(rows.map(({ when }) => (when === NOW ? null : new Date(Number(when))))),
      column(({ line }) => line),
      column(({ product }) => product),
      column(({ unit }) => unit),
      column((cell) => arrayOf(keys(cell).map((key) => key.slice(0, key.indexOf(':'))))),
      column((cell) => arrayOf(keys(cell).map((key) => key.slice(key.indexOf(':') + 1)))),
      column((cell) => `{${[...cell.sums.values()].join(',')}}`),
      column(({ payers }) => arrayOf([...payers.keys()])),
      column(({ payers }) => arrayOf([...payers].filter(([, times]) => times > 1).map(([payer]) => payer))),
    ],
  }
}

/** The part of a statement that inserts the rows of {@link quoteRollups} and similar functions. */
export function deltaSql(first: number): string {
  const p = (n: number) => `$${first + n}`
  return `INSERT INTO rollup_delta (tenant, day, line, product, unit, measures, parts, amounts, payers, again)
    SELECT t.id, (coalesce(d.at, p.at) AT TIME ZONE t.time_zone)::date, d.line, d.product, d.unit, d.measures::text[],
           d.parts::text[], d.amounts::numeric[], d.payers::text[], d.again::text[]
    FROM posted p, tenant t, unnest(${p(1)}::timestamptz[], ${p(2)}::text[], ${p(3)}::text[], ${p(4)}::text[],
      ${p(5)}::text[], ${p(6)}::text[], ${p(7)}::text[], ${p(8)}::text[], ${p(9)}::text[])
      AS d(at, line, product, unit, measures, parts, amounts, payers, again)
    WHERE t.id = ${p(0)}::int`
}

/** Formats an array as PostgreSQL does, with every element quoted so that none is read as NULL. */
function arrayOf(elements: readonly string[]): string {
  return `{${elements.map((each) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

function termsOf(tenant: number, charges: readonly ChargeActivity[]): RollupRows {
  return {
    sql: termSql,
    params: [
      tenant,
      uuids(charges.map(({ id }) => id)),
      texts(charges.map(({ line }) => line)),
      texts(charges.map(({ product }) => product)),
      texts(charges.map(({ payer }) => payer)),
      texts(charges.map(({ term }) => term!.starts)),
      texts(charges.map(({ term }) => term!.ends)),
    ],
  }
}

function termSql(first: number): string {
  const p = (n: number) => `$${first + n}`
  return `INSERT INTO rollup_term (tenant, charge, line, product, payer, starts, ends)
    SELECT ${p(0)}::int, t.charge, t.line, t.product, t.payer, t.starts::date, t.ends::date
    FROM unnest(${p(1)}::uuid[], ${p(2)}::text[], ${p(3)}::text[], ${p(4)}::text[], ${p(5)}::text[], ${p(6)}::text[])
      AS t(charge, line, product, payer, starts, ends)`
}

/** Marks fully refunded terms as void: they are neither due nor a renewal. */
function voidTerms(tenant: number, refunds: readonly RefundActivity[]): RollupRows {
  const last = new Map(refunds.map(({ charge, undone }) => [charge, !undone]))
  const given = (whole: boolean) => uuids([...last].filter(([, each]) => each === whole).map(([charge]) => charge))
  return { sql: voidSql, params: [tenant, given(true), given(false)] }
}

function voidSql(first: number): string {
  const p = (n: number) => `$${first + n}`
  return `UPDATE rollup_term r SET void = t.void
    FROM (SELECT charge, true AS void FROM unnest(${p(1)}::uuid[]) AS a(charge)
          UNION ALL SELECT charge, false FROM unnest(${p(2)}::uuid[]) AS b(charge)) t,
      LATERAL (SELECT s.ctid FROM rollup_term s WHERE s.tenant = ${p(0)}::int AND s.charge = t.charge OFFSET 0) found
    WHERE r.ctid = found.ctid`
}
