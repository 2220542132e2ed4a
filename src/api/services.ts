import type { Database } from '../db/connect.ts'
import type { Engine } from '../lines/engine.ts'
import type { MoneyCounters } from './metrics.ts'

/** What routes work with. */
export interface Services {
  readonly database: Database
  readonly engine: Engine
  readonly counted: MoneyCounters
}
