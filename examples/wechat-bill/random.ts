/**
 * Pseudo-random numbers that are the same for the same seed on every machine: xoshiro128** (Blackman and Vigna,
 * prng.di.unimi.it), seeded by splitmix32. Not for secrets.
 */
export class Random {
  private readonly state: Uint32Array

  constructor(seed: number) {
    let mixed = seed >>> 0
    this.state = Uint32Array.from({ length: 4 }, () => {
      mixed = (mixed + 0x9e3779b9) | 0
      let word = mixed ^ (mixed >>> 16)
      word = Math.imul(word, 0x21f0aaad)
      word ^= word >>> 15
      word = Math.imul(word, 0x735a2d97)
      return word ^ (word >>> 15)
    })
  }

  /** Returns a 32-bit integer. */
  private next(): number {
    const state = this.state
    const [a, b, c, d] = state as unknown as [number, number, number, number]
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    state[2] = c ^ a
    state[3] = d ^ b
    state[1] = b ^ state[2]!
    state[0] = a ^ state[3]!
    state[2] = state[2]! ^ (b << 9)
    state[3] = rotate(state[3]!, 11)
    return result
  }

  /** Returns a number with 0 ≤ x < 1. */
  fraction(): number {
    return this.next() / 0x100000000
  }

  /** Returns an integer with 0 ≤ x < below. */
  below(below: number): number {
    return Math.floor(this.fraction() * below)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** Returns an index, chosen by weight. */
  weighted(weights: readonly number[]): number {
    let left = this.fraction() * weights.reduce((sum, weight) => sum + weight, 0)
    const index = weights.findIndex((weight) => {
      left -= weight
      return left < 0
    })
    return index === -1 ? weights.length - 1 : index
  }

  text(alphabet: string, length: number): string {
    let text = ''
    for (let index = 0; index < length; index += 1) text += alphabet[this.below(alphabet.length)]
    return text
  }
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/**
 * Selects exactly `wanted` of `among` elements in sequence, each with the same probability (Knuth's selection
 * sampling), without knowing them in advance.
 */
export class Draw {
  private wanted: number
  private among: number

  constructor(wanted: number, among: number) {
    this.wanted = wanted
    this.among = among
  }

  /**
   * Returns how many of the next element to take to reach the total: 0 or 1, more if there are too few elements, and 0
   * if the element is not `possible`; later elements make up for it.
   */
  take(random: Random, possible = true): number {
    const among = Math.max(1, this.among)
    this.among -= 1
    if (this.wanted <= 0 || !possible) return 0
    const sure = Math.floor(this.wanted / among)
    const taken = sure + (random.chance(this.wanted / among - sure) ? 1 : 0)
    this.wanted -= taken
    return taken
  }

  /** Takes up to `count` more of the last element. */
  takeMore(count: number): number {
    const taken = Math.min(count, this.wanted)
    this.wanted -= taken
    return taken
  }
}
