/** Between micros and fen, which is what WeChat Pay counts in: whole numbers both, never a float between them. */
import type { Micros } from '../../money/amount.ts'
import { GatewayError } from '../gateway.ts'

const MICROS_PER_FEN = 10_000n

/** Domestic payments know one currency. */
export const UNIT = 'CNY'

/** @throws GatewayError `refused` for what can't be sent: another currency, parts of a fen, nothing. */
export function toFen(micros: Micros, unit: string): number {
  if (unit !== UNIT) throw new GatewayError('refused', 'currency_unsupported', `WeChat Pay takes ${UNIT}, not ${unit}.`)
  const fen = Number(micros / MICROS_PER_FEN)
  if (micros <= 0n || micros % MICROS_PER_FEN !== 0n || !Number.isSafeInteger(fen)) {
    throw new GatewayError('refused', 'amount_invalid', 'The amount is not a whole number of fen above zero.')
  }
  return fen
}

/** Fen of an answer, checked to be a whole number by its schema. */
export function fromFen(fen: number): Micros {
  return BigInt(fen) * MICROS_PER_FEN
}
