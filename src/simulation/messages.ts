/** What travels between a simulation and the threads that price for it. */
import type { RateCard } from '../catalog/rate-card.ts'
import type { Known, PastGroup, Wanted } from './past-events.ts'
import type { Tally } from './tally.ts'

/** What every pricer works with. */
export interface Job {
  readonly card: RateCard
  /** When the days of the period begin (past-events.ts). */
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
