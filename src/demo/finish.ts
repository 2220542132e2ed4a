/**
 * The end of the demo world, which is now: disputes, payees who have spent what they must return, payouts, refund
 * requests, payments through a provider and its bills, bulk refunds, gifts, quotes.
 */
import { openDispute, resolveDispute } from '../disputes/dispute.ts'
import type { Engine } from '../engine/engine.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { parsePath } from '../ledger/account.ts'
import { findEarlier, fingerprint } from '../ledger/idempotency.ts'
import { lines } from '../lines/index.ts'
import { type Micros, minorUnit, parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { lineServices } from '../refund-requests/line-services.ts'
import { readRefunds } from '../refunds/record.ts'
import { makeDebtEntry } from '../settlement/debt-entries.ts'
import { listDebts } from '../settlement/debts.ts'
import { createEndpoint, listEndpoints, updateEndpoint } from '../webhooks/endpoint.ts'
import { reconcile } from './bills.ts'
import { refundInBulk } from './bulk.ts'
import { AGENT, type FinishContext, unlessDone } from './finish-context.ts'
import { orderThroughGateway, payThroughGateway, refundThroughGateway, setUpGateway } from './gateway.ts'
import { balances, move } from './money.ts'
import { payOutToday } from './payouts.ts'
import { askForRefunds } from './requests.ts'
import type { Schedule } from './schedule.ts'

interface Recent {
  readonly id: Uuid
  readonly payee: string
  readonly captured: Micros
}

const DAY_MS = 86_400_000

export async function finish(context: FinishContext): Promise<void> {
  const { engine, tenant, schedule } = context
  const { seed } = schedule.world
  const recent = await largestPayments(engine, tenant, schedule)
  const isUnpaid = (_: Recent, n: number) => n % 3 === 2
  await dispute(
    engine,
    tenant,
    seed,
    recent.filter((each, n) => !isUnpaid(each, n)),
  )
  await runUpDebts(engine, tenant, seed, recent.filter(isUnpaid))
  await settleDebts(context)
  await payOutToday(engine.tenant(tenant), schedule)
  await askForRefunds(engine, tenant, schedule)
  await useGateway(context)
  await refundInBulk(context)
  const services = lineServices(engine)
  for (const { demo } of lines.all) await demo.finish?.({ services, tenant, world: schedule.world })
  await listen(context)
  await quote(engine, tenant, schedule)
}

/**
 * In the smallest world few shops have such a payment: this many days contain at least eight of them at any time of the
 * year.
 */
const RECENT_DAYS = 45

/** Returns the largest recent payment of each shop without refunds. */
async function largestPayments(engine: Engine, tenant: number, { days }: Schedule): Promise<Recent[]> {
  const { db } = engine.tenant(tenant)
  return db.transaction(
    (tx) =>
      tx.query<Recent>(
        `SELECT id, payee, captured FROM (
           SELECT DISTINCT ON (payee) id, payee, captured FROM charge
           WHERE tenant = $1 AND line = 'payments' AND product = 'scan-pay' AND effective_at >= $2
             AND refunded = 0 AND pending = 0 AND gateway IS NULL
           ORDER BY payee, captured DESC, reference, id) largest
         ORDER BY captured DESC, payee LIMIT 16`,
        [tenant, new Date(days.at(-1)!.start - RECENT_DAYS * DAY_MS)],
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

/** Creates debts: shops withdraw their whole balance before one of their payments is refunded. */
async function runUpDebts(engine: Engine, tenant: number, seed: number, charges: readonly Recent[]): Promise<void> {
  const ledger = engine.tenant(tenant)
  const found = await balances(
    ledger,
    charges.map(({ payee }) => `${payee}/balance`),
  )
  const transfers = found.map(({ path, unit, balance }) => {
    return { from: path, to: 'world/external', amount: balance, unit, kind: 'payout' }
  })
  await move(ledger, { description: 'Payouts in full', name: `payout in full ${seed}`, at: Date.now(), transfers })
  for (const [n, { id }] of charges.entries()) {
    const refunding = engine.refund(tenant, {
      charge: uuidToId('chg', id),
      ask: {},
      reason: 'not-delivered',
      reference: null,
      effectiveAt: null,
      previewHash: null,
      idempotencyKey: debtKey(seed, n),
    })
    await refunding.catch((error) => {
      if (!(error instanceof Problem) || error.code !== 'idempotency_conflict') throw error
    })
  }
}

/**
 * Writes off a third of the first debt and repays a third of the second; the rest is recovered from the payees'
 * earnings. Limited to debts of {@link runUpDebts}: others depend on the order of a day's charges and refunds, which
 * differs between two runs of the same world.
 */
async function settleDebts({ engine, tenant, schedule }: FinishContext): Promise<void> {
  const { db, directory } = engine.tenant(tenant)
  const { seed } = schedule.world
  for (const [n, { action, reason }] of ACTIONS.entries()) {
    const key = `demo ${seed} ${action}`
    const debt = await debtOf(engine, tenant, debtKey(seed, n))
    if (!debt || (await findEarlier(db, 'debt_entry', [key])).size > 0) continue
    const { party, amount } = debt
    const part = (amount / 3n / FEN) * FEN
    const [owed] = await listDebts(db, { party, kind: 'debt', unit: 'CNY' }, 1)
    // A server running concurrently may have recovered the debt by now.
    if (part === 0n || !owed || owed.amount < part) continue
    const idempotency = { key, fingerprint: fingerprint(key) }
    const requested = {
      party,
      kind: 'debt',
      action,
      unit: 'CNY',
      amount: part,
      reason,
      actor: AGENT,
      idempotency,
    } as const
    await makeDebtEntry(db, directory, requested)
  }
}

/** Returns the payee's shortage, and therefore debt, for the refund with this key. */
async function debtOf(
  engine: Engine,
  tenant: number,
  key: string,
): Promise<{ readonly party: string; readonly amount: Micros } | undefined> {
  const { db } = engine.tenant(tenant)
  const found = (await findEarlier(db, 'refund', [key])).get(key)
  if (!found) return undefined
  const { plan } = (await readRefunds(db, [found.id])).get(found.id)!
  const [shortage] = plan.shortages.filter(({ mode }) => mode === 'debt')
  if (!shortage) return undefined
  const { party } = parsePath(shortage.account)
  return { party, amount: parseMicros(shortage.amount.amount, shortage.amount.currency) }
}

const debtKey = (seed: number, n: number) => `demo ${seed} debt ${n}`

const FEN = minorUnit('CNY')
const ACTIONS = [
  { action: 'write-off', reason: '商户已注销 The shop has closed down' },
  { action: 'repay', reason: '银行转账 Paid by bank transfer' },
] as const

async function useGateway(context: FinishContext): Promise<void> {
  const client = await setUpGateway(context)
  // Configured by the user, so the demo doesn't use it.
  if (!client) return
  const days = await payThroughGateway(context, client)
  await refundThroughGateway(context, client, days)
  await reconcile(context, days)
  await orderThroughGateway(context)
}

/** Creates a webhook endpoint, disabled because no server answers at its address. */
async function listen({ engine, tenant, seal }: FinishContext): Promise<void> {
  const { db } = engine.tenant(tenant)
  if ((await listEndpoints(db, 1, undefined)).length > 0) return
  const url = 'https://hooks.example.com/recoup'
  const description = '订单系统 Order system'
  const eventTypes = ['refund.succeeded', 'refund.failed', 'dispute.opened', 'payout.paid'] as const
  const requested = { url, description, eventTypes, party: null }
  const { endpoint } = await createEndpoint(db, requested, { seal, targets: 'public' })
  await updateEndpoint(db, endpoint.id, { enabled: false }, 'public')
}

/** Creates the quotes of the last day and charges two of three. */
async function quote(engine: Engine, tenant: number, { world }: Schedule): Promise<void> {
  const requested = lines.all.flatMap(({ id: line, demo }) =>
    (demo.quotes?.(world) ?? []).map((each) => ({ line, ...each })),
  )
  for (const [n, event] of requested.entries()) {
    const { id } = await engine.quote(tenant, event, 600)
    if (n % 3 === 2) continue
    const charge = { of: { quote: uuidToId('qte', id) }, idempotencyKey: `demo ${world.seed} quoted ${n}` }
    await unlessDone(engine.charge(tenant, charge))
  }
}
