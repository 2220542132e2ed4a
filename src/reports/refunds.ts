/** Report of refunds: count, amount, product and reason. */

import type { Title } from '../catalog/product.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { lines } from '../lines/index.ts'
import type { Micros } from '../money/amount.ts'
import { type Rate, ratio } from '../money/rate.ts'
import { type DayRange, readSums, type SumRow } from '../rollups/read.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type ReportPeriod, readPeriod } from './period.ts'

interface RefundsOfProduct {
  readonly line: string
  readonly product: string
  readonly title: Title
  readonly figures: Figures
}

interface RefundsByReason {
  /** A code; `other` for free text, `unstated` for none. */
  readonly reason: string
  readonly unit: string
  readonly refunds: bigint
  readonly refunded: Micros
}

export interface RefundReport {
  readonly period: ReportPeriod
  readonly products: readonly RefundsOfProduct[]
  /** `share`: of all refunds in the currency. */
  readonly reasons: readonly (RefundsByReason & { readonly share: Rate | null })[]
  readonly rows: readonly (RefundsByReason & { readonly line: string; readonly product: string })[]
}

/** Reports the refunds of all lines or of one. @throws Problem `line_unknown`, `report_period_invalid`. */
export async function reportRefunds(db: TenantDatabase, range: DayRange, line?: string): Promise<RefundReport> {
  if (line !== undefined) lines.line(line)
  const requested = line === undefined ? lines.all.map(({ id }) => id) : [line]
  return db.transaction(
    async (tx) => {
      const period = await readPeriod(tx, range)
      const measures = ['charges', 'captured', 'refunds', 'refunded']
      return { period, ...refundsOf(await readSums(tx, period, requested, measures)) }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function refundsOf(rows: readonly SumRow[]): Omit<RefundReport, 'period'> {
  const products = [...Map.groupBy(rows, ({ line, product }) => `${line}/${product}`)].flatMap(([name, own]) => {
    const [line, product] = name.split('/') as [string, string]
    const { title } = lines.product(line, product).product
    return figuresOf({ now: own, previous: [], yearBefore: [] }).map((figures) => ({ line, product, title, figures }))
  })
  const byReason = cut(rows, ({ line, product, part, unit }) => JSON.stringify([part, unit, line, product]))
  const reasons = cut(rows, ({ part, unit }) => JSON.stringify([part, unit]))
  const wholes = new Map<string, bigint>()
  for (const { unit, refunded } of reasons) wholes.set(unit, (wholes.get(unit) ?? 0n) + refunded)
  return {
    products: products.sort((a, b) => order(a.line, b.line) || order(b.figures.refunded, a.figures.refunded)),
    reasons: reasons.map(({ line: _, product: __, ...each }) => {
      const whole = wholes.get(each.unit)!
      return { ...each, share: whole === 0n ? null : ratio(each.refunded, whole) }
    }),
    rows: byReason,
  }
}

type Cut = RefundsByReason & { readonly line: string; readonly product: string }

/** Groups refunds by a key, largest amount first; groups that were entirely reversed are omitted. */
function cut(rows: readonly SumRow[], keyOf: (row: SumRow) => string): Cut[] {
  const refunds = rows.filter(({ measure }) => measure === 'refunds' || measure === 'refunded')
  const groups = [...Map.groupBy(refunds, keyOf).values()].map((own): Cut => {
    const { line, product, part: reason, unit } = own[0]!
    const sum = (measure: string) =>
      own.filter((row) => row.measure === measure).reduce((total, { amount }) => total + amount, 0n)
    return { line, product, reason, unit, refunds: sum('refunds'), refunded: sum('refunded') }
  })
  return groups
    .filter(({ refunds }) => refunds !== 0n)
    .sort((a, b) => order(b.refunded, a.refunded) || order(a.reason, b.reason) || order(a.product, b.product))
}

function order<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
