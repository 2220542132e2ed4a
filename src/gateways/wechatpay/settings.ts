/**
 * Settings of a WeChat Pay merchant: its identity, its keys, and either the provider's public key or the use of
 * certificates.
 */
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import Type, { type Static } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FieldError, Problem } from '../../problem.ts'

/** Settings as entered by the merchant. Encrypted wherever they are stored: privateKey and apiV3Key can move money. */
export const WechatPaySettingsSchema = Type.Object(
  {
    mchid: Type.String({ pattern: '^\\d{6,32}$', description: 'Merchant number (商户号)' }),
    appid: Type.String({ pattern: '^[A-Za-z0-9]{1,32}$', description: 'App id bound to the merchant number' }),
    privateKey: Type.String({
      minLength: 1,
      maxLength: 16_384,
      description: 'The merchant’s private RSA key in PEM format (apiclient_key.pem)',
      writeOnly: true,
    }),
    certificateSerial: Type.String({
      pattern: '^[0-9A-Fa-f]{8,64}$',
      description: 'Serial number of the merchant’s API certificate',
    }),
    apiV3Key: Type.String({
      pattern: '^[\\x21-\\x7e]{32}$',
      description: 'APIv3 key (32 bytes)',
      writeOnly: true,
    }),
    publicKeyId: Type.Optional(
      Type.String({
        pattern: '^PUB_KEY_ID_[0-9A-Za-z]{1,64}$',
        description: 'Id of the provider’s public key; if omitted, its certificates are downloaded',
      }),
    ),
    publicKey: Type.Optional(
      Type.String({ maxLength: 16_384, description: 'The provider’s public key in PEM format' }),
    ),
    notifyUrl: Type.String({
      pattern: '^https?://[^\\s?#]{1,240}$',
      description: 'Notification URL: publicly reachable, without query parameters',
    }),
    baseUrl: Type.Optional(
      Type.String({
        pattern: '^https?://[^\\s/?#]{1,200}$',
        description: 'Base URL of the provider, on the public internet',
      }),
    ),
    timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 60_000, description: 'Timeout for responses' })),
    profitSharing: Type.Optional(
      Type.Boolean({
        description: 'Whether orders are marked for profit sharing; an unmarked order can never be split',
      }),
    ),
  },
  { additionalProperties: false },
)

/** Parsed settings. Keys are key objects, which no log or error prints. */
export interface WechatPaySettings {
  readonly mchid: string
  readonly appid: string
  readonly privateKey: KeyObject
  readonly certificateSerial: string
  readonly apiV3Key: KeyObject
  /** Null: answers are verified with the provider's certificates, downloaded on first use. */
  readonly publicKey: { readonly id: string; readonly key: KeyObject } | null
  readonly notifyUrl: string
  readonly baseUrl: string
  readonly timeoutMs: number
  readonly profitSharing: boolean
}

const BASE_URL = 'https://api.mch.weixin.qq.com'
const TIMEOUT_MS = 10_000
const compiled = Compile(WechatPaySettingsSchema)

/**
 * Parses settings as entered.
 * @throws Problem `gateway_settings_invalid` with every invalid field, never with its value.
 */
export function parseWechatPaySettings(json: unknown): WechatPaySettings {
  if (!compiled.Check(json)) throw invalid(...compiled.Errors(json).flatMap(faultsOf))
  const entered: Static<typeof WechatPaySettingsSchema> = json
  const { publicKeyId, publicKey } = entered
  if (publicKeyId !== undefined && publicKey === undefined)
    throw invalid(fault('/publicKey', 'is required together with publicKeyId'))
  if (publicKey !== undefined && publicKeyId === undefined)
    throw invalid(fault('/publicKeyId', 'is required together with publicKey'))
  const baseUrl = entered.baseUrl ?? BASE_URL
  if (!URL.canParse(baseUrl)) throw invalid(fault('/baseUrl', 'must be a URL'))
  if (!URL.canParse(entered.notifyUrl)) throw invalid(fault('/notifyUrl', 'must be a URL'))
  if (baseUrl.startsWith('http:') && !isLoopback(baseUrl)) throw invalid(fault('/baseUrl', 'must use https'))
  return {
    mchid: entered.mchid,
    appid: entered.appid,
    privateKey: rsaKey('/privateKey', () => createPrivateKey(entered.privateKey)),
    certificateSerial: entered.certificateSerial.toUpperCase(),
    apiV3Key: createSecretKey(entered.apiV3Key, 'utf8'),
    publicKey:
      publicKeyId && publicKey
        ? { id: publicKeyId, key: rsaKey('/publicKey', () => createPublicKey(publicKey)) }
        : null,
    notifyUrl: entered.notifyUrl,
    baseUrl,
    timeoutMs: entered.timeoutMs ?? TIMEOUT_MS,
    profitSharing: entered.profitSharing ?? false,
  }
}

/** Returns whether a URL is on this machine, where TLS is not required: the fake used by tests and demonstrations. */
function isLoopback(url: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname)
}

interface SchemaFault {
  readonly instancePath: string
  readonly keyword: string
  readonly message: string
  readonly params: object
}

function faultsOf({ instancePath, keyword, message, params }: SchemaFault): FieldError[] {
  const { requiredProperties } = params as { requiredProperties?: readonly string[] }
  if (keyword === 'additionalProperties') return []
  if (requiredProperties) return requiredProperties.map((name) => fault(`/${name}`, 'is required'))
  return [fault(instancePath, keyword === 'boolean' ? 'is not a known setting' : message)]
}

const fault = (pointer: string, message: string): FieldError => ({ pointer, message })

/** Parses an RSA key. OpenSSL's message may quote the key, so the error only states that it can't be read. */
function rsaKey(pointer: string, read: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = read()
  } catch {
    throw invalid(fault(pointer, 'must be a key in PEM format'))
  }
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw invalid(fault(pointer, 'must be an RSA key of at least 2048 bits'))
  }
  return key
}

function invalid(...faults: readonly FieldError[]): Problem {
  const [first] = faults
  const reason = first ? `${first.pointer || '/'} ${first.message}` : 'they do not match the schema'
  return new Problem('gateway_settings_invalid', { reason }, faults)
}
