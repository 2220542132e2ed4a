/** The sandbox's business conditions, as data stored in its books. */
import Type, { type Static } from 'typebox'
import { form } from './form.ts'

const closed = { additionalProperties: false } as const
const Milliseconds = Type.Integer({ minimum: 0, maximum: 400 * 86_400_000 })

export const Conditions = Type.Object(
  {
    /** Days after the payment within which it can be refunded. */
    windowDays: Type.Integer({ minimum: 0, maximum: 3650 }),
    /** Refunds per order, not counting closed ones. */
    maxRefunds: Type.Integer({ minimum: 1, maximum: 10_000 }),
    /** Minimum interval between two refunds of one order; earlier requests get a 429. */
    minGapSeconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
    /** Delay from a refund's acceptance, or from its funding if it waited for funds, to its outcome. */
    refundDelayMs: Milliseconds,
    /** Handling of a refund that exceeds the merchant's balance: accept it and wait for funds, or refuse it. */
    whenShort: Type.Union([Type.Literal('wait'), Type.Literal('refuse')]),
    /** How long a refund waits for money before it is closed. */
    closeAfterMs: Milliseconds,
    /** Requests per second and merchant. */
    requestsPerSecond: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** Delay from the end of a day to its bill. */
    billDelayMs: Milliseconds,
    /** Intervals between delivery attempts of a notification; it is abandoned after the last one. */
    notifyRetryMs: Type.Array(Milliseconds, { maxItems: 50 }),
    /** Time-out for the receiver of a notification. */
    notifyTimeoutMs: Type.Integer({ minimum: 10, maximum: 60_000 }),
    /** Faults: how long a call hangs before its connection is cut. */
    hangMs: Type.Integer({ minimum: 1, maximum: 600_000 }),
    /** Faults: delay after which a call that timed out is executed after all (`timeoutLate`). */
    lateMs: Type.Integer({ minimum: 1, maximum: 600_000 }),
    /** Faults: additional delay of the outcome of a `slow` refund. */
    slowMs: Milliseconds,
    /** Faults: delay after which the merchant of a `short` refund tops up. */
    shortMs: Milliseconds,
    /** Faults: maximum delay of a `late` notification. */
    lateNotificationMs: Milliseconds,
  },
  closed,
)

export type Conditions = Static<typeof Conditions>

/** Parses a partial change. It throws Refusal `request_invalid`. */
export const readConditions: (json: unknown) => Partial<Conditions> = form(Type.Partial(Conditions, closed))

const DAY_MS = 86_400_000

/**
 * The default conditions. Windows, counts and the seven days for insufficient funds as at WeChat Pay; short delays for
 * interactive use.
 */
export const standardConditions: Conditions = {
  windowDays: 365,
  maxRefunds: 50,
  minGapSeconds: 0,
  refundDelayMs: 500,
  whenShort: 'wait',
  closeAfterMs: 7 * DAY_MS,
  requestsPerSecond: 1_000,
  billDelayMs: 0,
  notifyRetryMs: [1_000, 2_000, 5_000, 15_000, 60_000, 300_000, 1_800_000],
  notifyTimeoutMs: 5_000,
  hangMs: 30_000,
  lateMs: 2_000,
  slowMs: 10_000,
  shortMs: 10_000,
  lateNotificationMs: 5_000,
}
