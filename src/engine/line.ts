/**
 * The contract of a revenue line: everything that a folder of src/lines can declare. Only the first part is required; a
 * line that is more than its products also has routes, jobs, commands, tables or hooks. Outside its folder, only the
 * registry (src/lines/index.ts) names it.
 */
import type { Command } from 'commander'
import type { Product, Title } from '../catalog/product.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import type { Api } from '../http/operation.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { StepText } from '../pricing/price.ts'
import type { LineDemo } from './demo/demo.ts'
import type { LineReport } from './report.ts'
import type { LineServices } from './services.ts'

export interface Line {
  /** Must not change once charges exist, because they contain it. */
  readonly id: string
  readonly title: Title
  readonly products: readonly Product[]
  /** Texts of the steps that the line adds to explanations. */
  readonly stepTexts: Readonly<Record<string, StepText>>
  /** Names of the line's own kinds of components. */
  readonly kindTexts?: Readonly<Record<string, StepText>>
  readonly report: LineReport
  /** The line's contribution to the demo world. */
  readonly demo: LineDemo
  /** Adds the line's own resources to the API (src/http/operation.ts). */
  readonly routes?: (app: Api, services: LineServices) => void
  readonly jobs?: LineJobs
  /**
   * Adds the line's own commands to the CLI. Loaded only for the help and for commands that the CLI itself does not
   * have.
   */
  readonly commands?: () => Promise<(program: Command) => void>
  /**
   * Folder of the line's numbered SQL files (src/db/migrate.ts), ending in a slash: `new URL('./sql/',
   * import.meta.url)`.
   */
  readonly migrations?: URL
  readonly hooks?: LineHooks
}

interface LineJobs {
  /** Registers the workers of the line's own queues (src/jobs/queue.ts). */
  readonly work?: (jobs: Jobs, services: LineServices) => Promise<void>
  readonly periodic?: readonly PeriodicJob[]
}

/** Periodic work of every server for every tenant. Several servers can run it at once. */
interface PeriodicJob {
  /** Unique; names the job in the log. */
  readonly name: string
  readonly everyMs: number
  /** Returns the amount of work done. While it is above zero, the job runs again immediately. */
  readonly run: (db: TenantDatabase, services: LineServices) => Promise<number>
}

/** Hooks through which the engine and the features above it call the line of a charge. */
interface LineHooks {
  /**
   * Runs in the transaction that posts a batch, after the charges are written, with the line's new charges of the
   * batch, never with replayed ones. An error rolls back the whole batch. Locks: the batch holds its accounts, so a
   * hook only inserts rows of these charges, and waits for nothing else.
   */
  charged?(tx: TenantTransaction, charges: readonly ChargeRow[]): Promise<void>
  /**
   * Returns how many of each item were used, if the line counts that itself. These figures override those of a refund
   * request. Undefined: the line does not count.
   */
  usedQuantities?(db: TenantQueryable, charge: ChargeRow): Promise<UsedQuantities | undefined>
}

/** Quantities by item id. */
export type UsedQuantities = Readonly<Record<string, bigint>>

export function defineLine(line: Line): Line {
  return line
}
