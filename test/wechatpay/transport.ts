/** Mutual authentication of the fake and a merchant: https://pay.weixin.qq.com/doc/v3/merchant/4012365342. */
import { createCipheriv, type KeyObject, randomBytes, sign, verify } from 'node:crypto'
import type { PlatformCertificate } from './keys.ts'
import { type Fields, Refusal } from './refusal.ts'

export interface PlatformKey {
  /** Id of the public key, or serial of the certificate. */
  readonly id: string
  readonly privateKey: KeyObject
}

export interface Merchant {
  readonly mchid: string
  readonly certificateSerial: string
  readonly publicKey: KeyObject
  readonly apiV3Key: string
}

export interface Incoming {
  readonly method: string
  /** The raw path with its query. */
  readonly target: string
  readonly authorization: string
  readonly body: string
}

const SCHEMA = /^WECHATPAY2-SHA256-RSA2048 /
const AGE_MAX = 300

/** Authenticates the request. A nonce is accepted once. */
export class Doorkeeper {
  private readonly merchant: Merchant
  private readonly nonces = new Set<string>()

  constructor(merchant: Merchant) {
    this.merchant = merchant
  }

  /** @throws Refusal 401 SIGN_ERROR. */
  admit({ method, target, authorization, body }: Incoming): void {
    if (!SCHEMA.test(authorization)) throw signError('Http头Authorization值格式错误')
    const parts = new Map([...authorization.matchAll(/(\w+)="([^"]*)"/g)].map((match) => [match[1]!, match[2]!]))
    const [mchid, serial, timestamp, nonce, signature] = [
      'mchid',
      'serial_no',
      'timestamp',
      'nonce_str',
      'signature',
    ].map((name) => parts.get(name) ?? '')
    if (mchid !== this.merchant.mchid) throw signError('商户号不存在')
    if (serial?.toUpperCase() !== this.merchant.certificateSerial.toUpperCase()) throw signError('商户证书序列号有误')
    if (!/^\d{10}$/.test(timestamp!) || Math.abs(Date.now() / 1000 - Number(timestamp)) > AGE_MAX) {
      throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
    }
    const message = `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`
    if (!verify('sha256', Buffer.from(message), this.merchant.publicKey, Buffer.from(signature!, 'base64'))) {
      throw signError('签名错误')
    }
    if (!nonce || this.nonces.has(nonce)) throw signError('随机串重复')
    this.nonces.add(nonce)
  }
}

function signError(message: string): Refusal {
  return new Refusal(401, 'SIGN_ERROR', message)
}

/** Headers that sign a text. @param age Seconds since the signature. */
export function signatureHeaders(body: string, key: PlatformKey, age = 0): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age)
  const nonce = randomBytes(16).toString('hex')
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key.privateKey)
  return {
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Serial': key.id,
    'Wechatpay-Signature': signature.toString('base64'),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** AEAD_AES_256_GCM with the APIv3 key: the tag follows the ciphertext. */
export function encrypted(text: string, associatedData: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(associatedData))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64',
  )
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: associatedData, nonce }
}

export function certificatesJson(certificates: readonly PlatformCertificate[], apiV3Key: string): Fields {
  return {
    data: certificates.map(({ serial, pem, from, to }) => ({
      serial_no: serial,
      effective_time: from.toISOString(),
      expire_time: to.toISOString(),
      encrypt_certificate: encrypted(pem, 'certificate', apiV3Key),
    })),
  }
}
