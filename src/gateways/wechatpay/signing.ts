/**
 * The cryptography of APIv3: RSA signatures with SHA-256, fields encrypted with RSA-OAEP, notifications and certificates
 * encrypted with AES-256-GCM. @see https://pay.weixin.qq.com/doc/v3/merchant/4012365342
 */
import {
  constants,
  createDecipheriv,
  createSign,
  createVerify,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'

const TAG_BYTES = 16

/** Each line ends with a line feed, the last one as well. */
const linesOf = (...lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

const sign = (text: string, key: KeyObject) => createSign('RSA-SHA256').update(text).sign(key, 'base64')

interface Merchant {
  readonly mchid: string
  readonly certificateSerial: string
  readonly privateKey: KeyObject
}

/** The request as it is sent: `target` is the path with the query, `body` empty for a GET. */
interface SignedRequest {
  readonly method: string
  readonly target: string
  readonly body: string
}

/** Returns the Authorization header of a call. */
export function authorization(merchant: Merchant, { method, target, body }: SignedRequest): string {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = sign(linesOf(method, target, timestamp, nonce, body), merchant.privateKey)
  const fields = {
    mchid: merchant.mchid,
    serial_no: merchant.certificateSerial,
    timestamp,
    nonce_str: nonce,
    signature,
  }
  const text = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${text.join(',')}`
}

/** Signs the parameters with which the payer's app is called. */
export function signParameters(parameters: readonly string[], key: KeyObject): string {
  return sign(linesOf(...parameters), key)
}

export interface ProviderSignature {
  readonly timestamp: string
  readonly nonce: string
  readonly signature: string
}

/** Whether the provider signed the body of an answer or a notification with this key. */
export function isSigned(body: string, { timestamp, nonce, signature }: ProviderSignature, key: KeyObject): boolean {
  return createVerify('RSA-SHA256')
    .update(linesOf(timestamp, nonce, body))
    .verify(key, signature, 'base64')
}

/** Encrypts a field for the provider. OAEP with SHA-1 is the only padding that it accepts. */
export function encryptField(text: string, key: KeyObject): string {
  const padding = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  return publicEncrypt(padding, Buffer.from(text, 'utf8')).toString('base64')
}

export interface EncryptedText {
  /** Base64 of the ciphertext, followed by its tag. */
  readonly ciphertext: string
  readonly nonce: string
  readonly associated_data?: string
}

/** Decrypts with the APIv3 key. @throws Error if the text was not encrypted with it */
export function decryptText({ ciphertext, nonce, associated_data: data }: EncryptedText, key: KeyObject): string {
  const bytes = Buffer.from(ciphertext, 'base64')
  const [encrypted, tag] = [bytes.subarray(0, -TAG_BYTES), bytes.subarray(-TAG_BYTES)]
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(data ?? '', 'utf8')).setAuthTag(tag)
  return Buffer.concat([cipher.update(encrypted), cipher.final()]).toString('utf8')
}
