/** What a batch must know of the world, read in one statement: a round trip costs more than what it carries. */
import type { RateCardDates } from '../catalog/rate-card.ts'
import { type AccountName, accountKey } from '../ledger/account.ts'
import type { Party } from '../ledger/party.ts'
import type { TenantDatabase } from '../ledger/tenant.ts'
import { Problem } from '../problem.ts'
import type { Facts, Needs } from './line.ts'

/** Facts, and the rate cards' dates as they were at the same moment. */
export interface Look extends Facts {
  readonly dates: readonly RateCardDates[]
}

interface Row {
  dates: { version: number; effectiveAt: string; createdAt: string; inForce: boolean }[]
  parties: (Omit<Party, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string })[]
  balances: { path: string; unit: string; balance: string }[]
}

const LOOK = `SELECT
  (SELECT coalesce(json_agg(json_build_object('version', version, 'effectiveAt', effective_at, 'createdAt', created_at,
            'inForce', effective_at <= now()) ORDER BY effective_at DESC, version DESC), '[]')
   FROM rate_card WHERE tenant = $1) AS dates,
  (SELECT coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'attributes', attributes,
            'createdAt', created_at, 'updatedAt', updated_at)), '[]')
   FROM party WHERE tenant = $1 AND id = ANY ($2::text[])) AS parties,
  (SELECT coalesce(json_agg(json_build_object('path', a.path, 'unit', a.unit, 'balance', a.balance::text)), '[]')
   FROM unnest($3::text[], $4::text[]) AS t(path, unit)
   JOIN account a ON a.tenant = $1 AND a.path = t.path AND a.unit = t.unit) AS balances`

/** Balances are read without a lock: a hint, never a promise. */
export async function lookUp(db: TenantDatabase, needs: readonly Needs[]): Promise<Look> {
  const partyIds = new Set(needs.flatMap(({ parties }) => parties ?? []))
  const names = new Map<string, AccountName>()
  for (const { balances } of needs) for (const name of balances ?? []) names.set(accountKey(name), name)
  const [row] = await db.query<Row>(LOOK, [
    db.id,
    [...partyIds],
    [...names.values()].map(({ path }) => path),
    [...names.values()].map(({ unit }) => unit),
  ])
  const parties = new Map(row!.parties.map((party) => [party.id, party]))
  const balances = new Map(row!.balances.map((each) => [accountKey(each), BigInt(each.balance)]))
  return {
    dates: row!.dates.map(({ effectiveAt, createdAt, ...rest }) => ({
      ...rest,
      effectiveAt: new Date(effectiveAt),
      createdAt: new Date(createdAt),
    })),
    party(id) {
      const party = parties.get(id)
      if (!party) throw new Problem('party_unknown', { party: id })
      return { ...party, createdAt: new Date(party.createdAt), updatedAt: new Date(party.updatedAt) }
    },
    balance: (name) => balances.get(accountKey(name)) ?? 0n,
  }
}
