import type { Database } from '../db/connect.ts'
import type { Gateways } from '../execution/gateways.ts'
import type { Engine } from '../lines/engine.ts'
import type { Seal } from '../seal.ts'
import type { SignIn } from '../users/sign-in.ts'
import type { WebhookTargets } from '../webhooks/targets.ts'
import type { KeyRing } from './keys.ts'
import type { MoneyCounters } from './metrics.ts'
import type { SessionRing } from './session-ring.ts'

/** What routes work with. */
export interface Services {
  readonly database: Database
  readonly engine: Engine
  readonly counted: MoneyCounters
  readonly seal: Seal
  /** Where webhooks may go. */
  readonly webhookTargets: WebhookTargets
  /** The payment providers that tenants use. */
  readonly gateways: Gateways
  readonly signIn: SignIn
  readonly keys: KeyRing
  readonly sessions: SessionRing
}
