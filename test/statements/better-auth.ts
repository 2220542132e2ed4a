/** The statements that better-auth can send. It builds conditions and changes from the fields of its own schema. */
import { getAuthTables } from 'better-auth/db'
import type { Database, Queryable } from '../../src/db/connect.ts'
import { databaseAdapter } from '../../src/users/adapter.ts'
import { makeAuth } from '../../src/users/auth.ts'

type Adapter = ReturnType<ReturnType<typeof databaseAdapter>>
type Sample = string | number | boolean | Date

const LIMIT = 10

/** Returns every operation on every model, with all fields of the model in its conditions and changes. */
export function betterAuthStatements(): ((db: Queryable) => Promise<unknown>)[] {
  const { options } = makeAuth({} as Database, { secret: 'x'.repeat(40), publicUrl: undefined })
  const sends = Object.entries(getAuthTables(options as never)).flatMap(([model, { fields }]) =>
    operations(model, new Map(Object.entries(fields).map(([name, { type }]) => [name, sampleOf(String(type))]))),
  )
  return sends.map((send) => (db) => send(databaseAdapter({ system: db } as Database)(options as never)))
}

function operations(model: string, samples: ReadonlyMap<string, Sample>): ((adapter: Adapter) => Promise<unknown>)[] {
  const values = Object.fromEntries(samples)
  const where = [...samples].map(([field, value]) => ({ field, value }))
  const either = where.map((each) => ({ ...each, connector: 'OR' as const }))
  const texts = [...samples].filter(([, value]) => typeof value === 'string').map(([field]) => field)
  const among = texts.map((field) => ({ field, operator: 'in' as const, value: ['x'] }))
  const numbers = [...samples].filter(([, value]) => typeof value === 'number').map(([field]) => field)
  return [
    (adapter) => adapter.create({ model, data: values }),
    (adapter) => adapter.findOne({ model, where }),
    (adapter) => adapter.count({ model, where }),
    (adapter) => adapter.update({ model, where, update: values }),
    (adapter) => adapter.updateMany({ model, where, update: values }),
    (adapter) => adapter.delete({ model, where }),
    (adapter) => adapter.deleteMany({ model, where }),
    (adapter) => adapter.consumeOne({ model, where }),
    (adapter) => adapter.findMany({ model, where: either, limit: LIMIT }),
    (adapter) => adapter.findMany({ model, where: among, limit: LIMIT }),
    ...numbers.map((field) => (adapter: Adapter) => adapter.incrementOne({ model, where, increment: { [field]: 1 } })),
    ...[...samples.keys()].map(
      (field) => (adapter: Adapter) => adapter.findMany({ model, limit: LIMIT, sortBy: { field, direction: 'desc' } }),
    ),
  ]
}

function sampleOf(type: string): Sample {
  if (type === 'number') return 1
  if (type === 'boolean') return true
  return type === 'date' ? new Date() : 'x'
}
