/**
 * Parses JSON bodies. The parser copes with any nesting, but code that walks the value does not, so the depth is
 * limited here, before anything is built. So is the width: a hundred thousand fields take 50 ms to parse. PostgreSQL cannot store U+0000 in a text, nor half a surrogate pair
 * (forbidden by I-JSON, RFC 7493 section 2.1), so both are refused here as well.
 */
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'
import { bodyText } from './body-text.ts'

export const DEPTH_LIMIT = 32
/** Maximum number of fields of an object; a rate card has the most, one per product. */
export const FIELD_LIMIT = 2_000
/** Maximum number of elements of an array; results of payouts have the most. */
export const ELEMENT_LIMIT = 10_000

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

const POISON = /"__proto__"\s*:|"constructor"\s*:|\\u00/

/** Makes JSON the only accepted media type. `__proto__` and `constructor.prototype` in a body are refused. */
export function readJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    let text: string
    try {
      text = bodyText(request, bytes as Buffer)
      if (text === '') return done(null, undefined)
      checkText(text)
    } catch (error) {
      return done(error as Error, undefined)
    }
    return parse(request, text, (error, body) => {
      if (error) done(new Problem('body_invalid', { reason: reasonOf(error, text) }), undefined)
      else done(null, body)
    })
  })
}

/** The parser reports forbidden names with the same error as JSON that it cannot parse. */
function reasonOf(error: Error, text: string): string {
  if (POISON.test(text) && isJson(text))
    return 'the field names “__proto__” and “constructor.prototype” are not allowed'
  return error.message.slice(0, 200)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** @throws Problem `body_too_deep`, `body_too_wide`, `body_invalid`. */
export function checkText(text: string): void {
  checkStructure(text)
  if (text.includes('\\u0000') && /(?<!\\)(?:\\\\)*\\u0000/.test(text)) {
    throw new Problem('body_invalid', { reason: 'a string contains U+0000' })
  }
  if (/\\u[dD][89a-fA-F]/.test(text) && hasHalfPair(text)) {
    throw new Problem('body_invalid', { reason: 'a string contains an unpaired surrogate' })
  }
}

/** Whether the text contains the escape of one half of a surrogate pair (UTF-16) without the other. */
function hasHalfPair(text: string): boolean {
  /** The position at which the second half has to start. */
  let due: number | undefined
  for (const { 0: written, index } of text.matchAll(/\\(?:u[\da-fA-F]{4}|.)/gs)) {
    const unit = written.length === 6 ? Number.parseInt(written.slice(2), 16) : 0
    const isSecond = unit >= 0xdc00 && unit <= 0xdfff
    if (isSecond ? index !== due : due !== undefined) return true
    due = unit >= 0xd800 && unit <= 0xdbff ? index + written.length : undefined
  }
  return due !== undefined
}

function checkStructure(text: string): void {
  /** Commas and bracket of each open object or array. */
  const commas: number[] = []
  const limits: number[] = []
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1
      if (depth > DEPTH_LIMIT) throw new Problem('body_too_deep', { limit: DEPTH_LIMIT })
      commas[depth] = 0
      limits[depth] = code === OPEN_BRACE ? FIELD_LIMIT : ELEMENT_LIMIT
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1
    else if (code === COMMA && depth > 0) {
      commas[depth]! += 1
      if (commas[depth]! >= limits[depth]!) throw new Problem('body_too_wide', { limit: limits[depth]! })
    }
  }
}

/**
 * The position of the closing quote of the string that starts at `start`; past the end of the text if there is none.
 */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && text.charCodeAt(end - 1) === BACKSLASH) {
    let before = end - 1
    while (text.charCodeAt(before) === BACKSLASH) before -= 1
    if ((end - before) % 2 === 1) return end
    end = text.indexOf('"', end + 1)
  }
  return end === -1 ? text.length : end
}
