/** Writes the rows of a backup to an empty database, in one transaction. */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { Problem } from '../../problem.ts'
import { command, connectAlone } from './client.ts'
import { contentOf, damaged, type Frame, FrameType } from './frames.ts'
import { listTables, type Table } from './tables.ts'
import type { Counts } from './write.ts'

/** @throws Problem `restore_target_not_empty` if the database has tenants. */
export async function assertEmpty(url: string): Promise<void> {
  const client = await connectAlone(url)
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `SELECT to_regclass('public.tenant') IS NOT NULL AS exists`,
    )
    if (rows[0]!.exists) await refuseTenants(client)
  } finally {
    await client.end()
  }
}

async function refuseTenants(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM public.tenant')
  if (rows[0]!.count > 0) throw new Problem('restore_target_not_empty', { tenants: rows[0]!.count })
}

/**
 * Restores the frames after the header, and returns the number of rows. Nothing is written unless all of the backup is
 * sound. Works for the owner of the tables, who need not be a superuser: row-level security, which COPY FROM refuses,
 * does not apply to the owner inside the transaction, and no trigger of the tables refuses new rows.
 * Locks: all tables, exclusively.
 * @throws Problem `backup_damaged`, `restore_target_not_empty`
 */
export async function restoreRows(url: string, frames: AsyncIterable<Frame>): Promise<Counts> {
  const client = await connectAlone(url)
  try {
    await command(client, 'BEGIN')
    const tables = await listTables(client)
    await command(client, 'LOCK TABLE public.tenant IN ACCESS EXCLUSIVE MODE')
    await refuseTenants(client)
    const forced = tables.filter((table) => table.forced)
    for (const { name } of forced) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
    for (const { name } of [...tables].reverse()) await client.query(`DELETE FROM ${name}`)
    const counts = await copyAll(client, tables, frames)
    await continueSequences(client)
    for (const { name } of forced) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
    await command(client, 'COMMIT')
    await command(client, 'ANALYZE')
    return counts
  } finally {
    await client.end() // undoes an open transaction
  }
}

async function copyAll(client: pg.Client, tables: readonly Table[], frames: AsyncIterable<Frame>): Promise<Counts> {
  const known = new Map(tables.map((table) => [table.name, table]))
  const counts: Counts = {}
  let expected: Counts | undefined
  let current: { readonly name: string; readonly stream: CopyStreamQuery } | undefined
  const finish = async () => {
    if (current) counts[current.name] = await endOf(current.stream)
    current = undefined
  }
  for await (const frame of frames) {
    const { type, payload } = frame
    if (type === FrameType.data) {
      if (!current) throw damaged('rows without a table')
      await write(current.stream, payload)
      continue
    }
    await finish()
    if (type === FrameType.end) expected = contentOf(frame) as Counts
    else {
      const table = contentOf(frame) as Table
      const stream = client.query(copyFrom(statementOf(table, known)))
      stream.on('error', () => {}) // reported by the next write, or by the end
      current = { name: table.name, stream }
    }
  }
  const isWhole = expected && Object.entries(expected).every(([name, count]) => counts[name] === count)
  if (!isWhole) throw damaged('rows are missing')
  return counts
}

/** Names come from the file: only those of the database's own catalog become part of a statement. */
function statementOf({ name, columns }: Table, known: ReadonlyMap<string, Table>): string {
  const table = known.get(name)
  if (!table || !columns.every((column) => table.columns.includes(column)))
    throw damaged(`the database has no such table: ${name}`)
  return `COPY ${name} (${columns.join(', ')}) FROM STDIN`
}

async function write(stream: CopyStreamQuery, rows: Buffer): Promise<void> {
  if (stream.errored) throw stream.errored
  if (!stream.write(rows)) await once(stream, 'drain')
}

async function endOf(stream: CopyStreamQuery): Promise<number> {
  stream.end()
  await finished(stream)
  return stream.rowCount
}

const SEQUENCES = `SELECT format('%I.%I', n.nspname, c.relname) AS table, quote_ident(a.attname) AS column,
    pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) AS sequence
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND NOT a.attisdropped
    AND pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) IS NOT NULL`

/** The next numbers follow the largest that the rows have. */
async function continueSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(SEQUENCES)
  for (const { table, column, sequence } of rows)
    await client.query(`SELECT setval($1, coalesce(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${table}`, [
      sequence,
    ])
}
