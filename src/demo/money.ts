/**
 * Money movements besides the charges of the demo world: funding of budgets and wallets, and payouts. Journal entries,
 * each with its key.
 */

import type { TenantDatabase } from '../db/connect.ts'
import type { DemoDay } from '../engine/demo/calendar.ts'
import { CAMPAIGN, POPULATIONS } from '../engine/demo/participants.ts'
import type { AccountDirectory } from '../ledger/directory.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { type JournalEntry, postJournal } from '../ledger/journal.ts'
import { type Micros, parseMicros } from '../money/amount.ts'
import type { PlannedCharge, Schedule } from './schedule.ts'

export interface Ledger {
  readonly db: TenantDatabase
  readonly directory: AccountDirectory
}

type Transfer = JournalEntry['transfers'][number]

/** The privacy budget of a population for the duration of the world, in nano-rho. */
const PRIVACY = 900_000_000_000n

/** Funds the populations' privacy budgets before the first day. */
export async function fundWorld(ledger: Ledger, { world }: Schedule): Promise<void> {
  const transfers = POPULATIONS.map(({ id }) => ({
    from: 'world/funding',
    to: `${id}/privacy`,
    amount: parseMicros(PRIVACY.toString()),
    unit: 'nano-rho',
    kind: 'funding',
  }))
  await move(ledger, {
    description: 'Privacy budgets',
    name: `privacy ${world.seed}`,
    at: world.days[0]!.start,
    transfers,
  })
}

const HUNDRED = parseMicros('100')

/** Funds wallets and the campaign at the beginning of a month with the month's spending, rounded up to hundreds. */
export async function fundMonth(
  ledger: Ledger,
  first: DemoDay,
  traffic: readonly (readonly PlannedCharge[])[],
): Promise<void> {
  const needed = new Map<string, Micros>()
  const need = (path: string, amount: Micros) => needed.set(path, (needed.get(path) ?? 0n) + amount)
  for (const { spends, rewards } of traffic.flat()) {
    if (spends) need(spends.path, spends.amount)
    if (rewards > 0n) need(`${CAMPAIGN}/budget`, rewards)
  }
  const transfers = [...needed].sort().map(([path, amount]) => ({
    from: path.endsWith('/budget') ? 'world/funding' : 'world/external',
    to: path,
    amount: ((amount + HUNDRED - 1n) / HUNDRED) * HUNDRED,
    unit: 'CNY',
    kind: path.endsWith('/budget') ? 'funding' : 'top-up',
  }))
  await move(ledger, {
    description: `Wallets and budgets, ${first.month}`,
    name: `funds ${first.date}`,
    at: first.start,
    transfers,
  })
}

/** Percentage of payees' balances that is paid out at the end of a month. */
const PAID_OUT = 92n

export async function payOut(ledger: Ledger, { world }: Schedule, last: DemoDay): Promise<void> {
  const { merchants, sellers, creators, carriers, publishers, abroad } = world.participants
  const payees = [...merchants, ...sellers.map(({ id }) => id), ...creators, ...carriers, ...publishers]
  const paths = [...payees, ...abroad.map(({ id }) => id)].map((id) => `${id}/balance`)
  const transfers = (await balances(ledger, paths)).flatMap(({ path, unit, balance }): Transfer[] => {
    const amount = (balance * PAID_OUT) / 100n
    const whole = amount - (amount % 1_000_000n)
    return whole > 0n ? [{ from: path, to: 'world/external', amount: whole, unit, kind: 'payout' }] : []
  })
  const end = last.start + last.length
  await move(ledger, { description: `Payouts, ${last.month}`, name: `payout ${last.date}`, at: end, transfers })
}

/** Reads the non-zero balances of accounts. */
export function balances(
  { db }: Ledger,
  paths: readonly string[],
): Promise<{ path: string; unit: string; balance: Micros }[]> {
  return db.query(
    `SELECT a.path, a.unit, a.balance FROM unnest($2::text[]) AS p(path),
       LATERAL (SELECT path, unit, balance FROM account WHERE tenant = $1 AND path = p.path AND balance > 0 OFFSET 0) a
     ORDER BY a.path, a.unit`,
    [db.tenant, paths],
  )
}

/**
 * Posts a journal entry. The key alone identifies it: an entry with the same key counts as done, even if a repetition
 * would have other amounts.
 */
export async function move(
  { db, directory }: Ledger,
  {
    description,
    name,
    at,
    transfers,
  }: {
    readonly description: string
    readonly name: string
    readonly at: number
    readonly transfers: readonly Transfer[]
  },
): Promise<void> {
  if (transfers.length === 0) return
  const key = `demo ${name}`
  const idempotency = { key, fingerprint: fingerprint(key) }
  await postJournal(db, directory, { description, transfers, effectiveAt: new Date(at), idempotency })
}
