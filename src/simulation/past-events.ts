/** What a simulation reads: past charges in pages, and what must be known to price them again. */
import { readContract } from '../catalog/contract.ts'
import { type RateCard, readRateCard } from '../catalog/rate-card.ts'
import type { Queryable } from '../db/connect.ts'
import { type Party, readParties } from '../ledger/party.ts'

/** Charges that are read at a time. */
export const PAGE = 5_000

/**
 * A past charge as it is handed to pricing. A tuple, because a page travels as one text from the database to the thread
 * that prices it; amounts are decimal digits of micros.
 */
export type PastCharge = readonly [
  /** `line/product` */
  name: string,
  /** Days since 1970-01-01 in the tenant's time zone. */
  day: number,
  unit: string,
  rateCard: number | null,
  contract: string | null,
  captured: string,
  revenue: string | null,
  cost: string | null,
  /** By component, what has been given back, between spaces; null: nothing. */
  returned: string | null,
  event: unknown,
]

/** Half-open; a day begins at midnight in the tenant's time zone. */
export interface Period {
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
}

/** A moment, or the beginning of a day (YYYY-MM-DD). */
export type Moment = Date | string

export async function readPeriod(tx: Queryable, tenant: number, from: Moment, to: Moment): Promise<Period> {
  const time = (moment: Moment) => (moment instanceof Date ? moment : null)
  const day = (moment: Moment) => (moment instanceof Date ? null : moment)
  const [period] = await tx.query<Period>(
    `SELECT time_zone AS "timeZone", coalesce($2::timestamptz, $3::timestamp AT TIME ZONE time_zone) AS "from",
            coalesce($4::timestamptz, $5::timestamp AT TIME ZONE time_zone) AS "to"
     FROM tenant WHERE id = $1`,
    [tenant, time(from), day(from), time(to), day(to)],
  )
  return period!
}

/** Settings for the rest of the transaction: every page is found through the key, whatever the planner believes. */
export async function prepareToRead(tx: Queryable): Promise<void> {
  await tx.query(
    `SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
            set_config('idle_in_transaction_session_timeout', '600s', true)`,
  )
}

export interface PastPage {
  /** JSON of an array of {@link PastCharge}. */
  readonly charges: string
  readonly count: number
  /** How far through all that there is to read, by the time of recording: 0 to 1. */
  readonly share: number
}

const PAGE_OF = `WITH page AS MATERIALIZED (
  SELECT id, '[' || to_json(line || '/' || product) || ',' || ((effective_at AT TIME ZONE $6)::date - date '1970-01-01')
    || ',"' || unit || '",' || coalesce(rate_card::text, 'null') || ',' || coalesce('"' || contract || '"', 'null')
    || ',"' || captured || '",' || coalesce('"' || revenue || '"', 'null') || ',' || coalesce('"' || cost || '"', 'null')
    || ',' || coalesce('"' || array_to_string(returned, ' ') || '"', 'null') || ',' || coalesce(event, 'null') || ']' AS told
  FROM charge WHERE tenant = $1 AND id > $2 AND effective_at >= $3 AND effective_at < $4 ORDER BY id LIMIT $5)
  SELECT count(*)::int AS count, '[' || string_agg(told, ',') || ']' AS charges,
         (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last FROM page`

/** The charges of a period in the order in which they were recorded. */
export async function* pastPages(
  tx: Queryable,
  tenant: number,
  { from, to, timeZone }: Period,
): AsyncGenerator<PastPage> {
  let after = idBefore(from)
  const [ends] = await tx.query<{ first: string | null; last: string | null }>(
    `SELECT (SELECT id FROM charge WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT 1) AS first,
            (SELECT id FROM charge WHERE tenant = $1 AND id > $2 ORDER BY id DESC LIMIT 1) AS last`,
    [tenant, after],
  )
  if (!ends?.first || !ends.last) return
  const [begin, end] = [timeOf(ends.first), timeOf(ends.last)]
  for (;;) {
    const [page] = await tx.query<{ count: number; charges: string; last: string }>(PAGE_OF, [
      ...[tenant, after, from, to, PAGE, timeZone],
    ])
    const { count, charges, last } = page!
    if (count > 0) yield { charges, count, share: count < PAGE ? 1 : (timeOf(last) - begin) / Math.max(1, end - begin) }
    if (count < PAGE) return
    after = last
  }
}

/** Ids carry the time at which they were made (UUIDv7), by the clock of whoever made them. */
const CLOCKS_DIFFER_MS = 86_400_000

/**
 * An id that comes before those of all charges that took effect from a moment on: nothing takes effect after it was
 * recorded. Looking at last week doesn't read the years before it.
 */
function idBefore(moment: Date): string {
  const hex = Math.max(0, moment.getTime() - CLOCKS_DIFFER_MS)
    .toString(16)
    .padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** What pricing a page needs to know and doesn't yet. */
export interface Wanted {
  readonly rateCards: readonly number[]
  readonly contracts: readonly string[]
  readonly parties: readonly string[]
}

export interface Known {
  readonly rateCards: readonly { readonly version: number; readonly card: RateCard }[]
  readonly contracts: readonly { readonly id: string; readonly terms: unknown }[]
  /** Without those that nobody entered. */
  readonly parties: readonly Party[]
}

export async function readKnown(tx: Queryable, tenant: number, wanted: Wanted): Promise<Known> {
  const rateCards: Known['rateCards'][number][] = []
  for (const version of wanted.rateCards) rateCards.push((await readRateCard(tx, tenant, version))!)
  const contracts: Known['contracts'][number][] = []
  for (const id of wanted.contracts) contracts.push((await readContract(tx, tenant, id))!)
  const parties = await readParties(tx, tenant, wanted.parties)
  return { rateCards, contracts, parties: [...parties.values()] }
}
