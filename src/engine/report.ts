/**
 * What a line's report says: columns, and for each product what stands in them. Data and pure functions over sums of
 * what happened; reading the sums, and everything else of a report, is the same for all lines (src/reports).
 */

import type { Title } from '../catalog/product.ts'
import type { Micros } from '../money/amount.ts'
import type { Rate } from '../money/rate.ts'

type ColumnKind = 'text' | 'number' | 'percent' | 'money'

export interface Column {
  readonly id: string
  readonly title: Title
  readonly kind: ColumnKind
  /** How it is worked out. */
  readonly note: Title
}

/** The mission's own figure, for the eye to hold against ours. */
export interface Reference {
  readonly text: Title
  /** Where it is a number or a share: a decimal. */
  readonly value?: string
}

export interface Cell {
  readonly text: Title
  /** Numbers and shares; null: there is nothing to work it out from. */
  readonly value?: Rate | null
  /** Micros by unit. */
  readonly money?: Amounts
  readonly reference?: Reference
}

/** Micros by unit; amounts of different units are never added up. */
export type Amounts = ReadonlyMap<string, Micros>

/** Sums of one product over a period. */
export interface ProductSums {
  /** By unit; `part`: only that one. */
  amounts(measure: string, part?: string): Amounts
  /** Of what isn't money: over all units. */
  count(measure: string, part?: string): bigint
  /** By part, in one unit; the largest first. */
  parts(measure: string, unit: string): readonly (readonly [part: string, amount: bigint])[]
}

export interface RowView {
  readonly sums: ProductSums
  /** Of another product of the line. */
  of(product: string): ProductSums
  /** The same period a year earlier. */
  readonly yearBefore: ProductSums
  /** How much of the period has begun. */
  readonly days: number
  readonly months: Rate
  /** The product's terms on the rate card in force at its end; undefined: it isn't priced. */
  readonly terms: unknown
  /** Of that rate card. */
  readonly currency: string
  /** Over the months that the period touches: who paid, and who used the platform (0 where the report doesn't look at users). */
  readonly payers: bigint
  readonly active: bigint
  readonly renewals: { readonly due: number; readonly renewed: number }
  /** Customers by industry, the most first; null: unknown. */
  readonly industries: readonly { readonly industry: string | null; readonly customers: number }[]
}

export interface ReportRow {
  readonly product: string
  /** By column, but for the first: that is the product itself. */
  cells(view: RowView): Readonly<Record<string, Cell>>
}

/** A figure of the line beside its table. */
interface Kpi extends Column {
  cell(view: Pick<RowView, 'of' | 'currency'>): Cell
}

/**
 * What costs a read of its own: customers by industry, where they are companies; renewals, where terms are sold; how many
 * used the platform.
 */
export type ReportQuery = 'industries' | 'renewals' | 'users'

/** A measure that the line counts in addition to amounts (`Activity.measures`), shown as a trend. */
export interface TrendMeasure {
  readonly id: string
  readonly title: Title
  /** `money`: micros of the currency of the series. */
  readonly kind: 'number' | 'money'
}

export interface LineReport {
  /** Exactly what the mission lists, in its order; the first names the product. */
  readonly columns: readonly Column[]
  readonly rows: readonly ReportRow[]
  readonly kpis?: readonly Kpi[]
  readonly measures?: readonly TrendMeasure[]
  readonly queries?: readonly ReportQuery[]
}
