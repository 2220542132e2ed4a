import type { Micros } from './amount.ts'

/**
 * Splits `total` in proportion to `weights` so that the parts add up to it, by the largest remainder method (Hamilton):
 * each part is rounded down, and the remaining units go one each to the largest remainders.
 *
 * Ties are broken by `turn`, which rotates the order: with a fixed order the same party would get the odd unit of every
 * small split (brick/money#55). Pass a value that changes from one split to the next.
 *
 * @param total in micros, a multiple of `quantum`; may be negative.
 * @param weights none negative, not all zero unless `total` is zero.
 */
export function allocate(total: Micros, weights: readonly bigint[], turn = 0, quantum: Micros = 1n): Micros[] {
  if (total < 0n) return allocate(-total, weights, turn, quantum).map((part) => -part)
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative')
  if (sum === 0n) {
    if (total !== 0n) throw new RangeError('nothing to split over: every weight is zero')
    return weights.map(() => 0n)
  }
  if (total % quantum !== 0n) throw new RangeError('the total is not a multiple of the quantum')
  const units = total / quantum
  const parts = weights.map((weight) => (units * weight) / sum)
  const left = Number(units - parts.reduce((a, b) => a + b, 0n))
  for (const index of byRemainder(units, weights, sum, turn).slice(0, left)) parts[index]! += 1n
  return parts.map((part) => part * quantum)
}

function byRemainder(units: bigint, weights: readonly bigint[], sum: bigint, turn: number): number[] {
  const count = weights.length
  const remainder = weights.map((weight) => (units * weight) % sum)
  const place = (index: number) => (((index - turn) % count) + count) % count
  return weights
    .map((_, index) => index)
    .sort((a, b) => {
      const difference = remainder[b]! - remainder[a]!
      return difference === 0n ? place(a) - place(b) : difference > 0n ? 1 : -1
    })
}
