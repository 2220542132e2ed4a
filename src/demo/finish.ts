/** The end of the demo world, which is now: disputes, payees who spent what they must give back, payouts, refund requests, quotes. */
import { openDispute, resolveDispute } from '../charges/dispute.ts'
import { uuidToId } from '../ids.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import type { Engine } from '../lines/engine.ts'
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { balances, move } from './money.ts'
import { payOutToday } from './payouts.ts'
import { askForRefunds } from './requests.ts'
import type { Schedule } from './schedule.ts'

interface Recent {
  readonly id: string
  readonly payee: string
  readonly captured: Micros
}

const DAY_MS = 86_400_000

export async function finish(engine: Engine, tenant: number, schedule: Schedule): Promise<void> {
  const { seed } = schedule.scene
  const recent = await largestPayments(engine, tenant, schedule)
  const isUnpaid = (_: Recent, n: number) => n % 3 === 2
  await dispute(
    engine,
    tenant,
    seed,
    recent.filter((each, n) => !isUnpaid(each, n)),
  )
  await runUpDebts(engine, tenant, seed, recent.filter(isUnpaid))
  await payOutToday(engine.tenant(tenant), schedule)
  await askForRefunds(engine, tenant, schedule)
  await quote(engine, tenant, schedule)
}

/** Of the last twenty days: nothing given back yet. One a shop. */
async function largestPayments(engine: Engine, tenant: number, { days }: Schedule): Promise<Recent[]> {
  const { db } = engine.tenant(tenant)
  return db.transaction(
    (tx) =>
      tx.query<Recent>(
        `SELECT id, payee, captured FROM (
           SELECT DISTINCT ON (payee) id, payee, captured FROM charge
           WHERE tenant = $1 AND line = 'payments' AND product = 'scan-pay' AND effective_at >= $2
             AND refunded = 0 AND pending = 0
           ORDER BY payee, captured DESC, id) largest
         ORDER BY captured DESC, payee LIMIT 16`,
        [tenant, new Date(days.at(-1)!.start - 20 * DAY_MS)],
      ),
    { readOnly: true },
  )
}

const REASONS = ['fraudulent', 'not_received', 'duplicate', 'not_as_described']
const ENDS = ['won', 'lost', 'open', 'open', 'lost', 'won', 'open', 'open', 'lost', 'open'] as const

async function dispute(engine: Engine, tenant: number, seed: number, charges: readonly Recent[]): Promise<void> {
  const { db, directory } = engine.tenant(tenant)
  for (const [n, { id, captured }] of charges.entries()) {
    const key = `demo ${seed} dispute ${n}`
    const { dispute } = await openDispute(db, {
      charge: uuidToId('chg', id),
      amount: captured,
      reason: REASONS[n % REASONS.length]!,
      reference: `DSP-${seed}-${n + 1}`,
      answerBy: new Date(Date.now() + (2 + n) * DAY_MS),
      idempotency: { key, fingerprint: fingerprint(key) },
    })
    const end = ENDS[n % ENDS.length]!
    if (end === 'open' || dispute.status !== 'open') continue
    const lost = end === 'lost' ? dispute.amount : 0n
    await resolveDispute(db, directory, { dispute: uuidToId('dsp', dispute.id), lost })
  }
}

/** Shops that took out all they had before a payment of theirs was given back. */
async function runUpDebts(engine: Engine, tenant: number, seed: number, charges: readonly Recent[]): Promise<void> {
  const ledger = engine.tenant(tenant)
  const found = await balances(
    ledger,
    charges.map(({ payee }) => `${payee}/balance`),
  )
  const transfers = found.map(({ path, unit, balance }) => {
    return { from: path, to: 'world/external', amount: balance, unit, kind: 'payout' }
  })
  await move(ledger, 'Payouts in full', `payout in full ${seed}`, Date.now(), transfers)
  for (const [n, { id }] of charges.entries()) {
    const result = await engine.refund(tenant, {
      charge: uuidToId('chg', id),
      ask: {},
      reason: 'not-delivered',
      reference: null,
      effectiveAt: null,
      previewHash: null,
      idempotencyKey: `demo ${seed} debt ${n}`,
    })
    if ('problem' in result && result.problem.code !== 'idempotency_conflict') throw result.problem
  }
}

const QUOTES = 24

/** Exchanges that were asked for today; two of three came to be. */
async function quote(engine: Engine, tenant: number, { scene }: Schedule): Promise<void> {
  const { date, month } = scene.days.at(-1)!
  const customers = scene.payers(month)
  for (let n = 0; n < QUOTES; n += 1) {
    const event = {
      customer: customers[(n * 5) % customers.length]!,
      amount: { amount: `${200 + 50 * n}.00`, currency: 'CNY' },
      currency: 'USD',
      reference: { pair: 'CNY/USD', rate: '0.1464', day: date, source: 'demo' },
    }
    const { id } = await engine.quote(tenant, { line: 'crossborder', product: 'fx-spread', event }, 600)
    if (n % 3 === 2) continue
    const asked = { of: { quote: uuidToId('qte', id) }, idempotencyKey: `demo ${scene.seed} quoted ${n}` }
    await engine.charge(tenant, asked).catch((error) => {
      // Made by a filling that broke off right after it.
      if (!(error instanceof Problem && error.code === 'idempotency_conflict')) throw error
    })
  }
}
