/**
 * The better-auth adapter for our database: its models are the tables of sql/0007, its fields the columns in
 * snake_case, and its single-row operations single statements. Nothing else in the program uses it.
 */
import { type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import type { Database, Queryable } from '../db/connect.ts'
import { newUuid } from '../ids.ts'
import { scopedTenant } from './tenant-scope.ts'

type Model = keyof typeof TABLES
type Where = Parameters<CustomAdapter['delete']>[0]['where']
type Row = Record<string, unknown>

const TABLES = {
  user: 'app_user',
  session: 'user_session',
  account: 'user_credential',
  twoFactor: 'user_two_factor',
  verification: 'user_verification',
} as const

const FIELD = /^[a-z][A-Za-z]*$/
const COMPARISONS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

export function databaseAdapter(database: Database) {
  const factory = (db: Queryable): ReturnType<typeof createAdapterFactory> =>
    createAdapterFactory({
      config: {
        adapterId: 'recoup',
        supportsJSON: true,
        supportsArrays: true,
        supportsNumericIds: false,
        customIdGenerator: newUuid,
        transaction: false,
      },
      adapter: () => operations(db),
    })
  return factory(database.system)
}

/** The methods that better-auth requires, one statement each. */
function operations(db: Queryable): CustomAdapter {
  const rows = async <T>(text: string, params: readonly unknown[]) =>
    (await db.query<Row>(text, params)).map((row) => inFields(row) as T)
  const first = async <T>(text: string, params: readonly unknown[]) => (await rows<T>(text, params))[0] ?? null
  return {
    async create({ modelKey, data }) {
      const names = Object.keys(data)
      const places = names.map((_, i) => `$${i + 1}`)
      const text = `INSERT INTO ${tableOf(modelKey)} (${names.map(columnOf)}) VALUES (${places}) RETURNING *`
      return (await first<typeof data>(text, Object.values(data)))!
    },
    findOne({ modelKey, where }) {
      const params: unknown[] = []
      return first(`SELECT * FROM ${tableOf(modelKey)} WHERE ${conditionOf(modelKey, where, params)} LIMIT 1`, params)
    },
    findMany({ modelKey, where, limit, sortBy, offset }) {
      const params: unknown[] = [limit, offset ?? 0]
      const order = sortBy ? ` ORDER BY ${columnOf(sortBy.field)} ${sortBy.direction === 'desc' ? 'DESC' : 'ASC'}` : ''
      const condition = conditionOf(modelKey, where ?? [], params)
      return rows(`SELECT * FROM ${tableOf(modelKey)} WHERE ${condition}${order} LIMIT $1 OFFSET $2`, params)
    },
    async count({ modelKey, where }) {
      const params: unknown[] = []
      const text = `SELECT count(*)::int AS count FROM ${tableOf(modelKey)} WHERE ${conditionOf(modelKey, where ?? [], params)}`
      return (await first<{ count: number }>(text, params))!.count
    },
    update({ modelKey, where, update }) {
      const params: unknown[] = []
      const set = assignments(update as Row, params)
      return first(`UPDATE ${tableOf(modelKey)} SET ${set} WHERE ${oneOf(modelKey, where, params)} RETURNING *`, params)
    },
    updateMany({ modelKey, where, update }) {
      const params: unknown[] = []
      const set = assignments(update, params)
      return db.execute(`UPDATE ${tableOf(modelKey)} SET ${set} WHERE ${conditionOf(modelKey, where, params)}`, params)
    },
    async delete({ modelKey, where }) {
      const params: unknown[] = []
      await db.execute(`DELETE FROM ${tableOf(modelKey)} WHERE ${oneOf(modelKey, where, params)}`, params)
    },
    deleteMany({ modelKey, where }) {
      const params: unknown[] = []
      return db.execute(`DELETE FROM ${tableOf(modelKey)} WHERE ${conditionOf(modelKey, where, params)}`, params)
    },
    consumeOne({ modelKey, where }) {
      const params: unknown[] = []
      return first(`DELETE FROM ${tableOf(modelKey)} WHERE ${oneOf(modelKey, where, params)} RETURNING *`, params)
    },
    incrementOne({ modelKey, where, increment, set = {} }) {
      const params: unknown[] = []
      const added = Object.entries(increment).map(
        ([field, delta]) => `${columnOf(field)} = coalesce(${columnOf(field)}, 0) + $${params.push(delta)}`,
      )
      const changes = [...added, ...(Object.keys(set).length > 0 ? [assignments(set, params)] : [])].join(', ')
      // The condition is repeated outside: under READ COMMITTED it is evaluated again after a concurrent write.
      const condition = conditionOf(modelKey, where, params)
      return first(
        `UPDATE ${tableOf(modelKey)} SET ${changes} WHERE ${condition} AND ${oneOf(modelKey, where, params)} RETURNING *`,
        params,
      )
    },
  }
}

function tableOf(model: string | undefined): string {
  const table = TABLES[model as Model]
  if (!table) throw new Error(`better-auth asks for a model that has no table: ${model}`)
  return table
}

/** twoFactorEnabled → two_factor_enabled. Names come from better-auth's schema; anything else is a bug. */
function columnOf(field: string): string {
  if (!FIELD.test(field)) throw new Error(`not a field: ${field}`)
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function inFields(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

function assignments(update: Row, params: unknown[]): string {
  return Object.entries(update)
    .map(([field, value]) => `${columnOf(field)} = $${params.push(value)}`)
    .join(', ')
}

/** At most one row; rows that are locked or changed concurrently are evaluated again. */
function oneOf(model: string | undefined, where: Where, params: unknown[]): string {
  return `id = (SELECT id FROM ${tableOf(model)} WHERE ${conditionOf(model, where, params)} LIMIT 1 FOR UPDATE)`
}

function conditionOf(model: string | undefined, where: Where, params: unknown[]): string {
  const [all, any] = [where.filter(({ connector }) => connector !== 'OR'), where.filter((w) => w.connector === 'OR')]
  const groups = [
    ...all.map((each) => comparison(each, params)),
    ...(any.length > 0 ? [`(${any.map((each) => comparison(each, params)).join(' OR ')})`] : []),
    ...ofTenant(model, params),
  ]
  return groups.length > 0 ? groups.join(' AND ') : 'true'
}

/** Within a tenant's scope, users and credentials of other tenants do not exist. */
function ofTenant(model: string | undefined, params: unknown[]): string[] {
  const tenant = scopedTenant()
  if (tenant === undefined) return []
  if (model === 'user') return [`tenant = $${params.push(tenant)}`]
  if (model === 'account') return [`user_id IN (SELECT id FROM app_user WHERE tenant = $${params.push(tenant)})`]
  return []
}

function comparison({ field, operator, value, mode }: Where[number], params: unknown[]): string {
  const column = mode === 'insensitive' ? `lower(${columnOf(field)})` : columnOf(field)
  const wanted = mode === 'insensitive' && typeof value === 'string' ? value.toLowerCase() : value
  switch (operator) {
    case 'eq':
    case 'ne':
      if (wanted === null) return `${column} IS ${operator === 'eq' ? '' : 'NOT '}NULL`
      return `${column} ${COMPARISONS[operator]} $${params.push(wanted)}`
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return `${column} ${COMPARISONS[operator]} $${params.push(wanted)}`
    case 'in':
      return `${column} = ANY ($${params.push(wanted)})`
    case 'not_in':
      return `${column} <> ALL ($${params.push(wanted)})`
    default:
      throw new Error(`better-auth asks for a comparison that is not here: ${operator}`)
  }
}
