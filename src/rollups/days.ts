/**
 * One row per day, product and unit with the sums of `rollup` as columns, parts added up. Series over a year read these
 * rows; they are derived from `rollup` whenever it changes and contain no other data.
 */
import type { TenantQueryable } from '../db/connect.ts'
import type { Measure } from './activity.ts'

/** The measures of the amounts in reports. */
export const MONEY = [
  'charges',
  'captured',
  'refunds',
  'refunded',
  'revenue',
  'revenueBack',
  'cost',
  'costBack',
  'paidOut',
  'paidOutBack',
] as const satisfies readonly Measure[]

export type MoneyMeasure = (typeof MONEY)[number]

export function isMoney(measure: string): measure is MoneyMeasure {
  return MONEY.some((name) => name === measure)
}

const columnOf = (measure: string) => measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const QUOTED = MONEY.map((measure) => `'${measure}'`).join(', ')

/** A column of `rollup_day` for each measure of MONEY, in its order. */
export const MONEY_COLUMNS: readonly string[] = MONEY.map(columnOf)
const COLUMNS = `line, day, product, unit, ${MONEY_COLUMNS.join(', ')}, counts`

/** Rows as in `rollup_day`, of `rows` (line, day, product, unit, measure, amount). */
export const daysOf = (rows: string) => `
  SELECT line, day, product, unit,
    ${MONEY.map((name) => `coalesce(sum(amount) FILTER (WHERE measure = '${name}'), 0) AS ${columnOf(name)}`).join(', ')},
    coalesce(jsonb_object_agg(measure, amount) FILTER (WHERE amount <> 0 AND measure NOT IN (${QUOTED})), '{}') AS counts
  FROM (SELECT line, day, product, unit, measure, sum(amount) AS amount FROM (${rows}) parts GROUP BY 1, 2, 3, 4, 5) measures
  GROUP BY 1, 2, 3, 4`

/** The inverse: a row for each measure of `days`. */
export const measuresOf = (days: string) => `
  SELECT d.line, d.day, d.product, d.unit, m.measure, m.amount FROM ${days} d, LATERAL (
    VALUES ${MONEY.map((name) => `('${name}', d.${columnOf(name)})`).join(', ')}
    UNION ALL SELECT key, value::numeric FROM jsonb_each_text(d.counts)) AS m(measure, amount)`

/** The key of one row. */
export interface DayKey {
  readonly line: string
  readonly day: string
  readonly product: string
  readonly unit: string
}

const ofDay = `SELECT r.line, r.day, r.product, r.unit, r.measure, r.amount FROM rollup r
  WHERE r.tenant = $1 AND r.line = t.line AND r.span = 'day' AND r.day = t.day AND r.product = t.product AND r.unit = t.unit`
const REFRESH = `INSERT INTO rollup_day (tenant, ${COLUMNS})
  SELECT $1, s.* FROM unnest($2::text[], $3::date[], $4::text[], $5::text[]) AS t(line, day, product, unit),
    LATERAL (${daysOf(ofDay)} OFFSET 0) s
  ON CONFLICT (tenant, line, day, product, unit)
    DO UPDATE SET ${[...MONEY_COLUMNS, 'counts'].map((name) => `${name} = excluded.${name}`).join(', ')}`

/** Recomputes days after their sums changed. The caller holds the tenant's fold lock. */
export async function refreshDays(tx: TenantQueryable, keys: readonly DayKey[]): Promise<void> {
  const column = (name: keyof DayKey) => keys.map((key) => key[name])
  await tx.execute(REFRESH, [tx.tenant, column('line'), column('day'), column('product'), column('unit')])
}

/** Deletes all days of the tenant and recomputes them from `rollup`. The caller holds the tenant's fold lock. */
export async function replaceDays(tx: TenantQueryable): Promise<void> {
  await tx.execute('DELETE FROM rollup_day WHERE tenant = $1', [tx.tenant])
  const all = "SELECT line, day, product, unit, measure, amount FROM rollup WHERE tenant = $1 AND span = 'day'"
  await tx.execute(`INSERT INTO rollup_day (tenant, ${COLUMNS}) SELECT $1, s.* FROM (${daysOf(all)}) s`, [tx.tenant])
}
