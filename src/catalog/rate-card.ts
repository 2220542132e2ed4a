/**
 * Rate cards: versioned prices. A version is never changed, only followed by another from a date on, so what was
 * charged under it stays explained by it. Here a card is data; what its terms mean, and whether they are right, is
 * known to the lines (src/catalog/terms.ts).
 */
import type { TenantQueryable } from '../db/connect.ts'

export interface RateCard {
  /** Unit of every price on it: an ISO 4217 code. */
  readonly currency: string
  /** Terms by `line/product`. */
  readonly products: Readonly<Record<string, unknown>>
}

export interface RateCardVersion {
  readonly version: number
  /** From when on it is in force. */
  readonly effectiveAt: Date
  readonly createdAt: Date
  /** Who published it. */
  readonly actor: string
  readonly card: RateCard
}

const COLUMNS = 'version, effective_at AS "effectiveAt", created_at AS "createdAt", actor, card'

/** Held until the transaction that changes prices ends. Rate cards and contracts are few and change by hand, so waiting is cheap. */
export async function lockPrices(tx: TenantQueryable): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('recoup.rate_card', $1))", [tx.tenant])
}

/** Adds the next version. */
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

/** When a version came or comes into force; `inForce`: it has, by the database's clock. */
export interface RateCardDates {
  readonly version: number
  readonly effectiveAt: Date
  readonly createdAt: Date
  readonly inForce: boolean
}

export interface RateCardEntry extends RateCardDates {
  /** Who published it. */
  readonly actor: string
}

/** The versions, latest first: the first one in force is the one that prices what happens now. */
export function listRateCards(db: TenantQueryable): Promise<RateCardEntry[]> {
  return db.query<RateCardEntry>(
    `SELECT version, effective_at AS "effectiveAt", created_at AS "createdAt", actor, effective_at <= now() AS "inForce"
     FROM rate_card WHERE tenant = $1 ORDER BY effective_at DESC, version DESC`,
    [db.tenant],
  )
}
