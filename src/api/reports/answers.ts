/** The response schemas of reports, and how they are filled. */
import Type, { type Static } from 'typebox'
import { Currency, Decimal, Instant, named, nullableText, oneOf, PartyId } from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { formatMicros } from '../../money/amount.ts'
import type { ActiveUsers } from '../../reports/active-users.ts'
import type { DebtReport } from '../../reports/debts.ts'
import type { LineReportFound } from '../../reports/line-report.ts'
import type { RefundReport } from '../../reports/refunds.ts'
import type { Series } from '../../reports/series.ts'
import type { Whole } from '../../reports/whole.ts'
import { described } from '../../schema.ts'
import {
  Count,
  Day,
  DebtAges,
  MoneyList,
  moneyList,
  period,
  ReportAmounts,
  ReportCell,
  ReportColumn,
  ReportMeasure,
  Share,
  share,
  toAges,
  toAmounts,
  toCell,
  toColumn,
  toPeriod,
} from './schema.ts'

export const Line = Type.String({ maxLength: 32, examples: ['goods'] })
export const Product = Type.String({ maxLength: 64, examples: ['sticker'] })
const days = {
  days: Type.Integer({
    description: 'Number of days of the period that have started; averages per day and month are based on it',
  }),
}

export const LineShape = named(
  'LineReport',
  Type.Object(
    {
      line: Line,
      title: Type.String(),
      ...period,
      ...days,
      columns: Type.Array(ReportColumn),
      rows: Type.Array(
        Type.Object({
          product: Product,
          title: Type.String(),
          cells: Type.Record(Type.String(), ReportCell, { description: 'Cells by column id' }),
          payers: described(Count, 'Paying users, counted per month: a user who paid in two months counts twice'),
          amounts: Type.Array(ReportAmounts),
        }),
      ),
      kpis: Type.Array(Type.Intersect([ReportColumn, Type.Object({ cell: ReportCell })])),
      measures: Type.Array(ReportMeasure, { description: 'Measures of the line that the series report offers' }),
      total: Type.Array(ReportAmounts),
    },
    { description: 'The report of a line with the amounts of its products' },
  ),
)
export type LineAnswer = Static<typeof LineShape>

const FUNNEL = ['quotes', 'quoted', 'charges', 'refunds', 'active', 'paying', 'repeat'] as const

export const WholeShape = named(
  'WholeReport',
  Type.Object(
    {
      ...period,
      ...days,
      lines: Type.Array(Type.Object({ line: Line, title: Type.String(), amounts: Type.Array(ReportAmounts) })),
      total: Type.Array(ReportAmounts),
      users: Type.Object(
        {
          months: Type.Array(Day, { description: 'First days of the calendar months that overlap with the period' }),
          active: Count,
          basis: oneOf(['reported', 'payers', 'mixed'], {
            description:
              '`payers`: for months without a reported number of users, or with fewer users than payers, the number of payers is used',
          }),
          payers: Count,
          repeatPayers: described(Count, 'Users who paid more than once in a month'),
        },
        { description: 'Counted per calendar month: a user who is active in two months counts twice' },
      ),
      arpu: described(MoneyList, 'Average monthly revenue per active user over those months'),
      arppu: described(MoneyList, 'Average monthly revenue per paying user'),
      layers: Type.Object({
        free: Type.Object({ users: Count, share: Share }, { description: 'Users who did not pay' }),
        paid: Type.Object({ users: Count, share: Share, captured: MoneyList }),
        ecosystem: Type.Object(
          {
            paidOut: MoneyList,
            revenue: MoneyList,
            cost: MoneyList,
            share: Type.Array(Type.Object({ currency: Currency, share: Share }), {
              description: 'Paid-out share of the total of paid-out and retained amounts',
            }),
          },
          { description: 'Money that goes to creators, sellers and publishers' },
        ),
      }),
      funnel: Type.Array(
        Type.Object({
          id: oneOf(FUNNEL),
          title: Type.String(),
          count: Count,
          rate: described(Share, 'Conversion rate from the previous step'),
        }),
      ),
    },
    { description: 'The report of the whole platform' },
  ),
)
export type WholeAnswer = Static<typeof WholeShape>

export const SeriesShape = named(
  'ReportSeries',
  Type.Object({
    ...period,
    by: oneOf(['day', 'week', 'month']),
    measure: nullableText(),
    series: Type.Array(
      Type.Object({
        line: nullableText(),
        product: nullableText(),
        currency: Currency,
        points: Type.Array(
          Type.Object({
            start: Day,
            charges: Count,
            captured: Decimal,
            refunds: Type.Integer(),
            refunded: Decimal,
            revenue: Decimal,
            cost: Decimal,
            paidOut: Decimal,
            measure: nullableText({ description: 'The raw value; in micros if it is an amount' }),
          }),
        ),
      }),
    ),
  }),
)
export type SeriesAnswer = Static<typeof SeriesShape>

const Reason = Type.String({
  description: 'A reason code, or `other` (free text), `unstated` or `chargeback`',
  examples: ['not_received'],
})
const refundSums = { currency: Currency, refunds: Type.Integer(), refunded: Decimal }
export const RefundsShape = named(
  'RefundReport',
  Type.Object({
    ...period,
    products: Type.Array(
      Type.Object({
        ...{ line: Line, product: Product, title: Type.String(), charges: Count, captured: Decimal },
        ...refundSums,
        rate: described(Share, 'Refunded amount divided by captured amount'),
      }),
    ),
    reasons: Type.Array(Type.Object({ reason: Reason, ...refundSums, share: Share })),
    rows: Type.Array(Type.Object({ line: Line, product: Product, reason: Reason, ...refundSums })),
  }),
)
export type RefundsAnswer = Static<typeof RefundsShape>

const owed = { kind: oneOf(['debt', 'advance']), currency: Currency, amount: Decimal, ages: DebtAges }
export const DebtsShape = named(
  'DebtReport',
  Type.Object({
    at: Instant,
    totals: Type.Array(Type.Object({ ...owed, parties: Count })),
    data: Type.Array(Type.Object({ party: PartyId, ...owed, since: Instant }), {
      description: 'Largest first within each currency',
    }),
  }),
)
export type DebtsAnswer = Static<typeof DebtsShape>

export const Month = Type.String({ pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])$', examples: ['2026-11'] })
export const ActiveUsersShape = named(
  'ActiveUsers',
  Type.Object(
    { month: Month, users: Count, updatedAt: Instant },
    { description: 'The number of active users in a month' },
  ),
)
export const Found = {
  charges: Count,
  refunds: Count,
  sums: described(Count, 'Number of totals calculated from them'),
}
export const CheckShape = named(
  'RollupCheck',
  Type.Object({
    ok: Type.Boolean({ description: 'True if no faults were found' }),
    ...Found,
    faults: Type.Array(Type.Object({ code: Type.String(), detail: Type.String() })),
  }),
)

export function toLine(found: LineReportFound, language: Language): LineAnswer {
  return {
    line: found.line,
    title: found.title[language],
    ...toPeriod(found.period),
    days: found.period.days,
    columns: found.columns.map((column) => toColumn(column, language)),
    rows: found.rows.map(({ product, title, cells, payers, figures }) => ({
      product,
      title: title[language],
      cells: Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, toCell(cell, language)])),
      payers: Number(payers),
      amounts: figures.map(toAmounts),
    })),
    kpis: found.kpis.map(({ cell, ...column }) => ({ ...toColumn(column, language), cell: toCell(cell, language) })),
    measures: found.measures.map(({ id, title, kind }) => ({ id, title: title[language], kind })),
    total: found.total.map(toAmounts),
  }
}

export function toWhole(found: Whole, language: Language): WholeAnswer {
  const { users, layers } = found
  const { free, paid, ecosystem } = layers
  return {
    ...toPeriod(found.period),
    days: found.period.days,
    lines: found.lines.map(({ line, title, figures }) => ({
      line,
      title: title[language],
      amounts: figures.map(toAmounts),
    })),
    total: found.total.map(toAmounts),
    users: {
      months: [...users.months],
      active: Number(users.active),
      basis: users.basis,
      payers: Number(users.payers),
      repeatPayers: Number(users.repeatPayers),
    },
    arpu: moneyList(found.arpu),
    arppu: moneyList(found.arppu),
    layers: {
      free: { users: Number(free.users), share: share(free.share) },
      paid: { users: Number(paid.users), share: share(paid.share), captured: moneyList(paid.captured) },
      ecosystem: {
        paidOut: moneyList(ecosystem.paidOut),
        revenue: moneyList(ecosystem.revenue),
        cost: moneyList(ecosystem.cost),
        share: [...ecosystem.share].map(([currency, of]) => ({ currency, share: share(of) })),
      },
    },
    funnel: found.funnel.map(({ id, title, count, rate }) => ({
      id,
      title: title[language],
      count: Number(count),
      rate: share(rate),
    })),
  }
}

export function toSeries({ period, by, measure, series }: Series): SeriesAnswer {
  return {
    ...toPeriod(period),
    by,
    measure,
    series: series.map(({ line, product, unit, points }) => ({
      line,
      product,
      currency: unit,
      points: points.map(({ start, figures, measure: counted }) => {
        const text = (micros: bigint | undefined) => formatMicros(micros ?? 0n, unit)
        return {
          start,
          charges: Number(figures?.charges ?? 0n),
          captured: text(figures?.captured),
          refunds: Number(figures?.refunds ?? 0n),
          refunded: text(figures?.refunded),
          revenue: text(figures?.revenue),
          cost: text(figures?.cost),
          paidOut: text(figures?.paidOut),
          measure: counted === null ? null : String(counted),
        }
      }),
    })),
  }
}

export function toRefunds({ period, products, reasons, rows }: RefundReport, language: Language): RefundsAnswer {
  const sums = ({ unit, refunds, refunded }: { unit: string; refunds: bigint; refunded: bigint }) => ({
    currency: unit,
    refunds: Number(refunds),
    refunded: formatMicros(refunded, unit),
  })
  return {
    ...toPeriod(period),
    products: products.map(({ line, product, title, figures }) => ({
      line,
      product,
      title: title[language],
      charges: Number(figures.charges),
      captured: formatMicros(figures.captured, figures.unit),
      ...sums(figures),
      rate: share(figures.refundRate),
    })),
    reasons: reasons.map(({ reason, share: of, ...each }) => ({ reason, ...sums(each), share: share(of) })),
    rows: rows.map(({ line, product, reason, ...each }) => ({ line, product, reason, ...sums(each) })),
  }
}

export function toDebts({ at, totals, debts }: DebtReport): DebtsAnswer {
  return {
    at: at.toISOString(),
    totals: totals.map(({ kind, unit, amount, parties, ages }) => ({
      kind,
      currency: unit,
      amount: formatMicros(amount, unit),
      parties,
      ages: toAges(ages, unit),
    })),
    data: debts.map(({ party, kind, unit, amount, since, ages }) => ({
      party,
      kind,
      currency: unit,
      amount: formatMicros(amount, unit),
      since: since.toISOString(),
      ages: toAges(ages, unit),
    })),
  }
}

export function toUsers({ month, users, updatedAt }: ActiveUsers): Static<typeof ActiveUsersShape> {
  return { month: month.slice(0, 7), users: Number(users), updatedAt: updatedAt.toISOString() }
}
