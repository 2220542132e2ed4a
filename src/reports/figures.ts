/** Sums of a period, selected by a report's criteria. Pure. */
import type { Amounts, ProductSums } from '../engine/report.ts'
import type { Micros } from '../money/amount.ts'
import { type Rate, ratio } from '../money/rate.ts'
import type { Measure } from '../rollups/activity.ts'
import type { MoneyMeasure } from '../rollups/days.ts'
import type { SumRow } from '../rollups/read.ts'

export const EARNED: readonly Measure[] = ['revenue', 'revenueBack']

/** The amounts of a line, a product or all, in one currency. Micros. */
export interface Figures {
  readonly unit: string
  readonly charges: bigint
  readonly captured: Micros
  readonly refunds: bigint
  readonly refunded: Micros
  /** Relative to the amount captured in the period; null: nothing was captured. */
  readonly refundRate: Rate | null
  readonly grossRevenue: Micros
  readonly revenueBack: Micros
  /** Net of refunds, as are cost and paidOut. */
  readonly revenue: Micros
  readonly cost: Micros
  readonly paidOut: Micros
  /** Growth of the revenue; null: there was no revenue to compare with. */
  readonly growth: { readonly previousPeriod: Rate | null; readonly yearBefore: Rate | null }
}

/** Rows of a period and of the periods it is compared with. */
export interface Compared {
  readonly now: readonly SumRow[]
  readonly previous: readonly SumRow[]
  readonly yearBefore: readonly SumRow[]
}

export type Where = Partial<Pick<SumRow, 'line' | 'product'>>

/** Returns the amounts of the selected rows by currency, in alphabetical order. */
export function figuresOf(compared: Compared, where: Where = {}): Figures[] {
  const now = byUnit(compared.now, where)
  const previous = byUnit(compared.previous, where)
  const yearBefore = byUnit(compared.yearBefore, where)
  return [...now]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, sums]) => {
      const earned = earnedOf(unit, (measure) => sums.get(measure) ?? 0n)
      const { captured, refunded, revenue } = earned
      return {
        ...earned,
        refundRate: captured === 0n ? null : ratio(refunded, captured),
        growth: {
          previousPeriod: grown(revenue, previous.get(unit)),
          yearBefore: grown(revenue, yearBefore.get(unit)),
        },
      }
    })
}

/** Figures that depend on one period only. */
export type Earned = Omit<Figures, 'refundRate' | 'growth'>

export function earnedOf(unit: string, of: (measure: MoneyMeasure) => bigint): Earned {
  const grossRevenue = of('revenue')
  const revenueBack = of('revenueBack')
  return {
    unit,
    charges: of('charges'),
    captured: of('captured'),
    refunds: of('refunds'),
    refunded: of('refunded'),
    grossRevenue,
    revenueBack,
    revenue: grossRevenue - revenueBack,
    cost: of('cost') - of('costBack'),
    paidOut: of('paidOut') - of('paidOutBack'),
  }
}

type UnitSums = Map<string, Map<string, bigint>>

function byUnit(rows: readonly SumRow[], { line, product }: Where): UnitSums {
  const units: UnitSums = new Map()
  for (const row of rows) {
    if (line !== undefined && row.line !== line) continue
    if (product !== undefined && row.product !== product) continue
    let sums = units.get(row.unit)
    if (!sums) {
      sums = new Map()
      units.set(row.unit, sums)
    }
    sums.set(row.measure, (sums.get(row.measure) ?? 0n) + row.amount)
  }
  return units
}

function grown(revenue: Micros, before: ReadonlyMap<string, bigint> | undefined): Rate | null {
  const base = (before?.get('revenue') ?? 0n) - (before?.get('revenueBack') ?? 0n)
  return base <= 0n ? null : ratio(revenue - base, base)
}

/** Returns one amount of each currency's figures; zero amounts are omitted. */
export function amountsOf(figures: readonly Figures[], of: (figures: Figures) => Micros): Amounts {
  return new Map(figures.map((each) => [each.unit, of(each)] as const).filter(([, amount]) => amount !== 0n))
}

const NO_ROWS: readonly SumRow[] = []

/** Returns a lookup of a line's sums by product, for its report. */
export function productSums(rows: readonly SumRow[]): (product: string) => ProductSums {
  const products = Map.groupBy(rows, ({ product }) => product)
  return (product) => sumsOf(products.get(product) ?? NO_ROWS)
}

function sumsOf(rows: readonly SumRow[]): ProductSums {
  const matching = (measure: string, part?: string) =>
    rows.filter((row) => row.measure === measure && (part === undefined || row.part === part))
  return {
    amounts(measure, part) {
      const sums = new Map<string, bigint>()
      for (const { unit, amount } of matching(measure, part)) sums.set(unit, (sums.get(unit) ?? 0n) + amount)
      return sums
    },
    count: (measure, part) => matching(measure, part).reduce((sum, { amount }) => sum + amount, 0n),
    parts(measure, unit) {
      const parts = new Map<string, bigint>()
      for (const row of matching(measure)) {
        if (row.unit === unit) parts.set(row.part, (parts.get(row.part) ?? 0n) + row.amount)
      }
      return [...parts].sort(([nameA, a], [nameB, b]) => (a === b ? (nameA < nameB ? -1 : 1) : a > b ? -1 : 1))
    },
  }
}
