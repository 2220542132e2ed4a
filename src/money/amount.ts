/**
 * Amounts are `bigint` micros: 10⁻⁶ of the main unit of a currency, whatever its minor unit is. A sub-cent unit price
 * (0.005 CNY a call) is a whole number of micros, so nothing on the way from price to ledger needs a fraction.
 */
import { Problem } from '../problem.ts'
import { minorDigits } from './currency.ts'

export type Micros = bigint

export const MICROS_PER_UNIT = 1_000_000n
/** The largest balance an account can hold: a signed 64-bit integer of micros, 9.2 trillion main units. */
export const MICROS_MAX = 9_223_372_036_854_775_807n

const DECIMAL = /^(-?)(\d{1,19})(?:\.(\d{1,18}))?$/

/**
 * Reads a decimal string in main units ("0.005") into micros.
 * @throws Problem `amount_invalid` for anything but a plain decimal, `amount_too_precise` past six decimals,
 * `amount_out_of_range` past a 64-bit integer.
 */
export function parseMicros(text: string, unit = ''): Micros {
  return parsePlain(text) ?? parseAny(text, unit)
}

/** As nearly all of them come, several a charge: at most twelve digits and six decimals. Without regular expressions. */
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

/** Writes micros as a decimal string in main units with at least the unit's minor digits: 5000n CNY → "0.005", 10⁸ CNY → "100.00". */
export function formatMicros(micros: Micros, unit: string): string {
  const negative = micros < 0n
  const digits = (negative ? -micros : micros).toString().padStart(7, '0')
  // Written once for every step of every price: without regular expressions.
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
/** What a number of decimals lacks to six. */
const ZEROS = ['', '00000', '0000', '000', '00', '0', ''] as const

/** An amount as it is written in JSON: a decimal string in main units with its currency. */
export function wireMoney(micros: Micros, currency: string): { amount: string; currency: string } {
  return { amount: formatMicros(micros, currency), currency }
}

/** Micros in one minor unit (fen, cent): the smallest amount the outside world sees. 10000 for CNY, 1000000 for JPY, 1 for a unit of our own. */
export function minorUnit(unit: string): Micros {
  return MINOR_UNITS[minorDigits(unit)]!
}

/** By the number of minor digits. */
const MINOR_UNITS = [1_000_000n, 100_000n, 10_000n, 1_000n, 100n, 10n, 1n] as const

/** Whether an amount can cross the border to the outside world: a whole number of minor units. */
export function isWholeMinor(micros: Micros, unit: string): boolean {
  return micros % minorUnit(unit) === 0n
}

/**
 * Reads an amount that the outside world will see (capture, refund, payout): positive and in whole minor units.
 * @throws Problem as {@link parseMicros}; `amount_not_positive`; `amount_too_precise` when finer than the minor unit.
 */
export function parsePayable(text: string, unit: string): Micros {
  const micros = parseMicros(text, unit)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: text })
  if (!isWholeMinor(micros, unit)) {
    throw new Problem('amount_too_precise', { value: text, unit, digits: minorDigits(unit) })
  }
  return micros
}

/** Guards a result against leaving what a balance can hold: overflow is an error, never a wrap. */
export function checkRange(micros: Micros, unit: string): Micros {
  if (micros > MICROS_MAX || micros < -MICROS_MAX) {
    throw new Problem('amount_out_of_range', { value: (micros / MICROS_PER_UNIT).toString(), unit })
  }
  return micros
}

export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** The amount, or zero where it is negative. */
export function max0(amount: bigint): bigint {
  return amount > 0n ? amount : 0n
}
