/** Fund-flow bills: every movement of a gateway's account in a day, compared with trade bills and ledger. */
import { Readable } from 'node:stream'
import Type, { type Static } from 'typebox'
import { byNumber, byUuid, page } from '../../http/cursor.ts'
import { type Api, operation } from '../../http/operation.ts'
import { ChargeId, Instant, id, Money, named, oneOf, PageQuery, pageOf, RefundId } from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import {
  type FundBillRow,
  listFundBills,
  listMovements,
  MOVEMENT_CLASSES,
  type MovementRow,
  type MovementSum,
  sumMovements,
} from '../../settlement/fund-bills/record.ts'
import { takeFundBill } from '../../settlement/fund-bills/take.ts'
import type { Services } from '../services.ts'
import { Day, Gateway } from './routes.ts'

const strict = { additionalProperties: false }
const FundBillId = id('fnd', 'a fund-flow bill', '01kafz6y4cfy7s3rj8v5m2n9qt')
const Class = oneOf(MOVEMENT_CLASSES, {
  description:
    '`matched`: as the trade bill or the ledger states; `missing_here`: a payment or refund that neither knows; `missing_there`: a line of the day’s trade bill without a movement; `other`: other business, such as withdrawals',
})
const orNull = <Schema extends Parameters<typeof described>[0]>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description })

const FundBill = named(
  'FundBill',
  Type.Object(
    {
      id: FundBillId,
      gateway: Gateway,
      date: Day,
      opening: orNull(Money, 'Balance before the first movement; null for a day without movements'),
      closing: orNull(Money, 'Balance after the last movement'),
      gap: orNull(
        Money,
        'Opening balance minus the closing balance of the day before: zero if no movement is missing between them; null if a balance is unknown',
      ),
      movements: Type.Integer(),
      income: Money,
      expense: Money,
      classes: Type.Array(
        Type.Object({
          class: Class,
          name: Type.String({ description: 'Kind of business, as in the bill' }),
          count: Type.Integer(),
          amount: described(Money, 'Signed sum'),
        }),
      ),
      createdBy: Type.String(),
      createdAt: Instant,
    },
    { description: 'The movements of a gateway’s account on one day' },
  ),
)
const Movement = named(
  'FundMovement',
  Type.Object({
    number: Type.Integer({ description: 'Position in the bill' }),
    at: Instant,
    providerNumber: Type.String({
      description: 'The provider’s number of the payment or refund; empty for other business',
    }),
    flowNumber: orNull(Type.String(), 'Number of the movement; null where the bill has none'),
    name: Type.String(),
    type: Type.String(),
    amount: described(Money, 'Signed: what the account received or paid'),
    balance: orNull(Money, 'Balance after the movement'),
    note: Type.String(),
    class: Class,
    expected: orNull(Money, 'What the trade bill or the ledger states, in sum for this number'),
    charge: Type.Union([ChargeId, Type.Null()]),
    refund: Type.Union([RefundId, Type.Null()]),
  }),
)

const upload = operation({
  id: 'uploadFundBill',
  tag: 'Settlement',
  summary: 'Reconcile a fund-flow bill',
  description:
    'The body is the provider’s original file, uncompressed or gzip-compressed. It is compared with the completed reconciliations of trade bills and, without one, with the ledger; reconcile the trade bill of the day first. It replaces an earlier bill of the same day.',
  scope: 'settlement:write',
  upload: {
    description: 'The provider’s original file for that day, up to 512 MiB',
    types: ['application/octet-stream', 'text/csv', 'application/gzip'],
  },
  query: Type.Object({ gateway: Gateway, date: Day }, strict),
  answers: { 201: { description: 'The reconciled bill', schema: FundBill } },
  problems: [
    ...(['gateway_unknown', 'reconciliation_date_invalid', 'bill_refused', 'bill_day_differs', 'disk_full'] as const),
    ...(['fund_bill_header_missing', 'fund_bill_balance_differs', 'fund_bill_total_differs'] as const),
    ...(['bill_column_missing', 'bill_column_repeated', 'bill_columns_too_many', 'bill_line_refused'] as const),
    ...(['bill_line_too_long', 'bill_encoding_invalid', 'bill_summary_missing', 'bill_is_archive'] as const),
    ...(['bill_gzip_invalid', 'body_invalid'] as const),
  ],
})
const list = operation({
  id: 'listFundBills',
  tag: 'Settlement',
  summary: 'List fund-flow bills',
  description: 'Latest day first.',
  scope: 'settlement:read',
  query: Type.Object({ gateway: Type.Optional(Gateway), ...PageQuery }, strict),
  answers: { 200: { description: 'A page of bills', schema: pageOf('FundBillPage', FundBill) } },
  problems: ['cursor_invalid'],
})
const ById = Type.Object({ bill: FundBillId })
const read = operation({
  id: 'getFundBill',
  tag: 'Settlement',
  summary: 'Retrieve a fund-flow bill',
  scope: 'settlement:read',
  params: ById,
  answers: { 200: { description: 'The bill', schema: FundBill } },
  problems: ['fund_bill_unknown', 'id_invalid'],
})
const movements = operation({
  id: 'listFundMovements',
  tag: 'Settlement',
  summary: 'List the movements of a fund-flow bill',
  description: 'In the order of the bill.',
  scope: 'settlement:read',
  params: ById,
  query: Type.Object({ class: Type.Optional(Class), ...PageQuery }, strict),
  answers: { 200: { description: 'A page of movements', schema: pageOf('FundMovementPage', Movement) } },
  problems: ['fund_bill_unknown', 'id_invalid', 'cursor_invalid'],
})

const billCursor = byUuid('fund-bills')
const movementCursor = byNumber('fund-movements')

export function fundBillRoutes(app: Api, services: Services): void {
  const { engine } = services
  const show = async (tenant: number, row: FundBillRow) =>
    toBill(row, await sumMovements(engine.tenant(tenant).db, row.id))
  const found = async (tenant: number, bill: string): Promise<FundBillRow> => {
    const [row] = await listFundBills(engine.tenant(tenant).db, { id: idToUuid('fnd', bill) }, 1)
    if (!row) throw new Problem('fund_bill_unknown', { bill })
    return row
  }

  app.get('/v1/fund-bills', list, async ({ identity: { tenant }, query }) => {
    const rows = await page(billCursor, query, {
      read: (limit, after) => listFundBills(engine.tenant(tenant).db, { gateway: query.gateway }, limit, after),
      keyOf: ({ id }) => id,
      show: (row) => row,
    })
    return { ...rows, data: await Promise.all(rows.data.map((row) => show(tenant, row))) }
  })

  app.get('/v1/fund-bills/:bill', read, async ({ identity: { tenant }, params: { bill } }) =>
    show(tenant, await found(tenant, bill)),
  )

  app.get('/v1/fund-bills/:bill/movements', movements, async ({ identity: { tenant }, params, query }) => {
    const { id, unit } = await found(tenant, params.bill)
    return page(movementCursor, query, {
      read: (limit, after) => listMovements(engine.tenant(tenant).db, id, { class: query.class }, { limit, after }),
      keyOf: ({ n }) => BigInt(n),
      show: (row) => toMovement(row, unit),
    })
  })
  uploadRoute(app, services)
}

function uploadRoute(app: Api, { engine, gateways }: Services): void {
  app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    door.post('/v1/fund-bills', upload, async ({ identity, query, body }, reply) => {
      const { gateway, date } = query as { gateway: string; date: string }
      if (!(body instanceof Readable)) throw new Problem('body_invalid', { reason: 'the file is missing' })
      const { db } = engine.tenant(identity.tenant, identity)
      const { row } = await gateways.open(db, gateway)
      const taken = await takeFundBill(db, { gateway, kind: row.kind, date }, body as AsyncIterable<Uint8Array>)
      return reply.code(201).send(toBill(taken.row, taken.sums))
    })
  })
}

function toBill(row: FundBillRow, sums: readonly MovementSum[]): Static<typeof FundBill> {
  const { gateway, date, unit, opening, closing, closingBefore, movements, createdBy } = row
  const money = (amount: bigint) => wireMoney(amount, unit)
  const orNone = (amount: bigint | null) => (amount === null ? null : money(amount))
  return {
    ...{ id: uuidToId('fnd', row.id), gateway, date, movements, createdBy, createdAt: row.createdAt.toISOString() },
    ...{ opening: orNone(opening), closing: orNone(closing) },
    gap: orNone(opening === null || closingBefore === null ? null : opening - closingBefore),
    ...{ income: money(row.income), expense: money(row.expense) },
    classes: sums.map(({ amount, ...sum }) => ({ ...sum, amount: money(amount) })),
  }
}

function toMovement(row: MovementRow, unit: string): Static<typeof Movement> {
  const { n: number, at, number: providerNumber, flow: flowNumber, name, type, note, charge, refund } = row
  const orNone = (amount: bigint | null) => (amount === null ? null : wireMoney(amount, unit))
  return {
    ...{ number, at: at.toISOString(), providerNumber, flowNumber, name, type, note, class: row.class },
    ...{ amount: wireMoney(row.amount, unit), balance: orNone(row.balance), expected: orNone(row.expected) },
    charge: charge === null ? null : uuidToId('chg', charge),
    refund: refund === null ? null : uuidToId('rfd', refund),
  }
}
