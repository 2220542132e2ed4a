/** For receivers of webhooks (Standard Webhooks, https://www.standardwebhooks.com): whether it came from Recoup. */
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

export { WebhookVerificationError }

/** Headers of a request, as Node or a web framework hands them over. */
export type ReceivedHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/**
 * The event in a delivery, once its signature and age (five minutes) have been checked. Hand over the body byte for byte
 * as it came: parsed and written again it no longer matches. The same event may come twice: take note of `webhook-id`.
 *
 * @throws WebhookVerificationError where it was not signed with the secret, or is too old.
 */
export function verifyWebhook<Event = unknown>(secret: string, headers: ReceivedHeaders, body: string): Event {
  const read = (name: string): string => {
    if (headers instanceof Headers) return headers.get(name) ?? ''
    const value = headers[name]
    return typeof value === 'string' ? value : ''
  }
  return new Webhook(secret).verify(body, Object.fromEntries(SIGNED.map((name) => [name, read(name)]))) as Event
}
