/** Payments through a gateway: an order that the payer pays, and the charge that results from it. */
import Type, { type Static } from 'typebox'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { type Api, operation } from '../../http/operation.ts'
import { chargingProblems } from '../../http/problem-sets.ts'
import { Instant, Money, named, nullableText, oneOf, PageQuery, pageOf, Reference, Text } from '../../http/shapes.ts'
import { checker } from '../../http/validation.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { closePayment, listPayments, makePayment, type PaymentRow, readPayment } from '../../processing/payments.ts'
import { PlainPricingRequest, PricingRequest, toBillableEvent } from '../charges/request.ts'
import type { Services } from '../services.ts'
import { PaymentId } from './gateways.ts'

export const PAYMENT_STATUSES = ['created', 'open', 'paid', 'charged', 'closed', 'failed'] as const
const cursor = byUuid('payments')
const GatewayName = Type.String({ maxLength: 32, examples: ['wechatpay'] })

const Payment = named(
  'Payment',
  Type.Object(
    {
      id: PaymentId,
      status: oneOf(PAYMENT_STATUSES, {
        description:
          'created: not yet confirmed by the provider; open: can be paid; paid: received but not charged yet; charged: the charge was posted; closed: ended unpaid; failed: rejected by the provider',
      }),
      gateway: GatewayName,
      amount: Money,
      description: Type.String(),
      handle: Type.Unsafe<PaymentRow['handle']>({
        type: ['object', 'null'],
        additionalProperties: true,
        description:
          'What the payer’s device needs to pay: the content of a QR code, or parameters for the provider’s app',
      }),
      reference: nullableText({ description: 'Your own reference' }),
      charge: nullableText({ description: 'Id of the resulting charge' }),
      failure: nullableText({
        description: 'Code of the reason why the payment failed, or why the paid amount could not be charged',
      }),
      paidAt: Type.Union([Instant, Type.Null()]),
      expiresAt: Instant,
      createdAt: Instant,
    },
    { description: 'An order at a payment provider; its event is charged when it is paid' },
  ),
)

const strict = { additionalProperties: false }
const paymentFields = {
  gateway: GatewayName,
  method: Type.Optional(
    Type.Union(
      [
        Type.Object({ kind: Type.Literal('native') }, { additionalProperties: false }),
        Type.Object(
          { kind: Type.Literal('jsapi'), openId: Type.String({ minLength: 1, maxLength: 128 }) },
          { additionalProperties: false },
        ),
      ],
      { description: 'Pay by scanning a QR code (default), or in the provider’s app as the given user' },
    ),
  ),
  description: Text(120, 'Description on the payer’s statement'),
  reference: Type.Optional(Reference),
  expiresIn: Type.Optional(
    Type.Integer({ minimum: 60, maximum: 86_400, default: 900, description: 'Seconds until the order expires' }),
  ),
}
const PaymentRequest = named('PaymentRequest', Type.Object({ of: PricingRequest, ...paymentFields }, strict))
const checkPaymentRequest = checker(Type.Object({ of: PlainPricingRequest, ...paymentFields }, strict))

const ById = Type.Object({ payment: PaymentId })
const one = { 200: { description: 'The payment', schema: Payment } }

const make = operation({
  id: 'createPayment',
  tag: 'Gateways',
  summary: 'Create a payment',
  description: 'Opens an order at a payment provider for an event. The event is charged when the order is paid.',
  scope: 'charges:write',
  idempotent: true,
  body: PaymentRequest,
  answers: {
    201: { description: 'The created payment', schema: Payment },
    200: { description: 'The payment created earlier with the same idempotency key', schema: Payment },
  },
  problems: [
    ...chargingProblems,
    'gateway_unknown',
    'gateway_disabled',
    'gateway_refused',
    'gateway_address_forbidden',
    'gateway_unavailable',
    'payment_amount_zero',
  ],
})

const list = operation({
  id: 'listPayments',
  tag: 'Gateways',
  summary: 'List payments',
  description: 'Newest first.',
  scope: 'charges:read',
  query: Type.Object(
    { status: Type.Optional(oneOf(PAYMENT_STATUSES)), gateway: Type.Optional(GatewayName), ...PageQuery },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of payments', schema: pageOf('PaymentPage', Payment) } },
  problems: ['cursor_invalid'],
})

const read = operation({
  id: 'getPayment',
  tag: 'Gateways',
  summary: 'Retrieve a payment',
  scope: 'charges:read',
  params: ById,
  answers: one,
  problems: ['payment_unknown', 'id_invalid'],
})

const close = operation({
  id: 'closePayment',
  tag: 'Gateways',
  summary: 'Close an unpaid payment',
  description: 'Closes the order at the provider, so that it can no longer be paid.',
  scope: 'charges:write',
  params: ById,
  answers: one,
  problems: [
    'payment_unknown',
    'payment_not_open',
    'gateway_unknown',
    'gateway_refused',
    'gateway_address_forbidden',
    'gateway_unavailable',
    'id_invalid',
  ],
})

export function paymentRoutes(app: Api, { engine, gateways }: Services): void {
  const context = { engine, gateways }
  app.post('/v1/payments', { ...make, validatorCompiler: () => checkPaymentRequest }, async (request, reply) => {
    const { of, gateway, method = { kind: 'native' }, description, reference, expiresIn = 900 } = request.body
    const { payment, replayed } = await makePayment(context, request.identity.tenant, {
      of: toBillableEvent(of),
      gateway,
      method,
      description,
      reference: reference ?? null,
      seconds: expiresIn,
      idempotencyKey: idempotencyKeyOf(request),
      by: request.identity,
    })
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toPayment(payment))
  })

  app.get('/v1/payments', list, async ({ identity: { tenant }, query }) => {
    const filter = definedFields({ status: query.status, gateway: query.gateway })
    return page(cursor, query, {
      read: (limit, after) => listPayments(engine.tenant(tenant).db, filter, limit, after),
      keyOf: (row) => row.id,
      show: toPayment,
    })
  })

  app.get('/v1/payments/:payment', read, async ({ identity: { tenant }, params }) => {
    const payment = await readPayment(engine.tenant(tenant).db, idToUuid('pay', params.payment))
    if (!payment) throw new Problem('payment_unknown', { payment: params.payment })
    return toPayment(payment)
  })

  app.post('/v1/payments/:payment/close', close, async ({ identity, params }) =>
    toPayment(await closePayment(context, identity.tenant, params.payment, identity)),
  )
}

function toPayment(row: PaymentRow): Static<typeof Payment> {
  return {
    id: uuidToId('pay', row.id),
    status: row.status,
    gateway: row.gateway,
    amount: wireMoney(row.amount, row.unit),
    description: row.description,
    handle: row.handle,
    reference: row.reference,
    charge: row.charge === null ? null : uuidToId('chg', row.charge),
    failure: row.failure,
    paidAt: row.paidAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}
