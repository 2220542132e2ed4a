/** For receivers of webhooks (Standard Webhooks, https://www.standardwebhooks.com): verifies that a delivery came from Recoup. */
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

export { WebhookVerificationError }

/** The headers of a request, as provided by Node or a web framework. */
export type ReceivedHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const

/**
 * Checks the signature and age (five minutes) of a delivery and returns its event. Pass the body byte for byte as received: after
 * parsing and serializing, the signature no longer matches. An event may be delivered twice: deduplicate by `webhook-id`.
 *
 * @throws WebhookVerificationError if the delivery was not signed with the secret or is too old.
 */
export function verifyWebhook<Event = unknown>(secret: string, headers: ReceivedHeaders, body: string): Event {
  const read = (name: string): string => {
    if (headers instanceof Headers) return headers.get(name) ?? ''
    const value = headers[name]
    return typeof value === 'string' ? value : ''
  }
  return new Webhook(secret).verify(body, Object.fromEntries(SIGNED.map((name) => [name, read(name)]))) as Event
}
