/** Past charges, decoded in the thread that prices them. */
import type { Micros } from '../money/amount.ts'
import { FIGURES, type PastGroup } from './past-events.ts'

export interface PastCharges extends Pick<PastGroup, 'name' | 'unit' | 'rateCard' | 'contract' | 'count'> {
  /** Null: not stored. */
  readonly events: readonly unknown[] | null
  /** Refunded amounts by charge and component; null: none. */
  readonly returned: readonly (readonly Micros[])[] | null
  readonly figures: DataView
}

/** Revenue and cost of a charge as made. */
export interface Charged {
  readonly captured: Micros
  readonly revenue: Micros
  readonly cost: Micros
}

export function unpack({ events, figures, returned, ...rest }: PastGroup): PastCharges {
  const bytes = Buffer.from(figures, 'hex')
  return {
    ...rest,
    events: events === null ? null : (JSON.parse(events) as unknown[]),
    figures: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    returned: returned === null ? null : returned.split(',').map((each) => each.split(' ').map(BigInt)),
  }
}

export function chargedOf({ figures }: PastCharges, n: number): Charged {
  const at = n * FIGURES
  return {
    captured: figures.getBigInt64(at),
    revenue: figures.getBigInt64(at + 8),
    cost: figures.getBigInt64(at + 16),
  }
}

const EPOCH_MS = Date.UTC(2000, 0, 1)

/** Finds the day of an instant. Successive instants mostly fall on the same or the next day. */
export class Days {
  readonly #begins: Float64Array
  #last = 0

  constructor(begins: Float64Array) {
    this.#begins = begins
  }

  /** Returns the index of the day on which a charge took effect. */
  of({ figures }: PastCharges, n: number): number {
    const at = n * FIGURES + 24
    const ms = EPOCH_MS + (figures.getInt32(at) * 4_294_967_296 + figures.getUint32(at + 4)) / 1000
    const begins = this.#begins
    if (ms >= begins[this.#last]! && !(ms >= begins[this.#last + 1]!)) return this.#last
    let [low, high] = [0, begins.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (begins[middle]! <= ms) low = middle
      else high = middle - 1
    }
    this.#last = low
    return low
  }
}
