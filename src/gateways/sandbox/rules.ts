/** What the sandbox provider allows unless its conditions say otherwise (provider/conditions.ts): data, ours to choose. */
import type { GatewayRules } from '../gateway.ts'

/** Windows and counts as WeChat Pay has them; no gap between refunds, and answers that come within seconds. */
export const sandboxRules: GatewayRules = {
  refund: { windowDays: 365, maxRefunds: 50, minGapSeconds: 0 },
  pollSeconds: [1, 2, 5, 10, 30, 60],
  timeZone: 'Asia/Shanghai',
}
