/** The programs that speak to payment providers, by kind. */
import type { Gateway } from './gateway.ts'
import { sandboxGateway } from './sandbox/client.ts'
import { parseSandboxSettings } from './sandbox/settings.ts'
import { wechatPayGateway } from './wechatpay/client.ts'
import { parseWechatPaySettings } from './wechatpay/settings.ts'

export const GATEWAY_KINDS: Readonly<Record<string, (settings: unknown) => Gateway>> = {
  sandbox: (settings) => sandboxGateway(parseSandboxSettings(settings)),
  wechatpay: (settings) => wechatPayGateway(parseWechatPaySettings(settings)),
}

/** @throws Problem `gateway_settings_invalid` with the fields. */
export function makeGateway(kind: string, settings: unknown): Gateway {
  return GATEWAY_KINDS[kind]!(settings)
}
