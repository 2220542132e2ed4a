/** Sanitizes text from callers for exported files, so that nothing in it acts as syntax. */
import { MICROS_PER_UNIT, type Micros } from '../money/amount.ts'

/** Control characters, line separators of every kind, and bidirectional formatting characters. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Returns the text on one line, without unprintable characters. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim()
}

/**
 * Formats micros with all six decimals. Programs derive the balancing tolerance of a transaction from the number of
 * decimals (beancount: half of the last one), so with six decimals not even one micro is tolerated.
 */
export function sixPlaces(micros: Micros): string {
  const magnitude = micros < 0n ? -micros : micros
  const fraction = (magnitude % MICROS_PER_UNIT).toString().padStart(6, '0')
  return `${micros < 0n ? '-' : ''}${magnitude / MICROS_PER_UNIT}.${fraction}`
}
