/** A refund on its way through a gateway: what the provider said, and somebody's word where it could not end it. */
import Type, { type Static } from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { Money, named, nullableText, oneOf, RefundId } from '../../http/shapes.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { redirectRefund } from '../../processing/redirect.ts'
import { resolveRefund } from '../../processing/refunds.ts'
import { GATEWAY_REFUND_PROGRESS, type GatewayRefundRow, readGatewayRefunds } from '../../refunds/gateway-refund.ts'
import { readVisibleRefund } from '../charges/visible.ts'
import type { Services } from '../services.ts'
import { Refund, toRefund } from './schema.ts'

const Execution = named(
  'RefundExecution',
  Type.Object(
    {
      gateway: Type.String({ examples: ['wechatpay'] }),
      number: Type.String({ description: 'Our number of it at the provider: the same on every retry' }),
      order: Type.String({ description: 'The order there that it gives back of' }),
      amount: Money,
      status: oneOf(GATEWAY_REFUND_PROGRESS, {
        description:
          'queued: not asked yet; unknown: asked, no answer, asked again; processing: accepted; abnormal: waits for your decision; closed, refused: nothing moved there',
      }),
      providerNumber: nullableText(),
      calls: Type.Integer({ description: 'How often the provider was called' }),
      lastCode: nullableText({ description: 'The provider’s last word where it was no state' }),
      lastMessage: nullableText(),
    },
    { description: 'What a payment provider was asked for a refund, and what it said' },
  ),
)

const ById = Type.Object({ refund: RefundId })

const read = operation({
  id: 'getRefundExecution',
  tag: 'Refunds',
  summary: 'How a refund fares at the payment provider',
  scope: 'refunds:read',
  params: ById,
  answers: { 200: { description: 'What was asked and said', schema: Execution } },
  problems: ['refund_unknown', 'refund_not_through_gateway', 'id_invalid'],
})

const resolve = operation({
  id: 'resolveRefund',
  tag: 'Refunds',
  summary: 'Say what became of a refund that the provider could not end',
  description:
    '`succeeded`: the payer has it; `failed`: he has not, and everything is moved back; `ask-again`: the provider was told ' +
    'where to send it and is asked again.',
  scope: 'settlement:approve',
  params: ById,
  body: named(
    'RefundResolution',
    Type.Object({ outcome: oneOf(['succeeded', 'failed', 'ask-again']) }, { additionalProperties: false }),
  ),
  answers: { 200: { description: 'The refund', schema: Refund } },
  problems: ['refund_unknown', 'refund_not_pending', 'id_invalid'],
})

const redirect = operation({
  id: 'redirectRefund',
  tag: 'Refunds',
  summary: 'Have the provider send the money of an abnormal refund to your own account',
  description:
    'For a refund that the payer’s bank did not take. You then pay the payer yourself; once the provider confirms it, the ' +
    'refund counts as succeeded. `processing` in the answer: it was asked, and is asked about until its end is known; ' +
    'where the call never arrived it becomes `abnormal` again, and can be redirected again.',
  scope: 'settlement:approve',
  params: ById,
  answers: { 200: { description: 'How it stands at the provider', schema: Execution } },
  problems: [
    'refund_unknown',
    'refund_not_through_gateway',
    'refund_not_pending',
    'refund_not_abnormal',
    'refund_redirect_unsupported',
    'gateway_unknown',
    'gateway_refused',
    'gateway_unavailable',
    'id_invalid',
  ],
})

export function refundExecutionRoutes(app: Api, { engine, gateways }: Services): void {
  app.get('/v1/refunds/:refund/execution', read, async ({ identity: { tenant, party }, params }) => {
    const { refund } = await readVisibleRefund(engine, tenant, party, params.refund)
    const row = (await readGatewayRefunds(engine.tenant(tenant).db, tenant, [refund.id])).get(refund.id)
    if (!row) throw new Problem('refund_not_through_gateway', { refund: params.refund })
    return toExecution(row)
  })

  app.post('/v1/refunds/:refund/resolve', resolve, async ({ identity: { tenant, actor }, params, body }) =>
    toRefund(await resolveRefund({ engine, gateways }, tenant, params.refund, body.outcome, actor), null),
  )

  app.post('/v1/refunds/:refund/redirect', redirect, async ({ identity: { tenant, actor }, params }) =>
    toExecution(await redirectRefund({ engine, gateways }, tenant, params.refund, actor)),
  )
}

function toExecution(row: GatewayRefundRow): Static<typeof Execution> {
  const { gateway, number, order, amount, unit, status, providerNumber, calls, lastCode, lastMessage } = row
  return {
    gateway,
    number,
    order,
    amount: wireMoney(amount, unit),
    status,
    providerNumber,
    calls,
    lastCode,
    lastMessage,
  }
}
