/**
 * Folding: deltas appended by batches are deleted and added to the rollups in one transaction, so a reader of both sees
 * each amount exactly once; then the affected days are recomputed (days.ts). One process folds a tenant at a time;
 * others skip it.
 *
 * Locks: the tenant's fold lock, tried without waiting; its holder is the only writer of these tables.
 */
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { type DayKey, refreshDays } from './days.ts'

/** Deltas per fold. */
const MOST = 2_000

/** Folds waiting deltas. Returns how many there were; unless it is zero, more may be waiting. */
export async function foldRollups(db: TenantDatabase, most = MOST): Promise<number> {
  return db.transaction(async (tx) => {
    if (!(await tryFoldLock(tx))) return 0
    const days = await tx.query<DayKey & { taken: number }>(FOLD, [db.tenant, most])
    if (days.length > 0) await refreshDays(tx, days)
    return days.reduce((sum, { taken }) => sum + taken, 0)
  })
}

const LOCK = "hashtextextended('recoup.rollups', $1)"

/** Takes the fold lock until the transaction ends, unless another transaction holds it. */
export async function tryFoldLock(tx: TenantQueryable): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>(`SELECT pg_try_advisory_xact_lock(${LOCK}) AS mine`, [tx.tenant])
  return row!.mine
}

/** Waits for the fold lock and holds it until the transaction ends. */
export async function waitForFolder(tx: TenantQueryable): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(${LOCK})`, [tx.tenant])
}

/** Payers in unfolded deltas by month, per product and overall; `again`: more than once among them. */
export const paidIn = (deltas: string) => `
  SELECT month, line, product, payer, count(*) > 1 OR bool_or(again) AS again
  FROM (SELECT date_trunc('month', day::timestamp)::date AS month, levels.line, levels.product, payer,
               payer = ANY (d.again) AS again
        FROM ${deltas} d, unnest(d.payers) AS payer,
             LATERAL (VALUES (d.line, d.product), ('', '')) AS levels(line, product)) each
  GROUP BY month, line, product, payer`

/** The day and the month under which activity of the day `d.day` is summed. */
const SPANS = `VALUES ('day', d.day), ('month', date_trunc('month', d.day::timestamp)::date)`

/** The range of days of a month, given its first day. */
const rangeOf = (month: string) => `daterange(${month}, (${month} + interval '1 month')::date)`

/** One row for each payer and product, of `rows` (month, line, product, payer, again). */
export const byPayer = (rows: string) => `
  SELECT line, product, payer, range_agg(${rangeOf('month')}) AS paid,
         coalesce(range_agg(${rangeOf('month')}) FILTER (WHERE again), '{}') AS again
  FROM ${rows} GROUP BY line, product, payer`

/** The inverse: a row for each month, of `rollup_payer`; $1 is the tenant. */
export const NOTED = `
  SELECT month::date AS month, line, product, payer, again @> month::date AS again
  FROM rollup_payer, unnest(paid) AS months, generate_series(lower(months), upper(months) - 1, interval '1 month') AS month
  WHERE tenant = $1`

/**
 * A payer who is already recorded for the month is a repeat payer and counted as such once a month. The number of
 * payers of a month is stored as a sum like the others, on its first day. Returns the days of the folded deltas.
 */
const FOLD = `WITH oldest AS (SELECT id FROM rollup_delta WHERE tenant = $1 ORDER BY id LIMIT $2),
  taken AS MATERIALIZED (
    DELETE FROM rollup_delta d USING oldest WHERE d.tenant = $1 AND d.id = oldest.id RETURNING d.*),
  news AS MATERIALIZED (
    SELECT p.month, p.line, p.product, p.payer, r.paid IS NULL AS fresh, p.again OR r.paid IS NOT NULL AS again
    FROM (${paidIn('taken')}) p LEFT JOIN LATERAL (
      SELECT k.paid, k.again FROM rollup_payer k
      WHERE k.tenant = $1 AND k.line = p.line AND k.product = p.product AND k.payer = p.payer AND k.paid @> p.month OFFSET 0) r ON true
    WHERE NOT coalesce(r.again @> p.month, false)),
  noted AS (
    INSERT INTO rollup_payer AS r (tenant, line, product, payer, paid, again)
    SELECT $1, line, product, payer, paid, again FROM (${byPayer('news')}) each ORDER BY line, product, payer
    ON CONFLICT (tenant, line, product, payer) DO UPDATE SET paid = r.paid + excluded.paid, again = r.again + excluded.again),
  sums AS (
    SELECT line, s.span, s.day, product, unit, m.measure, m.part, sum(m.amount) AS amount
    FROM taken d, unnest(measures, parts, amounts) AS m(measure, part, amount), LATERAL (${SPANS}) AS s(span, day)
    GROUP BY 1, 2, 3, 4, 5, 6, 7
    UNION ALL SELECT line, 'month', month, product, '', 'payers', '', count(*) FROM news WHERE fresh GROUP BY 1, 3, 4
    UNION ALL SELECT line, 'month', month, product, '', 'repeatPayers', '', count(*) FROM news WHERE again GROUP BY 1, 3, 4),
  folded AS (
    INSERT INTO rollup AS r (tenant, line, span, day, product, unit, measure, part, amount)
    SELECT $1, line, span, day, product, unit, measure, part, amount FROM sums
    ON CONFLICT (tenant, line, span, day, product, unit, measure, part) DO UPDATE SET amount = r.amount + excluded.amount)
  SELECT line, day::text AS day, product, unit, count(*)::int AS taken FROM taken GROUP BY 1, 2, 3, 4`
