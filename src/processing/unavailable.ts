/** The problem of a provider call that was not processed, or whose outcome is unknown. */
import type { GatewayError } from '../gateways/gateway.ts'
import { Problem } from '../problem.ts'

/** Nothing was sent to a forbidden address, and repeating the call is useless until the settings change. */
export function unavailable(gateway: string, { code }: GatewayError): Problem {
  if (code === 'address_forbidden') return new Problem('gateway_address_forbidden', { gateway })
  return new Problem('gateway_unavailable', { gateway, code })
}
