/**
 * Rate cards: versioned prices. A version never changes; a later version replaces it from a date on, so that it
 * still explains the charges made under it. This module treats cards as data; the lines interpret their terms
 * (src/catalog/terms.ts).
 */
import type { TenantQueryable } from '../db/connect.ts'

export interface RateCard {
  /** Unit of every price on the card: an ISO 4217 code, or one of `units`. */
  readonly currency: string
  /** Custom units that the tenant uses beside currencies. */
  readonly units?: readonly string[]
  /** Terms by `line/product`. */
  readonly products: Readonly<Record<string, unknown>>
}

export interface RateCardVersion {
  readonly version: number
  /** Start of its period in force. */
  readonly effectiveAt: Date
  readonly createdAt: Date
  /** The actor who published it. */
  readonly actor: string
  readonly card: RateCard
}

const COLUMNS = 'version, effective_at AS "effectiveAt", created_at AS "createdAt", actor, card'

/**
 * Locks the prices of a tenant until the transaction ends. They change rarely and by hand, so waiting is cheap.
 */
export async function lockPrices(tx: TenantQueryable): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('recoup.rate_card', $1))", [tx.tenant])
}

/** Inserts the next version. */
export async function publishRateCard(
  tx: TenantQueryable,
  card: RateCard,
  effectiveAt: Date,
): Promise<RateCardVersion> {
  await lockPrices(tx)
  const [row] = await tx.query<RateCardVersion>(
    `INSERT INTO rate_card (tenant, version, effective_at, card, actor)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3::json, $4 FROM rate_card WHERE tenant = $1 RETURNING ${COLUMNS}`,
    [tx.tenant, effectiveAt, JSON.stringify(card), tx.by.actor],
  )
  return row!
}

export async function readRateCard(db: TenantQueryable, version: number): Promise<RateCardVersion | undefined> {
  const [row] = await db.query<RateCardVersion>(`SELECT ${COLUMNS} FROM rate_card WHERE tenant = $1 AND version = $2`, [
    db.tenant,
    version,
  ])
  return row
}

/** When a version takes effect; `inForce`: whether it has, by the database's clock. */
export interface RateCardDates {
  readonly version: number
  readonly effectiveAt: Date
  readonly createdAt: Date
  readonly inForce: boolean
}

export interface RateCardEntry extends RateCardDates {
  /** The actor who published it. */
  readonly actor: string
}

/** Returns the versions, latest first: the first one in force prices events now. */
export function listRateCards(db: TenantQueryable): Promise<RateCardEntry[]> {
  return db.query<RateCardEntry>(
    `SELECT version, effective_at AS "effectiveAt", created_at AS "createdAt", actor, effective_at <= now() AS "inForce"
     FROM rate_card WHERE tenant = $1 ORDER BY effective_at DESC, version DESC`,
    [db.tenant],
  )
}
