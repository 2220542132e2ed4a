/** The messages between the sandbox and its merchants. Amounts are whole minor units (fen), written as digits. */
import Type, { type Static } from 'typebox'

/** A merchant's number of an order or refund, in WeChat Pay's format. */
const NumberText = Type.String({ pattern: '^[0-9A-Za-z_|*@-]{1,64}$' })
const MinorText = Type.String({ pattern: '^(0|[1-9]\\d{0,17})$' })
const CurrencyText = Type.String({ pattern: '^[A-Z]{3}$' })
const TimeText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$' })
const NotifyUrl = Type.String({ pattern: '^https?://', maxLength: 2048 })
const closed = { additionalProperties: false } as const

const Method = Type.Union([
  Type.Object({ kind: Type.Literal('native') }, closed),
  Type.Object({ kind: Type.Literal('jsapi'), openId: Type.String({ minLength: 1, maxLength: 128 }) }, closed),
])

export const CreateOrder = Type.Object(
  {
    number: NumberText,
    amount: MinorText,
    currency: CurrencyText,
    description: Type.String({ minLength: 1, maxLength: 127 }),
    expiresAt: TimeText,
    method: Method,
    notifyUrl: Type.Optional(NotifyUrl),
  },
  closed,
)

export const Handle = Type.Union([
  Type.Object({ kind: Type.Literal('native'), codeUrl: Type.String() }),
  Type.Object({ kind: Type.Literal('jsapi'), parameters: Type.Record(Type.String(), Type.String()) }),
])

export const OrderAnswer = Type.Object({
  number: NumberText,
  status: Type.Union([
    Type.Literal('open'),
    Type.Literal('paid'),
    Type.Literal('refunded'),
    Type.Literal('closed'),
    Type.Literal('failed'),
  ]),
  providerNumber: Type.Union([Type.String(), Type.Null()]),
  amount: MinorText,
  currency: CurrencyText,
  paidAt: Type.Union([TimeText, Type.Null()]),
})

export const RefundOrder = Type.Object(
  {
    number: NumberText,
    order: NumberText,
    total: MinorText,
    amount: MinorText,
    currency: CurrencyText,
    reason: Type.Union([Type.String({ maxLength: 256 }), Type.Null()]),
    notifyUrl: Type.Optional(NotifyUrl),
  },
  closed,
)

export const RefundStatus = Type.Union([
  Type.Literal('processing'),
  Type.Literal('succeeded'),
  Type.Literal('closed'),
  Type.Literal('abnormal'),
])

export const RefundAnswer = Type.Object({
  number: NumberText,
  order: NumberText,
  status: RefundStatus,
  providerNumber: Type.String(),
  amount: MinorText,
  currency: CurrencyText,
  succeededAt: Type.Union([TimeText, Type.Null()]),
})

/** Target of an abnormal refund: another card of the payer, or the merchant, who then owes the money to the payer. */
export const Redirection = Type.Object(
  { to: Type.Union([Type.Literal('payer_card'), Type.Literal('merchant_account')]) },
  closed,
)

export const NotificationBody = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  type: Type.String({ minLength: 1, maxLength: 64 }),
  createdAt: TimeText,
  data: Type.Unknown(),
})

/** Metadata of a daily bill, delivered separately from its file. */
export const BillNote = Type.Object({
  date: Type.String(),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  bytes: Type.Integer({ minimum: 0 }),
})

/** The body of every answer that is not 2xx. */
export const Failure = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }), message: Type.String() })

/**
 * Columns of a bill. The rows are followed by totals, one line for each currency, with the same number of fields:
 * `total`, rows, payments, their amount, their fees, refunds, their amount, their fees, currency. Amounts in main
 * units.
 */
export const BILL_COLUMNS = [
  'kind',
  'at',
  'number',
  'order',
  'provider_number',
  'amount',
  'fee',
  'currency',
  'status',
] as const

export type CreateOrder = Static<typeof CreateOrder>
export type Handle = Static<typeof Handle>
export type OrderAnswer = Static<typeof OrderAnswer>
export type RefundOrder = Static<typeof RefundOrder>
export type RefundStatus = Static<typeof RefundStatus>
export type RefundAnswer = Static<typeof RefundAnswer>
export type Redirection = Static<typeof Redirection>
export type NotificationBody = Static<typeof NotificationBody>
export type BillNote = Static<typeof BillNote>
