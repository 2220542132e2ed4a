/** Reads the data of an export in pages from cursors, inside the export's own transaction. */
import type { Queryable, TenantQueryable } from '../db/connect.ts'
import { type IdType, type Uuid, uuidToId } from '../ids.ts'
import { currencyTable } from '../money/currency.ts'
import type { ExportedTransfer, ExportScope, LedgerFacts, PostingHeader } from './export-format.ts'

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

export async function* pages<Row extends object>(
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

export async function readFacts(tx: TenantQueryable, scope: ExportScope): Promise<LedgerFacts> {
  const [facts] = await tx.query<Omit<LedgerFacts, 'units'>>(
    `SELECT t.name AS tenant, t.time_zone AS "timeZone",
            to_char(first, 'YYYY-MM-DD') AS "firstDay", to_char(last, 'YYYY-MM-DD') AS "lastDay",
            to_char(last + interval '1 day', 'YYYY-MM-DD') AS "dayAfter"
     FROM tenant t, LATERAL (
       SELECT coalesce($2::date - 1, min(day), least(today, $3::date - 1)) AS first,
              coalesce($3::date - 1, greatest(max(day), $2::date), today) AS last
       FROM (SELECT (now() AT TIME ZONE t.time_zone)::date AS today) clock
       LEFT JOIN (SELECT (effective_at AT TIME ZONE t.time_zone)::date AS day FROM transfer WHERE tenant = $1) of_each
         ON day < coalesce($3::date, 'infinity')
       GROUP BY today) days
     WHERE t.id = $1`,
    [tx.tenant, scope.from ?? null, scope.to ?? null],
  )
  const units = await readUnits(tx, scope)
  return { ...facts!, units }
}

function readUnits(tx: TenantQueryable, { to, units }: ExportScope): Promise<LedgerFacts['units']> {
  // Trailing zeros of the six decimals are not counted.
  return tx.query<LedgerFacts['units'][number]>(
    `SELECT a.unit, coalesce(max(m.decimals), 0) AS decimals
     FROM (SELECT DISTINCT unit FROM account WHERE tenant = $1) a
     LEFT JOIN (SELECT d.unit, max(length(rtrim(lpad((t.amount % 1000000)::text, 6, '0'), '0'))) AS decimals
                FROM transfer t
                JOIN account d ON d.tenant = t.tenant AND d.id = t.debit
                JOIN tenant z ON z.id = t.tenant
                WHERE t.tenant = $1 AND (t.effective_at AT TIME ZONE z.time_zone)::date < coalesce($2::date, 'infinity')
                GROUP BY d.unit) m USING (unit)
     WHERE $3 = 'all' OR (a.unit = ANY ($4::text[])) = ($3 = 'money')
     GROUP BY a.unit ORDER BY a.unit`,
    [tx.tenant, to ?? null, units, Object.keys(currencyTable)],
  )
}

/**
 * Yields the transfers of the period, either in the order of recording, or by effective day and then time. The day comes
 * first because where clocks are turned back just after midnight (St. John's until 2011) a later time can belong to an
 * earlier day. Either way the transfers of a posting stay together.
 */
export function transferPages(
  tx: TenantQueryable,
  { timeZone, units }: LedgerFacts,
  { from, to }: ExportScope,
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
     WHERE t.tenant = $1 AND d.unit = ANY ($3::text[])
       AND ${day} >= coalesce($4::date, '-infinity') AND ${day} < coalesce($5::date, 'infinity')
     ORDER BY ${order === 'effective' ? `${day}, t.effective_at, ` : ''}t.batch, t.n`,
    [tx.tenant, timeZone, units.map(({ unit }) => unit), from ?? null, to ?? null],
  )
}

interface HeaderRow extends Omit<PostingHeader, 'id' | 'charge' | 'type'> {
  id: Uuid
  type: keyof typeof idTypes
  charge: Uuid | null
}

/** Returns the header of each transfer's posting, by UUID. */
export async function readPostings(
  tx: TenantQueryable,
  transfers: readonly ExportedTransfer[],
): Promise<Map<string, PostingHeader>> {
  const ids = [...new Set(transfers.map(({ posting }) => posting))]
  const rows = await tx.query<HeaderRow>(
    `SELECT id, 'charge' AS type, payer, line, product, line || '/' || product AS narration, reference,
            NULL::uuid AS charge
     FROM charge WHERE tenant = $1 AND id = ANY ($2::uuid[])
     UNION ALL
     SELECT r.id, 'refund', c.payer, c.line, c.product, coalesce(r.reason, 'refund'), r.reference, r.charge
     FROM refund r JOIN charge c ON c.tenant = r.tenant AND c.id = r.charge
     WHERE r.tenant = $1 AND r.id = ANY ($2::uuid[])
     UNION ALL
     SELECT id, 'journal', NULL, NULL, NULL, description, NULL, NULL
     FROM journal WHERE tenant = $1 AND id = ANY ($2::uuid[])`,
    [tx.tenant, ids],
  )
  const unknown = { payer: null, line: null, product: null, narration: 'posting', reference: null, charge: null }
  const headers = new Map<string, PostingHeader>(ids.map((id) => [id, { ...unknown, type: 'other', id }]))
  for (const row of rows) {
    const charge = row.charge === null ? null : uuidToId('chg', row.charge)
    headers.set(row.id, { ...row, id: uuidToId(idTypes[row.type], row.id), charge })
  }
  return headers
}

/** Returns the names of parties by id. */
export async function readNames(tx: TenantQueryable, parties: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'SELECT id, name FROM party WHERE tenant = $1 AND id = ANY ($2::text[])',
    [tx.tenant, [...new Set(parties)]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
