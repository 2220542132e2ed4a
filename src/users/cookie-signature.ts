/** The signature of better-auth's cookies: HMAC-SHA-256 over the value, in Base64 after the last dot. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export function isSigned(secret: string, cookieValue: string): boolean {
  const text = decoded(cookieValue)
  const dot = text.lastIndexOf('.')
  if (dot < 1) return false
  const expected = createHmac('sha256', secret).update(text.slice(0, dot)).digest()
  const given = Buffer.from(text.slice(dot + 1), 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** As it was before it was made fit for a header; "" if it is not well-formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
