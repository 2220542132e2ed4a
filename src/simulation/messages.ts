/** The messages between a simulation and its pricing threads. */
import type { RateCard } from '../catalog/rate-card.ts'
import type { Known, PastGroup, Wanted } from './past-events.ts'
import type { Tally } from './tally.ts'

/** The input of every pricer. */
export interface Job {
  readonly card: RateCard
  /** Start of each day of the period (past-events.ts). */
  readonly begins: Float64Array
}

export type ToWorker =
  | { readonly job: Job }
  | { readonly page: readonly PastGroup[] }
  | { readonly known: Known }
  | { readonly failed: string }
  | { readonly finish: true }
export type FromWorker =
  | { readonly wanted: Wanted }
  | { readonly priced: true }
  | { readonly tally: Tally }
  | { readonly failed: string }
