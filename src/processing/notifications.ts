/** What providers tell of their own accord: believed once its signature held, and taken in like any other answer. */
import type { Database } from '../db/connect.ts'
import { GatewayError } from '../gateways/gateway.ts'
import { Problem } from '../problem.ts'
import { applyOrderNotification } from './payments.ts'
import { applyRefundNotification, type ExecutionContext } from './refunds.ts'

/** @returns the answer that the provider wants. @throws Problem `gateway_unknown`, `notification_invalid`. */
export async function applyNotification(
  database: Database,
  context: ExecutionContext,
  {
    tenant,
    gateway,
    token,
    headers,
    body,
  }: {
    readonly tenant: number
    readonly gateway: string
    readonly token: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: Buffer
  },
): Promise<{ readonly status: number; readonly body: string; readonly contentType: string }> {
  // Any client that reaches the port can name any tenant, so the engine is only called once the token is verified.
  const db = database.tenant(tenant)
  const { client, row } = await context.gateways.openForNotification(db, gateway, token)
  try {
    const notification = await client.readNotification(headers, body)
    if (notification.kind === 'payment') await applyOrderNotification(context, tenant, row.name, notification.order)
    if (notification.kind === 'refund')
      await applyRefundNotification(context, tenant, { gateway: row.name, client, state: notification.refund })
  } catch (error) {
    // Not believed yet, and not refused: it comes again.
    if (error instanceof GatewayError && error.kind !== 'refused') {
      throw new Problem('gateway_unavailable', { gateway, code: error.code })
    }
    if (error instanceof GatewayError) throw new Problem('notification_invalid', { reason: error.code })
    throw error
  }
  return client.acknowledgement()
}
