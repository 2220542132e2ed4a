/** Reads the fields of a case: everything as exact decimals, with a plain word on what is missing. */
import { formatMicros, parseMicros } from '../../src/money/amount.ts'
import { formatRate, parseRate, type Rate } from '../../src/money/rate.ts'
import { Problem } from '../../src/problem.ts'
import { type Fields, notExpressible } from './case.ts'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** A decimal as text, from text or a number in the file. */
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

/** Micros of a figure in main units. Figures that the engine refuses to parse are not expressible. */
export function major(text: string): bigint {
  try {
    return parseMicros(text)
  } catch (error) {
    if (error instanceof Problem) return notExpressible(`refused as ${error.code}: ${text}`)
    throw error
  }
}

/** Micros of a figure in minor units of two digits (cents, fen). */
export function minor(text: string): bigint {
  return major(text) / 100n
}

/** Micros as a figure in main units, without needless zeros. */
export function inMajor(micros: bigint): string {
  return formatMicros(micros, 'figure')
}

/** Micros as a figure in minor units of two digits. */
export function inMinor(micros: bigint): string {
  return inMajor(micros * 100n)
}

/** "1.3" percent as a decimal rate, "0.013". */
export function percent(text: string): string {
  const { numerator, denominator } = parseRate(text.replace(/%$/, ''))
  return formatRate({ numerator, denominator: denominator * 100n })
}

/** "17/31", optionally followed by words, as a share. */
export function share(text: string): readonly [bigint, bigint] {
  if (/^half\b/.test(text)) return [1n, 2n]
  const match = /^(\d+)\/(\d+)/.exec(text)
  return match ? [BigInt(match[1]!), BigInt(match[2]!)] : notExpressible(`"${text}" is not a share like 17/31`)
}

export function rate(value: unknown): Rate {
  return parseRate(decimal({ rate: value }, 'rate'))
}
