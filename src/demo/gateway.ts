/**
 * The demo world's payment provider: the sandbox, configured with an address where nothing answers. Its answers are fed
 * to the engine as notifications. Anything still pending is polled in vain and ever less often, without harm, until a
 * sandbox is started at that address (src/gateways/sandbox/README.md).
 */
import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { ChargeRow } from '../charges/record.ts'
import { favorite, pick, randomFor } from '../engine/demo/random.ts'
import { cny, fen } from '../engine/demo/traffic.ts'
import type { Gateway, GatewayRefundState, GatewayRefundStatus } from '../gateways/gateway.ts'
import { uuidToId } from '../ids.ts'
import { findEarlier } from '../ledger/idempotency.ts'
import type { Micros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { applyOrderNotification, makePayment, readPayment } from '../processing/payments.ts'
import { applyRefundNotification } from '../processing/refunds.ts'
import { readGatewayRefunds } from '../refunds/gateway-refund.ts'
import type { FinishContext } from './finish-context.ts'

export const GATEWAY = 'sandbox'
const BASE_URL = 'http://127.0.0.1:4879'

export interface Paid {
  /** Our number of the order at the provider. */
  readonly order: string
  readonly at: Date
  readonly charge: ChargeRow
}

/** A day in the provider's zone, with the payments through it. */
export interface PaidDay {
  /** YYYY-MM-DD in the provider's zone. */
  readonly date: string
  readonly payments: readonly Paid[]
}

/** Creates the gateway. Returns undefined if the tenant already has one of that name that isn't the demo's. */
export async function setUpGateway({
  engine,
  gateways,
  tenant,
  schedule,
}: FinishContext): Promise<Gateway | undefined> {
  const { db } = engine.tenant(tenant)
  const isThere = (await gateways.list(db)).some(({ name }) => name === GATEWAY)
  const [own] = await db.query(
    'SELECT 1 FROM charge WHERE tenant = $1 AND gateway = $2 AND starts_with(idempotency_key, $3) LIMIT 1',
    [tenant, GATEWAY, keyOf(schedule.world.seed, '')],
  )
  if (isThere && !own) return undefined
  const secret = createHash('sha256').update(`demo ${schedule.world.seed}`).digest('hex')
  const settings = { baseUrl: BASE_URL, merchant: 'demo', secret, timeoutMs: 1_000 }
  await gateways.put(db, { name: GATEWAY, kind: 'sandbox', settings, enabled: true })
  return (await gateways.open(db, GATEWAY)).client
}

const keyOf = (seed: number, order: string) => `demo ${seed} gateway ${order}`

const DAYS = [
  { ago: 2, payments: 20 },
  { ago: 1, payments: 32 },
] as const

/** Makes payments in shops on the two days before the last, during opening hours. */
export async function payThroughGateway(context: FinishContext, { rules }: Gateway): Promise<PaidDay[]> {
  const { engine, tenant, schedule } = context
  const { seed, participants, days, payers } = schedule.world
  const last = days.at(-1)!
  const now = Temporal.Instant.fromEpochMilliseconds(last.start + last.length).toZonedDateTimeISO(rules.timeZone)
  return Promise.all(
    DAYS.map(async ({ ago, payments }): Promise<PaidDay> => {
      const day = now.startOfDay().subtract({ days: ago })
      const date = day.toPlainDate().toString()
      const made = Array.from({ length: payments }, async (_, n) => {
        const random = randomFor(seed, `gateway ${ago} ${n}`)
        const at = new Date(day.epochMilliseconds + (9 + (12 * (n + random())) / payments) * 3_600_000)
        const order = `D${date.replaceAll('-', '')}${String(n + 1).padStart(4, '0')}`
        const event = {
          payer: pick(random, payers(date.slice(0, 7))),
          merchant: favorite(random, participants.merchants),
          amount: cny(12 + 180 * random() ** 2),
          channel: GATEWAY,
        }
        const { charge } = await engine.charge(tenant, {
          of: { line: 'payments', product: 'scan-pay', event },
          effectiveAt: at,
          reference: order,
          payment: { gateway: GATEWAY, order, rules: rules.refund },
          idempotencyKey: keyOf(seed, order),
        })
        return { order, at, charge }
      })
      return { date, payments: await Promise.all(made) }
    }),
  )
}

type End = GatewayRefundStatus | 'silent'

/** `silent`: the provider reports nothing. */
const ENDS: readonly End[] = [
  ...(['succeeded', 'processing', 'abnormal', 'succeeded', 'closed', 'silent'] as const),
  ...(['succeeded', 'processing', 'abnormal', 'closed', 'succeeded'] as const),
]

/** Creates refunds in every state that the provider may leave them in. */
export async function refundThroughGateway(
  context: FinishContext,
  client: Gateway,
  days: readonly PaidDay[],
): Promise<void> {
  const { engine, tenant, schedule } = context
  const { seed } = schedule.world
  const charges = days.flatMap(({ payments }) => payments)
  const told = await Promise.all(
    ENDS.map(async (end, n) => {
      const { charge } = charges[n * 4 + 1]!
      const result = await engine.refund(tenant, {
        charge: uuidToId('chg', charge.id),
        ask: n % 3 === 0 ? { amount: halfOf(charge.captured) } : {},
        reason: n % 2 === 0 ? 'changed-mind' : 'duplicate',
        reference: null,
        effectiveAt: null,
        previewHash: null,
        idempotencyKey: `demo ${seed} gateway refund ${n}`,
      })
      return { refund: result.refund.id, end }
    }),
  )
  await hear(context, client, new Map(told.map(({ refund, end }) => [refund, end])))
}

const halfOf = (amount: Micros) => fen(Number(amount / 20_000n) / 100)
const ROUNDS = 20

/**
 * Applies the outcomes as notifications. A server may be polling the same refund and record afterwards that it got no
 * answer; a provider would repeat its notification.
 */
async function hear(context: FinishContext, client: Gateway, ends: ReadonlyMap<string, End>): Promise<void> {
  const { db } = context.engine.tenant(context.tenant)
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = [...(await readGatewayRefunds(db, [...ends.keys()])).values()]
    const left = rows.filter(({ refund, status }) => ends.get(refund) !== 'silent' && ends.get(refund) !== status)
    if (left.length === 0) return
    for (const { refund, number, order, amount, unit } of left) {
      const status = ends.get(refund) as GatewayRefundStatus
      const succeededAt = status === 'succeeded' ? new Date() : null
      const state: GatewayRefundState = {
        number,
        order,
        status,
        amount,
        unit,
        succeededAt,
        providerNumber: providers(number),
      }
      await applyRefundNotification(context, context.tenant, { gateway: GATEWAY, client, state })
    }
  }
}

/** Returns a number in the provider's format. */
export const providers = (number: string) =>
  `SBX${createHash('sha256').update(number).digest('hex').slice(0, 20).toUpperCase()}`

const ORDERS = ['paid', 'paid', 'closed', 'paid', 'failed', 'open'] as const

/**
 * Creates the orders of the last day as at a till: paid, closed unpaid, refused, and one that never reached the
 * provider.
 */
export async function orderThroughGateway(context: FinishContext): Promise<void> {
  const { engine, tenant, schedule } = context
  const { seed, participants, days, payers } = schedule.world
  const { db } = engine.tenant(tenant)
  for (const [n, status] of ORDERS.entries()) {
    const random = randomFor(seed, `order ${n}`)
    const event = {
      payer: pick(random, payers(days.at(-1)!.month)),
      merchant: favorite(random, participants.merchants),
      amount: cny(12 + 90 * random()),
      channel: GATEWAY,
    }
    const key = `demo ${seed} order ${n}`
    await makePayment(context, tenant, {
      of: { line: 'payments', product: 'scan-pay', event },
      gateway: GATEWAY,
      method: { kind: 'native' },
      description: '堂食 Dining in',
      reference: null,
      seconds: 900,
      idempotencyKey: key,
    }).catch(onlyUnavailable)
    const id = (await findEarlier(db, 'payment', [key])).get(key)!.id
    if (status === 'open') continue
    const { amount, unit } = (await readPayment(db, id))!
    const number = uuidToId('pay', id)
    const paid = status === 'paid' ? { providerNumber: providers(number), paidAt: new Date() } : NOT_PAID
    await applyOrderNotification(context, tenant, GATEWAY, { number, status, amount, unit, ...paid })
  }
}

const NOT_PAID = { providerNumber: null, paidAt: null }

/** Ignores that no provider answers; the payment is recorded nevertheless. */
function onlyUnavailable(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'gateway_unavailable')) throw error
}
