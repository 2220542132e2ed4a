/**
 * The end of refunds that a gateway carried. Succeeded: the payer's part goes from the gateway's clearing account to the
 * payer. Failed: nothing reached him, so everything that the refund moved is moved back and what it reserved is free
 * again. A chargeback that is won after all is undone the same way.
 *
 * Locks: rows of charges by id, floored accounts by id, then accounts without a floor. Idempotency: a refund is settled
 * once, seen under the lock of its charge; settling it again answers how it was settled.
 */

import { announceRefunds } from '../charges/announce.ts'
import { type ChargeRow, lockCharges, readCharges, writeStanding } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { type Account, type AccountName, accountKey, parsePath } from '../ledger/account.ts'
import type { Balances, Transfer } from '../ledger/balances.ts'
import type { AccountDirectory } from '../ledger/directory.ts'
import { clock } from '../ledger/effective.ts'
import { lockAccounts, type Posting, writePostings } from '../ledger/post.ts'
import { type Micros, parseMicros } from '../money/amount.ts'
import { refundRollups } from '../rollups/write.ts'
import { refundActivity } from './activity.ts'
import { type GatewayNote, noteGatewayRefunds, readGatewayRefunds } from './gateway-refund.ts'
import { refundableOf } from './plan.ts'
import { type RefundRow, type RefundStatus, readRefunds } from './record.ts'
import { clearingAccount } from './refund.ts'
import { MadeUp } from './shortage.ts'

/** What became of a refund. */
export interface Settlement {
  /** UUID of the refund. */
  readonly refund: string
  readonly status: Exclude<RefundStatus, 'pending'>
  /** When the payer had it; null: now. Not after now: a provider's clock may be ahead. */
  readonly at: Date | null
  /** Why it failed: a code. */
  readonly failure: string | null
  /** What the provider said: noted along with it. */
  readonly said?: Omit<GatewayNote, 'refund'>
}

/** `settled`: by this call; otherwise it had its end already and is answered as it stands. */
export interface Settled {
  readonly refund: RefundRow
  readonly settled: boolean
}

/** Settles a batch of refunds. One answer a settlement, in order: none for a refund that there is not. */
export async function settleRefunds(
  db: TenantDatabase,
  directory: AccountDirectory,
  settlements: readonly Settlement[],
  alongside: (tx: TenantQueryable, settled: readonly RefundRow[]) => Promise<void> = async () => {},
): Promise<(Settled | undefined)[]> {
  const ids = settlements.map(({ refund }) => refund)
  const refunds = await readRefunds(db, ids)
  const known = await readCharges(
    db,
    [...refunds.values()].map(({ charge }) => charge),
  )
  const names = settlements.flatMap((settlement) => touchedBy(settlement, refunds, known))
  const accounts = await directory.open(db, names)
  return withRetry(db, async (tx) => {
    const settled = await settleBatch(tx, accounts, known, settlements)
    const now = settled.flatMap((each) => (each?.settled ? [each.refund] : []))
    if (now.length > 0) await alongside(tx, now)
    return settled
  })
}

async function settleBatch(
  tx: TenantQueryable,
  accounts: ReadonlyMap<string, Account>,
  known: ReadonlyMap<string, ChargeRow>,
  settlements: readonly Settlement[],
): Promise<(Settled | undefined)[]> {
  const charges = await lockCharges(tx, known)
  const refunds = await readRefunds(
    tx,
    settlements.map(({ refund }) => refund),
  )
  const carried = await readGatewayRefunds(tx, [...refunds.keys()])
  const balances = await lockAccounts(tx, accounts.values())
  const batch = new SettleBatch(charges, accounts, balances, new MadeUp(tx), await clock(tx))
  const results: (Settled | undefined)[] = []
  const notes: GatewayNote[] = []
  for (const settlement of settlements) {
    const refund = refunds.get(settlement.refund)
    if (!refund) {
      results.push(undefined)
      continue
    }
    const settled = mayBecome(refund, settlement.status)
      ? await batch.settle(refund, carried.get(refund.id)?.amount ?? refund.amount, settlement)
      : undefined
    if (settled) refunds.set(refund.id, settled)
    if (settled && settlement.said) notes.push({ ...settlement.said, refund: refund.id })
    results.push({ refund: settled ?? refund, settled: settled !== undefined })
  }
  if (batch.postings.length === 0) return results
  const undone = batch.settled.filter(({ status }) => status !== 'succeeded')
  const rollups = refundRollups(
    tx.tenant,
    undone.map((refund) => refundActivity(charges.get(refund.charge)!, refund, true)),
  )
  const posted = await writePostings(tx, balances, batch.postings, rollups)
  await writeSettled(tx, batch.settled, posted.batch)
  await noteGatewayRefunds(tx, notes)
  const freed = undone.map(({ charge }) => batch.changed.get(charge)!)
  for (const charge of await reserveForDisputes(tx, freed)) batch.changed.set(charge.id, charge)
  await writeStanding(tx, [...batch.changed.values()])
  await batch.madeUp.write()
  const done = batch.settled.filter(({ status }) => status === 'succeeded')
  const events = [['refund.succeeded', done] as const, ['refund.failed', undone] as const]
  await announceRefunds(tx, events, charges)
  return results
}

/**
 * What a settlement moves money on: no account is locked or opened for it besides. One that succeeded takes from the
 * clearing account to the payer; one that failed goes the way of the refund's own transfers.
 */
function touchedBy(
  { refund: id, status }: Settlement,
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

/** The same ends that the database's own guard lets through (sql/0005). */
function mayBecome({ status, kind }: RefundRow, next: Settlement['status']): boolean {
  if (status === 'pending') return next !== 'reversed'
  return status === 'succeeded' && kind === 'chargeback' && next === 'reversed'
}

class SettleBatch {
  readonly postings: Posting[] = []
  readonly settled: RefundRow[] = []
  readonly changed = new Map<string, ChargeRow>()
  readonly madeUp: MadeUp
  readonly #charges: Map<string, ChargeRow>
  readonly #accounts: ReadonlyMap<string, Account>
  readonly #balances: Balances
  readonly #now: Date
  /** Paid back in this batch, by the account that carried it. */
  readonly #repaid = new Map<bigint, Micros>()

  constructor(
    charges: Map<string, ChargeRow>,
    accounts: ReadonlyMap<string, Account>,
    balances: Balances,
    madeUp: MadeUp,
    now: Date,
  ) {
    this.#charges = charges
    this.#accounts = accounts
    this.#balances = balances
    this.madeUp = madeUp
    this.#now = now
  }

  async settle(refund: RefundRow, carried: Micros, { status, at, failure }: Settlement): Promise<RefundRow> {
    const charge = this.#charges.get(refund.charge)!
    const when = at !== null && at < this.#now ? at : this.#now
    const transfers = status === 'succeeded' ? this.#arrive(refund, charge, carried) : await this.#undo(refund, charge)
    this.postings.push({ id: refund.id, effectiveAt: when, transfers })
    const settled: RefundRow = { ...refund, status, settledAt: when, failure }
    this.settled.push(settled)
    const moved = status === 'succeeded' ? arrived(charge, refund) : undone(charge, refund)
    this.#charges.set(charge.id, moved)
    this.changed.set(charge.id, moved)
    return settled
  }

  #account(path: string, unit: string): Account {
    return this.#accounts.get(accountKey({ path, unit }))!
  }

  /** From the gateway's clearing account to the payer. */
  #arrive(refund: RefundRow, { draft, unit }: ChargeRow, amount: Micros): Transfer[] {
    const debit = this.#accounts.get(accountKey(clearingAccount(refund.gateway!, unit)))!
    const credit = this.#account(draft.payerAccount, unit)
    const transfers = [{ debit, credit, amount, kind: 'refund', component: null }]
    this.#balances.apply(transfers)
    return transfers
  }

  /**
   * Every transfer of the refund the other way. Who got something back then may have spent it since: what he lacks he
   * owes. Who had to owe to give back then, and still does, owes that no more.
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
    for (const shortage of this.#balances.shortages(back)) topUps.push(await this.madeUp.transfer(shortage, 'debt'))
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
      const outstanding = await this.madeUp.outstanding(party, mode, amount.currency)
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
 * What a refund that failed frees is reserved for a dispute that was opened while it was on its way: the bank may take it
 * yet. Under the locks of the charges, under which disputes are written.
 * @returns the charges of which more is disputed now.
 */
async function reserveForDisputes(tx: TenantQueryable, freed: readonly ChargeRow[]): Promise<ChargeRow[]> {
  if (freed.length === 0) return []
  const charges = new Map(freed.map((charge) => [charge.id, charge]))
  const open = await tx.query<{ id: string; charge: string; lacks: Micros }>(
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

async function writeSettled(tx: TenantQueryable, refunds: readonly RefundRow[], batch: bigint): Promise<void> {
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
