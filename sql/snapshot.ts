/**
 * `npm run schema` writes sql/schema.sql: the schema after all migrations, read from a database made for it.
 * `npm run schema:check` fails when the file differs from what the migrations produce.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { lines } from '../src/lines/index.ts'
import { schemaText } from './catalog.ts'

const FILE = fileURLToPath(new URL('schema.sql', import.meta.url))

/** Always the embedded PostgreSQL: its version words some definitions in its own way. */
async function migratedSchema(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recoup-schema-'))
  try {
    const embedded = await startEmbedded({ folder, settings: { fsync: 'off', full_page_writes: 'off' } })
    const database = openDatabase(embedded.url, { max: 1 })
    try {
      await migrate(database, lines.migrations)
      return await database.system.transaction(schemaText)
    } finally {
      await database.close()
      await embedded.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, check: { type: 'boolean' } } })
  const text = await migratedSchema()
  if (values.write) {
    await writeFile(FILE, text)
  } else if (values.check) {
    const stored = (await readFile(FILE, 'utf8').catch(() => '')).replaceAll('\r\n', '\n')
    if (stored === text) return
    console.error(
      `sql/schema.sql is not what the migrations produce (${firstDifference(stored, text)}): run \`npm run schema\``,
    )
    process.exitCode = 1
  } else {
    process.stdout.write(text)
  }
}

function firstDifference(stored: string, wanted: string): string {
  const [before, after] = [stored.split('\n'), wanted.split('\n')]
  const line = after.findIndex((text, n) => text !== before[n])
  return line < 0 ? 'it has lines too many' : `line ${line + 1} should be "${after[line]}"`
}

await main()
