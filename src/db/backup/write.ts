/** Reads one snapshot of a whole installation, while its server runs, in bounded memory. */
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Problem } from '../../problem.ts'
import { command, connectAlone } from './client.ts'
import { type Frame, FrameType } from './frames.ts'
import { FORMAT, type Header } from './header.ts'
import { listTables, type Table } from './tables.ts'

/** Number of rows by table. */
export type Counts = Record<string, number>

/**
 * Yields the frames of a backup. Needs the right to read all tables, which the role of the application has. The
 * snapshot holds back the cleaning of old rows as long as it is read.
 * @throws Problem `database_unreachable`, `schema_behind` where there are no tables
 */
export async function* readSnapshot(url: string): AsyncGenerator<Frame> {
  const client = await connectAlone(url)
  try {
    await command(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    yield json(FrameType.header, await headerOf(client))
    const { rows: tenants } = await client.query<{ id: number }>('SELECT id FROM public.tenant ORDER BY id')
    const counts: Counts = {}
    for (const table of await listTables(client)) {
      yield json(FrameType.table, { name: table.name, columns: table.columns })
      let count = 0
      for (const { id } of table.byTenant ? tenants : [{ id: null }]) {
        await client.query(`SELECT set_config('recoup.tenant', $1, true)`, [id === null ? '' : String(id)])
        count += yield* readRows(client, table, id)
      }
      counts[table.name] = count
    }
    yield json(FrameType.end, counts)
    await command(client, 'COMMIT')
  } finally {
    await client.end()
  }
}

/** The tenant stands in the statement as well, for roles that row-level security does not apply to. */
async function* readRows(client: pg.Client, table: Table, tenant: number | null): AsyncGenerator<Frame, number> {
  const where = tenant === null ? '' : ` WHERE tenant = ${Number(tenant)}`
  const rows = client.query(copyTo(`COPY (SELECT ${table.columns.join(', ')} FROM ${table.name}${where}) TO STDOUT`))
  for await (const payload of rows) yield { type: FrameType.data, payload: payload as Buffer }
  return rows.rowCount
}

async function headerOf(client: pg.Client): Promise<Header> {
  const found = await client.query<{ migrated: boolean }>(
    `SELECT to_regclass('public.line_migration') IS NOT NULL AS migrated`,
  )
  if (!found.rows[0]!.migrated) throw new Problem('schema_behind', { found: 0, known: 1 })
  const { rows } = await client.query<Header>(
    `SELECT ${FORMAT} AS format, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
       (SELECT encode(fingerprint, 'hex') FROM public.seal_key LIMIT 1) AS "keyFingerprint",
       (SELECT json_agg(json_build_object('file', m.name, 'sha256', m.sha256) ORDER BY m.name) FROM (
          SELECT name, sha256 FROM public.schema_migration UNION ALL SELECT name, sha256 FROM public.line_migration
        ) m) AS migrations`,
  )
  return rows[0]!
}

function json(type: number, content: unknown): Frame {
  return { type, payload: Buffer.from(JSON.stringify(content)) }
}
