import Type from 'typebox'
import type { Database } from '../db/connect.ts'
import { assertMigrated } from '../db/migrate.ts'
import { type Api, operation } from '../http/operation.ts'
import { named, oneOf } from '../http/shapes.ts'
import { lines } from '../lines/index.ts'
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

/** Milliseconds for which a result is cached: probes need no API key and must not load the database. */
const REUSED_MS = 500

export function healthRoutes(app: Api, database: Database, lifecycle: Lifecycle): void {
  app.get('/health', health, async () => ({ status: 'ok' as const }))

  let requested: { at: number; answer: Promise<void> } | undefined
  app.get('/ready', ready, async () => {
    if (lifecycle.stopping) throw new Problem('shutting_down', {})
    const now = performance.now()
    if (!requested || now - requested.at > REUSED_MS)
      requested = { at: now, answer: assertMigrated(database, lines.migrations) }
    await requested.answer
    return { status: 'ok' as const }
  })
}
