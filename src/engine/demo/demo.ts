/** What a line contributes to the demo world (src/demo), in addition to the participants that all lines share. */
import type { Asker, Evidence, Reason } from '../../charges/policy.ts'
import type { LineServices } from '../services.ts'
import type { DemoWorld, TrafficSource } from './traffic.ts'

export interface LineDemo {
  /** One per product that the demo world sells. */
  readonly traffic: readonly TrafficSource[]
  /** Merge patches of the rate card: one published half a year before the end of the world, one in the future. */
  readonly priceChanges?: { readonly past: object; readonly coming: object }
  readonly contracts?: (world: DemoWorld, dates: ContractDates) => readonly DemoContract[]
  readonly refundRequests?: readonly DemoRefundRequest[]
  /** Events that are quoted on the last day; two of three quotes are charged. */
  readonly quotes?: (world: DemoWorld) => readonly { readonly product: string; readonly event: object }[]
  /** Anything else on the last day. Idempotency: a resumed filling runs it a second time. */
  readonly finish?: (context: DemoFinish) => Promise<void>
}

interface ContractDates {
  readonly begin: Date
  /** When the past price change took effect. */
  readonly past: Date
  /** When the coming price change takes effect. */
  readonly coming: Date
}

interface DemoContract {
  readonly product: string
  readonly party: string
  readonly terms: object
  readonly effectiveAt: Date
  readonly until: Date | null
}

/** A refund request of the last days. */
export interface DemoRefundRequest {
  readonly product: string
  readonly reason: Reason
  readonly asker: Asker
  readonly evidence?: readonly { readonly kind: Evidence; readonly note: string }[]
  readonly note: string
  /** Its outcome, beyond what the policy decides immediately. */
  readonly answer?: 'approve' | 'decline' | 'withdraw'
}

export interface DemoFinish {
  readonly services: LineServices
  readonly tenant: number
  readonly world: DemoWorld
}
