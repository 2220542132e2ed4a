/** The sandbox's default rules; its conditions (provider/conditions.ts) can differ. Chosen by us. */
import type { GatewayRules } from '../gateway.ts'

/** Windows and counts as at WeChat Pay, no interval between refunds, and outcomes within seconds. */
export const sandboxRules: GatewayRules = {
  refund: { windowDays: 365, maxRefunds: 50, minGapSeconds: 0 },
  pollSeconds: [1, 2, 5, 10, 30, 60],
  timeZone: 'Asia/Shanghai',
}
