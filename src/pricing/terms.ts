/**
 * Helpers to read terms: decimal strings, parsed once when a rate card is compiled. Faults name their field as a JSON
 * pointer.
 */
import Type from 'typebox'
import { type Micros, parseMicros } from '../money/amount.ts'
import { parseRate, type Rate } from '../money/rate.ts'
import { Problem } from '../problem.ts'

/** A non-negative decimal string: "0.006". At most 12 digits before the point and 18 after it. */
export const Decimal = Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,18})?$', description: 'A decimal such as "0.006"' })

/** Location of a term: its model and the JSON pointer of the field. */
export interface Place {
  readonly model: string
  readonly pointer: string
}

/** Reports a fault of the terms. @throws Problem `terms_invalid`, always. */
export function refuse(place: Place, reason: string): never {
  throw new Problem('terms_invalid', { model: place.model, field: place.pointer, reason }, [
    { pointer: place.pointer, message: reason },
  ])
}

const NOT_NEGATIVE = /^\d{1,12}(\.\d{1,18})?$/

/** Parses an exact decimal of the terms. @throws Problem `terms_invalid`. */
export function readDecimal(text: string, place: Place): Rate {
  if (typeof text !== 'string' || !NOT_NEGATIVE.test(text)) refuse(place, `"${text}" is not a decimal like "0.006"`)
  return parseRate(text)
}

/**
 * Parses an amount or quantity of the terms to millionths.
 * @throws Problem `terms_invalid`, also beyond six decimals.
 */
export function readMicros(text: string, place: Place): Micros {
  readDecimal(text, place)
  try {
    return parseMicros(text)
  } catch (error) {
    if (error instanceof Problem) refuse(place, error.message)
    throw error
  }
}

export function at(place: Place, ...path: readonly (string | number)[]): Place {
  const tail = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return { model: place.model, pointer: place.pointer + tail }
}
