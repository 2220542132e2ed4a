/** The execution of a refund through a gateway: the provider's answers, and the manual resolution of stuck refunds. */
import Type, { type Static } from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { Money, named, nullableText, oneOf, RefundId } from '../../http/shapes.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { redirectRefund } from '../../processing/redirect.ts'
import { resolveRefund } from '../../processing/refunds.ts'
import { GATEWAY_REFUND_PROGRESS, type GatewayRefundRow, readGatewayRefunds } from '../../refunds/gateway-refund.ts'
import { readAccessibleRefund } from '../charges/accessible.ts'
import type { Services } from '../services.ts'
import { Refund, toRefund } from './schema.ts'

const Execution = named(
  'RefundExecution',
  Type.Object(
    {
      gateway: Type.String({ examples: ['wechatpay'] }),
      number: Type.String({ description: 'Our refund number at the provider; the same for every retry' }),
      order: Type.String({ description: 'The order at the provider that is refunded' }),
      amount: Money,
      status: oneOf(GATEWAY_REFUND_PROGRESS, {
        description:
          'queued: not sent yet; unknown: sent without a response, will be retried; processing: accepted; abnormal: requires your decision; closed, refused: no money moved at the provider',
      }),
      providerNumber: nullableText(),
      calls: Type.Integer({ description: 'Number of calls to the provider' }),
      lastCode: nullableText({ description: 'The provider’s last error code, if it did not return a status' }),
      lastMessage: nullableText(),
    },
    { description: 'The execution of a refund at the payment provider' },
  ),
)

const ById = Type.Object({ refund: RefundId })

const read = operation({
  id: 'getRefundExecution',
  tag: 'Refunds',
  summary: 'Retrieve the execution of a refund',
  description: 'The state of the refund at the payment provider.',
  scope: 'refunds:read',
  params: ById,
  answers: { 200: { description: 'The execution of the refund', schema: Execution } },
  problems: ['refund_unknown', 'refund_not_through_gateway', 'id_invalid'],
})

const resolve = operation({
  id: 'resolveRefund',
  tag: 'Refunds',
  summary: 'Resolve a stuck refund manually',
  description:
    '`succeeded`: the payer has received the money. `failed`: the payer has not, and all postings are reversed. `ask-again`: the provider was told where to send the money and is asked again.',
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
  summary: 'Redirect an abnormal refund',
  description:
    'Instructs the provider to send the money to your own account, for refunds that the payer’s bank did not accept. You then pay the payer yourself; the refund succeeds once the provider confirms. A status of `processing` means that the provider was asked and is polled until the outcome is known; if the call did not reach it, the status becomes `abnormal` again and the refund can be redirected again.',
  scope: 'settlement:approve',
  params: ById,
  answers: { 200: { description: 'The state of the refund at the provider', schema: Execution } },
  problems: [
    'refund_unknown',
    'refund_not_through_gateway',
    'refund_not_pending',
    'refund_not_abnormal',
    'refund_redirect_unsupported',
    'gateway_unknown',
    'gateway_refused',
    'gateway_address_forbidden',
    'gateway_unavailable',
    'id_invalid',
  ],
})

export function refundExecutionRoutes(app: Api, { engine, gateways }: Services): void {
  app.get('/v1/refunds/:refund/execution', read, async ({ identity: { tenant, party }, params }) => {
    const { refund } = await readAccessibleRefund(engine, tenant, party, params.refund)
    const row = (await readGatewayRefunds(engine.tenant(tenant).db, [refund.id])).get(refund.id)
    if (!row) throw new Problem('refund_not_through_gateway', { refund: params.refund })
    return toExecution(row)
  })

  app.post('/v1/refunds/:refund/resolve', resolve, async ({ identity: { tenant, actor }, params, body }) =>
    toRefund(
      await resolveRefund({ engine, gateways }, tenant, params.refund, { resolution: body.outcome, actor }),
      null,
    ),
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
