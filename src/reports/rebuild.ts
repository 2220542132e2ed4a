/**
 * Verifies the rollups against the charges and refunds, and rebuilds them. Both use one snapshot under any load:
 * concurrent postings add deltas that are invisible to the snapshot and are not touched.
 *
 * Locks: rebuilding holds the fold lock, which excludes folding (src/rollups/fold.ts); posting never waits for it.
 */
import { texts, uuids } from '../db/arrays.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import type { Fault } from '../ledger/fault.ts'
import type { Tally } from '../rollups/activity.ts'
import { type DayKey, measuresOf, replaceDays } from '../rollups/days.ts'
import { byPayer, NOTED, paidIn, tryFoldLock, waitForFolder } from '../rollups/fold.ts'
import { type Recomputed, recompute, type StoredTerm } from './recompute.ts'

export interface RollupsFound {
  readonly charges: number
  readonly refunds: number
  /** Number of sums computed from the charges and refunds. */
  readonly sums: number
}

export interface RollupsReport extends RollupsFound {
  /** At most a hundred of each kind. */
  readonly faults: readonly Fault[]
}

const MOST = 100

/** Compares every sum, payer and term with the charges and refunds and lists the differences. Reads everything. */
export async function checkRollups(db: TenantDatabase): Promise<RollupsReport> {
  return db.transaction(
    async (tx) => {
      const wanted = await recompute(tx)
      const sums = sumsOf(wanted.tally)
      const faults = [
        ...differences(sums, await readAllSums(tx)),
        ...(await monthsDiffer(tx)),
        ...(await daysDiffer(tx)),
        ...(await payersDiffer(tx)),
        ...(await payerCountsDiffer(tx)),
        ...termsDiffer(wanted.terms, await readAllTerms(tx)),
      ]
      return { charges: wanted.charges, refunds: wanted.refunds, sums: sums.size, faults }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

/** Deletes the rollups and rebuilds them from the charges and refunds. */
export async function rebuildRollups(db: TenantDatabase): Promise<RollupsFound> {
  for (;;) {
    // A transaction that waits for a lock after taking its snapshot reads stale data, so the wait happens outside.
    const run = async (tx: TenantQueryable) => ((await tryFoldLock(tx)) ? rebuild(tx) : undefined)
    const found = await withRetry(db, run, { isolation: 'repeatable read' })
    if (found) return found
    await db.transaction((tx) => waitForFolder(tx))
  }
}

/** Rebuilds the rollups of a tenant whose charges predate them, once. A background job that leaves no work behind. */
export async function rebuildOnce(db: TenantDatabase): Promise<number> {
  const waits = 'SELECT 1 FROM rollup_rebuild WHERE tenant = $1'
  if ((await db.query(waits, [db.tenant])).length > 0) await rebuildRollups(db)
  return 0
}

/** Rebuilds the rollups. The caller holds the fold lock. */
async function rebuild(tx: TenantQueryable): Promise<RollupsFound> {
  const wanted = await recompute(tx)
  const sums = sumsOf(wanted.tally)
  for (const table of ['rollup', 'rollup_delta', 'rollup_payer', 'rollup_rebuild']) {
    await tx.execute(`DELETE FROM ${table} WHERE tenant = $1`, [tx.tenant])
  }
  await insertSums(tx, sums)
  await replaceDays(tx)
  await tx.execute(
    `INSERT INTO rollup (tenant, span, day, line, product, unit, measure, part, amount)
     SELECT $1, 'month', day, line, product, unit, measure, part, amount FROM (${BY_MONTH}) months`,
    [tx.tenant],
  )
  await tx.execute(
    `INSERT INTO rollup_payer (tenant, line, product, payer, paid, again)
     SELECT $1, line, product, payer, paid, again FROM (${byPayer(`(${CHARGED}) paid`)}) payers`,
    [tx.tenant],
  )
  await tx.execute(
    `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
     SELECT $1, line, 'month', month, product, '', measure, '', n FROM (${COUNTED}) counted WHERE n > 0`,
    [tx.tenant],
  )
  await putTerms(tx, wanted)
  return { charges: wanted.charges, refunds: wanted.refunds, sums: sums.size }
}

/** Sums by key, the key being one text. */
type Sums = ReadonlyMap<string, bigint>

const keyOf = (row: SumKey) => JSON.stringify([row.day, row.line, row.product, row.unit, row.measure, row.part])

interface SumKey extends DayKey {
  readonly measure: string
  readonly part: string
}

function sumsOf({ cells }: Tally<string>): Sums {
  const sums = new Map<string, bigint>()
  for (const { when: day, line, product, unit, sums: own } of cells.values()) {
    for (const [name, amount] of own) {
      const colon = name.indexOf(':')
      const key = keyOf({ day, line, product, unit, measure: name.slice(0, colon), part: name.slice(colon + 1) })
      sums.set(key, amount)
    }
  }
  return sums
}

async function readAllSums(tx: TenantQueryable): Promise<Sums> {
  const rows = await tx.query<SumKey & { amount: string }>(
    `SELECT day::text AS day, line, product, unit, measure, part, sum(amount)::text AS amount
     FROM (SELECT day, line, product, unit, measure, part, amount FROM rollup
           WHERE tenant = $1 AND span = 'day' AND unit <> ''
           UNION ALL
           SELECT d.day, d.line, d.product, d.unit, m.measure, m.part, m.amount
           FROM rollup_delta d, unnest(d.measures, d.parts, d.amounts) AS m(measure, part, amount) WHERE d.tenant = $1) each
     GROUP BY 1, 2, 3, 4, 5, 6`,
    [tx.tenant],
  )
  return new Map(rows.map((row) => [keyOf(row), BigInt(row.amount)]))
}

/** Compares sums. A zero sum may be stored as zero or be absent. */
function differences(wanted: Sums, found: Sums): Fault[] {
  const faults: Fault[] = []
  for (const key of [...new Set([...wanted.keys(), ...found.keys()])].sort()) {
    const [is, should] = [found.get(key) ?? 0n, wanted.get(key) ?? 0n]
    if (is === should) continue
    const [day, line, product, unit, measure, part] = JSON.parse(key) as string[]
    const name = part === '' ? measure : `${measure} ${part}`
    faults.push({
      code: 'rollup_differs',
      detail: `${day} ${line}/${product} ${unit} ${name}: ${is}, charges and refunds come to ${should}`,
    })
    if (faults.length === MOST) break
  }
  return faults
}

/** Folded days, summed by month. */
const BY_MONTH = `SELECT date_trunc('month', day::timestamp)::date AS day, line, product, unit, measure, part, sum(amount) AS amount
  FROM rollup WHERE tenant = $1 AND span = 'day' GROUP BY 1, 2, 3, 4, 5, 6`

/** Checks that the sums by month equal those of their days. */
async function monthsDiffer(tx: TenantQueryable): Promise<Fault[]> {
  const rows = await tx.query<SumKey & { is: string; should: string }>(
    `SELECT day::text AS day, line, product, unit, measure, part, coalesce(kept.amount, 0)::text AS is,
            coalesce(days.amount, 0)::text AS should
     FROM (${BY_MONTH}) days
       FULL JOIN (SELECT day, line, product, unit, measure, part, amount FROM rollup
                  WHERE tenant = $1 AND span = 'month' AND unit <> '') kept
       USING (day, line, product, unit, measure, part)
     WHERE coalesce(kept.amount, 0) <> coalesce(days.amount, 0) ORDER BY 1, 2, 3, 4, 5, 6 LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ day, line, product, unit, measure, part, is, should }) => ({
    code: 'rollup_month_differs',
    detail: `${day.slice(0, 7)} ${line}/${product} ${unit} ${part === '' ? measure : `${measure} ${part}`}: ${is}, its days come to ${should}`,
  }))
}

/** Checks that the row of each day equals its sums. */
async function daysDiffer(tx: TenantQueryable): Promise<Fault[]> {
  const rows = await tx.query<SumKey & { is: string; should: string }>(
    `SELECT day::text AS day, line, product, unit, measure, coalesce(kept.amount, 0)::text AS is,
            coalesce(sums.amount, 0)::text AS should
     FROM (SELECT day, line, product, unit, measure, sum(amount) AS amount FROM rollup
           WHERE tenant = $1 AND span = 'day' GROUP BY 1, 2, 3, 4, 5) sums
       FULL JOIN (${measuresOf('(SELECT * FROM rollup_day WHERE tenant = $1)')}) kept USING (day, line, product, unit, measure)
     WHERE coalesce(kept.amount, 0) <> coalesce(sums.amount, 0) ORDER BY 1, 2, 3, 4, 5 LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ day, line, product, unit, measure, is, should }) => ({
    code: 'rollup_day_differs',
    detail: `${day} ${line}/${product} ${unit} ${measure} in one row: ${is}, its sums come to ${should}`,
  }))
}

/** Payers by month, from the charges themselves. */
const CHARGED = `SELECT month, levels.line, levels.product, payer, count(*) > 1 AS again
  FROM (SELECT date_trunc('month', effective_at AT TIME ZONE time_zone)::date AS month, line, product, payer
        FROM charge c, tenant t WHERE c.tenant = $1 AND t.id = $1 AND c.captured > 0) c,
    LATERAL (VALUES (c.line, c.product), ('', '')) AS levels(line, product)
  GROUP BY 1, 2, 3, 4`

const COUNTED = `SELECT month, line, product, m.measure, m.n
  FROM (SELECT month, line, product, count(*) AS payers, count(*) FILTER (WHERE again) AS repeat
        FROM (${NOTED}) noted GROUP BY 1, 2, 3) each,
    LATERAL (VALUES ('payers', payers), ('repeatPayers', repeat)) AS m(measure, n)`

async function payersDiffer(tx: TenantQueryable): Promise<Fault[]> {
  const deltas = '(SELECT * FROM rollup_delta WHERE tenant = $1)'
  const rows = await tx.query<{ month: string; line: string; product: string; payer: string }>(
    `WITH noted AS (
       SELECT month, line, product, payer, count(*) > 1 OR bool_or(again) AS again
       FROM (${NOTED} UNION ALL ${paidIn(deltas)}) each
       GROUP BY 1, 2, 3, 4)
     SELECT month::text AS month, line, product, payer
     FROM (${CHARGED}) charged FULL JOIN noted USING (month, line, product, payer)
     WHERE charged.again IS DISTINCT FROM noted.again ORDER BY 1, 2, 3, 4 LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ month, line, product, payer }) => ({
    code: 'rollup_payer_differs',
    detail: `${month.slice(0, 7)} ${line === '' ? 'all' : `${line}/${product}`}: ${payer}`,
  }))
}

async function payerCountsDiffer(tx: TenantQueryable): Promise<Fault[]> {
  const rows = await tx.query<{ month: string; line: string; product: string; measure: string; is: string; n: string }>(
    `SELECT month::text AS month, line, product, measure, coalesce(is_, 0)::text AS is, coalesce(n, 0)::text AS n
     FROM (${COUNTED}) counted
       FULL JOIN (SELECT day AS month, line, product, measure, amount AS is_ FROM rollup
                  WHERE tenant = $1 AND unit = '') kept USING (month, line, product, measure)
     WHERE coalesce(is_, 0) <> coalesce(n, 0) ORDER BY 1, 2, 3, 4 LIMIT ${MOST}`,
    [tx.tenant],
  )
  return rows.map(({ month, line, product, measure, is, n }) => ({
    code: 'rollup_payers_miscounted',
    detail: `${month.slice(0, 7)} ${line === '' ? 'all' : `${line}/${product}`} ${measure}: ${is}, there are ${n}`,
  }))
}

type Terms = ReadonlyMap<string, StoredTerm>

async function readAllTerms(tx: TenantQueryable): Promise<Terms> {
  const rows = await tx.query<StoredTerm & { charge: string }>(
    `SELECT charge, line, product, payer, starts::text AS starts, ends::text AS ends, void
     FROM rollup_term WHERE tenant = $1`,
    [tx.tenant],
  )
  return new Map(rows.map(({ charge, ...term }) => [charge, term]))
}

function termsDiffer(wanted: Terms, found: Terms): Fault[] {
  const told = (term: StoredTerm | undefined) =>
    term && `${term.line}/${term.product} ${term.payer} ${term.starts} to ${term.ends}${term.void ? ', void' : ''}`
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .map((charge) => ({ charge, is: told(found.get(charge)), should: told(wanted.get(charge)) }))
    .filter(({ is, should }) => is !== should)
    .slice(0, MOST)
    .map(({ charge, is, should }) => ({
      code: 'rollup_term_differs',
      detail: `charge ${charge}: ${is ?? 'none'}, it should be ${should ?? 'none'}`,
    }))
}

const PAGE = 10_000

async function insertSums(tx: TenantQueryable, sums: Sums): Promise<void> {
  const rows = [...sums].filter(([, amount]) => amount !== 0n).map(([key, amount]) => [...JSON.parse(key), amount])
  for (let first = 0; first < rows.length; first += PAGE) {
    const page = rows.slice(first, first + PAGE)
    const column = (n: number) => texts(page.map((row) => String(row[n])))
    await tx.execute(
      `INSERT INTO rollup (tenant, span, day, line, product, unit, measure, part, amount)
       SELECT $1, 'day', day::date, line, product, unit, measure, part, amount::numeric
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         AS t(day, line, product, unit, measure, part, amount)`,
      [tx.tenant, column(0), column(1), column(2), column(3), column(4), column(5), column(6)],
    )
  }
}

/**
 * Updates only the terms that differ, because refunds also write these rows and would conflict with a full replacement.
 */
async function putTerms(tx: TenantQueryable, { terms }: Recomputed): Promise<void> {
  const all = [...terms]
  const charges = (rows: typeof all) => uuids(rows.map(([charge]) => charge))
  await tx.execute(
    `DELETE FROM rollup_term r WHERE tenant = $1
       AND NOT EXISTS (SELECT 1 FROM unnest($2::uuid[]) AS t(charge) WHERE t.charge = r.charge)`,
    [tx.tenant, charges(all)],
  )
  for (let first = 0; first < all.length; first += PAGE) {
    const page = all.slice(first, first + PAGE)
    const column = (of: (term: StoredTerm) => string) => texts(page.map(([, term]) => of(term)))
    await tx.execute(
      `INSERT INTO rollup_term AS r (tenant, charge, line, product, payer, starts, ends, void)
       SELECT $1, charge, line, product, payer, starts::date, ends::date, void::boolean
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
         AS t(charge, line, product, payer, starts, ends, void)
       ON CONFLICT (tenant, charge) DO UPDATE
         SET line = excluded.line, product = excluded.product, payer = excluded.payer, starts = excluded.starts,
             ends = excluded.ends, void = excluded.void
         WHERE (r.line, r.product, r.payer, r.starts, r.ends, r.void)
           IS DISTINCT FROM (excluded.line, excluded.product, excluded.payer, excluded.starts, excluded.ends, excluded.void)`,
      [
        tx.tenant,
        charges(page),
        column(({ line }) => line),
        column(({ product }) => product),
        column(({ payer }) => payer),
        column(({ starts }) => starts),
        column(({ ends }) => ends),
        column((term) => String(term.void)),
      ],
    )
  }
}
