/** The gateway implementations by kind. */
import type { TSchema } from 'typebox'
import type { Gateway } from './gateway.ts'
import { sandboxGateway } from './sandbox/client.ts'
import { parseSandboxSettings, SandboxSettingsSchema } from './sandbox/settings.ts'
import { wechatPayGateway } from './wechatpay/client.ts'
import { parseWechatPaySettings, WechatPaySettingsSchema } from './wechatpay/settings.ts'

export const GATEWAY_KINDS: Readonly<Record<string, (settings: unknown) => Gateway>> = {
  sandbox: (settings) => sandboxGateway(parseSandboxSettings(settings)),
  wechatpay: (settings) => wechatPayGateway(parseWechatPaySettings(settings)),
}

/** The settings of each kind as JSON Schema; secrets are `writeOnly`. */
export const GATEWAY_SETTINGS: Readonly<Record<string, TSchema>> = {
  sandbox: SandboxSettingsSchema,
  wechatpay: WechatPaySettingsSchema,
}

/** @throws Problem `gateway_settings_invalid` with the fields. */
export function makeGateway(kind: string, settings: unknown): Gateway {
  return GATEWAY_KINDS[kind]!(settings)
}
