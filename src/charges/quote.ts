/** Quotes: priced charges that are not posted yet. The price is guaranteed until the quote expires. */
import { isByHand } from '../actor.ts'
import { recordAudit } from '../audit/audit.ts'
import { prepared, type TenantDatabase, type TenantQueryable } from '../db/connect.ts'
import { newUuid, type Uuid, uuidToId } from '../ids.ts'
import { deltaSql, quoteRollups } from '../rollups/write.ts'
import { type ChargeDraft, readItems, type StoredDraft, storeDraft } from './draft.ts'
import type { Series } from './series.ts'

export interface Quote {
  /** UUID */
  id: Uuid
  draft: ChargeDraft
  expiresAt: Date
  createdAt: Date
  /** Whether it has expired by the database's clock. */
  expired: boolean
}

interface StoredQuote extends StoredDraft {
  line: string
  product: string
  payer: string
  payee: string | null
  unit: string
  series?: Series
  /** Absent in quotes created before events were stored. */
  event?: unknown
}

interface QuoteRow extends Omit<Quote, 'draft'> {
  draft: StoredQuote
}

const COLUMNS = 'id, draft, expires_at AS "expiresAt", created_at AS "createdAt", expires_at <= now() AS expired'

const insert = prepared(
  `WITH made AS (
     INSERT INTO quote (tenant, id, draft, expires_at, actor) VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5)
     RETURNING ${COLUMNS}),
   posted AS (SELECT now() AS at), counted AS (${deltaSql(6)})
   SELECT * FROM made`,
)

/** Stores a quote that is valid for `seconds`. */
export async function makeQuote(db: TenantDatabase, draft: ChargeDraft, seconds: number): Promise<Quote> {
  const { line, product, payer, payee, unit, series, event } = draft
  const stored: StoredQuote = {
    line,
    product,
    payer,
    payee,
    unit,
    ...(series && { series }),
    event,
    ...storeDraft(draft),
  }
  const { params } = quoteRollups(db.tenant, { line, product, unit })
  const values = [db.tenant, newUuid(), JSON.stringify(stored), seconds, db.by.actor, ...params]
  if (!isByHand(db.by)) return fromRow((await db.query<QuoteRow>(insert, values))[0]!)
  return db.transaction(async (tx) => {
    const [row] = await tx.query<QuoteRow>(insert, values)
    await recordAudit(tx, {
      action: 'quote_created',
      subject: uuidToId('qte', row!.id),
      detail: { line, product, payer },
    })
    return fromRow(row!)
  })
}

export async function readQuotes(db: TenantQueryable, ids: readonly string[]): Promise<Map<string, Quote>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<QuoteRow>(`SELECT ${COLUMNS} FROM quote WHERE tenant = $1 AND id = ANY ($2::uuid[])`, [
    db.tenant,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, fromRow(row)]))
}

export interface QuoteFilter {
  readonly payer?: string
  /** Payer or payee; restricts a key that is bound to a party. */
  readonly party?: string
  readonly line?: string
  readonly product?: string
}

/** Returns a page of quotes older than the quote `after`, newest first. */
export async function listQuotes(
  db: TenantQueryable,
  { payer, party, line, product }: QuoteFilter,
  limit: number,
  after?: string,
): Promise<Quote[]> {
  const rows = await db.query<QuoteRow>(
    `SELECT ${COLUMNS} FROM quote WHERE tenant = $1 AND ($2::text IS NULL OR draft ->> 'payer' = $2)
       AND ($3::text IS NULL OR draft ->> 'payer' = $3 OR draft ->> 'payee' = $3)
       AND ($4::text IS NULL OR draft ->> 'line' = $4) AND ($5::text IS NULL OR draft ->> 'product' = $5)
       AND ($6::uuid IS NULL OR id < $6) ORDER BY id DESC LIMIT $7`,
    [db.tenant, payer ?? null, party ?? null, line ?? null, product ?? null, after ?? null, limit],
  )
  return rows.map(fromRow)
}

function fromRow({ draft: stored, ...row }: QuoteRow): Quote {
  const { line, product, payer, payee, unit, payerAccount, refund, rateCard, contract, metadata, series, event } =
    stored
  const draft = {
    line,
    product,
    payer,
    payee,
    unit,
    payerAccount,
    refund,
    rateCard,
    ...(contract && { contract }),
    metadata,
    ...(series && { series }),
    event,
    items: readItems(stored),
  }
  return { ...row, draft }
}
