import type { Micros } from './amount.ts'

/**
 * How a fraction is rounded to an integer. The default is `half-away` (half away from zero, the commercial convention);
 * the other modes follow the names and tables of java.math.RoundingMode.
 */
export type RoundingMode = 'half-away' | 'half-even' | 'half-down' | 'up' | 'down' | 'ceiling' | 'floor'

export const ROUNDING_MODES: readonly RoundingMode[] = [
  'half-away',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
]

/** Divides integers exactly, with the given rounding. `denominator` must not be zero. */
export function divide(numerator: bigint, denominator: bigint, mode: RoundingMode = 'half-away'): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = n / d
  const remainder = n % d
  const magnitude =
    remainder !== 0n && roundsUp(quotient, remainder, d, unsigned(mode, negative)) ? quotient + 1n : quotient
  return negative ? -magnitude : magnitude
}

type UnsignedMode = Exclude<RoundingMode, 'ceiling' | 'floor'>

/** Returns the mode to apply to the magnitude of a number with the given sign. */
function unsigned(mode: RoundingMode, negative: boolean): UnsignedMode {
  if (mode === 'ceiling') return negative ? 'down' : 'up'
  if (mode === 'floor') return negative ? 'up' : 'down'
  return mode
}

function roundsUp(quotient: bigint, remainder: bigint, d: bigint, mode: UnsignedMode): boolean {
  const twice = remainder * 2n
  switch (mode) {
    case 'half-away':
      return twice >= d
    case 'half-even':
      return twice > d || (twice === d && quotient % 2n === 1n)
    case 'half-down':
      return twice > d
    case 'up':
      return true
    case 'down':
      return false
  }
}

/** Returns numerator/denominator, rounded once to a multiple of `quantum` micros (10000n: whole fen). */
export function divideTo(
  numerator: bigint,
  denominator: bigint,
  quantum: Micros,
  mode: RoundingMode = 'half-away',
): Micros {
  return divide(numerator, denominator * quantum, mode) * quantum
}

/** Rounds an amount to a multiple of `quantum` micros. */
export function roundTo(amount: Micros, quantum: Micros, mode: RoundingMode = 'half-away'): Micros {
  return divideTo(amount, 1n, quantum, mode)
}
