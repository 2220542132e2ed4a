/** Settings of a tenant for refund requests. */
import { recordAudit } from '../audit/audit.ts'
import type { TenantQueryable } from '../db/connect.ts'
import type { Micros } from '../money/amount.ts'

export interface RequestSettings {
  /** Days until a request is due; a reminder is sent then. */
  readonly answerDays: number
  /** Bulk refunds above this amount, in micros of any currency, need the approval of two people. */
  readonly bulkTwoPeopleAbove: Micros
}

const DEFAULTS: RequestSettings = { answerDays: 7, bulkTwoPeopleAbove: 10_000_000_000n }

export async function readSettings(db: TenantQueryable): Promise<RequestSettings> {
  const [row] = await db.query<RequestSettings>(
    `SELECT answer_days AS "answerDays", bulk_two_people_above AS "bulkTwoPeopleAbove"
     FROM refund_request_settings WHERE tenant = $1`,
    [db.tenant],
  )
  return row ?? DEFAULTS
}

/** Runs inside a transaction. Applies to later requests. */
export async function writeSettings(
  tx: TenantQueryable,
  { answerDays, bulkTwoPeopleAbove }: RequestSettings,
): Promise<void> {
  const before = await readSettings(tx)
  await tx.execute(
    `INSERT INTO refund_request_settings (tenant, answer_days, bulk_two_people_above) VALUES ($1, $2, $3)
     ON CONFLICT (tenant) DO UPDATE SET answer_days = EXCLUDED.answer_days,
       bulk_two_people_above = EXCLUDED.bulk_two_people_above`,
    [tx.tenant, answerDays, bulkTwoPeopleAbove],
  )
  const detail = { before: toDetail(before), after: toDetail({ answerDays, bulkTwoPeopleAbove }) }
  await recordAudit(tx, { action: 'refund_request_settings_changed', detail })
}

function toDetail({ answerDays, bulkTwoPeopleAbove }: RequestSettings): object {
  return { answerDays, bulkTwoPeopleAbove: bulkTwoPeopleAbove.toString() }
}
