/**
 * Finalizes refunds that were executed through a gateway. Succeeded: the payer's part moves from the clearing account
 * of the gateway to the payer. Failed: nothing reached the payer, so all transfers of the refund are reversed and its
 * reservation is released. A chargeback that is won later is reversed in the same way.
 *
 * Locks: rows of charges by id, floored accounts by id, then accounts without a floor.
 *
 * Idempotency: a refund is finalized once, checked under the lock of its charge; finalizing it again returns its
 * outcome.
 */

import { type ChargeRow, lockCharges, readCharges, writeStanding } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import {
  type Account,
  type AccountId,
  type AccountName,
  accountKey,
  type BatchId,
  parsePath,
} from '../ledger/account.ts'
import type { Balances, Transfer } from '../ledger/balances.ts'
import type { AccountDirectory } from '../ledger/directory.ts'
import { clock } from '../ledger/effective.ts'
import { lockAccounts, type Posting, writePostings } from '../ledger/post.ts'
import { type Micros, parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { refundRollups } from '../rollups/write.ts'
import { refundActivity } from './activity.ts'
import { announceRefunds } from './announce.ts'
import { type GatewayNote, noteGatewayRefunds, readGatewayRefunds } from './gateway-refund.ts'
import { refundableOf } from './plan.ts'
import { type RefundRow, type RefundStatus, readRefunds } from './record.ts'
import { clearingAccount } from './refund.ts'
import { ShortfallCover } from './shortage.ts'

/** The outcome of a refund. */
export interface RefundOutcome {
  /** UUID of the refund. */
  readonly refund: Uuid
  readonly status: Exclude<RefundStatus, 'pending'>
  /** When the payer received it; null: now. Limited to now, because a provider's clock may be ahead. */
  readonly at: Date | null
  /** Failure code. */
  readonly failure: string | null
  /** The provider's answer, stored with the outcome. */
  readonly said?: Omit<GatewayNote, 'refund'>
}

/** `finalized`: by this call; otherwise its status did not allow the outcome, and the refund is returned unchanged. */
export interface FinalizedRefund {
  readonly refund: RefundRow
  readonly finalized: boolean
}

/** One result per outcome, in order, as for charges and refunds: the refund, or `refund_unknown`. */
export type FinalizeResult = FinalizedRefund | Problem

/** Records the outcomes of a batch of refunds. Throws only when the whole batch failed. */
export async function finalizeRefunds(
  db: TenantDatabase,
  directory: AccountDirectory,
  outcomes: readonly RefundOutcome[],
  alongside: (tx: TenantQueryable, finalized: readonly RefundRow[]) => Promise<void> = async () => {},
): Promise<FinalizeResult[]> {
  const ids = outcomes.map(({ refund }) => refund)
  const refunds = await readRefunds(db, ids)
  const known = await readCharges(
    db,
    [...refunds.values()].map(({ charge }) => charge),
  )
  const names = outcomes.flatMap((outcome) => touchedBy(outcome, refunds, known))
  return directory.transaction(db, names, async (tx, accounts) => {
    const results = await finalizeBatch(tx, accounts, known, outcomes)
    const now = results.flatMap((each) => (each instanceof Problem || !each.finalized ? [] : [each.refund]))
    if (now.length > 0) await alongside(tx, now)
    return results
  })
}

async function finalizeBatch(
  tx: TenantQueryable,
  accounts: ReadonlyMap<string, Account>,
  known: ReadonlyMap<string, ChargeRow>,
  outcomes: readonly RefundOutcome[],
): Promise<FinalizeResult[]> {
  const charges = await lockCharges(tx, known)
  const refunds = await readRefunds(
    tx,
    outcomes.map(({ refund }) => refund),
  )
  const carried = await readGatewayRefunds(tx, [...refunds.keys()])
  const balances = await lockAccounts(tx, accounts.values())
  const batch = new FinalizeBatch({ charges, accounts, balances, now: await clock(tx) }, new ShortfallCover(tx))
  const results: FinalizeResult[] = []
  const notes: GatewayNote[] = []
  for (const outcome of outcomes) {
    const refund = refunds.get(outcome.refund)
    if (!refund) {
      results.push(new Problem('refund_unknown', { refund: uuidToId('rfd', outcome.refund) }))
      continue
    }
    const final = mayBecome(refund, outcome.status)
      ? await batch.finalize(refund, carried.get(refund.id)?.amount ?? refund.amount, outcome)
      : undefined
    if (final) refunds.set(refund.id, final)
    if (final && outcome.said) notes.push({ ...outcome.said, refund: refund.id })
    results.push({ refund: final ?? refund, finalized: final !== undefined })
  }
  if (batch.postings.length === 0) return results
  const undone = batch.finalized.filter(({ status }) => status !== 'succeeded')
  const rollups = refundRollups(
    tx.tenant,
    undone.map((refund) => refundActivity(charges.get(refund.charge)!, refund, true)),
  )
  const posted = await writePostings(tx, balances, batch.postings, rollups)
  await writeFinalized(tx, batch.finalized, posted.batch)
  await restoreLastRefunds(tx, undone, batch.changed)
  await noteGatewayRefunds(tx, notes)
  const freed = undone.map(({ charge }) => batch.changed.get(charge)!)
  for (const charge of await reserveForDisputes(tx, freed)) batch.changed.set(charge.id, charge)
  await writeStanding(tx, [...batch.changed.values()])
  await batch.cover.write()
  const done = batch.finalized.filter(({ status }) => status === 'succeeded')
  const events = [['refund.succeeded', done] as const, ['refund.failed', undone] as const]
  await announceRefunds(tx, events, charges)
  return results
}

/**
 * Returns the accounts that an outcome moves money on, which are opened and locked up front. A success moves the
 * payer's part from the clearing account to the payer, a failure reverses the transfers of the refund.
 */
function touchedBy(
  { refund: id, status }: RefundOutcome,
  refunds: ReadonlyMap<string, RefundRow>,
  charges: ReadonlyMap<string, ChargeRow>,
): AccountName[] {
  const refund = refunds.get(id)
  const charge = refund && charges.get(refund.charge)
  if (!charge) return []
  const { unit, draft } = charge
  const carried = refund.gateway === null ? [] : [clearingAccount(refund.gateway, unit)]
  if (status === 'succeeded') return [...carried, { path: draft.payerAccount, unit }]
  const ends = refund.plan.transfers.flatMap(({ from, to, amount }) => [
    { path: from, unit: amount.currency },
    { path: to, unit: amount.currency },
  ])
  return [...carried, ...ends]
}

/** Returns whether a transition is allowed: the same ones as by the database guard (sql/0005). */
function mayBecome({ status, kind }: RefundRow, next: RefundOutcome['status']): boolean {
  if (status === 'pending') return next !== 'reversed'
  return status === 'succeeded' && kind === 'chargeback' && next === 'reversed'
}

/** The rows that the transaction locked, and its clock. */
interface LockedState {
  readonly charges: Map<string, ChargeRow>
  readonly accounts: ReadonlyMap<string, Account>
  readonly balances: Balances
  readonly now: Date
}

class FinalizeBatch {
  readonly postings: Posting[] = []
  readonly finalized: RefundRow[] = []
  readonly changed = new Map<string, ChargeRow>()
  readonly cover: ShortfallCover
  readonly #charges: Map<string, ChargeRow>
  readonly #accounts: ReadonlyMap<string, Account>
  readonly #balances: Balances
  readonly #now: Date
  /** Amounts repaid in this batch, by the account that carries the debt or advance. */
  readonly #repaid = new Map<AccountId, Micros>()

  constructor({ charges, accounts, balances, now }: LockedState, cover: ShortfallCover) {
    this.#charges = charges
    this.#accounts = accounts
    this.#balances = balances
    this.cover = cover
    this.#now = now
  }

  async finalize(refund: RefundRow, carried: Micros, { status, at, failure }: RefundOutcome): Promise<RefundRow> {
    const charge = this.#charges.get(refund.charge)!
    const when = at !== null && at < this.#now ? at : this.#now
    const transfers = status === 'succeeded' ? this.#arrive(refund, charge, carried) : await this.#undo(refund, charge)
    this.postings.push({ id: refund.id, effectiveAt: when, transfers })
    const final: RefundRow = { ...refund, status, settledAt: when, failure }
    this.finalized.push(final)
    const moved = status === 'succeeded' ? arrived(charge, refund) : undone(charge, refund)
    this.#charges.set(charge.id, moved)
    this.changed.set(charge.id, moved)
    return final
  }

  #account(path: string, unit: string): Account {
    return this.#accounts.get(accountKey({ path, unit }))!
  }

  /** Moves the amount from the gateway's clearing account to the payer. */
  #arrive(refund: RefundRow, { draft, unit }: ChargeRow, amount: Micros): Transfer[] {
    const debit = this.#accounts.get(accountKey(clearingAccount(refund.gateway!, unit)))!
    const credit = this.#account(draft.payerAccount, unit)
    const transfers = [{ debit, credit, amount, kind: 'refund', component: null }]
    this.#balances.apply(transfers)
    return transfers
  }

  /**
   * Reverses every transfer of the refund. A party may have spent what it received by the refund; its shortage becomes
   * a debt. A debt or advance that the refund caused and that is still outstanding is repaid from the reversal.
   */
  async #undo(refund: RefundRow, charge: ChargeRow): Promise<Transfer[]> {
    const payer = charge.draft.payerAccount
    const stoodOn = (path: string, unit: string) =>
      path === payer && refund.gateway !== null
        ? this.#accounts.get(accountKey(clearingAccount(refund.gateway, unit)))!
        : this.#account(path, unit)
    const back = refund.plan.transfers.map(({ from, to, amount: { amount, currency } }) => ({
      debit: stoodOn(to, currency),
      credit: stoodOn(from, currency),
      amount: parseMicros(amount, currency),
      kind: 'refund-reversal',
      component: null,
    }))
    const topUps: Transfer[] = []
    for (const shortage of this.#balances.shortages(back)) topUps.push(await this.cover.transfer(shortage, 'debt'))
    this.#balances.apply([...topUps, ...back])
    const repaid = await this.#repay(refund)
    this.#balances.apply(repaid)
    return [...topUps, ...back, ...repaid]
  }

  async #repay({ plan }: RefundRow): Promise<Transfer[]> {
    const transfers: Transfer[] = []
    for (const { account: path, mode, amount } of plan.shortages) {
      if (mode === 'reject') continue
      const { party } = parsePath(path)
      const outstanding = await this.cover.outstanding(party, mode, amount.currency)
      if (!outstanding) continue
      const { account: credit, owed } = outstanding
      const left = owed - (this.#repaid.get(credit.id) ?? 0n)
      const short = parseMicros(amount.amount, amount.currency)
      const repaid = left < short ? left : short
      if (repaid <= 0n) continue
      this.#repaid.set(credit.id, (this.#repaid.get(credit.id) ?? 0n) + repaid)
      const debit = this.#account(path, amount.currency)
      transfers.push({ debit, credit, amount: repaid, kind: 'debt-repaid', component: null })
    }
    return transfers
  }
}

/**
 * Reserves what a failed refund releases for a dispute opened while the refund was pending, because the bank may still
 * debit it. Runs under the locks of the charges, which also guard writes to their disputes.
 * @returns the charges with their new disputed amounts; empty if no reserve changed
 */
async function reserveForDisputes(tx: TenantQueryable, freed: readonly ChargeRow[]): Promise<ChargeRow[]> {
  if (freed.length === 0) return []
  const charges = new Map(freed.map((charge) => [charge.id, charge]))
  const open = await tx.query<{ id: string; charge: Uuid; lacks: Micros }>(
    `SELECT id, charge, amount - reserved AS lacks FROM dispute
     WHERE tenant = $1 AND charge = ANY ($2::uuid[]) AND status = 'open' AND reserved < amount ORDER BY id`,
    [tx.tenant, [...charges.keys()]],
  )
  const more = new Map<string, Micros>()
  for (const { id, charge: of, lacks } of open) {
    const charge = charges.get(of)!
    const left = refundableOf(charge)
    const part = lacks < left ? lacks : left
    if (part <= 0n) continue
    charges.set(of, { ...charge, disputed: charge.disputed + part })
    more.set(id, part)
  }
  if (more.size === 0) return []
  await tx.execute(
    `UPDATE dispute d SET reserved = reserved + t.more FROM unnest($2::uuid[], $3::bigint[]) AS t(id, more)
     WHERE d.tenant = $1 AND d.id = t.id`,
    [tx.tenant, [...more.keys()], [...more.values()]],
  )
  return [...charges.values()]
}

/**
 * A refund that was undone no longer counts for the minimum gap between refunds, so the latest of the others does. Runs
 * after the outcomes were written.
 */
async function restoreLastRefunds(
  tx: TenantQueryable,
  undone: readonly RefundRow[],
  charges: Map<string, ChargeRow>,
): Promise<void> {
  if (undone.length === 0) return
  const rows = await tx.query<{ charge: Uuid; last: Date | null }>(
    `SELECT t.id AS charge, (SELECT max(r.effective_at) FROM refund r
       WHERE r.tenant = $1 AND r.charge = t.id AND r.status IN ('pending', 'succeeded')) AS last
     FROM unnest($2::uuid[]) AS t(id)`,
    [tx.tenant, [...new Set(undone.map(({ charge }) => charge))]],
  )
  for (const { charge, last } of rows) charges.set(charge, { ...charges.get(charge)!, lastRefundAt: last })
}

function arrived(charge: ChargeRow, { amount }: RefundRow): ChargeRow {
  return { ...charge, pending: charge.pending - amount, refunded: charge.refunded + amount }
}

function undone(charge: ChargeRow, { amount, status, plan }: RefundRow): ChargeRow {
  const wasPending = status === 'pending'
  const returned = [...charge.returned!]
  for (const { component, amount: part } of plan.transfers) {
    if (component !== null) returned[component]! -= parseMicros(part.amount, part.currency)
  }
  const quantities = new Map(plan.items.map(({ id, quantity }) => [id, BigInt(quantity)]))
  return {
    ...charge,
    pending: charge.pending - (wasPending ? amount : 0n),
    refunded: charge.refunded - (wasPending ? 0n : amount),
    refunds: charge.refunds - 1,
    returned,
    returnedQuantity: charge.returnedQuantity!.map((n, i) => n - (quantities.get(charge.draft.items[i]!.id) ?? 0n)),
  }
}

async function writeFinalized(tx: TenantQueryable, refunds: readonly RefundRow[], batch: BatchId): Promise<void> {
  await tx.execute(
    `UPDATE refund r SET status = t.status, settled_at = t.at, failure = left(t.failure, 200), settled_batch = $6
     FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[]) AS t(id, status, at, failure)
     WHERE r.tenant = $1 AND r.id = t.id`,
    [
      tx.tenant,
      refunds.map(({ id }) => id),
      refunds.map(({ status }) => status),
      refunds.map(({ settledAt }) => settledAt),
      refunds.map(({ failure }) => failure),
      batch,
    ],
  )
}
