/**
 * Amounts are `bigint` micros: 10⁻⁶ of the main unit of a currency, whatever its minor unit is. A sub-cent unit price
 * (0.005 CNY per call) is a whole number of micros, so no step from price to ledger needs fractions.
 */
import { Problem } from '../problem.ts'
import { checkUnit, minorDigits } from './currency.ts'

export type Micros = bigint

export const MICROS_PER_UNIT = 1_000_000n
/** The largest balance of an account: a signed 64-bit integer of micros, 9.2 trillion main units. */
export const MICROS_MAX = 9_223_372_036_854_775_807n

const DECIMAL = /^(-?)(\d{1,19})(?:\.(\d{1,18}))?$/

/**
 * Parses a decimal string in main units ("0.005") to micros.
 * @throws Problem `amount_invalid` for anything but a plain decimal, `amount_too_precise` beyond six decimals,
 * `amount_out_of_range` beyond a 64-bit integer.
 */
export function parseMicros(text: string, unit = ''): Micros {
  return parsePlain(text) ?? parseAny(text, unit)
}

/**
 * Fast path without regular expressions for nearly all amounts, of which each charge has several: at most twelve digits
 * and six decimals. Returns undefined for others.
 */
function parsePlain(text: string): Micros | undefined {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  let point = text.length
  for (let i = first; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === POINT && point === text.length) point = i
    else if (code < ZERO || code > NINE) return undefined
  }
  const decimals = text.length - point - 1
  if (point === first || point - first > 12 || decimals === 0 || decimals > 6) return undefined
  const micros =
    decimals < 0
      ? BigInt(text.slice(first)) * MICROS_PER_UNIT
      : BigInt(text.slice(first, point) + text.slice(point + 1) + ZEROS[decimals]!)
  return first === 1 ? -micros : micros
}

function parseAny(text: string, unit: string): Micros {
  const match = DECIMAL.exec(text)
  if (!match) throw new Problem('amount_invalid', { value: text.slice(0, 40) })
  const [, sign, whole, fraction = ''] = match
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > 6) throw new Problem('amount_too_precise', { value: text, unit, digits: 6 })
  const micros = BigInt(whole!) * MICROS_PER_UNIT + BigInt(digits.padEnd(6, '0'))
  if (micros > MICROS_MAX) throw new Problem('amount_out_of_range', { value: text, unit })
  return sign ? -micros : micros
}

/**
 * Formats micros as a decimal string in main units, with at least the unit's minor digits: 5000n CNY → "0.005", 10⁸ CNY
 * → "100.00".
 */
export function formatMicros(micros: Micros, unit: string): string {
  const negative = micros < 0n
  const digits = (negative ? -micros : micros).toString().padStart(7, '0')
  // Avoids regular expressions, because it runs for every step of every price.
  const point = digits.length - 6
  const least = point + minorDigits(unit)
  let end = digits.length
  while (end > least && digits.charCodeAt(end - 1) === ZERO) end -= 1
  const text = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`
  return negative ? `-${text}` : text
}

const ZERO = 48
const NINE = 57
const MINUS = 45
const POINT = 46
/** Padding to six decimals, by the number of decimals given. */
const ZEROS = ['', '00000', '0000', '000', '00', '0', ''] as const

/** Returns an amount as represented in JSON: a decimal string in main units with its currency. */
export function wireMoney(micros: Micros, currency: string): { amount: string; currency: string } {
  return { amount: formatMicros(micros, currency), currency }
}

/**
 * Returns the micros in one minor unit (fen, cent), the smallest amount outside the ledger: 10000 for CNY, 1000000 for
 * JPY, 1000000 for a custom unit.
 */
export function minorUnit(unit: string): Micros {
  return MINOR_UNITS[minorDigits(unit)]!
}

/** Indexed by the number of minor digits. */
const MINOR_UNITS = [1_000_000n, 100_000n, 10_000n, 1_000n, 100n, 10n, 1n] as const

/** Whether an amount can be paid outside the ledger: a whole number of minor units. */
export function isWholeMinor(micros: Micros, unit: string): boolean {
  return micros % minorUnit(unit) === 0n
}

/**
 * Parses an amount that is paid outside the ledger (capture, refund, payout): positive and in whole minor units.
 * @throws Problem as {@link parseMicros}; `currency_unknown`; `amount_not_positive`; `amount_too_precise` if finer than the minor unit.
 */
export function parsePayable(text: string, unit: string): Micros {
  checkUnit(unit)
  const micros = parseMicros(text, unit)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: text })
  if (!isWholeMinor(micros, unit)) {
    throw new Problem('amount_too_precise', { value: text, unit, digits: minorDigits(unit) })
  }
  return micros
}

/** Checks that a result fits into a balance, so that an overflow is an error. @throws Problem `amount_out_of_range`. */
export function checkRange(micros: Micros, unit: string): Micros {
  if (micros > MICROS_MAX || micros < -MICROS_MAX) {
    throw new Problem('amount_out_of_range', { value: (micros / MICROS_PER_UNIT).toString(), unit })
  }
  return micros
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** Returns the amount, or zero if it is negative. */
export function max0(amount: bigint): bigint {
  return amount > 0n ? amount : 0n
}
