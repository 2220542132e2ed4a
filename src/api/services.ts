import type { ChargeRow } from '../charges/record.ts'
import type { Database } from '../db/connect.ts'
import type { Engine } from '../engine/engine.ts'
import type { OutgoingTargets } from '../outgoing/targets.ts'
import type { Gateways } from '../processing/gateways.ts'
import type { Seal } from '../seal.ts'
import type { KeyRing } from '../users/key-ring.ts'
import type { SessionRing } from '../users/session-ring.ts'
import type { SignIn } from '../users/sign-in.ts'

/** Counts charges and refunds; replays are counted separately, because they move no money. */
export interface TransactionMetrics {
  charge(row: Pick<ChargeRow, 'line' | 'product'>, replayed: boolean): void
  refund(replayed: boolean): void
}

/** The services that routes use. */
export interface Services {
  readonly database: Database
  readonly engine: Engine
  readonly metrics: TransactionMetrics
  readonly seal: Seal
  /** Network targets that outgoing calls may reach. */
  readonly targets: OutgoingTargets
  /** The payment gateways of all tenants. */
  readonly gateways: Gateways
  readonly signIn: SignIn
  readonly keys: KeyRing
  readonly sessions: SessionRing
}
