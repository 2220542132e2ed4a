/** Reconciliation settings of a gateway: rows of `reconciliation_setting`. */
import { recordAudit } from '../../audit/audit.ts'
import type { TenantQueryable } from '../../db/connect.ts'
import type { Micros } from '../../money/amount.ts'

/** Amounts are micros of any currency. */
export interface ReconciliationSettings {
  /** Whether a run is started every day. */
  readonly enabled: boolean
  /** When a day's bill is ready on the day after, in the provider's time zone: `HH:MM`. */
  readonly readyAt: string
  /** Maximum difference of a fee beyond the rounding to whole minor units. */
  readonly feeTolerance: Micros
  /** Corrections above this amount need another person than the one who started the run; null: never. */
  readonly twoPeopleAbove: Micros | null
  /** Days for which a pending refund may be missing on the bills before it becomes a difference. */
  readonly transitDays: number
}

/** Same as the column defaults of the table. */
const DEFAULTS: ReconciliationSettings = {
  enabled: false,
  readyAt: '10:30',
  feeTolerance: 0n,
  twoPeopleAbove: 1_000_000_000n,
  transitDays: 1,
}

const COLUMNS = `enabled, ready_at AS "readyAt", fee_tolerance AS "feeTolerance", two_people_above AS "twoPeopleAbove",
  transit_days AS "transitDays"`

export async function readSettings(db: TenantQueryable, gateway: string): Promise<ReconciliationSettings> {
  const [row] = await db.query<ReconciliationSettings>(
    `SELECT ${COLUMNS} FROM reconciliation_setting WHERE tenant = $1 AND gateway = $2`,
    [db.tenant, gateway],
  )
  return row ?? DEFAULTS
}

/** Runs inside a transaction. */
export async function writeSettings(
  tx: TenantQueryable,
  gateway: string,
  settings: ReconciliationSettings,
): Promise<void> {
  const { enabled, readyAt, feeTolerance, twoPeopleAbove, transitDays } = settings
  const before = await readSettings(tx, gateway)
  await tx.execute(
    `INSERT INTO reconciliation_setting (tenant, gateway, enabled, ready_at, fee_tolerance, two_people_above, transit_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant, gateway) DO UPDATE
     SET enabled = excluded.enabled, ready_at = excluded.ready_at, fee_tolerance = excluded.fee_tolerance,
         two_people_above = excluded.two_people_above, transit_days = excluded.transit_days, updated_at = now()`,
    [tx.tenant, gateway, enabled, readyAt, feeTolerance, twoPeopleAbove, transitDays],
  )
  const detail = { before: toDetail(before), after: toDetail(settings) }
  await recordAudit(tx, { action: 'reconciliation_settings_changed', subject: gateway, detail })
}

function toDetail({ feeTolerance, twoPeopleAbove, ...rest }: ReconciliationSettings): object {
  return { ...rest, feeTolerance: feeTolerance.toString(), twoPeopleAbove: twoPeopleAbove?.toString() ?? null }
}
