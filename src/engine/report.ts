/**
 * The report of a line: columns, and the cells of each product. Data and pure functions over sums; reading the sums and
 * everything else of a report is the same for all lines (src/reports).
 */

import type { Title } from '../catalog/product.ts'
import type { Micros } from '../money/amount.ts'
import type { Rate } from '../money/rate.ts'

type ColumnKind = 'text' | 'number' | 'percent' | 'money'

export interface Column {
  readonly id: string
  readonly title: Title
  readonly kind: ColumnKind
  /** How the figure is calculated. */
  readonly note: Title
}

/** A reference figure to compare with. */
export interface Reference {
  readonly text: Title
  /** A decimal, if it is a number or a share. */
  readonly value?: string
}

export interface Cell {
  readonly text: Title
  /** Numbers and shares; null: no data. */
  readonly value?: Rate | null
  /** Micros by unit. */
  readonly money?: Amounts
  readonly reference?: Reference
}

/** Micros by unit; amounts of different units are never added. */
export type Amounts = ReadonlyMap<string, Micros>

/** Sums of one product over a period. */
export interface ProductSums {
  /** By unit; `part`: only that part. */
  amounts(measure: string, part?: string): Amounts
  /** Non-monetary measures, over all units. */
  count(measure: string, part?: string): bigint
  /** By part, in one unit; the largest first. */
  parts(measure: string, unit: string): readonly (readonly [part: string, amount: bigint])[]
}

export interface RowView {
  readonly sums: ProductSums
  /** The sums of another product of the line. */
  of(product: string): ProductSums
  /** The same period a year earlier. */
  readonly yearBefore: ProductSums
  /** The part of the period that has begun. */
  readonly days: number
  readonly months: Rate
  /** The product's terms on the rate card in force at the end; undefined: it is not priced. */
  readonly terms: unknown
  /** The currency of that rate card. */
  readonly currency: string
  /** Over the months of the period: payers, and active users (0 if the report does not use them). */
  readonly payers: bigint
  readonly active: bigint
  readonly renewals: { readonly due: number; readonly renewed: number }
  /** Customers by industry, in descending order; null: unknown. */
  readonly industries: readonly { readonly industry: string | null; readonly customers: number }[]
}

export interface ReportRow {
  readonly product: string
  /** By column, except the first, which is the product itself. */
  cells(view: RowView): Readonly<Record<string, Cell>>
}

/** A figure of the line next to its table. */
interface Kpi extends Column {
  cell(view: Pick<RowView, 'of' | 'currency'>): Cell
}

/** Data that costs an additional query: customers by industry (companies), renewals (terms), or active users. */
export type ReportQuery = 'industries' | 'renewals' | 'users'

/** A measure that the line counts in addition to amounts (`Activity.measures`), shown as a trend. */
export interface TrendMeasure {
  readonly id: string
  readonly title: Title
  /** `money`: micros of the currency of the series. */
  readonly kind: 'number' | 'money'
}

export interface LineReport {
  /** Exactly the columns of the product list, in order; the first names the product. */
  readonly columns: readonly Column[]
  readonly rows: readonly ReportRow[]
  readonly kpis?: readonly Kpi[]
  readonly measures?: readonly TrendMeasure[]
  readonly queries?: readonly ReportQuery[]
}
