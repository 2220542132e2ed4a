/**
 * Scheduled payouts: on each due day every party with a payable balance is paid once. A run is one row per day. The
 * idempotency keys of its payouts contain the day, so concurrent processes, or a retry after a crash, create each
 * payout once. If no server ran on several due days, only the latest of them is made up for.
 */
import { Temporal } from 'temporal-polyfill'
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { type AccountId, parsePath } from '../ledger/account.ts'
import { AccountDirectory } from '../ledger/directory.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { isCurrency } from '../money/currency.ts'
import { anchorDay, periodOf } from '../pricing/calendar.ts'
import { Problem } from '../problem.ts'
import { makeDebtEntry } from './debt-entries.ts'
import { createPayout } from './payouts.ts'
import { readSettings } from './settings.ts'
import type { PayoutSchedule } from './settings-schema.ts'

/** Accounts per page; the progress of the run is saved after each page. */
const PAGE = 50
const ACTOR = 'payout schedule'

/** Reasons to skip a party in this run; any other problem is an error. */
const NOT_NOW: ReadonlySet<string> = new Set([
  'payout_nothing',
  'payout_below_minimum',
  'payouts_paused',
  'insufficient_funds',
  'debt_none',
])

/** Returns the latest due day up to and including `today`. */
export function latestDue({ every, day = 1 }: PayoutSchedule, today: string): string {
  const anchor = anchorDay(every, every === 'day' ? 1 : day)
  return periodOf({ every, count: 1, anchor }, Temporal.PlainDate.from(today)).start.toString()
}

/**
 * Processes one page of accounts of the due run, if there is one. Returns the number of accounts processed; zero when
 * nothing is left to do. `today`: in the tenant's time zone; default: by the database's clock.
 */
export async function runDuePayouts(
  db: TenantDatabase,
  directory: AccountDirectory = new AccountDirectory(),
  today?: string,
): Promise<number> {
  const { settings, scheduleSince } = await readSettings(db)
  if (!settings.payouts.schedule || scheduleSince === null) return 0
  const day = latestDue(settings.payouts.schedule, today ?? (await todayOf(db)))
  if (day < scheduleSince) return 0
  const run = await openRun(db, day)
  if (run === undefined) return 0
  const accounts = await db.query<{ id: AccountId; path: string; unit: string }>(
    `SELECT id, path, unit FROM account WHERE tenant = $1 AND id > $2 AND path LIKE '%/balance' AND balance > 0
     ORDER BY id LIMIT $3`,
    [db.tenant, run.reached ?? 0n, PAGE],
  )
  for (const { path, unit } of accounts) {
    if (isCurrency(unit)) await payOut(db, directory, { party: parsePath(path).party, unit, day })
  }
  const last = accounts.at(-1)
  await db.execute(
    `UPDATE payout_run SET reached = greatest(reached, $3), done_at = CASE WHEN $4 THEN coalesce(done_at, now()) ELSE done_at END
     WHERE tenant = $1 AND day = $2`,
    [db.tenant, day, last?.id ?? run.reached ?? 0n, accounts.length < PAGE],
  )
  return accounts.length
}

/**
 * Opens or continues the run of a day; returns undefined if that run is completed. A day before the latest run is not
 * opened.
 */
async function openRun(db: TenantDatabase, day: string): Promise<{ reached: bigint | null } | undefined> {
  return db.transaction(async (tx) => {
    const made = await tx.execute(
      `INSERT INTO payout_run (tenant, day) SELECT $1, $2::date
       WHERE NOT EXISTS (SELECT 1 FROM payout_run WHERE tenant = $1 AND day > $2::date) ON CONFLICT DO NOTHING`,
      [db.tenant, day],
    )
    if (made > 0) await recordAudit(tx, { actor: ACTOR, action: 'payout_run_started', subject: day })
    const [run] = await tx.query<{ reached: bigint | null }>(
      'SELECT reached FROM payout_run WHERE tenant = $1 AND day = $2::date AND done_at IS NULL',
      [db.tenant, day],
    )
    return run
  })
}

/**
 * Pays out everything payable to a party. If nothing is payable, its debts are recovered from the available balance.
 */
async function payOut(
  db: TenantDatabase,
  directory: AccountDirectory,
  { party, unit, day }: { readonly party: string; readonly unit: string; readonly day: string },
): Promise<void> {
  const request = { party, unit, amount: null, note: null, actor: ACTOR, run: day }
  // No caller can send a key with a space.
  const key = `payout-run ${day} ${party} ${unit}`
  const idempotency = { key, fingerprint: fingerprint({ party, unit, run: day }) }
  try {
    await createPayout(db, { ...request, idempotency })
  } catch (error) {
    ignoreNotNow(error)
    for (const kind of ['advance', 'debt'] as const) {
      const recoup = { party, kind, action: 'recoup', unit, amount: null, reason: null, actor: ACTOR } as const
      await makeDebtEntry(db, directory, { ...recoup, idempotency: null }).catch(ignoreNotNow)
    }
  }
}

function ignoreNotNow(error: unknown): void {
  if (!(error instanceof Problem && NOT_NOW.has(error.code))) throw error
}

async function todayOf(db: TenantDatabase): Promise<string> {
  const [row] = await db.query<{ today: string }>(
    'SELECT (now() AT TIME ZONE time_zone)::date::text AS today FROM tenant WHERE id = $1',
    [db.tenant],
  )
  return row!.today
}
