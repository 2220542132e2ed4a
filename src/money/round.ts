import type { Micros } from './amount.ts'

/**
 * How a fraction becomes a whole number. `half-away` (half away from zero, the commercial default) unless a price says
 * otherwise; the rest as in java.math.RoundingMode, whose names and tables these follow.
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

/** Exact integer division with a stated rounding. `denominator` must not be zero. */
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

/** The mode for the magnitude of a number with that sign. */
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

/** numerator/denominator rounded to a multiple of `quantum` micros (10000n: whole fen). One rounding, never two. */
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
