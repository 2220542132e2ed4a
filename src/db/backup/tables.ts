/** The tables of a backup, read from the catalog, so that a new table is never forgotten. */
import type pg from 'pg'

export interface Table {
  /** Schema and name, quoted as needed. */
  readonly name: string
  /** Quoted; without generated ones. */
  readonly columns: readonly string[]
  /** Whether row-level security shows the rows of one tenant at a time. */
  readonly byTenant: boolean
  /** Whether row-level security applies to the owner, too. */
  readonly forced: boolean
  /** Tables that rows refer to. */
  readonly needs: readonly string[]
}

/**
 * Not copied: the migrations, which the target has of its own, and what pg-boss measures and notes about running
 * processes. Queues, schedules and jobs are copied; a job that ran during the snapshot is retried when it expires.
 */
const LEFT_OUT = [
  ...['public.schema_migration', 'public.line_migration', 'pgboss.version', 'pgboss.instance'],
  ...['pgboss.queue_stats', 'pgboss.warning', 'pgboss.bam'],
]

/** Policies whose names contain "system" show all rows without a tenant. */
const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS name,
    ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
    c.relrowsecurity AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname ~ 'system') AS "byTenant",
    c.relforcerowsecurity AS forced,
    ARRAY(SELECT format('%I.%I', m.nspname, r.relname) FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
      JOIN pg_namespace m ON m.oid = r.relnamespace WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS needs
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND n.nspname || '.' || c.relname <> ALL ($1::text[])
  ORDER BY n.nspname DESC, c.relname`

/** In an order in which each table follows those that it refers to. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES, [LEFT_OUT])
  const byName = new Map(rows.map((table) => [table.name, table]))
  const ordered = new Set<Table>()
  const place = (table: Table) => {
    if (ordered.has(table)) return
    for (const name of table.needs) {
      const needed = byName.get(name)
      if (needed) place(needed)
    }
    ordered.add(table)
  }
  for (const table of rows) place(table)
  return [...ordered]
}
