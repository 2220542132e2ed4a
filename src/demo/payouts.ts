/** Payouts of the last day: in progress, paid, failed and canceled. Those of earlier months are journal entries. */
import { fingerprint } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { createPayout, endPayout, type PayoutEnd, type PayoutRow } from '../settlement/payouts.ts'
import type { Ledger } from './money.ts'
import type { Schedule } from './schedule.ts'

const AGENT = 'demo finance'
const PAYOUTS = 12
const failed: PayoutEnd = { status: 'failed', reference: null, failure: 'account_closed' }
const canceled: PayoutEnd = { status: 'canceled', reference: null, failure: null }

/** Pays out balances that need not be reserved for refunds. In a month that has just begun, some payees have none. */
export async function payOutToday(ledger: Ledger, { world }: Schedule): Promise<void> {
  const { merchants, creators, publishers } = world.participants
  const payees = [...merchants.slice(-6), ...creators.slice(0, 3), ...publishers.slice(0, 3)].slice(0, PAYOUTS)
  for (const [n, party] of payees.entries()) {
    const key = `demo ${world.seed} payout ${n}`
    const requested = { party, unit: 'CNY', amount: null, note: null, actor: AGENT }
    const made = await createPayout(ledger.db, {
      ...requested,
      idempotency: { key, fingerprint: fingerprint(key) },
    }).catch((error) => {
      if (error instanceof Problem && error.code === 'payout_nothing') return undefined
      throw error
    })
    if (made?.payout.status === 'approved') await end(ledger, made.payout, n)
  }
}

async function end({ db, directory }: Ledger, { id }: PayoutRow, n: number): Promise<void> {
  const paid: PayoutEnd = { status: 'paid', reference: `BANK-${1_000 + n}`, failure: null }
  const ends = [paid, null, failed, paid, canceled, null]
  const how = ends[n % ends.length]
  if (how) await endPayout(db, directory, id, { end: how, actor: AGENT })
}
