/**
 * Charging: posts drafts as charges in batches. One transaction posts a whole batch; each draft in it is posted or
 * refused independently, in the order of arrival.
 *
 * Locks: rows of holds by id, series by key, floored accounts by id, then accounts without a floor (src/ledger/post.ts).
 * Idempotency: unique (tenant, idempotency_key), (tenant, quote) and (tenant, gateway, gateway_order) of `charge`. If
 * two processes use one key concurrently, the unique index rejects the second; its batch is retried and finds the
 * charge of the first.
 */
import { type Actor, isByHand } from '../actor.ts'
import { type Act, recordAudit } from '../audit/audit.ts'
import { bigints, byteas, instants, integers, texts, uuids } from '../db/arrays.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { isTransient } from '../db/errors.ts'
import { announce } from '../events/announce.ts'
import { idToUuid, newUuid, uuidToId } from '../ids.ts'
import { type Account, type AccountName, accountKey, accountName, NO_BATCH, parsePath } from '../ledger/account.ts'
import { type Balances, netChanges, type Transfer } from '../ledger/balances.ts'
import type { AccountDirectory } from '../ledger/directory.ts'
import { checkEffective, clock } from '../ledger/effective.ts'
import { captureHold, checkOpen, type LockedHold, lockHolds, writeCaptures } from '../ledger/holds.ts'
import { checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import {
  type Alongside,
  insufficientFunds,
  lockAccounts,
  type PostedBatch,
  type Posting,
  writePostings,
} from '../ledger/post.ts'
import { formatMicros, type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { ChargeActivity } from '../rollups/activity.ts'
import { chargeRollups } from '../rollups/write.ts'
import { announceCharges } from './announce.ts'
import { debtEvent } from './debt.ts'
import {
  accountsOf,
  type ChargeDraft,
  type Component,
  capturedOf,
  componentsOf,
  earningsOf,
  type StoredDraft,
  storeDraft,
} from './draft.ts'
import { type ChargedHook, type ChargeRow, readCharges } from './record.ts'
import { reduceToAvailable } from './reduce.ts'
import { LockedSeries } from './series.ts'

/** A draft to be posted. */
export interface ChargeRequest {
  /** The draft, or the problem that prevented it: even then, a repeated request returns its earlier charge. */
  readonly draft: ChargeDraft | Problem
  readonly effectiveAt: Date | null
  readonly reference: string | null
  readonly idempotency: Idempotency | null
  /** Prefixed id of the quote that is charged. */
  readonly quote: string | null
  /** Prefixed id of the hold on the payer's account that is captured. */
  readonly hold: string | null
  /** The order that the payer paid at a payment provider, if any; refunds are sent through the same provider. */
  readonly payment: OrderPaid | null
  readonly by: Actor
}

/** An order paid through a gateway. Each order pays for one charge. */
export interface OrderPaid {
  /** Name of the configured gateway. */
  readonly gateway: string
  /** Our order number at the provider. */
  readonly order: string
}

/** A charge, or the problem that prevented it. `replayed`: it was created by an earlier request with the same key. */
export type ChargeResult = { readonly charge: ChargeRow; readonly replayed: boolean } | Problem

/** Posts a batch of drafts. Returns one result per request, in order; throws only if the whole batch fails. */
export async function postCharges(
  db: TenantDatabase,
  directory: AccountDirectory,
  requests: readonly ChargeRequest[],
  charged?: ChargedHook,
): Promise<ChargeResult[]> {
  const names = new Map<string, AccountName>()
  for (const { draft } of requests) {
    if (draft instanceof Problem) continue
    for (const name of accountsOf(draft)) names.set(accountKey(name), name)
  }
  const ready = requests.map(prepare)
  // Keys are looked up only if necessary: a reused key violates the unique index, and a refusal may hide an earlier
  // success. In both cases the batch is rolled back and retried with the lookup.
  let look = false
  return directory.transaction(
    db,
    names.values(),
    async (tx, accounts, lastError) => {
      look ||= lastError !== undefined && !isTransient(lastError)
      const results = await postBatch(tx, accounts, ready, look)
      const posted = charged && results.flatMap((each) => (each instanceof Problem || each.replayed ? [] : each.charge))
      if (posted && posted.length > 0) await charged(tx, posted)
      return results
    },
    { retryOn: (error) => error instanceof ReplayCheckNeeded },
  )
}

/** Rolls back a batch that refused a request with a key, to check whether an earlier request already succeeded. */
class ReplayCheckNeeded extends Error {}

async function postBatch(
  tx: TenantQueryable,
  accounts: ReadonlyMap<string, Account>,
  requests: readonly PreparedRequest[],
  look: boolean,
): Promise<ChargeResult[]> {
  const now = requests.some(({ effectiveAt }) => effectiveAt !== null) ? await clock(tx) : null
  const holds = await lockHolds(
    tx,
    requests.flatMap(({ hold }) => hold ?? []),
  )
  const series = await LockedSeries.lock(
    tx,
    requests.flatMap(({ draft }) => (draft instanceof Problem ? [] : (draft.draft.series ?? []))),
  )
  const balances = await lockAccounts(tx, accounts.values())
  // Under the locks, an earlier request with the same key has either committed or conflicts in the unique index.
  const earlier = look ? await findEarlierCharges(tx, requests) : NOTHING_EARLIER()
  const batch = new Batch({ accounts, balances, holds, series }, earlier)
  const outcomes = requests.map((request) => batch.take(request, now))
  if (!look && requests.some((request, i) => hasKey(request) && outcomes[i] instanceof Problem))
    throw new ReplayCheckNeeded()
  await series.write(tx)
  if (batch.postings.length > 0) {
    // Holds are released first: the database checks balance − held against the floor after every statement.
    await writeCaptures(tx, batch.captured)
    const alongside = [chargeRows(tx.tenant, batch.made), ...chargeRollups(tx.tenant, batch.made.map(activityOf))]
    completeRows(batch.made, await writePostings(tx, balances, batch.postings, alongside))
    await announceCharges(
      tx,
      batch.made.map(({ row }) => row),
    )
    await recordAudit(tx, ...batch.made.filter(({ request }) => isByHand(request.by)).map(toAct))
    await announce(
      tx,
      batch.settled.map((account) => debtEvent('debt.settled', account, 'debt', 0n)),
    )
  }
  return outcomes.map((outcome) =>
    outcome instanceof Problem ? outcome : { charge: outcome.row, replayed: outcome.replayed },
  )
}

/** Charges that programs make are in the audit trail by their own rows, which name the actor and never change. */
function toAct({ row, request: { by } }: PostedCharge): Act {
  const { id, line, product, payer, payee, captured, unit } = row
  const detail = { line, product, payer, payee, amount: wireMoney(captured, unit) }
  return { actor: by.actor, action: 'charge_created', subject: uuidToId('chg', id), detail }
}

/** A request with its draft serialized for storage. This is slow, so it happens before the locks are taken. */
interface PreparedRequest extends Omit<ChargeRequest, 'draft'> {
  readonly draft: SerializedDraft | Problem
}

interface SerializedDraft {
  readonly draft: ChargeDraft
  readonly stored: StoredDraft
  readonly storedJson: string
  readonly eventJson: string | null
}

function prepare(request: ChargeRequest): PreparedRequest {
  const { draft } = request
  return { ...request, draft: draft instanceof Problem ? draft : serialize(draft) }
}

function serialize(draft: ChargeDraft): SerializedDraft {
  const stored = storeDraft(draft)
  const eventJson = draft.event === undefined ? null : JSON.stringify(draft.event)
  return { draft, stored, storedJson: JSON.stringify(stored), eventJson }
}

interface PostedCharge extends SerializedDraft {
  readonly row: ChargeRow
  readonly request: PreparedRequest
}

/** What a batch has locked. */
interface Locked {
  readonly accounts: ReadonlyMap<string, Account>
  readonly balances: Balances
  /** By UUID. */
  readonly holds: ReadonlyMap<string, LockedHold>
  readonly series: LockedSeries
}

/** Processes a batch in memory, in the order of arrival. */
class Batch {
  readonly postings: Posting[] = []
  readonly made: PostedCharge[] = []
  readonly captured: LockedHold[] = []
  /** Debt accounts that were repaid in full. */
  readonly settled: Account[] = []
  readonly #accounts: ReadonlyMap<string, Account>
  readonly #balances: Balances
  readonly #holds: ReadonlyMap<string, LockedHold>
  readonly #series: LockedSeries
  readonly #earlier: EarlierCharges

  constructor({ accounts, balances, holds, series }: Locked, earlier: EarlierCharges) {
    this.#accounts = accounts
    this.#balances = balances
    this.#holds = holds
    this.#series = series
    this.#earlier = earlier
  }

  take(request: PreparedRequest, now: Date | null): { row: ChargeRow; replayed: boolean } | Problem {
    try {
      const replayed = this.#replay(request)
      if (replayed) return { row: replayed, replayed: true }
      if (request.draft instanceof Problem) return request.draft
      checkEffective(request.effectiveAt, now)
      return { row: this.#charge(request, request.draft), replayed: false }
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }

  #replay({ idempotency, quote, payment }: PreparedRequest): ChargeRow | undefined {
    if (idempotency) {
      const found = this.#earlier.byKey.get(idempotency.key)
      if (found) {
        checkSame(found, idempotency)
        return found.row
      }
    }
    const used = quote === null ? undefined : this.#earlier.byQuote.get(idToUuid('qte', quote))
    if (used) throw new Problem('quote_used', { charge: uuidToId('chg', used.id) })
    const paidFor = payment === null ? undefined : this.#earlier.byOrder.get(orderKey(payment))
    if (payment && paidFor) throw new Problem('order_charged', { ...payment, charge: uuidToId('chg', paidFor.id) })
    return undefined
  }

  #charge(request: PreparedRequest, priced: SerializedDraft): ChargeRow {
    const { series } = priced.draft
    if (series) this.#series.check(series)
    const draft = reduceToAvailable(priced.draft, (component) => this.#available(component))
    const transfers = this.#transfers(draft)
    const hold = request.hold === null ? undefined : this.#hold(request.hold, draft)
    if (hold) this.#balances.release(hold.account, hold.amount)
    const [shortage] = this.#balances.shortages(transfers)
    if (shortage) {
      if (hold) this.#balances.reserve(hold.account, hold.amount)
      throw insufficientFunds(shortage.account, shortage.available)
    }
    this.#balances.apply(transfers)
    const netted = this.#netDebts(transfers)
    const posted = draft === priced.draft ? priced : serialize(draft)
    const row = newRow(posted, request)
    this.postings.push({ id: row.id, effectiveAt: request.effectiveAt, transfers: [...transfers, ...netted] })
    this.made.push({ ...posted, row, request })
    if (hold) this.captured.push(captureHold(hold, row.captured))
    if (series) this.#series.add(series, uuidToId('chg', row.id))
    if (request.idempotency) this.#earlier.byKey.set(request.idempotency.key, { ...request.idempotency, row })
    if (row.quote) this.#earlier.byQuote.set(row.quote, row)
    if (request.payment) this.#earlier.byOrder.set(orderKey(request.payment), row)
    return row
  }

  #available(component: Component): Micros | null {
    return this.#balances.available(this.#account(component.from, component.unit))
  }

  #account(path: string, unit: string): Account {
    return this.#accounts.get(accountKey({ path, unit }))!
  }

  #transfers(draft: ChargeDraft): Transfer[] {
    const transfers: Transfer[] = []
    let number = 0
    for (const item of draft.items) {
      for (const { from, to, amount, unit, kind } of item.components) {
        const component = number++
        if (amount === 0n) continue
        transfers.push({ debit: this.#account(from, unit), credit: this.#account(to, unit), amount, kind, component })
      }
    }
    return transfers
  }

  #hold(id: string, draft: ChargeDraft): LockedHold {
    const hold = this.#holds.get(idToUuid('hld', id))
    if (!hold) throw new Problem('hold_unknown', { hold: id })
    const payer = this.#account(draft.payerAccount, draft.unit)
    checkOpen(hold)
    if (hold.account !== payer.id) throw new Problem('hold_other_account', { account: hold.path, payer: payer.path })
    if (this.captured.some(({ id: taken }) => taken === hold.id))
      throw new Problem('hold_closed', { status: 'captured' })
    const { captured } = capturedOf(draft)
    if (captured > hold.amount) {
      throw new Problem('hold_exceeded', { held: formatMicros(hold.amount, draft.unit), unit: draft.unit })
    }
    return hold
  }

  /** Deducts what a party owes from earlier clawbacks from what this charge credits to it. */
  #netDebts(transfers: readonly Transfer[]): Transfer[] {
    const netted: Transfer[] = []
    for (const [account, change] of netChanges(transfers)) {
      const debt = change > 0n ? this.#balances.debt(account) : null
      if (!debt) continue
      const { party } = parsePath(account.path)
      const credit: Account = { ...accountName(party, 'debt', account.unit), id: debt.id, floored: false }
      const amount = change < debt.owed ? change : debt.owed
      netted.push({ debit: account, credit, amount, kind: 'debt-recovery', component: null })
      if (amount === debt.owed) this.settled.push(credit)
    }
    this.#balances.apply(netted)
    return netted
  }
}

/** Refund totals of a new charge. */
const UNTOUCHED = {
  refunded: 0n,
  pending: 0n,
  disputed: 0n,
  refunds: 0,
  lastRefundAt: null,
  returned: null,
  returnedQuantity: null,
} as const

function newRow({ draft, stored }: SerializedDraft, request: PreparedRequest): ChargeRow {
  const now = new Date(0) // set from the database's clock once the batch is written
  return {
    id: newUuid(),
    batch: NO_BATCH,
    line: draft.line,
    product: draft.product,
    payer: draft.payer,
    payee: draft.payee,
    unit: draft.unit,
    ...capturedOf(draft),
    ...UNTOUCHED,
    reference: request.reference,
    idempotencyKey: request.idempotency?.key ?? null,
    quote: request.quote === null ? null : idToUuid('qte', request.quote),
    gateway: request.payment?.gateway ?? null,
    gatewayOrder: request.payment?.order ?? null,
    actor: request.by.actor,
    effectiveAt: request.effectiveAt ?? now,
    recordedAt: now,
    draft: stored,
  }
}

/** Returns the charges of a batch as rows to be written with its transfers. */
function chargeRows(tenant: number, made: readonly PostedCharge[]): Alongside {
  const column = <T>(of: (made: PostedCharge) => T): T[] => made.map(of)
  const earnings = column(({ draft }) => earningsOf(draft))
  return {
    sql: chargeSql,
    params: [
      tenant,
      uuids(column(({ row }) => row.id)),
      texts(column(({ row }) => row.line)),
      texts(column(({ row }) => row.product)),
      texts(column(({ row }) => row.payer)),
      texts(column(({ row }) => row.payee)),
      texts(column(({ row }) => row.unit)),
      bigints(column(({ row }) => row.captured)),
      bigints(column(({ row }) => row.kept)),
      texts(column(({ row }) => row.reference)),
      texts(column(({ row }) => row.idempotencyKey)),
      byteas(column(({ request }) => request.idempotency?.fingerprint ?? null)),
      uuids(column(({ row }) => row.quote)),
      instants(column(({ request }) => request.effectiveAt)),
      texts(column(({ storedJson }) => storedJson)),
      texts(column(({ eventJson }) => eventJson)),
      integers(column(({ draft }) => draft.rateCard)),
      uuids(column(({ draft }) => (draft.contract ? idToUuid('ctr', draft.contract.id) : null))),
      bigints(earnings.map(({ revenue }) => revenue)),
      bigints(earnings.map(({ cost }) => cost)),
      texts(column(({ row }) => row.gateway)),
      texts(column(({ row }) => row.gatewayOrder)),
      texts(column(({ row }) => row.actor)),
    ],
  }
}

function chargeSql(first: number): string {
  const p = (n: number) => `$${first + n}`
  return `INSERT INTO charge (tenant, batch, recorded_at, effective_at, id, line, product, payer, payee, unit, captured,
                        kept, reference, idempotency_key, fingerprint, quote, draft, event, rate_card, contract,
                        revenue, cost, gateway, gateway_order, actor)
    SELECT ${p(0)}::int, p.batch, p.at, coalesce(c.effective_at, p.at), c.id, c.line, c.product, c.payer, c.payee,
           c.unit, c.captured, c.kept, c.reference, c.key, c.fingerprint, c.quote, c.draft, c.event, c.rate_card,
           c.contract, c.revenue, c.cost, c.gateway, c.gateway_order, c.actor
    FROM posted p, unnest(${p(1)}::uuid[], ${p(2)}::text[], ${p(3)}::text[], ${p(4)}::text[], ${p(5)}::text[],
      ${p(6)}::text[], ${p(7)}::bigint[], ${p(8)}::bigint[], ${p(9)}::text[], ${p(10)}::text[], ${p(11)}::bytea[],
      ${p(12)}::uuid[], ${p(13)}::timestamptz[], ${p(14)}::text[], ${p(15)}::text[], ${p(16)}::int[], ${p(17)}::uuid[],
      ${p(18)}::bigint[], ${p(19)}::bigint[], ${p(20)}::text[], ${p(21)}::text[],
      ${p(22)}::text[])
      AS c(id, line, product, payer, payee, unit, captured, kept, reference, key, fingerprint, quote,
           effective_at, draft, event, rate_card, contract, revenue, cost, gateway, gateway_order, actor)`
}

/** Returns what a charge adds to the rollups. */
function activityOf({ row, draft, request }: PostedCharge): ChargeActivity {
  const { id, line, product, payer, unit, captured } = row
  const { payerAccount, activity } = draft
  const flows = componentsOf(draft)
  const { effectiveAt, quote } = request
  return {
    ...activity,
    id,
    line,
    product,
    payer,
    payerAccount,
    unit,
    captured,
    effectiveAt,
    quoted: quote !== null,
    flows,
  }
}

function completeRows(made: readonly PostedCharge[], { batch, recordedAt }: PostedBatch): void {
  for (const { row, request } of made) {
    row.batch = batch
    row.recordedAt = recordedAt
    row.effectiveAt = request.effectiveAt ?? recordedAt
  }
}

interface EarlierCharges {
  readonly byKey: Map<string, { fingerprint: Buffer; row: ChargeRow }>
  readonly byQuote: Map<string, ChargeRow>
  readonly byOrder: Map<string, ChargeRow>
}

const orderKey = ({ gateway, order }: OrderPaid) => `${gateway} ${order}`

const NOTHING_EARLIER = (): EarlierCharges => ({ byKey: new Map(), byQuote: new Map(), byOrder: new Map() })

function hasKey({ idempotency, quote, payment }: PreparedRequest): boolean {
  return idempotency !== null || quote !== null || payment !== null
}

async function findEarlierCharges(tx: TenantQueryable, requests: readonly PreparedRequest[]): Promise<EarlierCharges> {
  const keys = requests.flatMap(({ idempotency }) => idempotency?.key ?? [])
  const quotes = requests.flatMap(({ quote }) => (quote === null ? [] : idToUuid('qte', quote)))
  const earlier = await findEarlier(tx, 'charge', keys)
  const used = await findQuoted(tx, quotes)
  const paid = await findOrdered(
    tx,
    requests.flatMap(({ payment }) => payment ?? []),
  )
  const ids = [...[...earlier.values()].map(({ id }) => id), ...used.values(), ...paid.values()]
  const rows = ids.length === 0 ? new Map<string, ChargeRow>() : await readCharges(tx, ids)
  return {
    byKey: new Map(
      [...earlier].map(([key, { id, fingerprint }]) => [key, { fingerprint, row: asMade(rows.get(id)!) }]),
    ),
    byQuote: new Map([...used].map(([quote, id]) => [quote, rows.get(id)!])),
    byOrder: new Map([...paid].map(([order, id]) => [order, rows.get(id)!])),
  }
}

async function findQuoted(tx: TenantQueryable, quotes: readonly string[]): Promise<Map<string, string>> {
  if (quotes.length === 0) return new Map()
  const rows = await tx.query<{ id: string; quote: string }>(
    'SELECT id, quote FROM charge WHERE tenant = $1 AND quote = ANY ($2::uuid[])',
    [tx.tenant, quotes],
  )
  return new Map(rows.map((row) => [row.quote, row.id]))
}

async function findOrdered(tx: TenantQueryable, orders: readonly OrderPaid[]): Promise<Map<string, string>> {
  if (orders.length === 0) return new Map()
  const rows = await tx.query<OrderPaid & { id: string }>(
    `SELECT c.id, c.gateway, c.gateway_order AS "order" FROM unnest($2::text[], $3::text[]) AS t(gateway, number)
     JOIN charge c ON c.tenant = $1 AND c.gateway = t.gateway AND c.gateway_order = t.number`,
    [tx.tenant, orders.map(({ gateway }) => gateway), orders.map(({ order }) => order)],
  )
  return new Map(rows.map((row) => [orderKey(row), row.id]))
}

/** Returns a charge as first posted, without later refunds: a replay returns the original result. */
function asMade(row: ChargeRow): ChargeRow {
  return { ...row, ...UNTOUCHED }
}
