/** The gateway implementations by kind. */
import type { TSchema } from 'typebox'
import { type UrlRule, urlFault } from '../outgoing/address.ts'
import type { Caller } from '../outgoing/outgoing.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import { type FieldError, Problem } from '../problem.ts'
import type { Gateway } from './gateway.ts'
import { sandboxGateway } from './sandbox/client.ts'
import { parseSandboxSettings, SandboxSettingsSchema } from './sandbox/settings.ts'
import { wechatPayGateway } from './wechatpay/client.ts'
import { parseWechatPaySettings, WechatPaySettingsSchema } from './wechatpay/settings.ts'

export const GATEWAY_KINDS: Readonly<Record<string, (settings: unknown, caller: Caller) => Gateway>> = {
  sandbox: (settings, caller) => sandboxGateway(parseSandboxSettings(settings), { caller }),
  wechatpay: (settings, caller) => wechatPayGateway(parseWechatPaySettings(settings), { caller }),
}

/** The settings of each kind as JSON Schema; secrets are `writeOnly`. */
export const GATEWAY_SETTINGS: Readonly<Record<string, TSchema>> = {
  sandbox: SandboxSettingsSchema,
  wechatpay: WechatPaySettingsSchema,
}

const PARSERS: Readonly<
  Record<string, (settings: unknown) => { readonly baseUrl: string; readonly notifyUrl?: string }>
> = { sandbox: parseSandboxSettings, wechatpay: parseWechatPaySettings }

/** @throws Problem `gateway_settings_invalid` with the fields. */
export function makeGateway(kind: string, settings: unknown, caller: Caller): Gateway {
  return GATEWAY_KINDS[kind]!(settings, caller)
}

const MESSAGES: Readonly<Record<UrlRule, string>> = {
  length: 'is too long',
  url: 'must be a URL',
  scheme: 'must use https',
  credentials: 'must not contain a user name or password',
  fragment: 'must not have a fragment',
  host: 'must be on the public internet unless the operator allows more with OUTGOING_TARGETS',
}

/**
 * Checks settings that are entered, with the URL that is called and the URL that the provider is asked to call. Those
 * that were entered under another setting of the operator stay readable; their calls are refused.
 * @throws Problem `gateway_settings_invalid` with the fields.
 */
export function checkGateway(kind: string, settings: unknown, targets: OutgoingTargets): void {
  const { baseUrl, notifyUrl } = PARSERS[kind]!(settings)
  const faults = Object.entries({ baseUrl, notifyUrl }).flatMap(([name, url]): FieldError[] => {
    const rule = url === undefined ? undefined : urlFault(url, targets)
    return rule ? [{ pointer: `/${name}`, message: MESSAGES[rule] }] : []
  })
  const [first] = faults
  if (first) throw new Problem('gateway_settings_invalid', { reason: `${first.pointer} ${first.message}` }, faults)
}
