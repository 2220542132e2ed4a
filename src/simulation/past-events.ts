/** Database reads of a simulation: past charges in pages, and the parties and contracts needed to price them again. */

import { readContract } from '../catalog/contract.ts'
import { type RateCard, readRateCard } from '../catalog/rate-card.ts'
import type { Queryable, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { type Party, readParties } from '../ledger/party.ts'

/** Charges per page. */
export const PAGE = 5_000

/**
 * Past charges of one product under the same terms, in the form sent from the database to the pricing thread: shared
 * attributes once, events as one text, figures as one row of bytes. A row per charge took the database twice as long to
 * write and the thread twice as long to read.
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
  /** Refunded amount of each component, separated by spaces, charges by commas; null: none. */
  readonly returned: string | null
}

/** Bytes per charge: captured, revenue, cost (micros), and effective_at (microseconds since 2000), 64 bits each. */
export const FIGURES = 32

/** Half-open; a day begins at midnight in the tenant's time zone. */
export interface SimulationPeriod {
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
  /** The days that it touches, and the start of each in milliseconds since 1970. */
  readonly days: readonly string[]
  readonly begins: Float64Array
}

/** An instant, or the beginning of a day (YYYY-MM-DD). */
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

/** Earliest start of a period. Days are listed until tomorrow, because nothing takes effect in the future. */
const EARLIEST = '1970-01-01T00:00:00Z'

/**
 * Sets planner options for the rest of the transaction: every page is read through the key regardless of statistics,
 * and its few groups are built by hashing (sorting the rows took a fourth of the database's time).
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
  /** Progress of the reading by recording time: 0 to 1. */
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

/** Yields the charges of a period in the order of recording. */
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

/** Tolerance for clock differences: ids contain their creation time (UUIDv7) by the clock of the creating process. */
const CLOCKS_DIFFER_MS = 86_400_000

/**
 * Returns an id lower than those of all charges effective from an instant on, since nothing takes effect after it was
 * recorded. A simulation of last week then doesn't read the years before.
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

/** The parties and contracts that pricing a page still needs. */
export interface Wanted {
  readonly rateCards: readonly number[]
  readonly contracts: readonly string[]
  readonly parties: readonly string[]
}

export interface Known {
  readonly rateCards: readonly { readonly version: number; readonly card: RateCard }[]
  readonly contracts: readonly { readonly id: string; readonly terms: unknown }[]
  /** Registered parties only. */
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
