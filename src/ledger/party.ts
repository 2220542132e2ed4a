/** Parties: payers and payees. The caller chooses their ids; their attributes affect prices (merchantCategory). */
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { checkPartyId } from '../ids.ts'

export const PARTY_KINDS = [
  'consumer',
  'merchant',
  'advertiser',
  'publisher',
  'creator',
  'developer',
  'company',
  'carrier',
  'channel',
  'campaign',
  'population',
  'platform',
] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export interface Party {
  id: string
  kind: PartyKind
  name: string
  attributes: Record<string, string>
  createdAt: Date
  updatedAt: Date
}

const COLUMNS = 'id, kind, name, attributes, created_at AS "createdAt", updated_at AS "updatedAt"'

type PartyFields = Pick<Party, 'id' | 'kind' | 'name' | 'attributes'>

/** Creates or updates a party. @throws Problem `party_id_invalid`, `party_reserved`. */
export async function putParty(db: TenantDatabase, party: PartyFields): Promise<Party> {
  checkPartyId(party.id)
  return db.transaction(async (tx) => {
    const [before] = await tx.query<Party>(
      `SELECT ${COLUMNS} FROM party WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE`,
      [tx.tenant, party.id],
    )
    const [row] = await tx.query<Party>(
      `INSERT INTO party (tenant, id, kind, name, attributes, actor) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant, id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
         attributes = excluded.attributes, actor = excluded.actor, updated_at = now()
       RETURNING ${COLUMNS}`,
      [tx.tenant, party.id, party.kind, party.name, JSON.stringify(party.attributes), tx.by.actor],
    )
    await recordAudit(tx, {
      action: before ? 'party_changed' : 'party_created',
      subject: party.id,
      detail: before ? { before: fieldsOf(before), after: fieldsOf(party) } : fieldsOf(party),
    })
    return row!
  })
}

const fieldsOf = ({ kind, name, attributes }: PartyFields) => ({ kind, name, attributes })

export async function readParties(db: TenantQueryable, ids: readonly string[]): Promise<Map<string, Party>> {
  if (ids.length === 0) return new Map()
  const rows = await db.query<Party>(`SELECT ${COLUMNS} FROM party WHERE tenant = $1 AND id = ANY ($2::text[])`, [
    db.tenant,
    ids,
  ])
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Returns a page of parties in order of id, after the party `after`. `search`: part of a name or id, case-insensitive.
 */
export async function listParties(
  db: TenantQueryable,
  filter: { readonly kind?: PartyKind; readonly party?: string; readonly search?: string },
  limit: number,
  after?: string,
): Promise<Party[]> {
  return db.query<Party>(
    `SELECT ${COLUMNS} FROM party WHERE tenant = $1 AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR id > $3)
       AND ($4::text IS NULL OR id = $4)
       AND ($5::text IS NULL OR position(lower($5) IN lower(name)) > 0 OR position(lower($5) IN lower(id)) > 0)
     ORDER BY id LIMIT $6`,
    [db.tenant, filter.kind ?? null, after ?? null, filter.party ?? null, filter.search ?? null, limit],
  )
}
