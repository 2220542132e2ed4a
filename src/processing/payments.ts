/**
 * Payments through a gateway: the event is priced and frozen as a quote, an order is created at the provider, and once
 * the provider reports it as paid, the quote is charged. The provider is called outside of any transaction.
 *
 * Idempotency: unique (tenant, idempotency_key) of `payment`. The payment's id is the order's number, so repeated
 * creation yields one order; the charge references the order, and an order pays for one charge (src/charges/charge.ts).
 */
import { type Actor, PROGRAM } from '../actor.ts'
import { recordAudit } from '../audit/audit.ts'
import { capturedOf } from '../charges/draft.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { lostRace } from '../db/retry.ts'
import type { BillableEvent } from '../engine/engine.ts'
import { announce } from '../events/announce.ts'
import { GatewayError, type OrderHandle, type OrderRequest, type OrderState } from '../gateways/gateway.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { defineQueue, enqueue } from '../jobs/queue.ts'
import { checkSame, findEarlier, fingerprint } from '../ledger/idempotency.ts'
import { isWholeMinor, type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { OpenGateway } from './gateways.ts'
import type { ExecutionContext } from './refunds.ts'
import { unavailable } from './unavailable.ts'

/** A row of `payment`, columns in camel case. Amounts in micros of `unit`. */
export interface PaymentRow {
  readonly id: Uuid
  readonly gateway: string
  readonly status: 'created' | 'open' | 'paid' | 'charged' | 'closed' | 'failed'
  /** UUID of the quote that is charged once the payment is paid. */
  readonly quote: Uuid
  readonly unit: string
  readonly amount: Micros
  readonly description: string
  readonly method: OrderRequest['method']
  readonly handle: OrderHandle | null
  readonly reference: string | null
  readonly providerNumber: string | null
  readonly paidAt: Date | null
  /** UUID of the charge. */
  readonly charge: Uuid | null
  readonly failure: string | null
  readonly expiresAt: Date
  readonly createdAt: Date
}

export interface PaymentRequest {
  readonly of: BillableEvent
  readonly gateway: string
  readonly method: OrderRequest['method']
  readonly description: string
  readonly reference: string | null
  /** Seconds within which it can be paid. */
  readonly seconds: number
  readonly idempotencyKey: string | undefined
  /** Defaults to the program itself. */
  readonly by?: Actor
}

/**
 * Prefix of the idempotency keys of charges made for payments, followed by the order's number. Keys of callers have no
 * space.
 */
export const KEY_PREFIX = 'payment '

/** Polls the state of an order; one waiting job per payment. */
export const followPayment = defineQueue<{ tenant: number; payment: Uuid }>('payment.follow', {
  retryLimit: 50,
  retryDelaySeconds: 2,
  backoff: true,
  maxDelaySeconds: 600,
  concurrency: 64,
  perGroup: 4,
  expireSeconds: 60,
})

const COLUMNS = `id, gateway, status, quote, unit, amount, description, method, handle, reference,
  provider_number AS "providerNumber", paid_at AS "paidAt", charge, failure, expires_at AS "expiresAt", created_at AS "createdAt"`
/** The quote outlives the order, because a payment in the last second is reported later. */
const GRACE_SECONDS = 30 * 86_400
const ASK_SECONDS = 15

export async function readPayment(db: TenantQueryable, id: Uuid): Promise<PaymentRow | undefined> {
  const [row] = await db.query<PaymentRow>(`SELECT ${COLUMNS} FROM payment WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  return row
}

/** Returns a page of payments older than the payment `after`, newest first. */
export function listPayments(
  db: TenantQueryable,
  filter: { readonly status?: PaymentRow['status']; readonly gateway?: string },
  limit: number,
  after?: string,
): Promise<PaymentRow[]> {
  return db.query<PaymentRow>(
    `SELECT ${COLUMNS} FROM payment WHERE tenant = $1 AND ($2::text IS NULL OR status = $2)
       AND ($3::text IS NULL OR gateway = $3) AND ($4::uuid IS NULL OR id < $4) ORDER BY id DESC LIMIT $5`,
    [db.tenant, filter.status ?? null, filter.gateway ?? null, after ?? null, limit],
  )
}

/**
 * Prices an event and creates an order for it at the provider.
 * @throws Problem of the pricing, `gateway_unknown`, `gateway_disabled`, `payment_amount_zero`, `gateway_refused`,
 * `gateway_address_forbidden`, `gateway_unavailable` (retry with the same key), `idempotency_conflict`.
 */
export async function makePayment(
  context: ExecutionContext,
  tenant: number,
  request: PaymentRequest,
): Promise<{ payment: PaymentRow; replayed: boolean }> {
  const { db } = context.engine.tenant(tenant)
  const gateway = await context.gateways.openEnabled(db, request.gateway)
  const { payment, replayed } = await recordPayment(context, tenant, request)
  if (payment.status !== 'created') return { payment, replayed }
  return { payment: await openOrder(context, tenant, gateway, payment), replayed }
}

async function recordPayment(context: ExecutionContext, tenant: number, request: PaymentRequest) {
  const { db } = context.engine.tenant(tenant)
  const { idempotencyKey: key, by = PROGRAM, ...requested } = request
  const idempotency = key === undefined ? null : { key, fingerprint: fingerprint(requested) }
  const earlier = async () => {
    const found = idempotency && (await findEarlier(db, 'payment', [idempotency.key])).get(idempotency.key)
    if (!found) return undefined
    checkSame(found, idempotency)
    return { payment: (await readPayment(db, found.id))!, replayed: true }
  }
  const known = await earlier()
  if (known) return known
  const quote = await context.engine.quote(tenant, request.of, request.seconds + GRACE_SECONDS, by)
  const { captured } = capturedOf(quote.draft)
  const { unit } = quote.draft
  if (captured <= 0n || !isWholeMinor(captured, unit)) throw new Problem('payment_amount_zero', {})
  try {
    const payment = await db.as(by).transaction(async (tx) => {
      const [row] = await tx.query<PaymentRow>(
        `INSERT INTO payment (tenant, id, gateway, quote, unit, amount, description, method, reference, expires_at,
                            idempotency_key, fingerprint, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(secs => $10), $11, $12, $13) RETURNING ${COLUMNS}`,
        [
          tenant,
          newUuid(),
          request.gateway,
          quote.id,
          unit,
          captured,
          request.description,
          JSON.stringify(request.method),
          request.reference,
          request.seconds,
          idempotency?.key ?? null,
          idempotency?.fingerprint ?? null,
          by.actor,
        ],
      )
      await recordAudit(tx, {
        action: 'payment_created',
        subject: uuidToId('pay', row!.id),
        detail: { gateway: request.gateway, amount: wireMoney(captured, unit), reference: request.reference },
      })
      return row!
    })
    return { payment, replayed: false }
  } catch (error) {
    const winner = lostRace(error) ? await earlier() : undefined
    if (winner) return winner
    throw error
  }
}

async function openOrder(
  { engine }: ExecutionContext,
  tenant: number,
  { client, row: { name } }: OpenGateway,
  payment: PaymentRow,
): Promise<PaymentRow> {
  const { db } = engine.tenant(tenant)
  const { id, amount, unit, description, method, expiresAt } = payment
  try {
    const number = uuidToId('pay', id)
    const handle = await client.createOrder({ number, amount, unit, description, expiresAt, method })
    return await db.transaction(async (tx) => {
      const opened = await update(tx, id, ['created'], { status: 'open', handle })
      await enqueue(tx, followPayment, [
        { data: { tenant, payment: id }, key: id, resource: payment.gateway, startAfter: ASK_SECONDS },
      ])
      return opened
    })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { kind, code, message } = error
    if (kind === 'unknown' || kind === 'busy') throw unavailable(name, error)
    await update(db, id, ['created'], { status: 'failed', failure: code })
    throw new Problem('gateway_refused', { gateway: name, code, message: message.slice(0, 200) })
  }
}

/** Queries the provider for an order and applies its state; reschedules itself while the order is open. */
export async function runPaymentJob(
  context: ExecutionContext,
  { tenant, payment: id }: { tenant: number; payment: Uuid },
): Promise<void> {
  const { db } = context.engine.tenant(tenant)
  const payment = await readPayment(db, id)
  if (!payment || !['open', 'paid', 'created'].includes(payment.status)) return
  const { client } = await context.gateways.open(db, payment.gateway)
  const again = () =>
    db.transaction((tx) =>
      enqueue(tx, followPayment, [
        { data: { tenant, payment: id }, key: id, resource: payment.gateway, startAfter: pauseOf(payment) },
      ]),
    )
  try {
    const order = await client.queryOrder(uuidToId('pay', id))
    const after = await applyOrderNotification(context, tenant, payment.gateway, order)
    if (after?.status !== 'open') return
    if (payment.expiresAt <= new Date()) await client.closeOrder(uuidToId('pay', id))
    await again()
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    await again()
  }
}

/** Returns the polling interval: short while the payer may be paying, long afterwards. */
function pauseOf({ createdAt }: PaymentRow): number {
  const age = (Date.now() - createdAt.getTime()) / 1000
  return age < 300 ? ASK_SECONDS : age < 3_600 ? 60 : 600
}

/**
 * Applies the state of an order as reported by the provider; paid orders are charged. Returns the resulting payment.
 */
export async function applyOrderNotification(
  context: ExecutionContext,
  tenant: number,
  gateway: string,
  order: OrderState,
): Promise<PaymentRow | undefined> {
  const { db } = context.engine.tenant(tenant)
  const id = paymentUuid(order.number)
  const payment = id && (await readPayment(db, id))
  if (!payment || payment.gateway !== gateway) return undefined // an order created by another system
  if (order.status === 'paid' || order.status === 'refunded') return charge(context, tenant, payment, order)
  if (order.status === 'closed' || order.status === 'failed') {
    const status = order.status === 'closed' ? 'closed' : 'failed'
    return end(db, payment, { status, failure: status === 'failed' ? 'order_failed' : null })
  }
  return payment
}

async function charge(context: ExecutionContext, tenant: number, payment: PaymentRow, order: OrderState) {
  if (payment.status === 'charged') return payment
  const { db } = context.engine.tenant(tenant)
  const paid = { status: 'paid' as const, providerNumber: order.providerNumber, paidAt: order.paidAt }
  if (order.amount !== payment.amount || order.unit !== payment.unit) {
    return update(db, payment.id, UNCHARGED, { ...paid, failure: 'payment_amount_differs' })
  }
  const { paidAt } = await update(db, payment.id, UNCHARGED, paid)
  const { client } = await context.gateways.open(db, payment.gateway)
  try {
    const { charge: made } = await context.engine.charge(tenant, {
      of: { quote: uuidToId('qte', payment.quote) },
      // The provider's refund window starts here.
      effectiveAt: paidAt ?? undefined,
      reference: payment.reference ?? undefined,
      payment: { gateway: payment.gateway, order: order.number, rules: client.rules.refund },
      idempotencyKey: KEY_PREFIX + order.number,
      by: { actor: `gateway ${payment.gateway}` },
    })
    return await charged(db, payment, made)
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    // The money was received but could not be posted as intended: the reconciliation reports it until a user decides.
    return update(db, payment.id, UNCHARGED, { ...paid, failure: error.code })
  }
}

function charged(db: TenantDatabase, payment: PaymentRow, made: ChargeRow) {
  const parties = made.payee === null ? [made.payer] : [made.payer, made.payee]
  const change: Change = { status: 'charged', charge: made.id, failure: null }
  return conclude(db, payment, { from: UNCHARGED, change, type: 'payment.succeeded', parties })
}

async function end(db: TenantDatabase, payment: PaymentRow, change: Change): Promise<PaymentRow> {
  return conclude(db, payment, { from: ['created', 'open'], change, type: 'payment.failed', parties: [] })
}

/** Moves a payment to a final state and emits the event once: a notification and a poll may arrive at the same time. */
function conclude(
  db: TenantDatabase,
  { id }: PaymentRow,
  {
    from,
    change,
    type,
    parties,
  }: {
    readonly from: readonly PaymentRow['status'][]
    readonly change: Change
    readonly type: 'payment.succeeded' | 'payment.failed'
    readonly parties: readonly string[]
  },
): Promise<PaymentRow> {
  return db.transaction(async (tx) => {
    const row = await move(tx, id, from, change)
    if (!row) return (await readPayment(tx, id))!
    const subject = uuidToId('pay', id)
    const detail = { status: row.status, charge: row.charge && uuidToId('chg', row.charge), failure: row.failure }
    await recordAudit(tx, { actor: `gateway ${row.gateway}`, action: 'payment_concluded', subject, detail })
    await announce(tx, [{ type, subject, parties, data: () => toEvent(row) }])
    return row
  })
}

function toEvent({ id, gateway, status, amount, unit, reference, charge: made, failure }: PaymentRow) {
  return {
    id: uuidToId('pay', id),
    charge: made === null ? null : uuidToId('chg', made),
    amount: wireMoney(amount, unit),
    ...{ gateway, status, reference, failure },
  }
}

const UNCHARGED: readonly PaymentRow['status'][] = ['created', 'open', 'paid', 'closed', 'failed']

type Change = Partial<Pick<PaymentRow, 'status' | 'handle' | 'providerNumber' | 'paidAt' | 'charge' | 'failure'>>

/** Like {@link move}, but returns the current payment if its state has changed meanwhile. */
async function update(...args: Parameters<typeof move>): Promise<PaymentRow> {
  const [db, id] = args
  return (await move(...args)) ?? (await readPayment(db, id))!
}

/**
 * Moves a payment from one of the given states; undefined if its state has changed meanwhile. The first reported
 * payment time is stored, capped at the current time because the provider's clock may be ahead.
 */
async function move(
  db: TenantQueryable,
  id: Uuid,
  from: readonly PaymentRow['status'][],
  change: Change,
): Promise<PaymentRow | undefined> {
  const [row] = await db.query<PaymentRow>(
    `UPDATE payment SET status = coalesce($4, status), handle = coalesce($5::json, handle),
            provider_number = coalesce($6, provider_number), charge = coalesce($8, charge), failure = $9, updated_at = now(),
            paid_at = CASE WHEN $4 = 'paid' THEN coalesce(paid_at, least($7, date_trunc('milliseconds', clock_timestamp())))
                           ELSE paid_at END
     WHERE tenant = $1 AND id = $2 AND status = ANY ($3::text[]) RETURNING ${COLUMNS}`,
    [
      db.tenant,
      id,
      from,
      change.status ?? null,
      change.handle ? JSON.stringify(change.handle) : null,
      change.providerNumber ?? null,
      change.paidAt ?? null,
      change.charge ?? null,
      change.failure ?? null,
    ],
  )
  return row
}

function paymentUuid(number: string): Uuid | undefined {
  try {
    return idToUuid('pay', number)
  } catch {
    return undefined
  }
}

/** Closes an unpaid order. @throws Problem `payment_unknown`, `payment_not_open`, `gateway_…`. */
export async function closePayment(
  context: ExecutionContext,
  tenant: number,
  prefixed: string,
  by: Actor,
): Promise<PaymentRow> {
  const { db } = context.engine.tenant(tenant, by)
  const payment = await readPayment(db, idToUuid('pay', prefixed))
  if (!payment) throw new Problem('payment_unknown', { payment: prefixed })
  if (payment.status !== 'open') throw new Problem('payment_not_open', { status: payment.status })
  const { client } = await context.gateways.open(db, payment.gateway)
  try {
    await client.closeOrder(prefixed)
    await recordAudit(db, { action: 'payment_closed', subject: prefixed })
    const after = await applyOrderNotification(context, tenant, payment.gateway, await client.queryOrder(prefixed))
    if (after!.status === 'open') throw new GatewayError('unknown', 'order_still_open', 'the order is still open')
    return after!
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    const { kind, code, message } = error
    if (kind === 'refused') throw new Problem('gateway_refused', { gateway: payment.gateway, code, message })
    throw unavailable(payment.gateway, error)
  }
}
