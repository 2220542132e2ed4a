/**
 * The preview of a bulk refund in total: number of rows, amounts, shortages, and refusals by reason. Runs page by page
 * in order of the charges; each page is one transaction under the lock of the bulk refund that also stores the
 * position. Memory holds one page. Rows of one charge on a page see each other.
 */

import { hash } from 'node:crypto'
import { type ChargeRow, readCharges } from '../charges/record.ts'
import { bigints, integers, smallints, texts } from '../db/arrays.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { clock } from '../ledger/effective.ts'
import { lines } from '../lines/index.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { planRefund } from '../refunds/plan.ts'
import { toRefundable } from '../refunds/refundable.ts'
import { judgeRow } from './bulk-judge.ts'
import { type BulkPreview, type BulkRow, readBulk } from './bulk-record.ts'
import { zoneOf } from './judge.ts'
import { readSettings } from './settings.ts'

const PAGE = 500
const REFERENCES = 2_000
const SHORTAGES_SHOWN = 100

interface Row {
  readonly number: number
  readonly charge: Uuid
  readonly asked: bigint | null
  readonly askedUnit: string | null
}

interface Looked {
  readonly row: Row
  readonly amount: bigint | null
  readonly unit: string | null
  readonly approvals: number | null
  readonly problem: Problem | null
}

/** Previews one page. Returns whether there is more to do. */
export function look(db: TenantDatabase, seen: BulkRow): Promise<boolean> {
  return db.transaction(async (tx) => {
    const bulk = await readBulk(tx, seen.id, true)
    if (bulk.status !== 'previewing') return true
    if (bulk.atCharge === null && (await resolveReferences(tx, bulk.id)) > 0) return true
    const rows = await pageOf(tx, bulk)
    if (rows.length === 0) return finish(tx, bulk)
    const charges = await readCharges(tx, [...new Set(rows.map(({ charge }) => charge))])
    const needs = new Map<string, bigint>()
    const looked = await lookAtRows(tx, bulk, rows, { charges, needs })
    await writeLooked(tx, bulk, looked)
    await writeNeeds(tx, bulk.id, needs)
    return true
  })
}

/** Resolves the charges of a limited number of references. Returns how many rows it processed. */
async function resolveReferences(tx: TenantQueryable, bulk: string): Promise<number> {
  const rows = await tx.query<{ number: number; reference: string }>(
    `SELECT number, reference FROM bulk_refund_row
     WHERE tenant = $1 AND bulk = $2 AND charge IS NULL AND status = 'new' LIMIT ${REFERENCES}`,
    [tx.tenant, bulk],
  )
  if (rows.length === 0) return 0
  // Looks for two at most, to detect ambiguous references.
  return tx.execute(
    `UPDATE bulk_refund_row r SET charge = CASE WHEN cardinality(t.ids) = 1 THEN t.ids[1] END,
       status = CASE WHEN cardinality(t.ids) = 1 THEN 'new' ELSE 'refused' END,
       problem = CASE WHEN t.ids IS NULL THEN 'bulk_reference_unknown' WHEN cardinality(t.ids) = 2 THEN 'bulk_reference_ambiguous' END,
       params = json_build_object('reference', t.reference)::text
     FROM (
       SELECT n.number, n.reference, k.place, f.ids FROM unnest($3::int[], $4::text[]) AS n(number, reference),
         LATERAL (SELECT b.ctid AS place FROM bulk_refund_row b
                  WHERE b.tenant = $1 AND b.bulk = $2 AND b.number = n.number OFFSET 0) k,
         LATERAL (SELECT array_agg(id) AS ids FROM (
           SELECT id FROM charge c WHERE c.tenant = $1 AND c.reference = n.reference LIMIT 2 OFFSET 0) two) f) t
     WHERE r.ctid = t.place`,
    [tx.tenant, bulk, integers(rows.map(({ number }) => number)), texts(rows.map(({ reference }) => reference))],
  )
}

/**
 * Returns the next rows by charge. A charge is not split between pages if possible, because its rows see each other.
 */
async function pageOf(tx: TenantQueryable, { id, atCharge, atNumber }: BulkRow): Promise<Row[]> {
  const after = atCharge === null ? '' : 'AND (charge, number) > ($3, $4)'
  const rows = await tx.query<Row>(
    `SELECT number, charge, asked, asked_unit AS "askedUnit" FROM bulk_refund_row
     WHERE tenant = $1 AND bulk = $2 AND charge IS NOT NULL ${after} ORDER BY charge, number LIMIT ${PAGE}`,
    atCharge === null ? [tx.tenant, id] : [tx.tenant, id, atCharge, atNumber],
  )
  if (rows.length < PAGE) return rows
  const whole = rows.filter(({ charge }) => charge !== rows.at(-1)!.charge)
  return whole.length > 0 ? whole : rows
}

async function lookAtRows(
  tx: TenantQueryable,
  bulk: BulkRow,
  rows: readonly Row[],
  { charges, needs }: { readonly charges: Map<string, ChargeRow>; readonly needs: Map<string, bigint> },
): Promise<Looked[]> {
  const [now, zone] = [await clock(tx), await zoneOf(tx)]
  const looked: Looked[] = []
  for (const row of rows) {
    try {
      const charge = charges.get(row.charge)
      if (!charge) throw new Problem('charge_unknown', { charge: row.charge })
      const items = await lines.usedQuantities(tx, charge)
      const decision = judgeRow(charge, bulk, row, { use: items && { items }, zone })
      const { ask, amount, policy, approvals, notBefore } = decision
      if (notBefore !== null && notBefore > now) throw new Problem('bulk_row_not_yet', { at: notBefore.toISOString() })
      const plan = planRefund({ ...toRefundable(charge), policy }, ask!, now)
      for (const { component, amount: back } of plan.back) {
        add(needs, component.to, component.unit, back)
        add(needs, component.from, component.unit, -back)
      }
      charges.set(row.charge, {
        ...charge,
        pending: charge.pending + plan.amount,
        refunds: charge.refunds + 1,
        lastRefundAt: now,
        returned: [...plan.returned],
        returnedQuantity: [...plan.returnedQuantity],
      })
      looked.push({ row, amount, unit: charge.unit, approvals, problem: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      looked.push({ row, amount: null, unit: null, approvals: null, problem: error })
    }
  }
  return looked
}

function add(needs: Map<string, bigint>, path: string, unit: string, amount: bigint): void {
  const key = `${path} ${unit}`
  needs.set(key, (needs.get(key) ?? 0n) + amount)
}

async function writeLooked(tx: TenantQueryable, bulk: BulkRow, looked: readonly Looked[]): Promise<void> {
  await tx.execute(
    `UPDATE bulk_refund_row r SET status = CASE WHEN t.problem IS NULL THEN 'ready' ELSE 'refused' END, amount = t.amount,
       unit = t.unit, approvals = t.approvals, problem = t.problem, params = t.params
     FROM (
       SELECT t.*, k.place FROM unnest($3::int[], $4::bigint[], $5::text[], $6::smallint[], $7::text[], $8::text[])
         AS t(number, amount, unit, approvals, problem, params),
       LATERAL (SELECT b.ctid AS place FROM bulk_refund_row b
                WHERE b.tenant = $1 AND b.bulk = $2 AND b.number = t.number OFFSET 0) k) t
     WHERE r.ctid = t.place`,
    [
      ...[tx.tenant, bulk.id, integers(looked.map(({ row }) => row.number))],
      ...[bigints(looked.map(({ amount }) => amount)), texts(looked.map(({ unit }) => unit))],
      smallints(looked.map(({ approvals }) => approvals)),
      texts(looked.map(({ problem }) => problem?.code ?? null)),
      texts(looked.map(({ problem }) => problem && JSON.stringify(problem.params))),
    ],
  )
  const content = looked.map(({ row, amount, unit, problem }) => [
    row.number,
    row.charge,
    `${amount}`,
    unit,
    problem?.code,
  ])
  const { row: last } = looked.at(-1)!
  await tx.execute(
    `UPDATE bulk_refund SET looked = looked + $3, ready = ready + $4, refused = refused + $5, at_charge = $6, at_number = $7,
       hash = $8, updated_at = now() WHERE tenant = $1 AND id = $2`,
    [
      ...[tx.tenant, bulk.id, looked.length, looked.filter(({ problem }) => !problem).length],
      ...[looked.filter(({ problem }) => problem).length, last.charge, last.number],
      hash('sha256', `${bulk.hash ?? bulk.id}${JSON.stringify(content)}`, 'hex'),
    ],
  )
}

async function writeNeeds(tx: TenantQueryable, bulk: string, needs: ReadonlyMap<string, bigint>) {
  const all = [...needs].filter(([, amount]) => amount !== 0n)
  const names = all.map(([key]) => key.split(' ') as [string, string])
  await tx.execute(
    `INSERT INTO bulk_refund_need AS n (tenant, bulk, path, unit, amount)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::bigint[])
     ON CONFLICT (tenant, bulk, path, unit) DO UPDATE SET amount = n.amount + EXCLUDED.amount`,
    [
      ...[tx.tenant, bulk, texts(names.map(([path]) => path)), texts(names.map(([, unit]) => unit))],
      bigints(all.map(([, amount]) => amount)),
    ],
  )
}

/** Writes the totals after every row was previewed. Returns false: nothing is left to do. */
async function finish(tx: TenantQueryable, bulk: BulkRow): Promise<boolean> {
  const key = [tx.tenant, bulk.id]
  const totals = await tx.query<{ unit: string; count: bigint; amount: string; approvals: number }>(
    `SELECT unit, count(*) AS count, sum(amount)::text AS amount, max(approvals)::int AS approvals FROM bulk_refund_row
     WHERE tenant = $1 AND bulk = $2 AND status = 'ready' GROUP BY unit ORDER BY unit`,
    key,
  )
  const refused = await tx.query<{ code: ProblemCode; count: bigint }>(
    `SELECT problem AS code, count(*) AS count FROM bulk_refund_row WHERE tenant = $1 AND bulk = $2 AND status = 'refused'
     GROUP BY problem ORDER BY count(*) DESC, problem`,
    key,
  )
  const shortages = await tx.query<BulkPreview['shortages'][number] & { accounts: bigint }>(
    `SELECT n.path AS account, n.unit, n.amount::text AS needed, a.available::text AS available,
            (n.amount - a.available)::text AS short, count(*) OVER () AS accounts
     FROM bulk_refund_need n, LATERAL (
       SELECT greatest(balance - held - floor, 0) AS available FROM account a
       WHERE a.tenant = $1 AND a.path = n.path AND a.unit = n.unit AND a.floor IS NOT NULL OFFSET 0) a
     WHERE n.tenant = $1 AND n.bulk = $2 AND n.amount > a.available
     ORDER BY n.amount - a.available DESC, n.path LIMIT ${SHORTAGES_SHOWN}`,
    key,
  )
  const preview: BulkPreview = {
    totals: totals.map(({ unit, count, amount }) => ({ unit, amount, count: Number(count) })),
    refused: refused.map(({ code, count }) => ({ code, count: Number(count) })),
    shortages: shortages.map(({ accounts: _, ...shortage }) => shortage),
    shortageAccounts: Number(shortages[0]?.accounts ?? 0n),
  }
  const { bulkTwoPeopleAbove } = await readSettings(tx)
  const large = totals.some(({ amount }) => BigInt(amount) > bulkTwoPeopleAbove)
  const approvals = large || totals.some(({ approvals }) => approvals > 1) ? 2 : 1
  const name = hash('sha256', `${bulk.hash ?? bulk.id}${JSON.stringify(preview)}`, 'hex')
  const refusedRows = preview.refused.reduce((sum, { count }) => sum + count, 0)
  await tx.execute(
    `UPDATE bulk_refund SET status = 'ready', preview = $3, hash = $4, approvals = $5, refused = $6, looked = total,
       at_charge = NULL, at_number = NULL, updated_at = now() WHERE tenant = $1 AND id = $2`,
    [...key, JSON.stringify(preview), name, approvals, refusedRows],
  )
  return false
}

/** Resets the rows to the state before the preview. */
export async function forgetLook(tx: TenantQueryable, bulk: string): Promise<void> {
  await tx.execute(
    `UPDATE bulk_refund_row SET status = 'new', problem = NULL, params = NULL
     WHERE tenant = $1 AND bulk = $2 AND charge IS NULL AND status <> 'new'`,
    [tx.tenant, bulk],
  )
  await tx.execute('DELETE FROM bulk_refund_need WHERE tenant = $1 AND bulk = $2', [tx.tenant, bulk])
}
