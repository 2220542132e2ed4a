/** Reads the facts that a batch needs in one statement, because round trips cost more than the data they carry. */
import { type ContractDates, contractDatesOf } from '../catalog/contract.ts'
import type { Facts, Needs } from '../catalog/product.ts'
import { readSeries } from '../charges/series.ts'
import { prepared, type TenantDatabase } from '../db/connect.ts'
import { type AccountName, accountKey } from '../ledger/account.ts'
import type { Party } from '../ledger/party.ts'
import { Problem } from '../problem.ts'
import { customerKey, type Offer } from './price-book.ts'

/** Facts, with the rate cards and contracts as of the same moment. */
export type Look = Facts & Offer

interface Row {
  dates: { version: number; effectiveAt: string; createdAt: string; inForce: boolean }[]
  parties: (Omit<Party, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string })[]
  balances: { path: string; unit: string; balance: string }[]
  contracts: (Omit<ContractDates, 'effectiveAt' | 'endsAt'> & { effectiveAt: string; endsAt: string | null })[]
}

// LATERAL … OFFSET 0: looks up each row through its key, independent of the table's size when the statement was
// prepared.
const LOOK = prepared(`SELECT
  (SELECT coalesce(json_agg(json_build_object('version', version, 'effectiveAt', effective_at, 'createdAt', created_at,
            'inForce', effective_at <= now()) ORDER BY effective_at DESC, version DESC), '[]')
   FROM rate_card WHERE tenant = $1) AS dates,
  (SELECT coalesce(json_agg(json_build_object('id', party.id, 'kind', kind, 'name', name, 'attributes', attributes,
            'createdAt', created_at, 'updatedAt', updated_at)), '[]')
   FROM unnest($2::text[]) AS t(id),
     LATERAL (SELECT p.* FROM party p WHERE p.tenant = $1 AND p.id = t.id OFFSET 0) party) AS parties,
  (SELECT coalesce(json_agg(json_build_object('path', a.path, 'unit', a.unit, 'balance', a.balance::text)), '[]')
   FROM unnest($3::text[], $4::text[]) AS t(path, unit),
     LATERAL (SELECT b.* FROM account b WHERE b.tenant = $1 AND b.path = t.path AND b.unit = t.unit OFFSET 0) a) AS balances,
  (${contractDatesOf('$1', '$5')}) AS contracts`)

/** Reads facts, rate cards and contracts. `customers`: parties whose contracts are read. Balances may be stale. */
export async function lookUp(
  db: TenantDatabase,
  needs: readonly Needs[],
  customers: ReadonlySet<string>,
): Promise<Look> {
  const partyIds = new Set(needs.flatMap(({ parties }) => parties ?? []))
  const names = new Map<string, AccountName>()
  for (const { balances } of needs) for (const name of balances ?? []) names.set(accountKey(name), name)
  const looked = db.query<Row>(LOOK, [
    db.tenant,
    [...partyIds],
    [...names.values()].map(({ path }) => path),
    [...names.values()].map(({ unit }) => unit),
    [...customers],
  ])
  const keys = needs.flatMap(({ series }) => series ?? [])
  const [[row], series] = await Promise.all([looked, readSeries(db, keys)])
  const parties = new Map(row!.parties.map((party) => [party.id, party]))
  const balances = new Map(row!.balances.map((each) => [accountKey(each), BigInt(each.balance)]))
  const contracts = Map.groupBy(row!.contracts.map(readDates), customerKey)
  return {
    contracts: (customer) => contracts.get(customer) ?? [],
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
    series: (key) => series.get(key),
  }
}

function readDates({ effectiveAt, endsAt, ...rest }: Row['contracts'][number]): ContractDates {
  return { ...rest, effectiveAt: new Date(effectiveAt), endsAt: endsAt === null ? null : new Date(endsAt) }
}
