/** How a tenant settles with its parties, and what one party has of its own. */
import Type from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, Money, named, nullableText, oneOf, PartyId } from '../../http/shapes.ts'
import {
  deletePartySettings,
  HOLD_DAYS_MOST,
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
  description: 'Decimal in main units of whatever currency it is',
  examples: ['1000'],
})
const Days = Type.Integer({ minimum: 1, maximum: HOLD_DAYS_MOST })
const Hold = named(
  'PayoutHold',
  Type.Union([
    Type.Object({ rule: oneOf(['none']) }, strict),
    Type.Object({ rule: oneOf(['days', 'refund-window']), days: Days }, strict),
  ]),
)
const Limits = Type.Array(Type.Object({ amount: Money, beyond: oneOf(['refuse', 'advance']) }, strict), {
  maxItems: 200,
  description: 'The most that a party may owe, by currency; a refund that would pass it is refused, or advanced',
})
const Schedule = Type.Object(
  { every: oneOf(['day', 'week', 'month']), day: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })) },
  { ...strict, description: 'Of the week from Monday (1), or of the month; 31 is its last day' },
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
            description: 'Holds of single lines',
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
  updatedBy: nullableText({ description: 'Null: never changed' }),
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
  summary: 'How debts and payouts are handled',
  scope: 'settlement:read',
  answers: { 200: { description: 'The settings', schema: Answer } },
})
const put = operation({
  id: 'putSettlementSettings',
  tag: 'Settlement',
  summary: 'Change how debts and payouts are handled',
  description: 'A changed schedule counts from tomorrow in the tenant’s time zone.',
  scope: 'settlement:approve',
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Answer } },
  problems: [...amounts, 'settlement_settings_invalid'],
})
const readOwn = operation({
  id: 'getPartySettlementSettings',
  tag: 'Settlement',
  summary: 'What a party has of its own; null where it has nothing',
  scope: 'settlement:read',
  params: ByParty,
  answers: { 200: { description: 'The settings', schema: PartyAnswer } },
})
const putOwn = operation({
  id: 'putPartySettlementSettings',
  tag: 'Settlement',
  summary: 'Give a party a limit, a minimum or a hold of its own, or pause its payouts',
  scope: 'settlement:approve',
  params: ByParty,
  body: PartySettings,
  answers: { 200: { description: 'The settings', schema: PartyAnswer } },
  problems: [...amounts, 'settlement_settings_invalid', 'party_id_invalid'],
})
const removeOwn = operation({
  id: 'deletePartySettlementSettings',
  tag: 'Settlement',
  summary: 'Let the tenant’s settings count for a party again',
  scope: 'settlement:approve',
  params: ByParty,
  answers: { 200: { description: 'None of its own', schema: PartyAnswer } },
})

export function settlementSettingsRoutes(app: Api, { engine }: Services): void {
  const db = (tenant: number) => engine.tenant(tenant).db
  app.get('/v1/settlement/settings', read, async ({ identity: { tenant } }) =>
    toAnswer(await readSettings(db(tenant), tenant)),
  )
  app.put('/v1/settlement/settings', put, async ({ identity: { tenant, actor }, body }) => {
    await writeSettings(db(tenant), body as SettingsType, actor)
    return toAnswer(await readSettings(db(tenant), tenant))
  })
  app.get('/v1/settlement/settings/:party', readOwn, async ({ identity: { tenant }, params: { party } }) =>
    toAnswer(await readPartySettings(db(tenant), tenant, party)),
  )
  app.put(
    '/v1/settlement/settings/:party',
    putOwn,
    async ({ identity: { tenant, actor }, params: { party }, body }) => {
      await writePartySettings(db(tenant), party, body as PartySettingsType, actor)
      return toAnswer(await readPartySettings(db(tenant), tenant, party))
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

/** The database's row, or that there is none. */
function toAnswer<T>(stored: StoredSettings<T> | undefined): never {
  const answer = {
    settings: stored?.settings ?? null,
    updatedBy: stored?.updatedBy ?? null,
    updatedAt: stored?.updatedAt?.toISOString() ?? null,
  }
  // Checked when it was written; the serializer writes what the shape has.
  return answer as never
}
