/** Notifications of providers: verified by signature and applied like any other answer. */
import type { Database } from '../db/connect.ts'
import { GatewayError } from '../gateways/gateway.ts'
import { Problem } from '../problem.ts'
import { applyOrderNotification } from './payments.ts'
import { applyRefundNotification, type ExecutionContext } from './refunds.ts'
import { unavailable } from './unavailable.ts'

/**
 * Applies a notification.
 * @returns the acknowledgement that the provider expects.
 * @throws Problem `gateway_unknown`, `notification_invalid`.
 */
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
    // It can't be verified at the moment and is not refused, so the provider retries it.
    if (error instanceof GatewayError && error.kind !== 'refused') {
      throw unavailable(gateway, error)
    }
    if (error instanceof GatewayError) throw new Problem('notification_invalid', { reason: error.code })
    throw error
  }
  return client.acknowledgement()
}
