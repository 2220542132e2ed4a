/**
 * Executes refunds: posts the plan of `plan.ts`, and a debt or advance where a party lacks the balance. Preview and
 * execution run the same code. A request can contain the hash of its preview; if the charge or the outcome has changed
 * since, the refund is refused with the new preview.
 *
 * A charge that was paid through a gateway is refunded through it: the refund is posted and reserved immediately as
 * `pending`, with the payer's part on the clearing account of the gateway, and finalized (finalize.ts) once the
 * provider reports the outcome. The provider is called outside of any transaction (src/processing).
 *
 * Locks: rows of charges by id, floored accounts by id, then accounts without a floor (src/ledger/post.ts).
 *
 * Idempotency: unique (tenant, idempotency_key) of `refund`.
 */
import { createHash } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { type Act, recordAudit } from '../audit/audit.ts'
import type { RefundPolicy } from '../charges/draft.ts'
import type { ExchangeRule } from '../charges/policy.ts'
import { type ChargeRow, lockCharges, readCharges, writeStanding } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { enqueue } from '../jobs/queue.ts'
import {
  type Account,
  type AccountName,
  accountKey,
  accountName,
  COST,
  NO_BATCH,
  PLATFORM,
  parsePath,
  REVENUE,
} from '../ledger/account.ts'
import type { Balances, Shortage, Transfer } from '../ledger/balances.ts'
import type { AccountDirectory } from '../ledger/directory.ts'
import { checkEffective, clock } from '../ledger/effective.ts'
import { canonical, checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import { lockAccounts, type Posting, readBalances, writePostings } from '../ledger/post.ts'
import { formatMicros, type Micros, parseMicros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { refundRollups } from '../rollups/write.ts'
import { refundActivity } from './activity.ts'
import { announceRefunds } from './announce.ts'
import { exchangeDifference, type ReferenceRate } from './exchange-difference.ts'
import { type GatewayRefundRow, insertGatewayRefunds } from './gateway-refund.ts'
import { planRefund, type RefundAsk, type RefundPlan } from './plan.ts'
import { executeRefund, firstJobs } from './queue.ts'
import { insertRefunds, type MadeRefund, type RefundRow, readRefunds, type StoredPlan } from './record.ts'
import { toRefundable } from './refundable.ts'
import { ShortfallCover } from './shortage.ts'
import { type Circumstances, refundSteps } from './steps.ts'

export interface RefundRequest {
  /** Prefixed id of the charge. */
  readonly charge: string
  readonly ask: RefundAsk
  readonly reason: string | null
  readonly reference: string | null
  /** Effective time; null: now. */
  readonly effectiveAt: Date | null
  readonly idempotency: Idempotency | null
  /** Hash of the preview that the caller has seen; null: execute without a comparison. */
  readonly previewHash: string | null
  /** The payer was refunded through another channel (cash, the provider's own page), so no gateway is called. */
  readonly outside?: boolean
  /** The policy decision to execute (decision.ts); absent: the charge's own policy, at its original rates. */
  readonly decided?: Decided
  readonly by: Actor
}

export interface Decided {
  /** Replaces the policy of the charge. */
  readonly policy: RefundPolicy
  /** Whether the current rate applies, and who bears the difference; null: the rates of the charge. */
  readonly exchange: ExchangeRule | null
  /** The current rate, if it applies. */
  readonly rate?: ReferenceRate | undefined
}

/** A refund that books a lost dispute. */
export interface Chargeback {
  /** UUID of the dispute. */
  readonly dispute: Uuid
}

export interface RefundPreview {
  readonly charge: ChargeRow
  readonly plan: StoredPlan
  readonly hash: string
}

/** A posted refund. `replayed`: by an earlier request with the same key. */
export interface PostedRefund {
  readonly refund: RefundRow
  readonly replayed: boolean
}

/** As for charges: the refund, or the problem that refused this request of the batch. */
export type RefundResult = PostedRefund | Problem

/** Refuses a refund whose preview is outdated, and carries the new preview. */
export class StalePreview extends Problem<'refund_preview_stale'> {
  readonly preview: RefundPreview

  constructor(preview: RefundPreview) {
    super('refund_preview_stale')
    this.preview = preview
  }
}

/** The part of a request that a preview needs. */
export type RefundQuestionAsked = Pick<RefundRequest, 'charge' | 'ask' | 'effectiveAt' | 'outside' | 'decided'>

/**
 * Previews a refund as it would be executed now; posts nothing.
 * @throws the problems of {@link planRefund}, `charge_unknown`, `payee_short`, `debt_limit_exceeded`, and those of an
 * exchange difference.
 */
export async function previewRefund(
  db: TenantDatabase,
  directory: AccountDirectory,
  request: RefundQuestionAsked,
): Promise<RefundPreview> {
  const id = idToUuid('chg', request.charge)
  return db.transaction(
    async (tx) => {
      const charges = await readCharges(tx, [id])
      const accounts = await directory.imagine(tx, accountNames(charges.values(), exchanges(request)))
      const balances = await readBalances(tx, accounts.values())
      const batch = new RefundBatch(charges, accounts, balances, await clock(tx))
      return (await batch.work(request, new ShortfallCover(tx))).preview
    },
    { isolation: 'repeatable read' },
  )
}

/** Executes a batch of refunds. One result per request, in order; throws only if the whole batch failed. */
export async function postRefunds(
  db: TenantDatabase,
  directory: AccountDirectory,
  requests: readonly RefundRequest[],
): Promise<RefundResult[]> {
  const known = await readCharges(db, chargeIds(requests))
  const names = accountNames(known.values(), requests.some(exchanges))
  return directory.transaction(db, names, (tx, accounts) => postBatch(tx, accounts, known, requests))
}

function chargeIds(requests: readonly RefundRequest[]): string[] {
  const ids = new Set<string>()
  for (const { charge } of requests) {
    try {
      ids.add(idToUuid('chg', charge))
    } catch {
      // A malformed id is refused later, as the result of its own request.
    }
  }
  return [...ids]
}

/** Returns the account that holds the payer's part of a refund while a gateway executes it. */
export function clearingAccount(gateway: string, unit: string): AccountName {
  return accountName(gateway, 'clearing', unit)
}

/** Returns the accounts that an exchange difference can use, besides the payee's. */
const bearers = (payerAccount: string) => [
  REVENUE,
  COST,
  `${PLATFORM}/position`,
  payerAccount,
  `${parsePath(payerAccount).party}/balance`,
]

const exchanges = ({ decided }: Pick<RefundRequest, 'decided'>): boolean => decided?.exchange?.rate === 'current'

/**
 * Returns every account that a refund of these charges can use; `exchanging`: with those of an exchange difference.
 */
export function accountNames(charges: Iterable<ChargeRow>, exchanging = false): Iterable<AccountName> {
  const names = new Map<string, AccountName>()
  for (const { draft, gateway, unit } of charges) {
    if (exchanging) for (const path of bearers(draft.payerAccount)) names.set(`${path} ${unit}`, { path, unit })
    if (gateway) names.set(`${gateway} ${unit}`, clearingAccount(gateway, unit))
    for (const { components } of draft.items) {
      for (const { from, to, amount } of components) {
        for (const path of [from, to]) names.set(`${path} ${amount.currency}`, { path, unit: amount.currency })
      }
    }
  }
  return names.values()
}

async function postBatch(
  tx: TenantQueryable,
  accounts: ReadonlyMap<string, Account>,
  known: ReadonlyMap<string, ChargeRow>,
  requests: readonly RefundRequest[],
): Promise<RefundResult[]> {
  const charges = await lockCharges(tx, known)
  const earlier = await findEarlier(
    tx,
    'refund',
    requests.flatMap(({ idempotency }) => idempotency?.key ?? []),
  )
  const replayed = await readRefunds(
    tx,
    [...earlier.values()].map(({ id }) => id),
  )
  const balances = await lockAccounts(tx, accounts.values())
  const batch = new RefundBatch(charges, accounts, balances, await clock(tx))
  const cover = new ShortfallCover(tx)
  const results: RefundResult[] = []
  for (const request of requests) {
    const found = request.idempotency ? earlier.get(request.idempotency.key) : undefined
    const result = found
      ? replay(request, found, batch.made.find(({ row }) => row.id === found.id)?.row ?? replayed.get(found.id)!)
      : await batch.take(request, cover)
    if (!(result instanceof Problem) && !result.replayed && request.idempotency) {
      earlier.set(request.idempotency.key, { id: result.refund.id, fingerprint: request.idempotency.fingerprint })
    }
    results.push(result)
  }
  if (batch.postings.length > 0) await writeRefunds(tx, balances, batch, cover)
  return results
}

function replay(request: RefundRequest, found: { fingerprint: Buffer }, refund: RefundRow): RefundResult {
  try {
    checkSame(found, request.idempotency!)
    return { refund, replayed: true }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** Computes a batch of refunds in memory. Each refund sees the earlier ones of the same charge. */
export class RefundBatch {
  readonly postings: Posting[] = []
  readonly made: MadeRefund[] = []
  readonly changed = new Map<string, ChargeRow>()
  readonly throughGateways: GatewayRefundRow[] = []
  readonly #charges: Map<string, ChargeRow>
  readonly #accounts: ReadonlyMap<string, Account>
  readonly #balances: Balances
  readonly #now: Date

  constructor(charges: Map<string, ChargeRow>, accounts: ReadonlyMap<string, Account>, balances: Balances, now: Date) {
    this.#charges = charges
    this.#accounts = accounts
    this.#balances = balances
    this.#now = now
  }

  async take(request: RefundRequest, cover: ShortfallCover, chargeback?: Chargeback): Promise<RefundResult> {
    try {
      // A chargeback cannot be refused, so debt limits do not apply to it.
      const { preview, plan, transfers, shortages, mode, at } = await this.work(request, chargeback ? null : cover)
      if (request.previewHash !== null && request.previewHash !== preview.hash) {
        return new StalePreview(preview)
      }
      const topUps: Transfer[] = []
      for (const shortage of shortages) {
        topUps.push(await cover.transfer(shortage, mode === 'advance' ? 'advance' : 'debt'))
      }
      this.#balances.apply([...topUps, ...transfers])
      const row = this.#record(request, preview, { amount: plan.amount, at }, chargeback)
      this.postings.push({ id: row.id, effectiveAt: request.effectiveAt, transfers: [...topUps, ...transfers] })
      this.#advance(preview.charge, plan, at, row)
      return { refund: row, replayed: false }
    } catch (error) {
      if (error instanceof Problem) return error
      throw error
    }
  }

  /**
   * Plans one refund against the current state without changing it. `limits`: checks debt limits; null: none apply.
   */
  async work(request: RefundQuestionAsked, limits: Pick<ShortfallCover, 'modeFor'> | null) {
    const charge = this.#charges.get(idToUuid('chg', request.charge))
    if (!charge) throw new Problem('charge_unknown', { charge: request.charge })
    checkEffective(request.effectiveAt, this.#now)
    const at = request.effectiveAt ?? this.#now
    const { policy, exchange = null, rate } = request.decided ?? frozen(charge)
    const refundable = { ...toRefundable(charge), policy }
    const plan = planRefund(refundable, request.ask, at)
    const gateway = request.outside ? null : charge.gateway
    const difference = exchangeDifference(refundable, plan.back, exchange, rate)
    const moves: Move[] = [
      ...plan.back.map(({ component: { kind, from, to, unit }, amount, index }) => ({
        ...{ kind, from: to, to: from, amount, unit, component: index },
      })),
      ...difference.transfers.map((each) => ({ ...each, component: null })),
    ]
    const transfers = moves.map(({ kind, from, to, amount, unit, component }) => ({
      debit: this.#account(charge, from, unit, gateway),
      credit: this.#account(charge, to, unit, gateway),
      ...{ amount, kind, component },
    }))
    const shortages = this.#balances.shortages(transfers)
    if (policy.shortage === 'reject' && shortages[0]) throw payeeShort(shortages[0])
    const mode = limits ? await limits.modeFor(shortages, policy.shortage) : policy.shortage
    const stored = storePlan(charge, plan, moves, { gateway, shortages, mode, more: difference.steps })
    const preview = previewOf(charge, stored)
    return { preview, plan, transfers, shortages, mode, at }
  }

  /** Returns an account by path; with a gateway, its clearing account in place of the payer's account. */
  #account({ draft }: ChargeRow, path: string, unit: string, gateway: string | null): Account {
    const name = gateway !== null && path === draft.payerAccount ? clearingAccount(gateway, unit) : { path, unit }
    return this.#accounts.get(accountKey(name))!
  }

  #record(
    request: RefundRequest,
    { charge, plan: stored }: RefundPreview,
    { amount, at }: { readonly amount: Micros; readonly at: Date },
    chargeback: Chargeback | undefined,
  ): RefundRow {
    const gateway = stored.gateway ?? null
    const row: RefundRow = {
      id: newUuid(),
      charge: charge.id,
      batch: NO_BATCH,
      unit: charge.unit,
      amount,
      status: gateway === null ? 'succeeded' : 'pending',
      kind: chargeback ? 'chargeback' : 'refund',
      gateway,
      dispute: chargeback?.dispute ?? null,
      settledAt: null,
      failure: null,
      reason: request.reason,
      reference: request.reference,
      idempotencyKey: request.idempotency?.key ?? null,
      actor: request.by.actor,
      effectiveAt: at,
      recordedAt: this.#now,
      plan: stored,
    }
    this.made.push({ row, fingerprint: request.idempotency?.fingerprint ?? null, by: request.by })
    if (gateway !== null) this.throughGateways.push(gatewayRefundOf(row, charge, gateway))
    return row
  }

  #advance(charge: ChargeRow, plan: RefundPlan, at: Date, { status }: RefundRow): void {
    const last = charge.lastRefundAt
    const row: ChargeRow = {
      ...charge,
      refunded: charge.refunded + (status === 'succeeded' ? plan.amount : 0n),
      pending: charge.pending + (status === 'pending' ? plan.amount : 0n),
      refunds: charge.refunds + 1,
      lastRefundAt: last !== null && last > at ? last : at,
      returned: [...plan.returned],
      returnedQuantity: [...plan.returnedQuantity],
    }
    this.#charges.set(charge.id, row)
    this.changed.set(charge.id, row)
  }
}

function toAct({ row, by }: MadeRefund): Act {
  const { id, charge, amount, unit, kind, gateway, reason, status } = row
  const detail = { charge: uuidToId('chg', charge), amount: wireMoney(amount, unit), gateway, reason, status }
  return {
    actor: by.actor,
    key: by.key ?? null,
    action: kind === 'chargeback' ? 'charged_back' : 'refund_created',
    subject: uuidToId('rfd', id),
    detail,
  }
}

/** The policy frozen on the charge; applies unless a decision overrides it. */
function frozen({ draft: { refund } }: ChargeRow): Decided {
  return { policy: refund, exchange: refund.exchange ?? null }
}

/** Builds the provider request. Its number derives from the refund id: the same on every retry, unique per refund. */
function gatewayRefundOf({ id, unit, plan }: RefundRow, charge: ChargeRow, gateway: string): GatewayRefundRow {
  const { payerAccount } = charge.draft
  // What is returned of the payer's own components, less an exchange loss that the payer bears.
  const amount = plan.transfers.reduce((sum, { from, to, amount: { amount: text, currency } }) => {
    const part = parseMicros(text, currency)
    return to === payerAccount ? sum + part : from === payerAccount ? sum - part : sum
  }, 0n)
  return {
    refund: id,
    gateway,
    number: uuidToId('rfd', id),
    order: charge.gatewayOrder!,
    total: charge.captured,
    amount,
    unit,
    status: 'queued',
    providerNumber: null,
    calls: 0,
    lastCode: null,
    lastMessage: null,
  }
}

function payeeShort({ account, available, short }: Shortage): Problem {
  return new Problem('payee_short', {
    account: account.path,
    unit: account.unit,
    available: formatMicros(available, account.unit),
    short: formatMicros(short, account.unit),
  })
}

interface Move {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly amount: Micros
  readonly unit: string
  readonly component: number | null
}

function storePlan(
  charge: ChargeRow,
  plan: RefundPlan,
  moves: readonly Move[],
  { gateway, shortages, mode, more }: Circumstances,
): StoredPlan {
  return {
    amount: wireMoney(plan.amount, charge.unit),
    items: plan.items.map(({ id, amount, quantity }) => ({
      id,
      quantity: quantity.toString(),
      amount: wireMoney(amount, charge.unit),
    })),
    transfers: moves.map(({ kind, from, to, amount, unit, component }) => ({
      ...{ kind, from, to, component },
      amount: wireMoney(amount, unit),
    })),
    shortages: shortages.map(({ account, short }) => ({
      account: account.path,
      mode,
      amount: wireMoney(short, account.unit),
    })),
    ...(gateway === null ? {} : { gateway }),
    refundableAfter: wireMoney(plan.refundable, charge.unit),
    steps: refundSteps(charge, plan, { gateway, shortages, mode, more }),
  }
}

/** The hash is calculated on demand, because a refund without a preview needs none. */
function previewOf(charge: ChargeRow, plan: StoredPlan): RefundPreview {
  return {
    charge,
    plan,
    get hash() {
      return hashPlan(charge, plan)
    },
  }
}

/**
 * Hashes a preview: the charge, its refunded amounts and every transfer. Balances affect it only through shortages.
 */
function hashPlan(charge: ChargeRow, plan: StoredPlan): string {
  const { steps: _, ...moves } = plan
  const { id, refunds, refunded, pending, disputed } = charge
  const content = canonical({ charge: id, refunds, refunded, pending, disputed, ...moves })
  return createHash('sha256').update(content).digest('hex')
}

/** Writes the results of a batch. Runs inside the transaction that holds the locks. */
export async function writeRefunds(
  tx: TenantQueryable,
  balances: Balances,
  batch: RefundBatch,
  cover: ShortfallCover,
): Promise<void> {
  const activity = batch.made.map(({ row }) => refundActivity(batch.changed.get(row.charge)!, row))
  const rollups = refundRollups(tx.tenant, activity)
  const { batch: number, recordedAt } = await writePostings(tx, balances, batch.postings, rollups)
  for (const { row } of batch.made) {
    row.batch = number
    row.recordedAt = recordedAt
  }
  await insertRefunds(tx, batch.made)
  await recordAudit(tx, ...batch.made.map(toAct))
  await insertGatewayRefunds(tx, batch.throughGateways)
  await writeStanding(tx, [...batch.changed.values()])
  await cover.write()
  await enqueue(tx, executeRefund, firstJobs(tx.tenant, batch.throughGateways))
  const refunds = batch.made.map(({ row }) => row)
  const done = refunds.filter(({ status }) => status === 'succeeded')
  const events = [['refund.created', refunds] as const, ['refund.succeeded', done] as const]
  await announceRefunds(tx, events, batch.changed)
}
