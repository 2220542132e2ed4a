/** The settlement settings of a tenant, and the overrides of a party. */

import Type from 'typebox'
import type { Actor } from '../../actor.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, named, nullableText, PartyId } from '../../http/shapes.ts'
import { readPartySettings, readSettings, type StoredSettings } from '../../settlement/settings.ts'
import { PartySettings, SettlementSettings } from '../../settlement/settings-schema.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { changeSettings } from '../approvals/settings.ts'
import type { Services } from '../services.ts'

const noted = {
  updatedBy: nullableText({ description: 'The user who changed the settings last; null if they were never changed' }),
  updatedAt: Type.Union([Instant, Type.Null()]),
}
const Answer = named('SettlementSettingsAnswer', Type.Object({ settings: SettlementSettings, ...noted }))
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
  stepUp: true,
  body: SettlementSettings,
  answers: { 200: { description: 'The settings', schema: Answer }, 202: WAITING },
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
  stepUp: true,
  params: ByParty,
  body: PartySettings,
  answers: { 200: { description: 'The settings', schema: PartyAnswer }, 202: WAITING },
  problems: [...amounts, 'settlement_settings_invalid', 'party_id_invalid', 'party_reserved'],
})
const removeOwn = operation({
  id: 'deletePartySettlementSettings',
  tag: 'Settlement',
  summary: 'Delete the settlement overrides of a party',
  description: 'The tenant’s settings apply again.',
  scope: 'settlement:approve',
  stepUp: true,
  params: ByParty,
  answers: { 200: { description: 'The overrides were deleted', schema: PartyAnswer }, 202: WAITING },
})

export function settlementSettingsRoutes(app: Api, { engine }: Services): void {
  const db = (tenant: number, by?: Actor) => engine.tenant(tenant, by).db
  app.get('/v1/settlement/settings', read, async ({ identity: { tenant } }) => toAnswer(await readSettings(db(tenant))))
  app.put('/v1/settlement/settings', put, async ({ identity, body }, reply) => {
    const waiting = await changeSettings(db(identity.tenant, identity), { of: 'settlement', settings: body })
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toAnswer(await readSettings(db(identity.tenant))))
  })
  app.get('/v1/settlement/settings/:party', readOwn, async ({ identity: { tenant }, params: { party } }) =>
    toPartyAnswer(await readPartySettings(db(tenant), party)),
  )
  app.put('/v1/settlement/settings/:party', putOwn, async ({ identity, params: { party }, body }, reply) => {
    const waiting = await changeSettings(db(identity.tenant, identity), { of: 'party', party, settings: body })
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toPartyAnswer(await readPartySettings(db(identity.tenant), party)))
  })
  app.delete('/v1/settlement/settings/:party', removeOwn, async ({ identity, params: { party } }, reply) => {
    const waiting = await changeSettings(db(identity.tenant, identity), { of: 'party', party, settings: null })
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toPartyAnswer(undefined))
  })
}

/** The stored row, or empty settings if there is none. */
function toPartyAnswer(stored: StoredSettings<PartySettings> | undefined) {
  return stored === undefined ? { settings: null, updatedBy: null, updatedAt: null } : toAnswer(stored)
}

function toAnswer<Settings>({ settings, updatedBy, updatedAt }: StoredSettings<Settings>) {
  return { settings, updatedBy, updatedAt: updatedAt?.toISOString() ?? null }
}
