/**
 * The API representation of reports: amounts as decimal strings, shares as decimals, titles in the requested language.
 */
import Type, { type Static } from 'typebox'
import type { Amounts, Cell, Column } from '../../engine/report.ts'
import { decimal } from '../../engine/report-cells.ts'
import { Currency, Decimal, Money, named, nullableText, oneOf } from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { formatMicros } from '../../money/amount.ts'
import type { Rate } from '../../money/rate.ts'
import type { Figures } from '../../reports/figures.ts'
import type { ReportPeriod } from '../../reports/period.ts'
import { described } from '../../schema.ts'
import type { Ages } from '../../settlement/debts.ts'

export const Share = nullableText({
  description: 'A decimal (0.1234 is 12.34%); null if the denominator is zero',
  examples: ['0.1234'],
})
export const Count = Type.Integer({ minimum: 0 })
export const MoneyList = Type.Array(Money, { description: 'One amount per currency' })
export const Day = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description: 'Day in the tenant’s time zone',
  examples: ['2026-11-01'],
})

/** The first fields of every report. */
export const period = {
  from: Day,
  to: described(Day, 'Exclusive'),
  timeZone: Type.String({ examples: ['Asia/Shanghai'] }),
}

export function toPeriod({ from, to, timeZone }: ReportPeriod) {
  return { from, to, timeZone }
}

export const ReportAmounts = named(
  'ReportAmounts',
  Type.Object(
    {
      currency: Currency,
      charges: Count,
      captured: described(Decimal, 'Amount paid by payers'),
      refunds: Count,
      refunded: described(Decimal, 'Amount refunded in the period, whenever it was paid'),
      refundRate: described(Share, 'Refunded amount divided by captured amount'),
      revenue: described(Decimal, 'The platform’s revenue, net of refunds'),
      grossRevenue: Decimal,
      revenueBack: Decimal,
      cost: described(Decimal, 'Channel costs, net of refunds'),
      paidOut: described(Decimal, 'Amount for payees, creators, publishers and others, net of refunds'),
      growth: Type.Object(
        { previousPeriod: Share, yearBefore: Share },
        {
          description:
            'Revenue growth compared with the preceding period of the same length, and with the same period a year earlier',
        },
      ),
    },
    { description: 'The amounts of a period in one currency' },
  ),
)

export function toAmounts(figures: Figures): Static<typeof ReportAmounts> {
  const { unit, growth } = figures
  const text = (micros: bigint) => formatMicros(micros, unit)
  return {
    currency: unit,
    charges: Number(figures.charges),
    captured: text(figures.captured),
    refunds: Number(figures.refunds),
    refunded: text(figures.refunded),
    refundRate: share(figures.refundRate),
    revenue: text(figures.revenue),
    grossRevenue: text(figures.grossRevenue),
    revenueBack: text(figures.revenueBack),
    cost: text(figures.cost),
    paidOut: text(figures.paidOut),
    growth: { previousPeriod: share(growth.previousPeriod), yearBefore: share(growth.yearBefore) },
  }
}

/** Six decimals: a hundredth of a basis point. */
export function share(rate: Rate | null): string | null {
  return rate && decimal(rate, 6)
}

export function moneyList(amounts: Amounts): Static<typeof MoneyList> {
  return [...amounts].map(([currency, amount]) => ({ amount: formatMicros(amount, currency), currency }))
}

export const ReportColumn = named(
  'ReportColumn',
  Type.Object({
    id: Type.String({ examples: ['impressions_per_day'] }),
    title: Type.String(),
    kind: oneOf(['text', 'number', 'percent', 'money']),
    note: Type.String({ description: 'How the figure is calculated' }),
  }),
)

export const ReportMeasure = named(
  'ReportMeasure',
  Type.Object({
    id: Type.String({ examples: ['impressions'] }),
    title: Type.String(),
    kind: oneOf(['number', 'money'], { description: 'Unit of the series: a number, or micros of its currency' }),
  }),
)

export const ReportCell = named(
  'ReportCell',
  Type.Object({
    text: Type.String({ description: 'Formatted for display' }),
    value: nullableText({ description: 'A number or a share (0.1234 is 12.34%), as a decimal' }),
    money: MoneyList,
    reference: Type.Union(
      [Type.Object({ text: Type.String(), value: nullableText() }, { additionalProperties: false }), Type.Null()],
      { description: 'Reference figure for comparison' },
    ),
  }),
)

export function toColumn({ id, title, kind, note }: Column, language: Language): Static<typeof ReportColumn> {
  return { id, title: title[language], kind, note: note[language] }
}

export function toCell({ text, value, money, reference }: Cell, language: Language): Static<typeof ReportCell> {
  return {
    text: text[language],
    value: value ? decimal(value, 6) : null,
    money: money ? moneyList(money) : [],
    reference: reference ? { text: reference.text[language], value: reference.value ?? null } : null,
  }
}

export const DebtAges = named(
  'DebtAges',
  Type.Object(
    { upTo30: Decimal, upTo60: Decimal, upTo90: Decimal, older: Decimal },
    { description: 'Amounts by age in days, in the tenant’s time zone' },
  ),
)

export function toAges({ upTo30, upTo60, upTo90, older }: Ages, unit: string): Static<typeof DebtAges> {
  const text = (micros: bigint) => formatMicros(micros, unit)
  return { upTo30: text(upTo30), upTo60: text(upTo60), upTo90: text(upTo90), older: text(older) }
}
