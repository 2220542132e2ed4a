/** The settlement settings of a tenant, and the overrides of a party. */
import Type from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, Money, named, nullableText, oneOf, PartyId } from '../../http/shapes.ts'
import {
  deletePartySettings,
  MAX_HOLD_DAYS,
  type PartySettings as PartySettingsType,
  readPartySettings,
  readSettings,
  type SettlementSettings as SettingsType,
  type StoredSettings,
  writePartySettings,
  writeSettings,
} from '../../settlement/settings.ts'
import type { Services } from '../services.ts'

const strict = { additionalProperties: false }
const Plain = Type.String({
  pattern: '^\\d{1,13}(\\.\\d{1,6})?$',
  description: 'Decimal in major units, for any currency',
  examples: ['1000'],
})
const Days = Type.Integer({ minimum: 1, maximum: MAX_HOLD_DAYS })
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

const Settings = named(
  'SettlementSettings',
  Type.Object(
    {
      debts: Type.Object({ limits: Limits, writeOffTwoPeopleAbove: Plain, restoreAtPayout: Type.Boolean() }, strict),
      payouts: Type.Object(
        {
          schedule: Type.Union([Schedule, Type.Null()]),
          minimum: Plain,
          twoPeopleAbove: Plain,
          hold: Hold,
          lines: Type.Record(Type.String({ pattern: '^[a-z][a-z0-9-]{0,40}$' }), Hold, {
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
const PartySettings = named(
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

const noted = {
  updatedBy: nullableText({ description: 'The user who changed the settings last; null if they were never changed' }),
  updatedAt: Type.Union([Instant, Type.Null()]),
}
const Answer = named('SettlementSettingsAnswer', Type.Object({ settings: Settings, ...noted }))
const PartyAnswer = named(
  'PartySettlementSettingsAnswer',
  Type.Object({ settings: Type.Union([PartySettings, Type.Null()]), ...noted }),
)

const ByParty = Type.Object({ party: PartyId })
const amounts = ['amount_invalid', 'amount_out_of_range', 'amount_too_precise', 'currency_unknown'] as const

const read = operation({
  id: 'getSettlementSettings',
  tag: 'Settlement',
  summary: 'Retrieve the settlement settings',
  description: 'How debts and payouts are handled.',
  scope: 'settlement:read',
  answers: { 200: { description: 'The settings', schema: Answer } },
})
const put = operation({
  id: 'putSettlementSettings',
  tag: 'Settlement',
  summary: 'Replace the settlement settings',
  description: 'A changed schedule takes effect tomorrow in the tenant’s time zone.',
  scope: 'settlement:approve',
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Answer } },
  problems: [...amounts, 'settlement_settings_invalid'],
})
const readOwn = operation({
  id: 'getPartySettlementSettings',
  tag: 'Settlement',
  summary: 'Retrieve the settlement overrides of a party',
  description: '`null` where the tenant’s settings apply.',
  scope: 'settlement:read',
  params: ByParty,
  answers: { 200: { description: 'The settings', schema: PartyAnswer } },
})
const putOwn = operation({
  id: 'putPartySettlementSettings',
  tag: 'Settlement',
  summary: 'Replace the settlement overrides of a party',
  description: 'Overrides the debt limits, the minimum payout or the holding period, or pauses payouts.',
  scope: 'settlement:approve',
  params: ByParty,
  body: PartySettings,
  answers: { 200: { description: 'The settings', schema: PartyAnswer } },
  problems: [...amounts, 'settlement_settings_invalid', 'party_id_invalid'],
})
const removeOwn = operation({
  id: 'deletePartySettlementSettings',
  tag: 'Settlement',
  summary: 'Delete the settlement overrides of a party',
  description: 'The tenant’s settings apply again.',
  scope: 'settlement:approve',
  params: ByParty,
  answers: { 200: { description: 'The overrides were deleted', schema: PartyAnswer } },
})

export function settlementSettingsRoutes(app: Api, { engine }: Services): void {
  const db = (tenant: number) => engine.tenant(tenant).db
  app.get('/v1/settlement/settings', read, async ({ identity: { tenant } }) => toAnswer(await readSettings(db(tenant))))
  app.put('/v1/settlement/settings', put, async ({ identity: { tenant, actor }, body }) => {
    await writeSettings(db(tenant), body as SettingsType, actor)
    return toAnswer(await readSettings(db(tenant)))
  })
  app.get('/v1/settlement/settings/:party', readOwn, async ({ identity: { tenant }, params: { party } }) =>
    toAnswer(await readPartySettings(db(tenant), party)),
  )
  app.put(
    '/v1/settlement/settings/:party',
    putOwn,
    async ({ identity: { tenant, actor }, params: { party }, body }) => {
      await writePartySettings(db(tenant), party, body as PartySettingsType, actor)
      return toAnswer(await readPartySettings(db(tenant), party))
    },
  )
  app.delete(
    '/v1/settlement/settings/:party',
    removeOwn,
    async ({ identity: { tenant, actor }, params: { party } }) => {
      await deletePartySettings(db(tenant), party, actor)
      return toAnswer<PartySettingsType>(undefined)
    },
  )
}

/** The stored row, or empty settings if there is none. */
function toAnswer<T>(stored: StoredSettings<T> | undefined): never {
  const answer = {
    settings: stored?.settings ?? null,
    updatedBy: stored?.updatedBy ?? null,
    updatedAt: stored?.updatedAt?.toISOString() ?? null,
  }
  // Validated when it was written; the serializer only writes the fields of the schema.
  return answer as never
}
