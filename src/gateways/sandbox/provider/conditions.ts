/** The conditions under which the sandbox does business: all of them data, kept in its books. */
import Type, { type Static } from 'typebox'
import { form } from './form.ts'

const closed = { additionalProperties: false } as const
const Milliseconds = Type.Integer({ minimum: 0, maximum: 400 * 86_400_000 })

export const Conditions = Type.Object(
  {
    /** Days after the payment in which it can be refunded. */
    windowDays: Type.Integer({ minimum: 0, maximum: 3650 }),
    /** Refunds of one order, those that were closed not counted. */
    maxRefunds: Type.Integer({ minimum: 1, maximum: 10_000 }),
    /** Between two refunds of one order; sooner is answered with 429. */
    minGapSeconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
    /** From a refund's acceptance, or from when there was money for it, to its outcome. */
    refundDelayMs: Milliseconds,
    /** What a merchant who lacks the money for a refund is told: accepted and waiting, or no. */
    whenShort: Type.Union([Type.Literal('wait'), Type.Literal('refuse')]),
    /** How long a refund waits for money before it is closed. */
    closeAfterMs: Milliseconds,
    /** Requests a second of one merchant. */
    requestsPerSecond: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    /** From the end of a day to its bill. */
    billDelayMs: Milliseconds,
    /** Waits between tries to deliver a notification; after the last one it is given up. */
    notifyRetryMs: Type.Array(Milliseconds, { maxItems: 50 }),
    /** How long a receiver of notifications has to answer. */
    notifyTimeoutMs: Type.Integer({ minimum: 10, maximum: 60_000 }),
    /** Faults: how long a call hangs before its connection is cut. */
    hangMs: Type.Integer({ minimum: 1, maximum: 600_000 }),
    /** Faults: when a call that timed out is done after all (`timeoutLate`). */
    lateMs: Type.Integer({ minimum: 1, maximum: 600_000 }),
    /** Faults: how much longer the outcome of a `slow` refund takes. */
    slowMs: Milliseconds,
    /** Faults: when the merchant of a `short` refund tops up. */
    shortMs: Milliseconds,
    /** Faults: by how much at most a `late` notification comes late. */
    lateNotificationMs: Milliseconds,
  },
  closed,
)

export type Conditions = Static<typeof Conditions>

/** Some of them. It throws Refusal `request_invalid`. */
export const readConditions: (json: unknown) => Partial<Conditions> = form(Type.Partial(Conditions, closed))

const DAY_MS = 86_400_000

/** Windows, counts, seven days for a short merchant: as WeChat Pay has them. Delays: short, for people who wait. */
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
