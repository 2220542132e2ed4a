/**
 * Recomputes the rollups from the stored data: every charge with its draft and event, every refund with its plan. It
 * shares with the write path only the contribution of a single charge (src/rollups/activity.ts, the lines): days are
 * determined by the database, and sums are computed in one pass.
 */

import { readItems, type StoredDraft } from '../charges/draft.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { activityOf } from '../engine/activity.ts'
import type { Uuid } from '../ids.ts'
import { lines } from '../lines/index.ts'
import { parseMicros } from '../money/amount.ts'
import type { StoredPlan } from '../refunds/record.ts'
import { type Flow, Tally, type Term } from '../rollups/activity.ts'

export interface Recomputed {
  readonly charges: number
  readonly refunds: number
  /** By day, YYYY-MM-DD in the tenant's time zone. */
  readonly tally: Tally<string>
  /** By UUID of the charge. */
  readonly terms: ReadonlyMap<string, StoredTerm>
}

export interface StoredTerm extends Term {
  readonly line: string
  readonly product: string
  readonly payer: string
  readonly void: boolean
}

const PAGE = 2_000
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Reads all data of the tenant page by page, in the caller's snapshot. */
export async function recompute(tx: TenantQueryable): Promise<Recomputed> {
  // The database determines the payers (rebuild.ts): held here, they would take memory in proportion to their number.
  const tally = new Tally<string>({ payers: false })
  const terms = new Map<string, StoredTerm>()
  const charges = await addCharges(tx, tally, terms)
  const refunds = await addRefunds(tx, tally)
  await addQuotes(tx, tally)
  return { charges, refunds, tally, terms }
}

interface ChargeColumns {
  id: Uuid
  line: string
  product: string
  payer: string
  unit: string
  captured: bigint
  givenBack: boolean
  quoted: boolean
  draft: string
  event: string | null
  day: string
}

const CHARGES = `SELECT c.id, line, product, payer, unit, captured, quote IS NOT NULL AS quoted, draft, event,
    refunds > 0 AND refunded + pending = captured - kept AS "givenBack", (effective_at AT TIME ZONE time_zone)::date::text AS day
  FROM charge c, tenant t WHERE c.tenant = $1 AND t.id = $1 AND c.id > $2 ORDER BY c.id LIMIT ${PAGE}`

async function addCharges(tx: TenantQueryable, tally: Tally<string>, terms: Map<string, StoredTerm>): Promise<number> {
  let count = 0
  for (let after = FIRST; ; ) {
    const rows = await tx.query<ChargeColumns>(CHARGES, [tx.tenant, after])
    for (const row of rows) addCharge(row, tally, terms)
    count += rows.length
    if (rows.length < PAGE) return count
    after = rows.at(-1)!.id
  }
}

function addCharge(row: ChargeColumns, tally: Tally<string>, terms: Map<string, StoredTerm>): void {
  const { id, line, product, payer, unit, captured, quoted, givenBack } = row
  const draft = JSON.parse(row.draft) as StoredDraft
  const items = readItems(draft)
  const event: unknown = row.event === null ? undefined : JSON.parse(row.event)
  const activity = activityOf(lines, { line, product, event, items, unit })
  const { payerAccount } = draft
  const flows = items.flatMap(({ components }) => components)
  const charge = {
    ...activity,
    id,
    line,
    product,
    payer,
    payerAccount,
    unit,
    captured,
    quoted,
    flows,
    effectiveAt: null,
  }
  tally.addCharge(row.day, charge)
  if (activity.term && captured > 0n) terms.set(id, { ...activity.term, line, product, payer, void: givenBack })
}

interface RefundColumns {
  id: Uuid
  charge: Uuid
  line: string
  product: string
  unit: string
  amount: bigint
  reason: string | null
  payerAccount: string
  plan: string
  day: string
}

/** Refunds count from the time of posting; failed and reversed ones don't count. */
const REFUNDS = `SELECT r.id, r.charge, c.line, c.product, r.unit, r.amount, r.plan, c.draft::json ->> 'payerAccount' AS "payerAccount",
    CASE WHEN r.kind = 'chargeback' THEN r.kind ELSE r.reason END AS reason,
    (r.effective_at AT TIME ZONE time_zone)::date::text AS day
  FROM refund r JOIN charge c ON c.tenant = r.tenant AND c.id = r.charge, tenant t
  WHERE r.tenant = $1 AND t.id = $1 AND r.id > $2 AND r.status IN ('pending', 'succeeded') ORDER BY r.id LIMIT ${PAGE}`

async function addRefunds(tx: TenantQueryable, tally: Tally<string>): Promise<number> {
  let count = 0
  for (let after = FIRST; ; ) {
    const rows = await tx.query<RefundColumns>(REFUNDS, [tx.tenant, after])
    for (const { plan, day, id: _, ...row } of rows) {
      const flows = flowsOf(JSON.parse(plan) as StoredPlan)
      tally.addRefund(day, { ...row, flows, effectiveAt: null, whole: false, undone: false })
    }
    count += rows.length
    if (rows.length < PAGE) return count
    after = rows.at(-1)!.id
  }
}

function flowsOf({ transfers }: StoredPlan): Flow[] {
  return transfers.map(({ kind, from, to, amount }) => ({
    kind,
    from,
    to,
    amount: parseMicros(amount.amount),
    unit: amount.currency,
  }))
}

async function addQuotes(tx: TenantQueryable, tally: Tally<string>): Promise<void> {
  const rows = await tx.query<{ day: string; line: string; product: string; unit: string; count: bigint }>(
    `SELECT (q.created_at AT TIME ZONE time_zone)::date::text AS day, draft ->> 'line' AS line,
            draft ->> 'product' AS product, draft ->> 'unit' AS unit, count(*) AS count
     FROM quote q, tenant t WHERE q.tenant = $1 AND t.id = $1 GROUP BY 1, 2, 3, 4`,
    [tx.tenant],
  )
  for (const { day, line, product, unit, count } of rows) tally.addQuotes(day, { line, product, unit }, count)
}
