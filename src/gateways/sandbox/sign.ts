/**
 * How the sandbox and its merchants know each other: HMAC-SHA256 (RFC 2104) with the merchant's secret over what is sent, a
 * time and a nonce. Times of signatures are those of the real clock, though the sandbox's own may have been moved.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How far the time of a signature may lie from the reader's clock. */
export const SIGNATURE_AGE_MS = 5 * 60_000

export const SIGNATURE_HEADERS = {
  merchant: 'x-sandbox-merchant',
  timestamp: 'x-sandbox-timestamp',
  nonce: 'x-sandbox-nonce',
  signature: 'x-sandbox-signature',
} as const

/** What is signed. A request's signature is never one of a notification: they begin differently. */
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

/** What is wrong with the signature of something received; undefined: nothing. Compares in constant time. */
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
