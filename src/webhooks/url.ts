/** The URLs that a webhook may have. */
import { isForbiddenHost } from '../outgoing/address.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import { Problem } from '../problem.ts'

const URL_LIMIT = 2_000

/** The normalized URL. @throws Problem `webhook_url_invalid`. */
export function checkUrl(text: string, targets: OutgoingTargets): string {
  const fail = (reason: string) => new Problem('webhook_url_invalid', { url: text.slice(0, 200), reason })
  if (text.length > URL_LIMIT) throw fail(`it is longer than ${URL_LIMIT} characters`)
  if (!URL.canParse(text)) throw fail('it is not a URL')
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(targets === 'any' && url.protocol === 'http:'))
    throw fail('it must start with https://')
  if (url.username || url.password) throw fail('it must not contain a user name or password')
  if (url.hash) throw fail('it must not have a fragment')
  if (targets === 'public' && isForbiddenHost(url.hostname)) throw fail('its host is not on the public internet')
  return url.href
}
