/**
 * Contracts: customer-specific terms for one product that override the rate card for a period. A contract is immutable
 * except that it can be ended. If several are in force, the one with the latest start applies, so that a special month
 * within a multi-year contract requires no split. This module treats contracts as data; the lines interpret their terms
 * (src/lines/contracts.ts).
 */
import type { TenantQueryable } from '../db/connect.ts'
import { newUuid, type Uuid } from '../ids.ts'
import type { Idempotency } from '../ledger/idempotency.ts'

export interface Contract {
  readonly id: Uuid
  readonly party: string
  readonly line: string
  readonly product: string
  /** A merge patch over the product's terms on the rate card. */
  readonly terms: unknown
  /** The caller's own reference. */
  readonly reference: string | null
  readonly effectiveAt: Date
  /** The agreed end, exclusive; null: until further notice. */
  readonly until: Date | null
  /** Early end; null: not ended early. */
  readonly endedAt: Date | null
  readonly createdAt: Date
  /** The actor who created it. */
  readonly actor: string
  /** By the database's clock. */
  readonly status: ContractStatus
}

export const CONTRACT_STATUSES = ['scheduled', 'in-force', 'ended'] as const
type ContractStatus = (typeof CONTRACT_STATUSES)[number]

export type NewContract = Pick<Contract, 'party' | 'line' | 'product' | 'terms' | 'reference' | 'effectiveAt' | 'until'>

/** PostgreSQL's least ignores nulls: the earlier of the two ends that are set. */
const ENDS = 'least(until_at, ended_at)'

const COLUMNS = `id, party, line, product, terms, reference, effective_at AS "effectiveAt", until_at AS until,
  ended_at AS "endedAt", created_at AS "createdAt", actor,
  CASE WHEN ${ENDS} <= clock_timestamp() THEN 'ended' WHEN effective_at > clock_timestamp() THEN 'scheduled'
    ELSE 'in-force' END AS status`

export async function insertContract(
  tx: TenantQueryable,
  { party, line, product, terms, reference, effectiveAt, until }: NewContract,
  idempotency: Idempotency | null,
): Promise<Contract> {
  const [row] = await tx.query<Contract>(
    `INSERT INTO contract (tenant, id, party, line, product, terms, reference, effective_at, until_at, idempotency_key,
                           fingerprint, actor)
     VALUES ($1, $2, $3, $4, $5, $6::json, $7, $8, $9, $10, $11, $12) RETURNING ${COLUMNS}`,
    [
      ...[tx.tenant, newUuid(), party, line, product, JSON.stringify(terms), reference, effectiveAt, until],
      ...[idempotency?.key ?? null, idempotency?.fingerprint ?? null, tx.by.actor],
    ],
  )
  return row!
}

export async function readContract(db: TenantQueryable, id: string): Promise<Contract | undefined> {
  const [row] = await db.query<Contract>(`SELECT ${COLUMNS} FROM contract WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  return row
}

/** Ends a contract at a given time; returns undefined if it has already been ended. */
export async function endContract(tx: TenantQueryable, id: string, at: Date): Promise<Contract | undefined> {
  const [row] = await tx.query<Contract>(
    `UPDATE contract SET ended_at = $3 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL RETURNING ${COLUMNS}`,
    [tx.tenant, id, at],
  )
  return row
}

export interface ContractFilter {
  readonly party?: string
  readonly line?: string
  readonly product?: string
}

/** Returns a page of contracts older than the contract `after`, newest first. */
export async function listContracts(
  db: TenantQueryable,
  { party, line, product }: ContractFilter,
  limit: number,
  after?: string,
): Promise<Contract[]> {
  return db.query<Contract>(
    `SELECT ${COLUMNS} FROM contract
     WHERE tenant = $1 AND ($2::text IS NULL OR party = $2) AND ($3::text IS NULL OR line = $3)
       AND ($4::text IS NULL OR product = $4) AND ($5::uuid IS NULL OR id < $5)
     ORDER BY id DESC LIMIT $6`,
    [db.tenant, party ?? null, line ?? null, product ?? null, after ?? null, limit],
  )
}

/** Terms agreed in one or more contracts, and the newest of those contracts. */
export interface AgreedTerms {
  readonly contract: Uuid
  readonly party: string
  readonly line: string
  readonly product: string
  readonly terms: unknown
}

/** Returns the distinct terms of all contracts in force at any time between two moments. */
export function agreedBetween(tx: TenantQueryable, from: Date, until: Date | null): Promise<AgreedTerms[]> {
  return tx.query<AgreedTerms>(
    `SELECT DISTINCT ON (line, product, terms::text) id AS contract, party, line, product, terms FROM contract
     WHERE tenant = $1 AND ($3::timestamptz IS NULL OR effective_at < $3) AND (${ENDS} IS NULL OR ${ENDS} > $2)
     ORDER BY line, product, terms::text, id DESC`,
    [tx.tenant, from, until],
  )
}

/** When a contract applies: all that is needed to choose one. Its terms never change, so they are read once. */
export interface ContractDates {
  readonly id: Uuid
  readonly party: string
  readonly line: string
  readonly product: string
  readonly effectiveAt: Date
  readonly endsAt: Date | null
  /** By the database's clock. */
  readonly inForce: boolean
}

/**
 * Returns a subquery that yields the contracts of a set of customers as JSON, latest first. `parties`: SQL expression
 * for an array of text. Looks up each customer through the key, independent of the planner's statistics (as in
 * sql/0001, `post_batch`).
 */
export function contractDatesOf(tenant: string, parties: string): string {
  return `SELECT coalesce(json_agg(json_build_object('id', c.id, 'party', c.party, 'line', c.line, 'product', c.product,
            'effectiveAt', c.effective_at, 'endsAt', c.ends_at,
            'inForce', c.effective_at <= now() AND (c.ends_at IS NULL OR c.ends_at > now()))
            ORDER BY c.effective_at DESC, c.id DESC), '[]')
   FROM unnest(${parties}::text[]) AS t(party),
     LATERAL (SELECT id, party, line, product, effective_at, ${ENDS} AS ends_at FROM contract
              WHERE tenant = ${tenant} AND party = t.party OFFSET 0) c`
}
