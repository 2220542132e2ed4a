/** Signatures by Standard Webhooks: https://www.standardwebhooks.com. */
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

const SECRET_BYTES = 32

/** A new secret in the form for receivers: `whsec_` and base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Headers of an attempt: one signature per secret, so that a receiver accepts it with either of two. */
export function signedHeaders(
  message: string,
  at: Date,
  payload: string,
  secrets: readonly string[],
): Record<string, string> {
  return {
    'webhook-id': message,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(message, at, payload)).join(' '),
  }
}
