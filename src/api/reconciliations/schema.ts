/** The API representation of runs, lines and differences of a reconciliation, also as CSV tables. */
import Type, { type Static } from 'typebox'
import { AccountPath, Instant, id, Money, named, nullableText, oneOf, Step } from '../../http/shapes.ts'
import { type Uuid, uuidToId } from '../../ids.ts'
import type { Language } from '../../language.ts'
import { formatMicros, type Micros, wireMoney } from '../../money/amount.ts'
import type { CsvCell } from '../../reports/csv.ts'
import { renderCorrection, stepsOf, transfersOf } from '../../settlement/reconciliation/correction.ts'
import {
  CORRECTIONS,
  type countDifferences,
  DIFFERENCE_STATUSES,
  type DifferenceRow,
  LINE_CLASSES,
  type LineRow,
  RUN_STATUSES,
  type RunRow,
} from '../../settlement/reconciliation/record.ts'

export const ReconciliationId = id('rcn', 'a reconciliation', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const RunStatus = oneOf(RUN_STATUSES, { description: 'superseded: replaced by a later run for the same day' })
export const Class = oneOf(LINE_CLASSES, {
  description: 'open: in transit, not a difference; missing_there: not on the bill; missing_here: not in the ledger',
})
export const DifferenceClass = oneOf(LINE_CLASSES.filter((each) => each !== 'matched' && each !== 'open'))
export const DifferenceStatus = oneOf(DIFFERENCE_STATUSES, {
  description: 'executing: approved, but execution is not confirmed; approve it again to retry',
})
const Kind = oneOf(['payment', 'refund'])
const Count = Type.Integer()
const nullable = <Schema extends ReturnType<typeof Type.Object>>(schema: Schema) => Type.Union([schema, Type.Null()])

const Figures = Type.Object({ amount: Money, fee: Money })

export const Run = named(
  'Reconciliation',
  Type.Object(
    {
      id: ReconciliationId,
      gateway: Type.String({ examples: ['wechatpay'] }),
      date: Type.String({ description: 'Day of the bill, in its time zone', examples: ['2026-11-20'] }),
      timeZone: Type.String(),
      source: oneOf(['download', 'upload']),
      status: RunStatus,
      startedBy: Type.String(),
      startedAt: Instant,
      finishedAt: Type.Union([Instant, Type.Null()]),
      lines: Type.Integer({ description: 'Number of bill lines read so far' }),
      failure: nullable(Type.Object({ code: Type.String(), message: nullableText() })),
      previous: nullableText({ description: 'The run for the same day that this one superseded' }),
      changes: nullable(
        Type.Object({
          appeared: Type.Integer({ description: 'Differences that the previous run did not have' }),
          gone: Type.Integer({ description: 'Differences of the previous run that no longer exist' }),
        }),
      ),
      classes: Type.Array(
        Type.Object({
          class: Class,
          kind: Kind,
          currency: Type.String(),
          count: Count,
          there: Figures,
          here: Figures,
        }),
        { description: 'Counts and totals; `there`: on the bill, `here`: in the ledger' },
      ),
      differences: Type.Object({
        proposed: Count,
        executing: Count,
        done: Count,
        declined: Count,
        alerts: Type.Integer({ description: 'Undecided differences that need attention today' }),
      }),
    },
    { description: 'A comparison of a provider’s daily bill with the ledger' },
  ),
)

const There = Type.Object({
  amount: Money,
  fee: Type.Union([Money, Type.Null()]),
  status: Type.String(),
  providerNumber: nullableText(),
  at: Instant,
})
const Here = Type.Object({
  status: Type.String({
    description:
      '`charged`; for a refund its status (`pending`, `succeeded`, …); `corrected` if only corrections match it; otherwise the status of the payment',
  }),
  amount: Type.Union([Money, Type.Null()]),
  fee: Type.Union([Money, Type.Null()]),
  payment: nullableText(),
  charge: nullableText(),
  refund: nullableText(),
})
const lineFields = {
  kind: Kind,
  reference: Type.String({ description: 'Our order or refund number at the provider' }),
  order: Type.String(),
  there: nullable(There),
  here: nullable(Here),
}

export const Line = named(
  'ReconciliationLine',
  Type.Object(
    { line: Type.Integer(), class: Class, ...lineFields },
    { description: 'A line of the bill with the matching ledger entry, or a ledger entry that is not on the bill' },
  ),
)

export const Difference = named(
  'ReconciliationDifference',
  Type.Object(
    {
      number: Type.Integer({ description: 'Number within the reconciliation' }),
      class: DifferenceClass,
      alert: Type.Boolean({ description: 'Whether it needs attention today' }),
      status: DifferenceStatus,
      line: Type.Union([Line, Type.Null()], {
        description: 'Null for the total rounding difference of the day’s fees',
      }),
      correction: Type.Object(
        {
          kind: oneOf(CORRECTIONS),
          steps: Type.Array(Step),
          transfers: Type.Array(
            Type.Object({ from: AccountPath, to: AccountPath, amount: Money, kind: Type.String() }),
            {
              description:
                'Transfers that the correction itself posts; charging a payment and posting or finalizing a refund post their own',
            },
          ),
        },
        { description: 'Proposed correction, executed on approval' },
      ),
      decidedBy: nullableText(),
      decidedAt: Type.Union([Instant, Type.Null()]),
      note: nullableText(),
      failure: nullableText({ description: 'Error code of the last attempt' }),
      result: Type.Object({ journal: nullableText(), charge: nullableText(), refund: nullableText() }),
    },
    { description: 'A difference between the bill and the ledger, with the proposed correction' },
  ),
)

type Counts = Awaited<ReturnType<typeof countDifferences>> extends Map<string, infer Each> ? Each : never

export function toRun(row: RunRow, differences: Counts): Static<typeof Run> {
  const { failure, failureMessage, previous, appeared, gone } = row
  return {
    id: uuidToId('rcn', row.id),
    gateway: row.gateway,
    date: row.date,
    timeZone: row.timeZone,
    source: row.source,
    status: row.status,
    startedBy: row.startedBy,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    lines: Number(row.lines),
    failure: failure === null ? null : { code: failure, message: failureMessage },
    previous: previous === null ? null : uuidToId('rcn', previous),
    changes: appeared === null || gone === null ? null : { appeared, gone },
    classes: row.classes.map(({ class: of, kind, unit, count, amount, fee, ourAmount, ourFee }) => ({
      class: of,
      kind,
      currency: unit,
      count,
      there: { amount: wireMoney(amount, unit), fee: wireMoney(fee, unit) },
      here: { amount: wireMoney(ourAmount, unit), fee: wireMoney(ourFee, unit) },
    })),
    differences,
  }
}

const idOrNull = (type: 'pay' | 'chg' | 'rfd' | 'jrn', uuid: Uuid | null) =>
  uuid === null ? null : uuidToId(type, uuid)
const moneyOrNull = (amount: Micros | null, unit: string) => (amount === null ? null : wireMoney(amount, unit))

export function toLine(row: LineRow): Static<typeof Line> {
  const { n, kind, number, order, unit, status, ourStatus } = row
  const ours = row.ourUnit ?? unit
  return {
    line: n,
    class: row.class,
    kind,
    reference: number,
    order,
    there:
      status === null
        ? null
        : {
            amount: wireMoney(row.amount!, unit),
            fee: moneyOrNull(row.fee, unit),
            status,
            providerNumber: row.providerNumber,
            at: row.at!.toISOString(),
          },
    here:
      ourStatus === null
        ? null
        : {
            status: ourStatus,
            amount: moneyOrNull(row.ourAmount, ours),
            fee: moneyOrNull(row.ourFee, ours),
            payment: idOrNull('pay', row.payment),
            charge: idOrNull('chg', row.charge),
            refund: idOrNull('rfd', row.refund),
          },
  }
}

export function toDifference(gateway: string, row: DifferenceRow, language: Language): Static<typeof Difference> {
  const steps = stepsOf(gateway, row).map((step) => ({ ...step, text: renderCorrection(step, language) }))
  return {
    number: row.n,
    class: row.class,
    alert: row.alert,
    status: row.status,
    line: row.line && toLine(row.line),
    correction: {
      kind: row.correction,
      steps,
      transfers: transfersOf(gateway, row).map(({ from, to, amount, unit, kind }) => ({
        ...{ from, to, kind },
        amount: wireMoney(amount, unit),
      })),
    },
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    note: row.note,
    failure: row.failure,
    result: {
      journal: idOrNull('jrn', row.journal),
      charge: idOrNull('chg', row.charge),
      refund: idOrNull('rfd', row.refund),
    },
  }
}

export const LINE_HEAD = [
  ...['line', 'class', 'kind', 'reference', 'order', 'currency', 'amount_there', 'fee_there', 'status_there', 'at'],
  ...['provider_number', 'amount_here', 'fee_here', 'status_here', 'payment', 'charge', 'refund'],
]

export function lineCells(row: LineRow): CsvCell[] {
  const { n, kind, number, order, unit, status, providerNumber, ourStatus } = row
  const ours = row.ourUnit ?? unit
  const text = (amount: Micros | null, of: string) => (amount === null ? null : formatMicros(amount, of))
  return [
    ...[n, row.class, kind, number, order, unit, text(row.amount, unit), text(row.fee, unit), status],
    ...[row.at?.toISOString() ?? null, providerNumber, text(row.ourAmount, ours), text(row.ourFee, ours), ourStatus],
    ...[idOrNull('pay', row.payment), idOrNull('chg', row.charge), idOrNull('rfd', row.refund)],
  ]
}

export const DIFFERENCE_HEAD = [
  ...['number', 'difference', 'alert', 'state', 'correction', 'more_there', 'fee_more_there', 'what', 'decided_by'],
  ...['decided_at', 'note', ...LINE_HEAD],
]

/** `more_there`: by how much the provider's amount exceeds ours, with the sign of the bill. */
export function differenceCells(gateway: string, row: DifferenceRow, language: Language): CsvCell[] {
  const { n, class: of, alert, status, correction, amount, fee, unit, line } = row
  const words = stepsOf(gateway, row).map((step) => renderCorrection(step, language))
  return [
    ...[n, of, alert ? 'alert' : null, status, correction, formatMicros(amount, unit), formatMicros(fee, unit)],
    ...[words.join(' '), row.decidedBy, row.decidedAt?.toISOString() ?? null, row.note],
    ...(line ? lineCells(line) : LINE_HEAD.map((name) => (name === 'currency' ? unit : null))),
  ]
}
