/**
 * Chance that can be repeated: everything is drawn from the seed and the name of what it is for, never from what was
 * drawn before. So any day can be made by itself, and a filling that broke off goes on with the same world.
 */

/** Draws from 0 to below 1. */
export type Random = () => number

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** mulberry32 (public domain, Tommy Ettinger): 32 bits of state, enough for traffic. */
export function randomFor(seed: number, name: string): Random {
  let state = (hashOf(name) ^ Math.imul(seed, 0x9e3779b1)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * The n-th of a row that fills 0 to 1 evenly: sizes and rates drawn by it come close to their averages with few
 * charges already, where chance would need many.
 */
export function evenly(n: number, offset: number): number {
  return (offset + n * GOLDEN) % 1
}

/** Many small ones, few large ones; 1 on average over an even row. */
export function sizeAt(even: number): number {
  return 0.25 - 0.75 * Math.log(1 - even)
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}

/** The first ones more often than the last. */
export function favorite<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() ** 2 * from.length)]!
}

export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** So many different ones, in an order of chance. */
export function sample<T>(random: Random, from: readonly T[], count: number): T[] {
  const left = [...from]
  const taken = Math.min(count, left.length)
  for (let i = 0; i < taken; i += 1) {
    const other = i + Math.floor(random() * (left.length - i))
    const mine = left[i]!
    left[i] = left[other]!
    left[other] = mine
  }
  return left.slice(0, taken)
}

/** By weights: the first whose share is reached. */
export function weighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  let rest = random() * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of from) {
    rest -= weight
    if (rest < 0) return value
  }
  return from.at(-1)![0]
}
