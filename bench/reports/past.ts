/** Two years of charges in a narrow table, and the rollups that folding would make of them, written by SQL. */

import type { Database, Queryable, Scope, TenantDatabase } from '../../src/db/connect.ts'
import { lines } from '../../src/lines/index.ts'
import { replaceDays } from '../../src/rollups/days.ts'
import { byPayer, NOTED } from '../../src/rollups/fold.ts'

const FIRST = Date.UTC(2024, 0, 1)
const SPAN_MS = 731 * 86_400_000
/** Charges per statement. */
const CHUNK = 500_000
/** Concurrent statements. */
const BESIDE = 2
/** The first day whose charges are not folded yet. */
const UNFOLDED_FROM = '2025-12-31'
/** Matches products with many consumers as payers; the others have few companies. */
const CONSUMERS = /^(goods|payments|crossborder)\/|^commerce\/commission/
const INDUSTRIES = ['finance', 'education', 'healthcare', 'government', 'retail']

const products = lines.products.map(({ line, product }) => ({ line: line.id, product: product.id }))

type Say = (stage: string, ms: number) => void

/** n → line, product, payer, amounts, moment. One in forty was refunded. `say` receives the duration of each stage. */
export async function writePast(database: Database, db: TenantDatabase, count: number, say: Say): Promise<void> {
  const stage = async (name: string, run: () => Promise<unknown>) => {
    const start = performance.now()
    await run()
    say(name, performance.now() - start)
  }
  const scan = (sql: string, params: readonly unknown[]) => scanning(db, (tx) => tx.execute(sql, params))
  await stage('charges', () => writeCharges(database, db, count))
  await stage('sums', async () => {
    await scanning(database.system, (tx) => tx.execute(DAYS))
    await scan(ROLLUP, [db.tenant, UNFOLDED_FROM])
    await scan(MONTHS, [db.tenant])
    await db.transaction((tx) => replaceDays(tx))
  })
  await stage('payers', async () => {
    await scan(ANYBODY, [db.tenant, UNFOLDED_FROM])
    await beside(products, ({ line, product }) => scan(PAYERS, [db.tenant, UNFOLDED_FROM, line, product]))
    await scan(PAYER_COUNTS, [db.tenant])
  })
  await stage('what is not folded', () => scan(DELTAS, [db.tenant, UNFOLDED_FROM]))
  await stage('companies, terms and users', async () => {
    await db.execute(COMPANIES, [db.tenant, INDUSTRIES])
    await db.execute(TERMS, [db.tenant])
    await db.execute(USERS, [db.tenant])
  })
  await stage('vacuum', async () => {
    for (const table of ['rollup', 'rollup_day', 'rollup_payer', 'rollup_delta', 'rollup_term'])
      await database.system.execute(`VACUUM ANALYZE ${table}`)
  })
}

async function writeCharges(database: Database, db: TenantDatabase, count: number): Promise<void> {
  await database.system.execute(`CREATE UNLOGGED TABLE bench_charge (
    line text, product text, unit text, payer text, captured bigint, revenue bigint, cost bigint, refunded bigint, day date)
    WITH (autovacuum_enabled = off)`)
  const consumers = products.map(({ line, product }) => CONSUMERS.test(`${line}/${product}`))
  const columns = [products.map(({ line }) => line), products.map(({ product }) => product), consumers]
  const chunks = Array.from({ length: Math.ceil(count / CHUNK) }, (_, n) => n * CHUNK)
  await beside(chunks, (from) =>
    db.execute(FILL, [from, Math.min(count, from + CHUNK) - 1, FIRST, SPAN_MS / count, ...columns]),
  )
  await database.system.execute('CREATE INDEX ON bench_charge USING brin (day)')
  await database.system.execute('ANALYZE bench_charge')
}

/** Runs several statements concurrently, because one writing statement uses only one core. */
async function beside<T>(all: readonly T[], run: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values()
  const worker = async () => {
    for (const one of left) await run(one)
  }
  await Promise.all(Array.from({ length: BESIDE }, worker))
}

/** Runs a large statement with settings that pooled connections do not have. */
async function scanning(scope: Scope | TenantDatabase, run: (tx: Queryable) => Promise<unknown>): Promise<void> {
  const work = async (tx: Queryable) => {
    await tx.execute(`SELECT set_config('enable_seqscan', 'on', true), set_config('work_mem', '256MB', true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`)
    await run(tx)
  }
  if ('tenant' in scope) await scope.transaction(work)
  else await scope.transaction(work)
}

const FILL = `INSERT INTO bench_charge
  SELECT ($5::text[])[p], ($6::text[])[p], CASE WHEN n % 10 = 0 THEN 'USD' ELSE 'CNY' END,
    CASE WHEN ($7::boolean[])[p] THEN 'usr_' || n * 7919 % 1000000 ELSE 'cmp_' || n * 31 % 5000 END,
    amount, amount / 50, amount / 200, CASE WHEN n % 40 = 0 THEN amount / 2 ELSE 0 END,
    (to_timestamp(($3::bigint + n * $4::float8) / 1000.0) AT TIME ZONE 'UTC')::date
  FROM (SELECT n, (1 + n * 17 % cardinality($5::text[]))::int AS p, (1 + n * 6367 % 50000) * 10000::bigint AS amount
        FROM generate_series($1::bigint, $2::bigint) n) happened`

const DAYS = `CREATE UNLOGGED TABLE bench_day AS
  SELECT line, day, product, unit, count(*) AS n, sum(captured) AS captured, sum(revenue) AS revenue, sum(cost) AS cost,
    sum(refunded) AS refunded, count(*) FILTER (WHERE refunded > 0) AS refunds
  FROM bench_charge GROUP BY 1, 2, 3, 4`

/** A dozen sums per product, unit and day. */
const SUMS = `SELECT line, day, product, unit, m.measure, m.part, m.amount
  FROM bench_day days,
    LATERAL (VALUES ('charges', '', n), ('captured', '', captured), ('revenue', 'fee', div(revenue * 3, 4)),
      ('revenue', 'commission', revenue - div(revenue * 3, 4)), ('cost', '', cost), ('paidOut', '', captured - revenue),
      ('refunds', 'not_received', refunds), ('refunded', 'not_received', refunded), ('revenueBack', '', div(refunded, 50)),
      ('paidOutBack', '', refunded - div(refunded, 50)), ('volume', '', captured), ('market', 'JP', div(captured, 2)),
      ('market', 'KR', div(captured, 3)), ('units', '', n), ('impressions', '', n * 1000), ('calls', '', n), ('copies', '', n),
      ('category', 'apparel', captured)) AS m(measure, part, amount)`

const ROLLUP = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'day', day, product, unit, measure, part, amount FROM (${SUMS}) s WHERE day < $2::date
  ORDER BY line, day, product, unit, measure, part`

const MONTHS = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'month', date_trunc('month', day)::date, product, unit, measure, part, sum(amount) FROM rollup
  WHERE tenant = $1 GROUP BY 2, 4, 5, 6, 7, 8`

const DELTAS = `INSERT INTO rollup_delta (tenant, day, line, product, unit, measures, parts, amounts, payers, again)
  SELECT $1, day, line, product, unit, measures, parts, amounts, payers, '{}'
  FROM (SELECT day, line, product, unit, array_agg(measure) AS measures, array_agg(part) AS parts, array_agg(amount) AS amounts
        FROM (${SUMS}) s WHERE day >= $2::date GROUP BY 1, 2, 3, 4) added
    JOIN (SELECT day, line, product, unit, array_agg(DISTINCT payer) AS payers
          FROM bench_charge WHERE day >= $2::date GROUP BY 1, 2, 3, 4) paid USING (day, line, product, unit)`

const PAYERS = `INSERT INTO rollup_payer (tenant, line, product, payer, paid, again)
  SELECT $1, * FROM (${byPayer(`(
    SELECT date_trunc('month', day::timestamp)::date AS month, line, product, payer, count(*) > 1 AS again
    FROM bench_charge WHERE day < $2::date AND line = $3 AND product = $4 GROUP BY 1, 2, 3, 4) months`)}) each ORDER BY payer`

/** Payers across all products; `again`: more than one charge in a month, of the same product or of different ones. */
const ANYBODY = `INSERT INTO rollup_payer (tenant, line, product, payer, paid, again)
  SELECT $1, * FROM (${byPayer(`(
    SELECT date_trunc('month', day::timestamp)::date AS month, '' AS line, '' AS product, payer, count(*) > 1 AS again
    FROM bench_charge WHERE day < $2::date GROUP BY 1, 4) months`)}) each ORDER BY payer`

const PAYER_COUNTS = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'month', month, product, '', m.measure, '', m.n
  FROM (SELECT month, line, product, count(*) AS payers, count(*) FILTER (WHERE again) AS again
        FROM (${NOTED}) noted GROUP BY 1, 2, 3) c,
    LATERAL (VALUES ('payers', payers), ('repeatPayers', again)) AS m(measure, n)`

const COMPANIES = `INSERT INTO party (tenant, id, kind, name, attributes, actor)
  SELECT $1, 'cmp_' || n, 'company', 'Company ' || n, jsonb_build_object('industry', ($2::text[])[1 + n % cardinality($2::text[])]), 'bench' FROM generate_series(0, 4999) n`

const TERMS = `INSERT INTO rollup_term (tenant, charge, line, product, payer, starts, ends)
  SELECT $1, gen_random_uuid(), 'enterprise', 'archive', 'cmp_' || n % 2000, month, month + interval '1 month'
  FROM generate_series(0, 47999) n, LATERAL (SELECT '2024-01-01'::date + make_interval(months => (n / 2000)::int) AS month) m
  WHERE n % 7 > 0`

const USERS = `INSERT INTO active_users (tenant, month, users) SELECT $1, m::date, 2000000
  FROM generate_series('2024-01-01'::timestamp, '2025-12-01', interval '1 month') m`
