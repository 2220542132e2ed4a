/**
 * Converts examples with plain decimals ("100", 4000 calls) to price inputs: for the README, the documentation and
 * prices tried out manually.
 */
import { parseMicros } from '../money/amount.ts'
import { parseRate } from '../money/rate.ts'
import type { PriceInput } from './index.ts'

const inMicros = new Set(['amount', 'quantity', 'reserved', 'cleared', 'receive', 'prorated'])

/** Returns the price input of an example. @throws Problem `amount_invalid` or `rate_invalid`. */
export function readInput(written: unknown): PriceInput {
  return read(written) as PriceInput
}

function read(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => read(one))
  if (name === 'attributes') return value
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(one, key)]))
  }
  if (typeof value !== 'string') return value
  if (inMicros.has(name)) return parseMicros(value)
  if (name === 'seconds') return BigInt(value)
  return name === 'reference' ? parseRate(value) : value
}
