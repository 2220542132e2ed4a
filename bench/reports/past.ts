/** Two years of charges in a narrow table, and the rollups that the folder would have made of them: written by SQL. */
import type { Database } from '../../src/db/connect.ts'
import type { TenantDatabase } from '../../src/ledger/tenant.ts'
import { allProducts } from '../../src/lines/index.ts'

const FIRST = Date.UTC(2024, 0, 1)
const SPAN_MS = 731 * 86_400_000
/** Charges per statement. */
const CHUNK = 1_000_000
/** Days at the end that are not folded. */
const UNFOLDED_FROM = '2025-12-31'

/** n → line, product, payer, amounts, moment. A fortieth was refunded. */
export async function writePast(database: Database, db: TenantDatabase, count: number): Promise<void> {
  await database.system.execute(`CREATE UNLOGGED TABLE bench_charge (
    line text, product text, unit text, payer text, captured bigint, revenue bigint, cost bigint, refunded bigint, day date)`)
  const names = allProducts.map(({ line, product }) => `${line.id}/${product.id}`)
  for (let from = 0; from < count; from += CHUNK) {
    await db.execute(FILL, [from, Math.min(count, from + CHUNK) - 1, names, FIRST, SPAN_MS / count])
  }
  await database.system.execute('ANALYZE bench_charge')
  await db.execute(ROLLUP, [db.id, UNFOLDED_FROM])
  await db.execute(MONTHS, [db.id])
  await db.execute(PAYERS, [db.id, UNFOLDED_FROM])
  await db.execute(PAYER_COUNTS, [db.id])
  await db.execute(DELTAS, [db.id, UNFOLDED_FROM])
  await db.execute(
    `INSERT INTO rollup_term (tenant, charge, line, product, payer, starts, ends)
     SELECT $1, gen_random_uuid(), 'enterprise', 'archive', 'cmp_' || n % 2000, month, month + interval '1 month'
     FROM generate_series(0, 47999) n, LATERAL (SELECT '2024-01-01'::date + make_interval(months => (n / 2000)::int) AS month) m
     WHERE n % 7 > 0`,
    [db.id],
  )
  await db.execute(
    `INSERT INTO active_users (tenant, month, users) SELECT $1, m::date, 2000000
     FROM generate_series('2024-01-01'::timestamp, '2025-12-01', interval '1 month') m`,
    [db.id],
  )
  for (const table of ['rollup', 'rollup_payer', 'rollup_delta', 'rollup_term'])
    await database.system.execute(`VACUUM ANALYZE ${table}`)
}

/** Consumers are many, companies few: by the line. */
const FILL = `INSERT INTO bench_charge
  SELECT split_part(name, '/', 1), split_part(name, '/', 2), CASE WHEN n % 10 = 0 THEN 'USD' ELSE 'CNY' END,
    CASE WHEN name ~ '^(goods|payments|commerce/commission|crossborder)' THEN 'usr_' || n * 7919 % 1000000 ELSE 'cmp_' || n * 31 % 5000 END,
    amount, amount / 50, amount / 200, CASE WHEN n % 40 = 0 THEN amount / 2 ELSE 0 END,
    (to_timestamp(($4::bigint + n * $5::numeric) / 1000.0) AT TIME ZONE 'UTC')::date
  FROM (SELECT n, ($3::text[])[1 + n * 17 % array_length($3, 1)] AS name, (1 + n * 6367 % 50000) * 10000::bigint AS amount
        FROM generate_series($1::bigint, $2::bigint) n) happened`

/** A dozen sums for each product, unit and day. */
const SUMS = `SELECT line, day, product, unit, m.measure, m.part, m.amount
  FROM (SELECT line, day, product, unit, count(*) AS n, sum(captured) AS captured, sum(revenue) AS revenue, sum(cost) AS cost,
          sum(refunded) AS refunded, count(*) FILTER (WHERE refunded > 0) AS refunds
        FROM bench_charge GROUP BY 1, 2, 3, 4) days,
    LATERAL (VALUES ('charges', '', n), ('captured', '', captured), ('revenue', 'fee', div(revenue * 3, 4)),
      ('revenue', 'commission', revenue - div(revenue * 3, 4)), ('cost', '', cost), ('paidOut', '', captured - revenue),
      ('refunds', 'not_received', refunds), ('refunded', 'not_received', refunded), ('revenueBack', '', div(refunded, 50)),
      ('paidOutBack', '', refunded - div(refunded, 50)), ('volume', '', captured), ('market', 'JP', div(captured, 2)),
      ('market', 'KR', div(captured, 3)), ('units', '', n), ('impressions', '', n * 1000), ('calls', '', n), ('copies', '', n),
      ('category', 'apparel', captured)) AS m(measure, part, amount)`

const ROLLUP = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'day', day, product, unit, measure, part, amount FROM (${SUMS}) s WHERE day < $2::date`

const MONTHS = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'month', date_trunc('month', day)::date, product, unit, measure, part, sum(amount) FROM rollup
  WHERE tenant = $1 GROUP BY 2, 4, 5, 6, 7, 8`

const DELTAS = `INSERT INTO rollup_delta (tenant, day, line, product, unit, measures, parts, amounts, payers, again)
  SELECT $1, s.day, s.line, s.product, s.unit, array_agg(measure), array_agg(part), array_agg(amount),
    (SELECT array_agg(DISTINCT payer) FROM bench_charge b
     WHERE (b.day, b.line, b.product, b.unit) = (s.day, s.line, s.product, s.unit)), '{}'
  FROM (${SUMS}) s WHERE day >= $2::date GROUP BY s.day, s.line, s.product, s.unit`

const PAYERS = `INSERT INTO rollup_payer (tenant, month, line, product, payer, again)
  SELECT $1, date_trunc('month', day)::date, l.line, l.product, payer, count(*) > 1
  FROM bench_charge b, LATERAL (VALUES (b.line, b.product), ('', '')) AS l(line, product) WHERE day < $2::date GROUP BY 2, 3, 4, 5`

const PAYER_COUNTS = `INSERT INTO rollup (tenant, line, span, day, product, unit, measure, part, amount)
  SELECT $1, line, 'month', month, product, '', m.measure, '', m.n
  FROM (SELECT month, line, product, count(*) AS payers, count(*) FILTER (WHERE again) AS again
        FROM rollup_payer GROUP BY 1, 2, 3) c, LATERAL (VALUES ('payers', payers), ('repeatPayers', again)) AS m(measure, n)`
