/**
 * Settlement settings: debt limits, payout schedule and amounts, holds, and the amounts above which two people are
 * needed. These schemas are the only definition: routes validate against them, and the types are derived from them.
 */
import Type, { type Static } from 'typebox'
import { Money, named, oneOf } from '../http/shapes.ts'

/** The longest period for which earnings can be held back; it bounds what a payout has to scan. */
const MAX_HOLD_DAYS = 400

/** Default waiting time of a new payout destination. */
export const DESTINATION_WAIT_HOURS = 24

const strict = { additionalProperties: false }
const Plain = Type.String({
  pattern: '^\\d{1,13}(\\.\\d{1,6})?$',
  description: 'Decimal in major units, for any currency',
  examples: ['1000'],
})
const Days = Type.Integer({ minimum: 1, maximum: MAX_HOLD_DAYS })
/**
 * Earnings of a party that are not paid out yet because they may have to be refunded. `days`: those of charges that
 * took effect within this number of days; `refund-window`: of these, only those whose refund policy still allows a
 * refund for any reason.
 */
const Hold = named(
  'PayoutHold',
  Type.Union([
    Type.Object({ rule: oneOf(['none']) }, strict),
    Type.Object({ rule: oneOf(['days', 'refund-window']), days: Days }, strict),
  ]),
)
const Limits = Type.Array(Type.Object({ amount: Money, beyond: oneOf(['refuse', 'advance']) }, strict), {
  maxItems: 200,
  description: 'Debt limit per currency; a refund that would exceed it is refused, or advanced by the platform',
})
const Schedule = Type.Object(
  { every: oneOf(['day', 'week', 'month']), day: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })) },
  {
    ...strict,
    description: '`day` of the week, starting on Monday (1), or of the month; 31 is the last day of the month',
  },
)

export const SettlementSettings = named(
  'SettlementSettings',
  Type.Object(
    {
      debts: Type.Object({ limits: Limits, writeOffTwoPeopleAbove: Plain, restoreAtPayout: Type.Boolean() }, strict),
      payouts: Type.Object(
        {
          schedule: Type.Union([Schedule, Type.Null()]),
          minimum: Plain,
          twoPeopleAbove: Plain,
          destinationWaitHours: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 720,
              description: `Hours before a new payout destination is paid, so that its party can object; defaults to ${DESTINATION_WAIT_HOURS}`,
            }),
          ),
          hold: Hold,
          lines: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }), Hold, {
            ...strict,
            maxProperties: 50,
            description: 'Holding periods by line',
          }),
        },
        strict,
      ),
    },
    strict,
  ),
)
export const PartySettings = named(
  'PartySettlementSettings',
  Type.Object(
    {
      debts: Type.Optional(Type.Object({ limits: Type.Optional(Limits) }, strict)),
      payouts: Type.Optional(
        Type.Object(
          {
            paused: Type.Optional(Type.Boolean()),
            minimum: Type.Optional(Plain),
            hold: Type.Optional(Hold),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
)

export type SettlementSettings = Static<typeof SettlementSettings>
export type PartySettings = Static<typeof PartySettings>
export type Hold = Static<typeof Hold>
export type PayoutSchedule = Static<typeof Schedule>
export type DebtLimit = Static<typeof Limits>[number]
