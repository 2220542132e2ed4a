/** Conversion between micros and fen, WeChat Pay's unit, in whole numbers only. */
import type { Micros } from '../../money/amount.ts'
import { GatewayError } from '../gateway.ts'

const MICROS_PER_FEN = 10_000n

/** The only currency of domestic payments. */
export const UNIT = 'CNY'

/** Converts micros to fen. @throws GatewayError `refused` for another currency, fractions of a fen and zero. */
export function toFen(micros: Micros, unit: string): number {
  if (unit !== UNIT) throw new GatewayError('refused', 'currency_unsupported', `WeChat Pay takes ${UNIT}, not ${unit}.`)
  const fen = Number(micros / MICROS_PER_FEN)
  if (micros <= 0n || micros % MICROS_PER_FEN !== 0n || !Number.isSafeInteger(fen)) {
    throw new GatewayError('refused', 'amount_invalid', 'The amount is not a whole number of fen above zero.')
  }
  return fen
}

/** Converts fen of an answer, which its schema has checked to be a whole number. */
export function fromFen(fen: number): Micros {
  return BigInt(fen) * MICROS_PER_FEN
}
