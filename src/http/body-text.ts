/** The text of a request body: UTF-8 and not compressed. */
import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i
/** US-ASCII is a subset of UTF-8. */
const UTF_8 = new Set(['utf-8', 'utf8', 'us-ascii'])
const BYTE_ORDER_MARK = 3

/**
 * Decodes a body. Decoding leniently would replace the bytes that are not UTF-8, and store what the caller never sent.
 * @throws Problem `charset_unsupported`, `body_not_utf8`.
 */
export function bodyText({ headers }: FastifyRequest, body: Buffer): string {
  const charset = CHARSET.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && !UTF_8.has(charset.toLowerCase())) {
    throw new Problem('charset_unsupported', { charset: charset.slice(0, 40) })
  }
  if (!isUtf8(body)) throw new Problem('body_not_utf8', {})
  const hasMark = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf
  return body.toString('utf8', hasMark ? BYTE_ORDER_MARK : 0)
}

/** Refuses compressed bodies, which would otherwise be read as if they were text. */
export function refuseContentEncodings(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.trim().toLowerCase()
    if (!encoding || encoding === 'identity') return done(null, payload)
    return done(new Problem('content_encoding_unsupported', { encoding: encoding.slice(0, 40) }))
  })
}
