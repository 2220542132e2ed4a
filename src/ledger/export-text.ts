/** Text of others inside the files of an export: nothing in it may act as syntax there. */
import { MICROS_PER_UNIT, type Micros } from '../money/amount.ts'

/** Control characters, line ends of every kind, and those that turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** On one line. */
export function oneLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim()
}

/**
 * Micros with all six decimals: programs take from the number of decimals how far a transaction may be out of balance
 * (beancount: half of the last), so that six of them leave no room for a micro.
 */
export function sixPlaces(micros: Micros): string {
  const magnitude = micros < 0n ? -micros : micros
  const fraction = (magnitude % MICROS_PER_UNIT).toString().padStart(6, '0')
  return `${micros < 0n ? '-' : ''}${magnitude / MICROS_PER_UNIT}.${fraction}`
}
