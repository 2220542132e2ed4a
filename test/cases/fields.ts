/** Reads the fields of a case as exact decimals; a missing or unreadable field is not expressible. */
import { formatMicros, parseMicros } from '../../src/money/amount.ts'
import { formatRate, parseRate, type Rate } from '../../src/money/rate.ts'
import { Problem } from '../../src/problem.ts'
import { type Fields, notExpressible } from './case.ts'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** Returns a decimal as text, whether the file contains it as a string or as a number. */
export function decimal(fields: Fields, name: string): string {
  return optional(fields, name) ?? notExpressible(`the input has no figure "${name}"`)
}

export function optional(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  const written = String(value)
  return DECIMAL.test(written) ? written : notExpressible(`"${name}" is prose: ${written.slice(0, 60)}`)
}

export function list(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name]
  return Array.isArray(value) ? value : notExpressible(`the input has no list "${name}"`)
}

export function word(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : notExpressible(`the input has no text "${name}"`)
}

export function decimals(fields: Fields, name: string): string[] {
  return list(fields, name).map((value, index) => decimal({ [`${name}/${index}`]: value }, `${name}/${index}`))
}

/** Parses a figure in main units to micros. A figure that the engine refuses is not expressible. */
export function major(text: string): bigint {
  try {
    return parseMicros(text)
  } catch (error) {
    if (error instanceof Problem) return notExpressible(`refused as ${error.code}: ${text}`)
    throw error
  }
}

/** Parses a figure in minor units of two digits (cents, fen) to micros. */
export function minor(text: string): bigint {
  return major(text) / 100n
}

/** Formats micros as a figure in main units, without trailing zeros. */
export function inMajor(micros: bigint): string {
  return formatMicros(micros, 'figure')
}

/** Formats micros as a figure in minor units of two digits. */
export function inMinor(micros: bigint): string {
  return inMajor(micros * 100n)
}

/** Converts a percentage to a decimal rate: "1.3" to "0.013". */
export function percent(text: string): string {
  const { numerator, denominator } = parseRate(text.replace(/%$/, ''))
  return formatRate({ numerator, denominator: denominator * 100n })
}

/** Parses a share such as "17/31", optionally followed by words. */
export function share(text: string): readonly [bigint, bigint] {
  if (/^half\b/.test(text)) return [1n, 2n]
  const match = /^(\d+)\/(\d+)/.exec(text)
  return match ? [BigInt(match[1]!), BigInt(match[2]!)] : notExpressible(`"${text}" is not a share like 17/31`)
}

export function rate(value: unknown): Rate {
  return parseRate(decimal({ rate: value }, 'rate'))
}
