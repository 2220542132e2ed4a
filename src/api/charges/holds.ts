import Type, { type Static } from 'typebox'
import { checkUnits } from '../../catalog/units.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { type Api, operation } from '../../http/operation.ts'
import { holdProblems } from '../../http/problem-sets.ts'
import {
  AccountPath,
  Currency,
  HoldId,
  Instant,
  Money,
  named,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { parseEntryPath } from '../../ledger/account.ts'
import { authorize, type Hold as HoldRow, listHolds, readHold, voidHold } from '../../ledger/holds.ts'
import { findEarlier, fingerprint } from '../../ledger/idempotency.ts'
import { parseMicros, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import type { Services } from '../services.ts'

const HoldStatus = oneOf(['authorized', 'captured', 'voided', 'expired'])

const AccountNameShape = Type.Object({ path: AccountPath, currency: Currency }, { additionalProperties: false })

const Hold = named(
  'Hold',
  Type.Object(
    {
      id: HoldId,
      status: HoldStatus,
      account: AccountNameShape,
      amount: Money,
      captured: described(Money, 'Amount captured by a charge'),
      expiresAt: Instant,
      createdAt: Instant,
    },
    { description: 'An amount reserved on an account, to be captured by a charge' },
  ),
)

const HoldRequest = named(
  'HoldRequest',
  Type.Object(
    {
      account: AccountNameShape,
      amount: Money,
      expiresIn: Type.Integer({ minimum: 1, maximum: 31_536_000, description: 'In seconds', examples: [604_800] }),
    },
    { additionalProperties: false },
  ),
)

const ById = Type.Object({ hold: HoldId })
const answers = { 200: { description: 'The hold', schema: Hold } }

const make = operation({
  id: 'createHold',
  tag: 'Holds',
  summary: 'Create a hold',
  description: 'Reserves an amount on an account for a later charge.',
  scope: 'ledger:write',
  idempotent: true,
  body: HoldRequest,
  answers: {
    201: { description: 'The created hold', schema: Hold },
    200: { description: 'The hold created earlier with the same idempotency key', schema: Hold },
  },
  problems: holdProblems,
})

const read = operation({
  id: 'getHold',
  tag: 'Holds',
  summary: 'Retrieve a hold',
  scope: 'ledger:read',
  params: ById,
  answers,
  problems: ['hold_unknown', 'id_invalid'],
})

const list = operation({
  id: 'listHolds',
  tag: 'Holds',
  summary: 'List holds',
  description: 'Newest first.',
  scope: 'ledger:read',
  query: Type.Object(
    {
      party: Type.Optional(described(PartyId, 'Holds on accounts of this party')),
      status: Type.Optional(HoldStatus),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of holds', schema: pageOf('HoldPage', Hold) } },
  problems: ['cursor_invalid'],
})
const cursor = byUuid('holds')

const giveUp = operation({
  id: 'voidHold',
  tag: 'Holds',
  summary: 'Void a hold',
  description: 'Releases the reserved amount. Voiding a hold again has no effect.',
  scope: 'ledger:write',
  params: ById,
  answers,
  problems: ['hold_unknown', 'hold_closed', 'id_invalid'],
})

export function holdRoutes(app: Api, { engine }: Services): void {
  app.post('/v1/holds', make, async (request, reply) => {
    const { db, directory } = engine.tenant(request.identity.tenant, request.identity)
    const { account, amount, expiresIn } = request.body
    const micros = positive(amount, account.currency)
    await checkUnits(engine.products, db, [account.currency])
    parseEntryPath(account.path)
    const key = idempotencyKeyOf(request)
    const idempotency = key === undefined ? null : { key, fingerprint: fingerprint(request.body) }
    const earlier = idempotency ? await findEarlier(db, 'hold', [idempotency.key]) : undefined
    const name = { path: account.path, unit: account.currency }
    const expiresAt = new Date(Date.now() + expiresIn * 1000)
    const hold = await authorize(db, directory, name, { amount: micros, expiresAt, idempotency })
    if (!earlier?.size) return reply.code(201).send(toHold(hold))
    // The original answer to the request, whatever has happened to the hold since.
    reply.header('idempotent-replayed', 'true')
    return reply.code(200).send(toHold({ ...hold, status: 'authorized', captured: 0n, expired: false }))
  })

  app.get('/v1/holds', list, async ({ identity: { tenant }, query }) =>
    page(cursor, query, {
      read: (limit, after) => {
        const filter = definedFields({ party: query.party, status: query.status })
        return listHolds(engine.tenant(tenant).db, filter, limit, after)
      },
      keyOf: ({ id }) => id,
      show: toHold,
    }),
  )

  app.get('/v1/holds/:hold', read, async ({ identity: { tenant }, params }) => {
    const hold = await readHold(engine.tenant(tenant).db, idToUuid('hld', params.hold))
    if (!hold) throw new Problem('hold_unknown', { hold: params.hold })
    return toHold(hold)
  })

  app.post('/v1/holds/:hold/void', giveUp, async ({ identity, params }) => {
    try {
      return toHold(await voidHold(engine.tenant(identity.tenant, identity).db, idToUuid('hld', params.hold)))
    } catch (error) {
      if (error instanceof Problem && error.code === 'hold_unknown')
        throw new Problem('hold_unknown', { hold: params.hold })
      throw error
    }
  })
}

/** Micros. @throws Problem `currency_mismatch`, `amount_not_positive`, `amount_invalid`. */
function positive({ amount, currency }: Static<typeof Money>, unit: string): bigint {
  if (currency !== unit) throw new Problem('currency_mismatch', { expected: unit, unit: currency })
  const micros = parseMicros(amount, unit)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: amount })
  return micros
}

/** A hold past its expiry reserves nothing and is shown as expired, even before the cleanup has processed it. */
function toHold(hold: HoldRow): Static<typeof Hold> {
  return {
    id: uuidToId('hld', hold.id),
    status: hold.status === 'authorized' && hold.expired ? 'expired' : hold.status,
    account: { path: hold.path, currency: hold.unit },
    amount: wireMoney(hold.amount, hold.unit),
    captured: wireMoney(hold.captured, hold.unit),
    expiresAt: hold.expiresAt.toISOString(),
    createdAt: hold.createdAt.toISOString(),
  }
}
