/** What is delivered to webhook endpoints, by event type. */
import Type, { type TObject, type TProperties } from 'typebox'
import { ASKERS, REASONS } from '../../charges/policy.ts'
import { EVENT_TYPES, type EventType } from '../../events/types.ts'
import { ChargeId, Instant, id, Money, named, nullableText, oneOf, PartyId, RefundId } from '../../http/shapes.ts'
import { REQUEST_STATUSES } from '../../refund-requests/record.ts'
import { REFUND_STATUSES } from '../../refunds/record.ts'
import { PAYOUT_STATUSES } from '../../settlement/payouts.ts'
import { DisputeId, DisputeStatus } from '../payments/disputes.ts'
import { PaymentId } from '../payments/gateways.ts'
import { PAYMENT_STATUSES } from '../payments/routes.ts'
import { ReconciliationId } from '../reconciliations/schema.ts'
import { RequestId } from '../refund-requests/schema.ts'
import { PayoutId } from '../settlement/payouts.ts'

const data = (name: string, fields: TProperties) => named(`${name}EventData`, Type.Object(fields))
const nullableInstant = nullableText({ format: 'date-time' })
const Line = Type.String({ examples: ['payments'] })
const Product = Type.String({ examples: ['scan-pay'] })
const soldFields = { line: Line, product: Product, payer: PartyId, payee: nullableText({ examples: ['mch_1'] }) }
const reference = nullableText({ description: 'Your own reference', examples: ['order-1001'] })
const failure = nullableText({ description: 'Reason of a failure' })
const Count = Type.Integer({ minimum: 0 })

const Charge = data('Charge', { id: ChargeId, ...soldFields, amount: Money, reference, effectiveAt: Instant })
const Refund = data('Refund', {
  id: RefundId,
  charge: ChargeId,
  status: oneOf(REFUND_STATUSES),
  kind: oneOf(['refund', 'chargeback']),
  ...soldFields,
  gateway: nullableText({ description: 'Name of the gateway that pays it out; null: none' }),
  reason: nullableText(),
  reference,
  failure,
  effectiveAt: Instant,
  amount: Money,
})
const RefundRequest = data('RefundRequest', {
  id: RequestId,
  charge: ChargeId,
  status: oneOf(REQUEST_STATUSES),
  line: Line,
  product: Product,
  asker: oneOf(ASKERS),
  reason: oneOf(REASONS),
  amount: Money,
  refund: nullableText({ description: 'Id of the refund, once there is one' }),
  failure,
  reference,
  dueAt: Instant,
})
const Dispute = data('Dispute', {
  id: DisputeId,
  charge: ChargeId,
  status: DisputeStatus,
  amount: Money,
  lost: Money,
  reason: nullableText(),
  reference,
  answerBy: nullableInstant,
})
const Payment = data('Payment', {
  id: PaymentId,
  charge: nullableText({ description: 'Id of the charge, once there is one' }),
  amount: Money,
  gateway: Type.String({ description: 'Name of the gateway' }),
  status: oneOf(PAYMENT_STATUSES),
  reference,
  failure,
})
const Debt = data('Debt', { party: PartyId, kind: oneOf(['debt', 'advance']), owed: Money })
const Payout = data('Payout', {
  id: PayoutId,
  party: PartyId,
  amount: Money,
  status: oneOf(PAYOUT_STATUSES),
  reference,
  failure,
})
const PayoutDestination = data('PayoutDestination', {
  party: PartyId,
  currency: Type.String(),
  hint: Type.String({ description: 'Bank and last digits of the account' }),
  payableFrom: Instant,
})
const Reconciliation = data('Reconciliation', {
  id: ReconciliationId,
  gateway: Type.String({ description: 'Name of the gateway' }),
  date: Type.String({ format: 'date' }),
  lines: Count,
  differences: Type.Object({ proposed: Count, executing: Count, done: Count, declined: Count, alerts: Count }),
})

const dataOf: Readonly<Record<EventType, TObject>> = {
  'charge.created': Charge,
  'refund.created': Refund,
  'refund.succeeded': Refund,
  'refund.failed': Refund,
  'refund_request.created': RefundRequest,
  'refund_request.updated': RefundRequest,
  'dispute.opened': Dispute,
  'dispute.closed': Dispute,
  'payment.succeeded': Payment,
  'payment.failed': Payment,
  'debt.opened': Debt,
  'debt.settled': Debt,
  'payout.created': Payout,
  'payout.paid': Payout,
  'payout.failed': Payout,
  'payout.returned': Payout,
  'payout_destination.changed': PayoutDestination,
  'reconciliation.completed': Reconciliation,
}

/** charge.created → ChargeCreatedWebhook */
function payloadName(type: EventType): string {
  const words = type.split(/[._]/).map((word) => word[0]!.toUpperCase() + word.slice(1))
  return `${words.join('')}Webhook`
}

/** The schema of the whole payload of each event type. */
export const webhookPayloads = new Map(
  EVENT_TYPES.map((type) => {
    const fields = {
      id: id('evt', 'the event', '01kafz6y4cfy7s3rj8v5m2n9qt'),
      type: Type.Literal(type),
      timestamp: Instant,
      subject: Type.String({ description: 'Id of the resource that the event is about' }),
      data: dataOf[type],
    }
    return [type, named(payloadName(type), Type.Object(fields))] as const
  }),
)
