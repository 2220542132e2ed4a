import { readdir } from 'node:fs/promises'
import Type from 'typebox'
import type { Database } from '../db/connect.ts'
import { migrationsFolder } from '../db/migrate.ts'
import { type Api, operation } from '../http/operation.ts'
import { named, oneOf } from '../http/shapes.ts'
import { Problem } from '../problem.ts'
import type { Lifecycle } from './lifecycle.ts'

const Health = named('Health', Type.Object({ status: oneOf(['ok']) }))

const health = operation({
  id: 'getHealth',
  tag: 'Service',
  summary: 'Check that the process is up',
  answers: { 200: { description: 'The process is up', schema: Health } },
})

const ready = operation({
  id: 'getReadiness',
  tag: 'Service',
  summary: 'Check that the server can handle requests',
  description:
    'Succeeds when the database answers, its migrations are those of this version, and the server is not shutting down.',
  answers: { 200: { description: 'Ready to serve traffic', schema: Health } },
  problems: ['database_unavailable', 'database_busy', 'outcome_unknown', 'schema_newer', 'schema_behind'],
})

/** Milliseconds for which an answer of the database is used again: probes need no key and must cost nothing. */
const REUSED_MS = 500

export function healthRoutes(app: Api, database: Database, lifecycle: Lifecycle): void {
  app.get('/health', health, async () => ({ status: 'ok' as const }))

  let asked: { at: number; answer: Promise<void> } | undefined
  app.get('/ready', ready, async () => {
    if (lifecycle.stopping) throw new Problem('shutting_down', {})
    const now = performance.now()
    if (!asked || now - asked.at > REUSED_MS) asked = { at: now, answer: checkSchema(database) }
    await asked.answer
    return { status: 'ok' as const }
  })
}

/** @throws Problem `database_…`, `schema_newer`, `schema_behind`. */
async function checkSchema(database: Database): Promise<void> {
  const files = await readdir(migrationsFolder)
  const known = Math.max(...files.map((file) => Number(/^(\d{4})-.*\.sql$/.exec(file)?.[1] ?? 0)))
  const [row] = await database.system.query<{ found: number | null }>(
    'SELECT max(number) AS found FROM schema_migration',
  )
  const found = row?.found ?? 0
  if (found > known) throw new Problem('schema_newer', { found, known })
  if (found < known) throw new Problem('schema_behind', { found, known })
}
