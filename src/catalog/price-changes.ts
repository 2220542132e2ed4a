/**
 * Price changes. A version of the rate card or a contract takes effect from a time on; existing charges keep their
 * frozen prices. It can take effect in the past only if nothing was charged since then; otherwise two charges of the
 * same moment could have different prices (docs/decisions/0006-prices-change-forward.md).
 */

import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { clock } from '../ledger/effective.ts'
import { canonical, checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import { readParties } from '../ledger/party.ts'
import { Problem } from '../problem.ts'
import { changesBetween } from './changes.ts'
import { checkConfirmed } from './confirmation.ts'
import {
  agreedBetween,
  type Contract,
  endContract,
  insertContract,
  type NewContract,
  readContract,
} from './contract.ts'
import type { ProductList } from './product.ts'
import {
  listRateCards,
  lockPrices,
  publishRateCard,
  type RateCard,
  type RateCardDates,
  type RateCardVersion,
  readRateCard,
} from './rate-card.ts'
import { compileCard, compileContract } from './terms.ts'

/**
 * Publishes a card, in force from a given time or from now. If an identical card is in force at that time, returns it
 * without creating a version, so publishing is idempotent.
 * @throws Problem `rate_card_invalid`, `rate_card_breaks_contract`, `price_change_in_past`, `confirmation_required`.
 */
export async function publish(
  products: ProductList,
  db: TenantDatabase,
  card: RateCard,
  { effectiveAt, confirm }: { readonly effectiveAt: Date | undefined; readonly confirm?: string | undefined },
): Promise<{ version: RateCardVersion; made: boolean }> {
  compileCard(products, { version: 0, card })
  return db.transaction(async (tx) => {
    await lockPrices(tx)
    const { at, current, same } = await tryPublish(products, tx, { card, effectiveAt })
    if (same) return { version: current!, made: false }
    checkConfirmed(current, card, confirm)
    const version = await publishRateCard(tx, card, at)
    await recordAudit(tx, {
      action: 'rate_card_published',
      subject: `rate-card ${version.version}`,
      detail: { effectiveAt: at.toISOString(), follows: current?.version ?? null, ...changesOf(current, card) },
    })
    return { version, made: true }
  })
}

/** Keeps audit entries readable; the versions contain all changes. */
const MAX_AUDITED_CHANGES = 200

function changesOf(current: RateCardVersion | undefined, card: RateCard) {
  const changes = changesBetween(current?.card ?? {}, card)
  return { changed: changes.length, changes: changes.slice(0, MAX_AUDITED_CHANGES) }
}

/**
 * Validates a publication without publishing. Returns the version that it would follow.
 * @throws Problem as {@link publish}.
 */
export async function rehearse(
  products: ProductList,
  db: TenantDatabase,
  card: RateCard,
  effectiveAt: Date | undefined,
): Promise<RateCardVersion | undefined> {
  compileCard(products, { version: 0, card })
  return (await tryPublish(products, db, { card, effectiveAt })).current
}

interface Publication {
  readonly card: RateCard
  readonly effectiveAt: Date | undefined
}

async function tryPublish(products: ProductList, db: TenantQueryable, { card, effectiveAt }: Publication) {
  const now = await clock(db)
  const at = effectiveAt ?? now
  const dates = await listRateCards(db)
  const before = dates.find((each) => each.effectiveAt <= at)
  const current = before && (await readRateCard(db, before.version))
  const same = current !== undefined && canonical(current.card) === canonical(card)
  if (!same) {
    if (at < now) await nothingChargedSince(db, at)
    const next = dates.findLast((each) => each.effectiveAt > at)
    await checkContracts(products, db, { card, from: at, until: next?.effectiveAt ?? null })
  }
  return { at, current, same }
}

/**
 * Checks that a card prices every customer who has a contract while the card is in force.
 * @throws Problem `rate_card_breaks_contract`.
 */
async function checkContracts(
  products: ProductList,
  tx: TenantQueryable,
  { card, from, until }: { readonly card: RateCard; readonly from: Date; readonly until: Date | null },
): Promise<void> {
  for (const agreed of await agreedBetween(tx, from, until)) {
    try {
      compileContract(products, { version: 0, card }, agreed)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'contract_invalid') throw error
      const { product, reason } = error.params as { product: string; reason: string }
      const contract = uuidToId('ctr', agreed.contract)
      const detail = { contract, party: agreed.party, product, reason }
      throw new Problem('rate_card_breaks_contract', detail, error.errors)
    }
  }
}

export type ContractAsked = Omit<NewContract, 'effectiveAt'> & { readonly effectiveAt: Date | undefined }

/**
 * Creates a contract. Its terms must fit every version of the rate card in force during the contract.
 * @throws Problem `line_unknown`, `product_unknown`, `party_unknown`, `contract_invalid`, `contract_period_invalid`,
 * `price_change_in_past`, `product_not_priced`, `idempotency_conflict`.
 */
export async function agree(
  products: ProductList,
  db: TenantDatabase,
  requested: ContractAsked,
  idempotency: Idempotency | null,
): Promise<{ contract: Contract; replayed: boolean }> {
  const { party, line, product, until } = requested
  products.product(line, product)
  return db.transaction(async (tx) => {
    await lockPrices(tx)
    const earlier = idempotency && (await findEarlier(tx, 'contract', [idempotency.key])).get(idempotency.key)
    if (earlier) {
      checkSame(earlier, idempotency)
      return { contract: (await readContract(tx, earlier.id))!, replayed: true }
    }
    if (!(await readParties(tx, [party])).has(party)) throw new Problem('party_unknown', { party })
    const now = await clock(tx)
    const effectiveAt = requested.effectiveAt ?? now
    if (until && until <= effectiveAt) throw periodInvalid(effectiveAt, until)
    if (effectiveAt < now) await nothingChargedSince(tx, effectiveAt, { party, line, product })
    const versions = inForceBetween(await listRateCards(tx), effectiveAt, until)
    if (versions.length === 0) throw new Problem('product_not_priced', { line, product })
    for (const version of versions) compileContract(products, (await readRateCard(tx, version))!, requested)
    const contract = await insertContract(tx, { ...requested, effectiveAt }, idempotency)
    await recordAudit(tx, {
      action: 'contract_created',
      subject: uuidToId('ctr', contract.id),
      detail: { ...{ party, line, product, terms: requested.terms }, effectiveAt, until },
    })
    return { contract, replayed: false }
  })
}

/** Returns the versions in force at any time between two moments; `dates` latest first. */
function inForceBetween(dates: readonly RateCardDates[], from: Date, until: Date | null): number[] {
  const first = dates.findIndex(({ effectiveAt }) => effectiveAt <= from)
  const reached = first < 0 ? dates : dates.slice(0, first + 1)
  return reached
    .filter(({ effectiveAt }) => until === null || effectiveAt < until)
    .filter(({ effectiveAt }, i, all) => effectiveAt.getTime() !== all[i - 1]?.effectiveAt.getTime())
    .map(({ version }) => version)
}

/**
 * Ends a contract now or at a given time; a replay with the same time changes nothing.
 * @throws Problem `contract_unknown`, `contract_ended`, `price_change_in_past`.
 */
export async function end(db: TenantDatabase, id: Uuid, at: Date | undefined): Promise<Contract> {
  return db.transaction(async (tx) => {
    await lockPrices(tx)
    const contract = await readContract(tx, id)
    if (!contract) throw new Problem('contract_unknown', { contract: uuidToId('ctr', id) })
    const { endedAt, until } = contract
    if (endedAt && (!at || at.getTime() === endedAt.getTime())) return contract
    const now = await clock(tx)
    const ends = at ?? now
    const over = endedAt ?? (until && until <= ends ? until : undefined)
    if (over) throw new Problem('contract_ended', { endedAt: over.toISOString() })
    if (ends < now) await nothingChargedSince(tx, ends, contract)
    await recordAudit(tx, {
      action: 'contract_ended',
      subject: uuidToId('ctr', id),
      detail: { before: { endsAt: until }, after: { endsAt: ends } },
    })
    return (await endContract(tx, id, ends))!
  })
}

/**
 * Checks that nothing has been charged since a time. `of`: only charges of this customer for this product.
 * @throws Problem `price_change_in_past`.
 */
async function nothingChargedSince(
  tx: TenantQueryable,
  at: Date,
  of?: Pick<Contract, 'party' | 'line' | 'product'>,
): Promise<void> {
  const since = 'SELECT effective_at AS "chargedAt" FROM charge WHERE tenant = $1 AND effective_at >= $2'
  // Newest first: recent charges are the most likely matches.
  const latest = 'ORDER BY id DESC LIMIT 1'
  const customer = 'AND line = $3 AND product = $4'
  const [charged] = of
    ? await tx.query<{ chargedAt: Date }>(
        `(${since} ${customer} AND payer = $5 ${latest}) UNION ALL (${since} ${customer} AND payee = $5 ${latest})`,
        [tx.tenant, at, of.line, of.product, of.party],
      )
    : await tx.query<{ chargedAt: Date }>(`${since} ${latest}`, [tx.tenant, at])
  if (!charged) return
  const chargedAt = charged.chargedAt.toISOString()
  throw new Problem('price_change_in_past', { chargedAt, effectiveAt: at.toISOString() })
}

function periodInvalid(effectiveAt: Date, until: Date): Problem {
  const params = { until: until.toISOString(), effectiveAt: effectiveAt.toISOString() }
  return new Problem('contract_period_invalid', params)
}
