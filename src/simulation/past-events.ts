/** What a simulation reads: past charges in pages, and what must be known to price them again. */

import { readContract } from '../catalog/contract.ts'
import { type RateCard, readRateCard } from '../catalog/rate-card.ts'
import type { Queryable, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { type Party, readParties } from '../ledger/party.ts'

/** Charges that are read at a time. */
export const PAGE = 5_000

/**
 * Past charges of one product on the same terms, as they travel from the database to the thread that prices them: what
 * they have in common once, their events as one text, their figures as one row of bytes. Writing each charge by itself
 * took the database twice as long, and reading it the thread.
 */
export interface PastGroup {
  /** `line/product` */
  readonly name: string
  readonly unit: string
  readonly rateCard: number | null
  readonly contract: Uuid | null
  readonly count: number
  /** JSON of an array; null: the events were not stored. */
  readonly events: string | null
  /** Hexadecimal, {@link FIGURES} for each charge. */
  readonly figures: string
  /** What each component has given back: between spaces, and commas between charges; null: nothing. */
  readonly returned: string | null
}

/** Bytes for each charge: captured, revenue, cost (micros), and effective_at (microseconds from 2000 on), 64 bits each. */
export const FIGURES = 32

/** Half-open; a day begins at midnight in the tenant's time zone. */
export interface SimulationPeriod {
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
  /** The days that it touches, and when each begins: milliseconds from 1970 on. */
  readonly days: readonly string[]
  readonly begins: Float64Array
}

/** A moment, or the beginning of a day (YYYY-MM-DD). */
export type Moment = Date | string

export async function readPeriod(tx: TenantQueryable, from: Moment, to: Moment): Promise<SimulationPeriod> {
  const time = (moment: Moment) => (moment instanceof Date ? moment : null)
  const day = (moment: Moment) => (moment instanceof Date ? null : moment)
  const [period] = await tx.query<Pick<SimulationPeriod, 'from' | 'to' | 'timeZone'>>(
    `SELECT time_zone AS "timeZone", greatest('${EARLIEST}', $2::timestamptz, $3::timestamp AT TIME ZONE time_zone) AS "from",
            coalesce($4::timestamptz, $5::timestamp AT TIME ZONE time_zone) AS "to"
     FROM tenant WHERE id = $1`,
    [tx.tenant, time(from), day(from), time(to), day(to)],
  )
  const days = await tx.query<{ day: string; begins: Date }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, day AT TIME ZONE $3 AS begins
     FROM generate_series(($1::timestamptz AT TIME ZONE $3)::date::timestamp,
                          least($2::timestamptz, now() + interval '1 day') AT TIME ZONE $3, interval '1 day') day`,
    [period!.from, period!.to, period!.timeZone],
  )
  return {
    ...period!,
    days: days.map((each) => each.day),
    begins: Float64Array.from(days, ({ begins }) => begins.getTime()),
  }
}

/** A period begins no earlier, and its days are listed until tomorrow: nothing takes effect in the future. */
const EARLIEST = '1970-01-01T00:00:00Z'

/**
 * Settings for the rest of the transaction: every page is found through the key, whatever the planner believes, and its few
 * groups are found by hashing (sorting the rows by all that they are grouped by took a fourth of the database's time).
 */
export async function prepareToRead(tx: Queryable): Promise<void> {
  await tx.query(
    `SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
            set_config('enable_sort', 'off', true),
            set_config('idle_in_transaction_session_timeout', '600s', true)`,
  )
}

export interface PastPage {
  readonly groups: readonly PastGroup[]
  readonly count: number
  /** How far through all that there is to read, by the time of recording: 0 to 1. */
  readonly share: number
}

const PAGE_OF = `SELECT line || '/' || product AS name, unit, rate_card AS "rateCard", contract, count(*)::int AS count,
    '[' || string_agg(event, ',') || ']' AS events,
    encode(string_agg(int8send(captured) || int8send(coalesce(revenue, 0)) || int8send(coalesce(cost, 0))
                      || timestamptz_send(effective_at), ''), 'hex') AS figures,
    string_agg(array_to_string(returned, ' '), ',') AS returned, max(id::text COLLATE "C") AS last
  FROM (SELECT id, line, product, unit, rate_card, contract, event, captured, revenue, cost, effective_at, returned
        FROM charge WHERE tenant = $1 AND id > $2 AND effective_at >= $3 AND effective_at < $4 ORDER BY id LIMIT $5) page
  GROUP BY line, product, unit, rate_card, contract, event IS NULL, returned IS NULL`

/** The charges of a period in the order in which they were recorded. */
export async function* pastPages(tx: TenantQueryable, { from, to }: SimulationPeriod): AsyncGenerator<PastPage> {
  let after = idBefore(from)
  const [ends] = await tx.query<{ first: string | null; last: string | null }>(
    `SELECT (SELECT id FROM charge WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT 1) AS first,
            (SELECT id FROM charge WHERE tenant = $1 AND id > $2 ORDER BY id DESC LIMIT 1) AS last`,
    [tx.tenant, after],
  )
  if (!ends?.first || !ends.last) return
  const [begin, end] = [timeOf(ends.first), timeOf(ends.last)]
  for (;;) {
    const groups = await tx.query<PastGroup & { last: string }>(PAGE_OF, [tx.tenant, after, from, to, PAGE])
    const count = groups.reduce((sum, group) => sum + group.count, 0)
    if (count === 0) return
    after = groups.reduce((last, group) => (group.last > last ? group.last : last), after)
    yield { groups, count, share: count < PAGE ? 1 : (timeOf(after) - begin) / Math.max(1, end - begin) }
    if (count < PAGE) return
  }
}

/** Ids carry the time at which they were made (UUIDv7), by the clock of the process that made them. */
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
  /** Without those that are not registered. */
  readonly parties: readonly Party[]
}

export async function readKnown(tx: TenantQueryable, wanted: Wanted): Promise<Known> {
  const rateCards: Known['rateCards'][number][] = []
  for (const version of wanted.rateCards) rateCards.push((await readRateCard(tx, version))!)
  const contracts: Known['contracts'][number][] = []
  for (const id of wanted.contracts) contracts.push((await readContract(tx, id))!)
  const parties = await readParties(tx, wanted.parties)
  return { rateCards, contracts, parties: [...parties.values()] }
}
