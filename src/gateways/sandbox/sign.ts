/**
 * Authentication between the sandbox and its merchants: HMAC-SHA256 (RFC 2104) with the merchant's secret over the
 * content, a timestamp and a nonce. Signatures use the real clock, even if the sandbox's own clock was advanced.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Maximum difference between the timestamp of a signature and the reader's clock. */
export const SIGNATURE_AGE_MS = 5 * 60_000

export const SIGNATURE_HEADERS = {
  merchant: 'x-sandbox-merchant',
  timestamp: 'x-sandbox-timestamp',
  nonce: 'x-sandbox-nonce',
  signature: 'x-sandbox-signature',
} as const

/**
 * The signed content. Requests and notifications begin differently, so the signature of one is never valid for the
 * other.
 */
export type Signed =
  | { readonly kind: 'request'; readonly method: string; readonly target: string; readonly body: string | Buffer }
  | { readonly kind: 'notification'; readonly body: string | Buffer }

export type SignatureHeaders = Record<(typeof SIGNATURE_HEADERS)[keyof typeof SIGNATURE_HEADERS], string>

/** @param now milliseconds since 1970. */
export function signatureHeaders(merchant: string, secret: string, signed: Signed, now: number): SignatureHeaders {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(16).toString('hex')
  return {
    [SIGNATURE_HEADERS.merchant]: merchant,
    [SIGNATURE_HEADERS.timestamp]: timestamp,
    [SIGNATURE_HEADERS.nonce]: nonce,
    [SIGNATURE_HEADERS.signature]: digest(secret, timestamp, nonce, signed).toString('hex'),
  }
}

export type SignatureFault = 'signature_missing' | 'signature_invalid' | 'timestamp_out_of_window'

/** Returns the fault of a received signature; undefined if it is valid. Compares in constant time. */
export function signatureFault(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secret: string,
  signed: Signed,
  now: number,
): SignatureFault | undefined {
  const timestamp = headers[SIGNATURE_HEADERS.timestamp]
  const nonce = headers[SIGNATURE_HEADERS.nonce]
  const signature = headers[SIGNATURE_HEADERS.signature]
  if (typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string') {
    return 'signature_missing'
  }
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{32}$/.test(nonce) || !/^[0-9a-f]{64}$/.test(signature)) {
    return 'signature_invalid'
  }
  if (!timingSafeEqual(digest(secret, timestamp, nonce, signed), Buffer.from(signature, 'hex'))) {
    return 'signature_invalid'
  }
  return Math.abs(now - Number(timestamp) * 1000) > SIGNATURE_AGE_MS ? 'timestamp_out_of_window' : undefined
}

function digest(secret: string, timestamp: string, nonce: string, signed: Signed): Buffer {
  const head = signed.kind === 'request' ? `request\n${signed.method}\n${signed.target}` : 'notification'
  return createHmac('sha256', secret).update(`${head}\n${timestamp}\n${nonce}\n`).update(signed.body).digest()
}
