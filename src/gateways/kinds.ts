/** The gateway implementations by kind. */
import type { TSchema } from 'typebox'
import { isForbiddenHost } from '../outgoing/address.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import { Problem } from '../problem.ts'
import type { Gateway } from './gateway.ts'
import { sandboxGateway } from './sandbox/client.ts'
import { parseSandboxSettings, SandboxSettingsSchema } from './sandbox/settings.ts'
import { wechatPayGateway } from './wechatpay/client.ts'
import { parseWechatPaySettings, WechatPaySettingsSchema } from './wechatpay/settings.ts'

export const GATEWAY_KINDS: Readonly<Record<string, (settings: unknown, targets: OutgoingTargets) => Gateway>> = {
  sandbox: (settings, targets) => sandboxGateway(parseSandboxSettings(settings), { targets }),
  wechatpay: (settings, targets) => wechatPayGateway(parseWechatPaySettings(settings), { targets }),
}

/** The settings of each kind as JSON Schema; secrets are `writeOnly`. */
export const GATEWAY_SETTINGS: Readonly<Record<string, TSchema>> = {
  sandbox: SandboxSettingsSchema,
  wechatpay: WechatPaySettingsSchema,
}

/** @throws Problem `gateway_settings_invalid` with the fields. */
export function makeGateway(kind: string, settings: unknown, targets: OutgoingTargets): Gateway {
  return GATEWAY_KINDS[kind]!(settings, targets)
}

/**
 * Checks settings that are entered. Those that were entered under another setting of the operator stay readable; their
 * calls are refused when connecting.
 * @throws Problem `gateway_settings_invalid` with the fields.
 */
export function checkGateway(kind: string, settings: unknown, targets: OutgoingTargets): void {
  makeGateway(kind, settings, targets)
  const { baseUrl } = settings as { readonly baseUrl?: string }
  if (targets === 'any' || baseUrl === undefined || !isForbiddenHost(new URL(baseUrl).hostname)) return
  const message = 'must be on the public internet, unless the operator sets GATEWAY_TARGETS=any'
  throw new Problem('gateway_settings_invalid', { reason: `/baseUrl ${message}` }, [{ pointer: '/baseUrl', message }])
}
