/**
 * Refunding: what `plan.ts` works out is posted, with what a payee without the money comes to owe. Preview and
 * execution run the same code; executing may name the hash of the preview that was shown, and is refused with a new
 * preview when the charge or its parties have changed since.
 *
 * Locks: rows of charges by id, floored accounts by id, then accounts without a floor (src/ledger/post.ts).
 * Idempotency: unique (tenant, idempotency_key) of `refund`.
 */
import { createHash } from 'node:crypto'
import type { Queryable } from '../db/connect.ts'
import { isTransient } from '../db/errors.ts'
import { idToUuid, newUuid } from '../ids.ts'
import { type Account, type AccountName, accountKey, accountName, parsePath } from '../ledger/account.ts'
import type { Balances, Shortage, Transfer } from '../ledger/balances.ts'
import { type AccountDirectory, openAccounts } from '../ledger/directory.ts'
import { checkEffective, clock } from '../ledger/effective.ts'
import { canonical, checkSame, findEarlier, type Idempotency, lostRace } from '../ledger/idempotency.ts'
import { lockAccounts, type Posting, readBalances, writePostings } from '../ledger/post.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import { Problem } from '../problem.ts'
import type { ShortageMode } from './draft.ts'
import { planRefund, type RefundAsk, type RefundPlan } from './plan.ts'
import { type ChargeRow, readCharges, toRefundable } from './record.ts'
import { insertRefunds, type MadeRefund, type RefundRow, readRefunds } from './refund-record.ts'
import { refundSteps } from './refund-steps.ts'

export interface RefundRequest {
  /** Prefixed id of the charge. */
  readonly charge: string
  readonly ask: RefundAsk
  readonly reason: string | null
  readonly reference: string | null
  /** When it took effect; null: now. */
  readonly effectiveAt: Date | null
  readonly idempotency: Idempotency | null
  /** Hash of the preview that was looked at; null: execute whatever it comes to now. */
  readonly previewHash: string | null
}

import type { TenantDatabase } from '../ledger/tenant.ts'

/** What a payee lacked, and how it was made up. */
export interface ShortageStep {
  readonly account: string
  readonly mode: ShortageMode
  readonly amount: { readonly amount: string; readonly currency: string }
}

/** A refund as shown before it moves, and as stored when it has. Amounts as decimal strings. */
export interface StoredPlan {
  amount: { amount: string; currency: string }
  items: { id: string; quantity: string; amount: { amount: string; currency: string } }[]
  transfers: {
    kind: string
    from: string
    to: string
    amount: { amount: string; currency: string }
    component: number | null
  }[]
  shortages: ShortageStep[]
  refundableAfter: { amount: string; currency: string }
  steps: Step[]
}

export interface RefundPreview {
  readonly charge: ChargeRow
  readonly plan: StoredPlan
  readonly hash: string
}

/** `stale` comes with the problem `refund_preview_stale`: what the refund would be now. */
export type RefundResult =
  | { readonly refund: RefundRow; readonly replayed: boolean }
  | { readonly problem: Problem; readonly stale?: RefundPreview }

const ATTEMPTS = 6

/** What a refund would do now; nothing moves. @throws the problems of {@link planRefund}, `charge_unknown`, `payee_short`. */
export async function previewRefund(
  db: TenantDatabase,
  directory: AccountDirectory,
  request: Pick<RefundRequest, 'charge' | 'ask' | 'effectiveAt'>,
): Promise<RefundPreview> {
  const id = idToUuid('chg', request.charge)
  return db.transaction(
    async (tx) => {
      const charges = await readCharges(tx, db.id, [id])
      const accounts = await directory.open(db, db.id, accountNames(charges.values()))
      const balances = await readBalances(tx, db.id, accounts.values())
      const batch = new RefundBatch(charges, accounts, balances, await clock(tx))
      return batch.work({ ...request, previewHash: null }).preview
    },
    { isolation: 'repeatable read' },
  )
}

/** Executes a batch of refunds. One result a request, in order; throws only when the whole batch failed. */
export async function postRefunds(
  db: TenantDatabase,
  directory: AccountDirectory,
  requests: readonly RefundRequest[],
): Promise<RefundResult[]> {
  const ids = chargeIds(requests)
  const accounts = await directory.open(db, db.id, accountNames((await readCharges(db, db.id, ids)).values()))
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction((tx) => postBatch(tx, db.id, accounts, ids, requests))
    } catch (error) {
      if (attempt >= ATTEMPTS || !(isTransient(error) || lostRace(error))) throw error
    }
  }
}

function chargeIds(requests: readonly RefundRequest[]): string[] {
  const ids = new Set<string>()
  for (const { charge } of requests) {
    try {
      ids.add(idToUuid('chg', charge))
    } catch {
      // a malformed id is refused with its own request
    }
  }
  return [...ids]
}

function accountNames(charges: Iterable<ChargeRow>): Iterable<AccountName> {
  const names = new Map<string, AccountName>()
  for (const { draft } of charges) {
    for (const { components } of draft.items) {
      for (const { from, to, amount } of components) {
        for (const path of [from, to]) names.set(`${path} ${amount.currency}`, { path, unit: amount.currency })
      }
    }
  }
  return names.values()
}

async function postBatch(
  tx: Queryable,
  tenant: number,
  accounts: ReadonlyMap<string, Account>,
  ids: readonly string[],
  requests: readonly RefundRequest[],
): Promise<RefundResult[]> {
  const charges = await readCharges(tx, tenant, ids, true)
  const earlier = await findEarlier(
    tx,
    tenant,
    'refund',
    requests.flatMap(({ idempotency }) => idempotency?.key ?? []),
  )
  const replayed = await readRefunds(
    tx,
    tenant,
    [...earlier.values()].map(({ id }) => id),
  )
  const balances = await lockAccounts(tx, tenant, accounts.values())
  const batch = new RefundBatch(charges, accounts, balances, await clock(tx))
  const results: RefundResult[] = []
  for (const request of requests) {
    const found = request.idempotency ? earlier.get(request.idempotency.key) : undefined
    const result = found
      ? replay(request, found, batch.made.find(({ row }) => row.id === found.id)?.row ?? replayed.get(found.id)!)
      : await batch.take(request, (name) => openAccounts(tx, tenant, [name]))
    if ('refund' in result && !result.replayed && request.idempotency) {
      earlier.set(request.idempotency.key, { id: result.refund.id, fingerprint: request.idempotency.fingerprint })
    }
    results.push(result)
  }
  if (batch.postings.length > 0) await write(tx, tenant, balances, batch)
  return results
}

function replay(request: RefundRequest, found: { fingerprint: Buffer }, refund: RefundRow): RefundResult {
  try {
    checkSame(found, request.idempotency!)
    return { refund, replayed: true }
  } catch (error) {
    if (error instanceof Problem) return { problem: error }
    throw error
  }
}

/** Works a batch of refunds out in memory. Several refunds of one charge see each other. */
class RefundBatch {
  readonly postings: Posting[] = []
  readonly made: MadeRefund[] = []
  readonly changed = new Map<string, ChargeRow>()
  /** Accounts that came to owe: the account, and the one that carries its debt. */
  readonly debts = new Map<bigint, bigint>()
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

  async take(request: RefundRequest, open: (name: AccountName) => Promise<Account[]>): Promise<RefundResult> {
    try {
      const { preview, plan, transfers, shortages, at } = this.work(request)
      if (request.previewHash !== null && request.previewHash !== preview.hash) {
        return { problem: new Problem('refund_preview_stale'), stale: preview }
      }
      const topUps: Transfer[] = []
      for (const shortage of shortages) topUps.push(await this.#topUp(preview.charge, shortage, open))
      this.#balances.apply([...topUps, ...transfers])
      const row = this.#record(request, preview, plan, at)
      this.postings.push({ id: row.id, effectiveAt: request.effectiveAt, transfers: [...topUps, ...transfers] })
      this.#advance(preview.charge, plan, at)
      return { refund: row, replayed: false }
    } catch (error) {
      if (error instanceof Problem) return { problem: error }
      throw error
    }
  }

  /** Plans one refund against where everything stands; nothing is taken in yet. */
  work(request: Pick<RefundRequest, 'charge' | 'ask' | 'effectiveAt' | 'previewHash'>) {
    const charge = this.#charges.get(idToUuid('chg', request.charge))
    if (!charge) throw new Problem('charge_unknown', { charge: request.charge })
    checkEffective(request.effectiveAt, this.#now)
    const at = request.effectiveAt ?? this.#now
    const plan = planRefund(toRefundable(charge), request.ask, at)
    const transfers = plan.back.map(({ component, amount, index }) => ({
      debit: this.#account(component.to, component.unit),
      credit: this.#account(component.from, component.unit),
      amount,
      kind: component.kind,
      component: index,
    }))
    const shortages = this.#balances.shortages(transfers)
    if (charge.draft.refund.shortage === 'reject' && shortages[0]) throw payeeShort(shortages[0])
    const stored = storePlan(charge, plan, transfers, shortages)
    const preview: RefundPreview = { charge, plan: stored, hash: hashPlan(charge, stored) }
    return { preview, plan, transfers, shortages, at }
  }

  #account(path: string, unit: string): Account {
    return this.#accounts.get(accountKey({ path, unit }))!
  }

  /** What the payee lacks comes from an account that goes below zero for it: what he owes, or what the platform advanced. */
  async #topUp(
    charge: ChargeRow,
    { account, short }: Shortage,
    open: (name: AccountName) => Promise<Account[]>,
  ): Promise<Transfer> {
    const { party } = parsePath(account.path)
    const mode = charge.draft.refund.shortage
    const purpose = mode === 'advance' ? 'advance' : 'debt'
    const [from] = await open(accountName(party, purpose, account.unit))
    if (mode === 'debt') this.debts.set(account.id, from!.id)
    return { debit: from!, credit: account, amount: short, kind: purpose, component: null }
  }

  #record(request: RefundRequest, preview: RefundPreview, plan: RefundPlan, at: Date): RefundRow {
    const row: RefundRow = {
      id: newUuid(),
      charge: preview.charge.id,
      batch: 0n,
      unit: preview.charge.unit,
      amount: plan.amount,
      status: 'succeeded',
      reason: request.reason,
      reference: request.reference,
      idempotencyKey: request.idempotency?.key ?? null,
      effectiveAt: at,
      recordedAt: this.#now,
      plan: preview.plan,
    }
    this.made.push({ row, fingerprint: request.idempotency?.fingerprint ?? null })
    return row
  }

  #advance(charge: ChargeRow, plan: RefundPlan, at: Date): void {
    const last = charge.lastRefundAt
    const row: ChargeRow = {
      ...charge,
      refunded: charge.refunded + plan.amount,
      refunds: charge.refunds + 1,
      lastRefundAt: last !== null && last > at ? last : at,
      returned: [...plan.returned],
      returnedQuantity: [...plan.returnedQuantity],
    }
    this.#charges.set(charge.id, row)
    this.changed.set(charge.id, row)
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

const money = (amount: Micros, currency: string) => ({ amount: formatMicros(amount, currency), currency })

function storePlan(
  charge: ChargeRow,
  plan: RefundPlan,
  transfers: readonly Transfer[],
  shortages: readonly Shortage[],
): StoredPlan {
  const mode = charge.draft.refund.shortage
  return {
    amount: money(plan.amount, charge.unit),
    items: plan.items.map(({ id, amount, quantity }) => ({
      id,
      quantity: quantity.toString(),
      amount: money(amount, charge.unit),
    })),
    transfers: transfers.map(({ kind, debit, credit, amount, component }) => ({
      kind,
      from: debit.path,
      to: credit.path,
      amount: money(amount, debit.unit),
      component,
    })),
    shortages: shortages.map(({ account, short }) => ({
      account: account.path,
      mode,
      amount: money(short, account.unit),
    })),
    refundableAfter: money(plan.refundable, charge.unit),
    steps: refundSteps(charge, plan, shortages),
  }
}

/** Names a preview: the charge, how far it had been refunded, and every transfer. Balances count only where someone falls short. */
function hashPlan(charge: ChargeRow, plan: StoredPlan): string {
  const { steps: _, ...moves } = plan
  const content = canonical({ charge: charge.id, refunds: charge.refunds, refunded: charge.refunded, ...moves })
  return createHash('sha256').update(content).digest('hex')
}

async function write(tx: Queryable, tenant: number, balances: Balances, batch: RefundBatch): Promise<void> {
  const { batch: number, recordedAt } = await writePostings(tx, tenant, balances, batch.postings)
  for (const { row } of batch.made) {
    row.batch = number
    row.recordedAt = recordedAt
  }
  await insertRefunds(tx, tenant, batch.made)
  const changed = [...batch.changed.values()]
  await tx.query(
    `UPDATE charge c SET refunded = t.refunded, refunds = t.refunds, last_refund_at = t.last,
            returned = t.returned::bigint[], returned_quantity = t.quantity::bigint[]
     FROM unnest($2::uuid[], $3::bigint[], $4::int[], $5::timestamptz[], $6::text[], $7::text[])
       AS t(id, refunded, refunds, last, returned, quantity)
     WHERE c.tenant = $1 AND c.id = t.id`,
    [
      tenant,
      changed.map(({ id }) => id),
      changed.map(({ refunded }) => refunded),
      changed.map(({ refunds }) => refunds),
      changed.map(({ lastRefundAt }) => lastRefundAt),
      changed.map(({ returned }) => `{${returned!.join(',')}}`),
      changed.map(({ returnedQuantity }) => `{${returnedQuantity!.join(',')}}`),
    ],
  )
  if (batch.debts.size > 0) {
    await tx.query(
      `UPDATE account a SET debt = t.debt FROM unnest($2::bigint[], $3::bigint[]) AS t(id, debt)
       WHERE a.tenant = $1 AND a.id = t.id AND a.debt IS DISTINCT FROM t.debt`,
      [tenant, [...batch.debts.keys()], [...batch.debts.values()]],
    )
  }
}
