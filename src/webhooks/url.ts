/** The URLs that a webhook may have. */
import { type UrlRule, urlFault } from '../outgoing/address.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import { Problem } from '../problem.ts'

const URL_LIMIT = 2_000

const REASONS: Readonly<Record<UrlRule, string>> = {
  length: `it is longer than ${URL_LIMIT} characters`,
  url: 'it is not a URL',
  scheme: 'it must start with https://',
  credentials: 'it must not contain a user name or password',
  fragment: 'it must not have a fragment',
  host: 'its host is not on the public internet',
}

/** The normalized URL. @throws Problem `webhook_url_invalid`. */
export function checkUrl(text: string, targets: OutgoingTargets): string {
  const rule = text.length > URL_LIMIT ? 'length' : urlFault(text, targets)
  if (rule) throw new Problem('webhook_url_invalid', { url: text.slice(0, 200), reason: REASONS[rule] })
  return new URL(text).href
}
