/** The API representation of bulk refunds. */
import Type, { type Static } from 'typebox'
import { EVIDENCE } from '../../charges/policy.ts'
import type { Locale } from '../../http/locale.ts'
import { Decimal, Instant, id, Money, named, nullableText, oneOf, PartyId } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import type { Language } from '../../language.ts'
import { formatMicros, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { BULK_ROW_STATUSES, BULK_STATUSES, type BulkItem, type BulkRow } from '../../refund-requests/bulk-record.ts'
import { described } from '../../schema.ts'
import { Reason } from './schema.ts'

export const BulkRefundId = id('blk', 'a bulk refund', '01kafz6y4cfy7s3rj8v5m2n9qt')
const Whole = Type.Integer({ minimum: 0 })
const strict = { additionalProperties: false }

export const BulkFilterShape = named(
  'BulkRefundFilter',
  Type.Object(
    {
      line: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
      product: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
      payer: Type.Optional(PartyId),
      payee: Type.Optional(PartyId),
      from: Type.Optional(described(Instant, 'Charges that took effect at or after this time')),
      to: Type.Optional(described(Instant, 'Charges that took effect before this time')),
    },
    { ...strict, minProperties: 1, description: 'Selects the charges that match all conditions' },
  ),
)

const Preview = named(
  'BulkRefundPreview',
  Type.Object(
    {
      hash: Type.String({ description: 'Identifies this preview; required to approve it' }),
      totals: Type.Array(Type.Object({ currency: Type.String(), count: Whole, amount: Decimal })),
      refused: Type.Array(Type.Object({ code: Type.String(), title: Type.String(), count: Whole })),
      shortages: Type.Array(
        Type.Object({
          account: Type.String(),
          currency: Type.String(),
          needed: Decimal,
          available: Decimal,
          short: Decimal,
        }),
        { description: 'Accounts whose balance is too low for all refunds together: the 100 largest shortfalls' },
      ),
      shortageAccounts: described(Whole, 'Total number of accounts with a shortfall'),
      approvals: Type.Integer({ description: 'Number of different people who must approve' }),
    },
    { description: 'Totals of the bulk refund' },
  ),
)

export const BulkRefund = named(
  'BulkRefund',
  Type.Object(
    {
      id: BulkRefundId,
      status: oneOf(BULK_STATUSES),
      source: oneOf(['list', 'filter']),
      filter: Type.Union([BulkFilterShape, Type.Null()]),
      reason: Reason,
      evidence: Type.Array(oneOf(EVIDENCE)),
      reference: nullableText(),
      note: nullableText(),
      createdBy: Type.String(),
      rows: Type.Object({
        total: Whole,
        looked: Whole,
        ready: Whole,
        refused: Whole,
        refunded: Whole,
        failed: Whole,
        left: described(Whole, 'Rows that are ready but neither refunded nor failed yet'),
      }),
      preview: Type.Union([Preview, Type.Null()]),
      approvals: Type.Array(Type.String(), { description: 'The users who have approved' }),
      failure: nullableText(),
      createdAt: Instant,
      updatedAt: Instant,
    },
    { description: 'Many refunds with the same reason, approved together' },
  ),
)

export function toBulk(row: BulkRow, language: Language): Static<typeof BulkRefund> {
  const { status, reason, evidence, reference, note, createdBy, failure, filter } = row
  const { total, looked, ready, refused, refunded, failed } = row
  return {
    ...{ status, reason, evidence, reference, note, createdBy, failure, filter },
    id: uuidToId('blk', row.id),
    source: filter ? 'filter' : 'list',
    rows: { total, looked, ready, refused, refunded, failed, left: Math.max(0, ready - refunded - failed) },
    preview: toPreview(row, language),
    approvals: row.approvedBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

function toPreview({ preview, hash, approvals }: BulkRow, language: Language): Static<typeof Preview> | null {
  if (!preview) return null
  const { totals, refused, shortages, shortageAccounts } = preview
  return {
    hash: hash!,
    totals: totals.map(({ unit, count, amount }) => ({
      ...{ currency: unit, count, amount: formatMicros(BigInt(amount), unit) },
    })),
    refused: refused.map(({ code, count }) => ({ code, count, title: Problem.of(code).title(language) })),
    shortages: shortages.map(({ account, unit, needed, available, short }) => ({
      ...{ account, currency: unit, needed: formatMicros(BigInt(needed), unit) },
      ...{ available: formatMicros(BigInt(available), unit), short: formatMicros(BigInt(short), unit) },
    })),
    shortageAccounts,
    approvals: approvals!,
  }
}

const nullableMoney = Type.Union([Money, Type.Null()])

export const BulkRowShape = named(
  'BulkRefundRow',
  Type.Object(
    {
      number: Type.Integer(),
      charge: nullableText(),
      reference: nullableText({ description: 'Reference of the charge' }),
      asked: nullableMoney,
      status: oneOf(BULK_ROW_STATUSES),
      amount: nullableMoney,
      problem: Type.Unsafe<{ code: string; detail: string } | null>({
        type: ['object', 'null'],
        properties: { code: { type: 'string' }, detail: { type: 'string' } },
        required: ['code', 'detail'],
      }),
      refund: nullableText(),
      refundStatus: nullableText({ description: 'Current status of the refund' }),
    },
    { description: 'One row of a bulk refund' },
  ),
)

export function toBulkRow(item: BulkItem, { language, zone }: Locale): Static<typeof BulkRowShape> {
  const { number, charge, reference, asked: requested, askedUnit, status, amount, unit, problem, params, refund } = item
  return {
    ...{ number, reference, status, refundStatus: item.refundStatus },
    charge: charge === null ? null : uuidToId('chg', charge),
    asked: requested === null ? null : wireMoney(requested, askedUnit!),
    amount: amount === null ? null : wireMoney(amount, unit!),
    problem: problem && { code: problem, detail: Problem.of(problem, params ?? {}).detail(language, zone) },
    refund: refund === null ? null : uuidToId('rfd', refund),
  }
}
