/**
 * A month of past charges, written by SQL directly into the table: five products of five lines, with half of every
 * fiftieth payment refunded. The revenue is calculated in SQL with `numeric`, under the card in force and under the
 * more expensive one, to compare it with the simulation.
 */

import type { RateCard } from '../../src/catalog/rate-card.ts'
import { defaultCard } from '../../src/catalog/terms.ts'
import { storeDraft } from '../../src/charges/draft.ts'
import type { Database, TenantDatabase } from '../../src/db/connect.ts'
import { Engine } from '../../src/engine/engine.ts'
import { lines } from '../../src/lines/index.ts'

/** Events per statement. */
const CHUNK = 100_000
const FIRST_DAY = Date.UTC(2026, 9, 1) - 8 * 3_600_000
const MONTH_MS = 31 * 86_400_000

export const PERIOD = { from: '2026-10-01', to: '2026-11-01' } as const

interface Rates {
  options: Record<string, string>
  max: string
}
interface Cards {
  'payments/scan-pay': { fee: { rate: Rates } }
  'goods/tip': { creatorShare: { rate: string } }
  'apis/ocr': { call: { price: string } }
  'commerce/commission': { commission: { rate: Rates } }
  'ads/article': { publisherShare: { rate: string } }
}

const raised = ({ options, ...rest }: Rates, by: number): Rates => ({
  ...rest,
  max: '0.2',
  options: Object.fromEntries(
    Object.entries(options).map(([name, rate]) => [name, String(Math.round((Number(rate) + by) * 1e6) / 1e6)]),
  ),
})

/** The default card with changed terms for every charged product, so that each event must be priced again. */
export function dearerCard(): RateCard {
  const card = structuredClone(defaultCard(lines))
  const products = card.products as unknown as Cards
  products['payments/scan-pay'].fee.rate = raised(products['payments/scan-pay'].fee.rate, 0.001)
  products['goods/tip'].creatorShare.rate = '0.6'
  products['apis/ocr'].call.price = '0.006'
  products['commerce/commission'].commission.rate = raised(products['commerce/commission'].commission.rate, 0.01)
  products['ads/article'].publisherShare.rate = '0.65'
  return card
}

/** Changes the terms of payments only: half of the events. */
export function dearerPayments(): RateCard {
  const { currency, products } = defaultCard(lines)
  return { currency, products: { ...products, 'payments/scan-pay': dearerCard().products['payments/scan-pay'] } }
}

/** The revenue of a row `c(kind, base, rate)`, where rate is a share of base rounded to some digits, or a price. */
const revenue = (rate: string) => `CASE kind
  WHEN 'payments/scan-pay' THEN round(base * ${rate}, 2) WHEN 'commerce/commission' THEN round(base * ${rate}, 2)
  WHEN 'goods/tip' THEN base - round(base * ${rate}, 6) WHEN 'ads/article' THEN base - round(base * ${rate}, 6)
  ELSE base * ${rate} END`

/** Calculates for every n: the kind of the event, its amount, the earning party and the category. */
const HAPPENED = `SELECT n, kind, category, (CASE kind
    WHEN 'payments/scan-pay' THEN (1 + n * 7919 % 50000) / 100.0 WHEN 'goods/tip' THEN (100 + n * 31 % 9900) / 100.0
    WHEN 'apis/ocr' THEN 1 + n * 13 % 5000 WHEN 'commerce/commission' THEN (500 + n * 17 % 90000) / 100.0
    ELSE (1 + n % 90) * ((10 + n % 300) / 100.0) END)::numeric AS base, 1 + n * 6367 % 10000 AS party
  FROM (SELECT n, kinds[1 + n % 20] AS kind, CASE WHEN n % 20 < 10 THEN merchants[1 + (1 + n * 6367 % 10000) % 10]
          ELSE goods[1 + n % 11] END AS category
        FROM generate_series($2::bigint, $3::bigint) n, (SELECT $4::text[] AS kinds, $5::text[] AS merchants, $6::text[] AS goods) k) each`

const EVENT = `CASE kind
  WHEN 'payments/scan-pay' THEN format('{"payer":"usr_%s","merchant":"mch_%s","amount":{"amount":"%s","currency":"CNY"}}', n % 100000, party, round(base, 2))
  WHEN 'goods/tip' THEN format('{"payer":"usr_%s","creator":"crt_%s","amount":{"amount":"%s","currency":"CNY"}}', n % 100000, party % 1000, round(base, 2))
  WHEN 'apis/ocr' THEN format('{"developer":"dev_%s","calls":%s}', party % 1000, base)
  WHEN 'commerce/commission' THEN format('{"buyer":"usr_%s","seller":"sel_%s","items":[{"id":"1","category":"%s","price":{"amount":"%s","currency":"CNY"},"quantity":1}]}', n % 100000, party % 1000, h.category, round(base, 2))
  ELSE format('{"advertiser":"adv_%s","campaign":"autumn","publisher":"pub_%s","traffic":[{"id":"1","basis":"cpc","count":%s,"price":{"amount":"%s","currency":"CNY"}}]}', party % 500, party % 1000, 1 + n % 90, round((10 + n % 300) / 100.0, 2)) END`

const kinds = [
  ...Array.from({ length: 10 }, () => 'payments/scan-pay'),
  ...Array.from({ length: 4 }, () => 'goods/tip'),
  ...Array.from({ length: 3 }, () => 'apis/ocr'),
  ...Array.from({ length: 2 }, () => 'commerce/commission'),
  'ads/article',
]

/** Rates by kind and category ('' for kinds with one rate), as on a card. */
function ratesOf({ products }: RateCard): { kind: string; category: string; rate: string }[] {
  const of = products as unknown as Cards
  const each = (kind: string, { options }: Rates) =>
    Object.entries(options).map(([category, rate]) => ({ kind, category, rate }))
  return [
    ...each('payments/scan-pay', of['payments/scan-pay'].fee.rate),
    ...each('commerce/commission', of['commerce/commission'].commission.rate),
    { kind: 'goods/tip', category: '', rate: of['goods/tip'].creatorShare.rate },
    { kind: 'apis/ocr', category: '', rate: of['apis/ocr'].call.price },
    { kind: 'ads/article', category: '', rate: of['ads/article'].publisherShare.rate },
  ]
}

/** Writes `count` charges, and `wanted`: the result of an independent calculation, by kind. */
export async function writePast(database: Database, db: TenantDatabase, count: number): Promise<void> {
  const merchants = Object.keys((defaultCard(lines).products as unknown as Cards)['payments/scan-pay'].fee.rate.options)
  const goods = Object.keys(
    (defaultCard(lines).products as unknown as Cards)['commerce/commission'].commission.rate.options,
  )
  await writeParties(db, merchants)
  await database.system.execute(`DROP INDEX charge_payer, charge_payee`) // no query here uses them; filling is faster
  await database.system.execute('CREATE TABLE bench_rate (kind text, category text, before numeric, after numeric)')
  const after = new Map(ratesOf(dearerCard()).map(({ kind, category, rate }) => [`${kind} ${category}`, rate]))
  const rates = ratesOf(defaultCard(lines)).map((each) => ({
    ...each,
    after: after.get(`${each.kind} ${each.category}`),
  }))
  await database.system.execute(
    'INSERT INTO bench_rate SELECT kind, category, rate, after FROM json_to_recordset($1) AS t(kind text, category text, rate numeric, after numeric)',
    [JSON.stringify(rates)],
  )
  const drafts = await draftsOf(database, db)
  const params = [kinds, merchants, goods]
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK) - 1
    await db.execute(FILL, [db.tenant, from, to, ...params, JSON.stringify(drafts), FIRST_DAY, MONTH_MS / count])
  }
}

/** Pads drafts to the length of real ones, so that rows have a realistic width. */
async function draftsOf(database: Database, db: TenantDatabase): Promise<Record<string, string>> {
  const engine = new Engine(database, lines)
  const drafts: Record<string, string> = {}
  for (const { line, product } of lines.products.filter((each) =>
    kinds.includes(`${each.line.id}/${each.product.id}`),
  )) {
    for (const { id, kind, name, attributes } of product.example.parties) {
      await db.execute(
        `INSERT INTO party (tenant, id, kind, name, attributes, actor) VALUES ($1, $2, $3, $4, $5, 'bench') ON CONFLICT DO NOTHING`,
        [...[db.tenant, id, kind, name, JSON.stringify(attributes)]],
      )
    }
    const draft = await engine.price(db.tenant, { line: line.id, product: product.id, event: product.example.event })
    drafts[`${line.id}/${product.id}`] = JSON.stringify(storeDraft(draft))
  }
  return drafts
}

async function writeParties(db: TenantDatabase, categories: readonly string[]): Promise<void> {
  await db.execute(
    `INSERT INTO party (tenant, id, kind, name, attributes, actor)
     SELECT $1, 'mch_' || n, 'merchant', 'Shop ' || n, jsonb_build_object('merchantCategory', ($2::text[])[1 + n % 10]), 'bench'
     FROM generate_series(1, 10000) n`,
    [db.tenant, categories],
  )
  await db.execute(
    `INSERT INTO party (tenant, id, kind, name, attributes, actor)
     SELECT $1, prefix || n, kind, prefix || n, '{}', 'bench' FROM generate_series(0, 999) n,
       (VALUES ('crt_', 'creator'), ('sel_', 'merchant'), ('pub_', 'publisher')) AS t(prefix, kind)`,
    [db.tenant],
  )
}

/**
 * Inserts the charges. Of every fiftieth payment half is refunded, each component by its part as in
 * src/refunds/plan.ts.
 */
const FILL = `INSERT INTO charge (tenant, id, batch, line, product, payer, unit, captured, refunded, refunds, returned,
    effective_at, recorded_at, draft, event, rate_card, revenue, cost, actor)
  SELECT $1, (left(ms, 8) || '-' || right(ms, 4) || '-7' || substr(random, 1, 3) || '-8' || substr(random, 4, 3) || '-' || substr(random, 7, 12))::uuid,
    n, split_part(kind, '/', 1), split_part(kind, '/', 2), 'usr', 'CNY', captured, coalesce(half, 0), (half IS NOT NULL)::int,
    CASE WHEN half IS NOT NULL THEN (ARRAY[half, 10000 * round(revenue * half / captured / 10000.0), round(cost * half / captured::numeric),
      10000 * round(10000 * round(revenue * 0.2 / 10000) * half / captured / 10000.0)]::bigint[])[:CASE WHEN revenue < 25000 THEN 3 ELSE 4 END] END,
    at, at, $7::json ->> kind, event, 1, revenue, cost, 'bench'
  FROM (SELECT *, CASE WHEN kind = 'payments/scan-pay' AND n % 50 = 0 THEN (captured / 20000) * 10000 END AS half,
          CASE WHEN kind = 'payments/scan-pay' THEN round(revenue * 0.35)::bigint ELSE 0 END AS cost
        FROM (SELECT n, kind, ${EVENT} AS event, lpad(to_hex(($8::bigint + n * $9::numeric)::bigint), 12, '0') AS ms, md5(n::text) AS random,
                to_timestamp(($8::bigint + n * $9::numeric) / 1000.0) AS at,
                (CASE kind WHEN 'apis/ocr' THEN base * before ELSE base END * 1000000)::bigint AS captured,
                (${revenue('before')} * 1000000)::bigint AS revenue
              FROM (${HAPPENED}) h JOIN bench_rate USING (kind) WHERE bench_rate.category IN ('', h.category)) a) b ORDER BY n`

export interface Wanted {
  readonly kind: string
  readonly events: number
  readonly before: bigint
  readonly after: bigint
}

/**
 * Returns the revenue of the events under the card in force and under the other one, calculated from the numbers
 * again, not from the written rows.
 */
export function wantedOf(db: TenantDatabase, count: number): Promise<Wanted[]> {
  const { options: merchants } = (defaultCard(lines).products as unknown as Cards)['payments/scan-pay'].fee.rate
  const { options: goods } = (defaultCard(lines).products as unknown as Cards)['commerce/commission'].commission.rate
  const kept = (column: string) =>
    `(1000000 * sum(CASE WHEN kind = 'payments/scan-pay' AND n % 50 = 0 AND floor(base * 50) > 0 THEN ${column} - round(${column} * floor(base * 50) / 100 / base, 2) ELSE ${column} END))::bigint`
  return db.query<Wanted>(
    `SELECT kind, count(*)::int AS events, ${kept('was')} AS before, ${kept('becomes')} AS after
     FROM (SELECT n, kind, base, ${revenue('before')} AS was, ${revenue('after')} AS becomes
           FROM (${HAPPENED}) h JOIN bench_rate USING (kind) WHERE bench_rate.category IN ('', h.category) AND $1 > 0) e
     GROUP BY kind ORDER BY kind`,
    [db.tenant, 0, count - 1, kinds, Object.keys(merchants), Object.keys(goods)],
  )
}
