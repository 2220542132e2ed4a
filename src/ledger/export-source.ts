/** Reads the data of an export in pages from cursors, inside the export's own transaction. */
import type { Queryable, TenantQueryable } from '../db/connect.ts'
import { type IdType, type Uuid, uuidToId } from '../ids.ts'
import type { ExportedTransfer, LedgerFacts, PostingHeader, StatedBalance } from './export-format.ts'

/** Rows per page. */
const PAGE = 500

const idTypes = { charge: 'chg', refund: 'rfd', journal: 'jrn' } as const satisfies Partial<
  Record<PostingHeader['type'], IdType>
>

/**
 * Sets options for the rest of the transaction. Cursors are planned for the total run time, because all rows are read.
 */
export async function prepareToExport(tx: Queryable): Promise<void> {
  await tx.query("SELECT set_config('cursor_tuple_fraction', '1', true)")
}

async function* pages<Row extends object>(
  tx: Queryable,
  cursor: string,
  select: string,
  params: readonly unknown[],
): AsyncGenerator<Row[]> {
  await tx.execute(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${select}`, params)
  for (;;) {
    const rows = await tx.query<Row>(`FETCH ${PAGE} FROM ${cursor}`)
    if (rows.length > 0) yield rows
    if (rows.length < PAGE) break
  }
  await tx.execute(`CLOSE ${cursor}`)
}

export async function readFacts(tx: TenantQueryable): Promise<LedgerFacts> {
  const [facts] = await tx.query<LedgerFacts>(
    `SELECT t.name AS tenant, t.time_zone AS "timeZone",
            ARRAY(SELECT DISTINCT unit FROM account WHERE tenant = $1 ORDER BY unit) AS units,
            to_char(first, 'YYYY-MM-DD') AS "firstDay", to_char(last, 'YYYY-MM-DD') AS "lastDay",
            to_char(last + interval '1 day', 'YYYY-MM-DD') AS "dayAfter"
     FROM tenant t, LATERAL (
       SELECT coalesce(min(day), (now() AT TIME ZONE t.time_zone)::date) AS first,
              coalesce(max(day), (now() AT TIME ZONE t.time_zone)::date) AS last
       FROM (SELECT (effective_at AT TIME ZONE t.time_zone)::date AS day FROM transfer WHERE tenant = $1) of_each) days
     WHERE t.id = $1`,
    [tx.tenant],
  )
  return facts!
}

/** Yields every account by path, with its units. */
export function accountPages(tx: TenantQueryable): AsyncGenerator<{ path: string; units: string[] }[]> {
  return pages(
    tx,
    'export_accounts',
    'SELECT path, array_agg(unit ORDER BY unit) AS units FROM account WHERE tenant = $1 GROUP BY path ORDER BY path',
    [tx.tenant],
  )
}

/**
 * Yields every transfer, either in the order of recording, or by effective day and then time. The day comes first
 * because where clocks are turned back just after midnight (St. John's until 2011) a later time can belong to an
 * earlier day. Either way the transfers of a posting stay together.
 */
export function transferPages(
  tx: TenantQueryable,
  timeZone: string,
  order: 'recorded' | 'effective',
): AsyncGenerator<ExportedTransfer[]> {
  const day = '(t.effective_at AT TIME ZONE $2)::date'
  return pages(
    tx,
    'export_transfers',
    `SELECT t.batch, t.n, t.posting, t.component, t.kind, d.path AS debit, c.path AS credit, t.amount, d.unit,
            to_char(${day}, 'YYYY-MM-DD') AS date, t.effective_at AS "effectiveAt", t.recorded_at AS "recordedAt"
     FROM transfer t
     JOIN account d ON d.tenant = t.tenant AND d.id = t.debit
     JOIN account c ON c.tenant = t.tenant AND c.id = t.credit
     WHERE t.tenant = $1
     ORDER BY ${order === 'effective' ? `${day}, t.effective_at, ` : ''}t.batch, t.n`,
    [tx.tenant, timeZone],
  )
}

interface HeaderRow {
  id: Uuid
  type: keyof typeof idTypes
  payee: string | null
  narration: string
  reference: string | null
  charge: Uuid | null
}

/** Returns the header of each transfer's posting, by UUID. */
export async function readPostings(
  tx: TenantQueryable,
  transfers: readonly ExportedTransfer[],
): Promise<Map<string, PostingHeader>> {
  const ids = [...new Set(transfers.map(({ posting }) => posting))]
  const rows = await tx.query<HeaderRow>(
    `SELECT id, 'charge' AS type, payer AS payee, line || '/' || product AS narration, reference, NULL::uuid AS charge
     FROM charge WHERE tenant = $1 AND id = ANY ($2::uuid[])
     UNION ALL
     SELECT r.id, 'refund', c.payer, coalesce(r.reason, 'refund'), r.reference, r.charge
     FROM refund r JOIN charge c ON c.tenant = r.tenant AND c.id = r.charge
     WHERE r.tenant = $1 AND r.id = ANY ($2::uuid[])
     UNION ALL
     SELECT id, 'journal', NULL, description, NULL, NULL FROM journal WHERE tenant = $1 AND id = ANY ($2::uuid[])`,
    [tx.tenant, ids],
  )
  const headers = new Map<string, PostingHeader>(
    ids.map((id) => [id, { type: 'other', id, payee: null, narration: 'posting', reference: null, charge: null }]),
  )
  for (const row of rows) {
    const charge = row.charge === null ? null : uuidToId('chg', row.charge)
    headers.set(row.id, { ...row, id: uuidToId(idTypes[row.type], row.id), charge })
  }
  return headers
}

/** Yields the stored balance of every account, as of the last day. */
export function balancePages(tx: TenantQueryable, facts: LedgerFacts): AsyncGenerator<StatedBalance[]> {
  return pages(
    tx,
    'export_balances',
    `SELECT path, unit, balance, $2::text AS date, $3::text AS "dayAfter"
     FROM account WHERE tenant = $1 ORDER BY path, unit`,
    [tx.tenant, facts.lastDay, facts.dayAfter],
  )
}

/**
 * Month-end balances of the months before the last, for each account that moved in the month. The database sums the
 * transfers once for all months; the result is read in parallel with the transfers.
 */
export class MonthEnds {
  readonly #pages: AsyncGenerator<StatedBalance[]>
  #waiting: StatedBalance[] = []
  #over = false

  constructor(tx: TenantQueryable, { timeZone, lastDay }: LedgerFacts) {
    this.#pages = pages(
      tx,
      'export_months',
      `SELECT a.path, a.unit, m.balance::bigint AS balance,
              to_char(m.month + interval '1 month' - interval '1 day', 'YYYY-MM-DD') AS date,
              to_char(m.month + interval '1 month', 'YYYY-MM-DD') AS "dayAfter"
       FROM (SELECT month, account, sum(sum(amount)) OVER (PARTITION BY account ORDER BY month) AS balance
             FROM (SELECT date_trunc('month', effective_at AT TIME ZONE $2) AS month, account, e.amount
                   FROM transfer t, LATERAL (VALUES (t.credit, t.amount), (t.debit, -t.amount)) AS e(account, amount)
                   WHERE t.tenant = $1) moved
             GROUP BY month, account) m
       JOIN account a ON a.tenant = $1 AND a.id = m.account
       WHERE m.month < date_trunc('month', $3::date)
       ORDER BY m.month, a.path, a.unit`,
      [tx.tenant, timeZone, lastDay],
    )
  }

  /** Yields, in pages, the remaining balances of months that ended before this day. */
  async *before(day: string): AsyncGenerator<StatedBalance[]> {
    for (;;) {
      if (this.#waiting.length === 0 && !this.#over) {
        const { value, done } = await this.#pages.next()
        if (done) this.#over = true
        else this.#waiting = value
      }
      const later = this.#waiting.findIndex(({ date }) => date >= day)
      const due = later < 0 ? this.#waiting : this.#waiting.slice(0, later)
      if (due.length === 0) return
      this.#waiting = this.#waiting.slice(due.length)
      yield due
      if (this.#waiting.length > 0) return
    }
  }
}
