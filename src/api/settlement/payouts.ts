/** Payouts of earnings to parties. */
import Type, { type Static } from 'typebox'
import { admit, type SubmittedAct } from '../../approvals/pending.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { type Api, operation } from '../../http/operation.ts'
import {
  Currency,
  Decimal,
  Instant,
  id,
  Money,
  named,
  nullableText,
  oneOf,
  PageQuery,
  PartyId,
  pageOf,
  Reference,
  Text,
} from '../../http/shapes.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { parsePayable, wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { described } from '../../schema.ts'
import { readPayable } from '../../settlement/payable.ts'
import {
  approvePayout,
  createPayout,
  endPayout,
  listPayouts,
  PAYOUT_STATUSES,
  type PayoutEnd,
  type PayoutRow,
  readPayout,
} from '../../settlement/payouts.ts'
import { readTerms } from '../../settlement/settings.ts'
import type { Identity } from '../../users/identity.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'

const EXAMPLE = '01kafz6y4cfy7s3rj8v5m2n9qt'
export const PayoutId = id('pyt', 'a payout', EXAMPLE)
export const PayoutFileId = id('pfl', 'a payment file', EXAMPLE)
const strict = { additionalProperties: false }
const orNull = Type.Union([Instant, Type.Null()])

export const Payout = named(
  'Payout',
  Type.Object(
    {
      id: PayoutId,
      party: PartyId,
      amount: Money,
      status: oneOf(PAYOUT_STATUSES),
      recovered: described(Money, 'Deducted for debts and advances'),
      heldBack: described(Money, 'Withheld because recent charges could still be refunded'),
      people: Type.Integer({
        description: 'Number of people required, including the creator; 0 if no approval is required',
      }),
      createdBy: nullableText(),
      approvedBy: Type.Array(Type.String()),
      destination: nullableText({ description: 'The bank account, masked' }),
      run: nullableText({ description: 'Day of the scheduled run that created it' }),
      file: nullableText({ description: 'Id of the payment file that contains it' }),
      reference: nullableText({ description: 'The bank’s reference' }),
      failure: nullableText({ description: 'Why it failed or was returned' }),
      note: nullableText(),
      createdAt: Instant,
      approvedAt: orNull,
      sentAt: orNull,
      closedAt: orNull,
    },
    { description: 'A transfer of earnings to a party’s bank account' },
  ),
)
const PayoutRequest = named(
  'PayoutRequest',
  Type.Object(
    {
      party: PartyId,
      currency: Currency,
      amount: Type.Optional(described(Decimal, 'Defaults to the full payable amount')),
      note: Type.Optional(Text(200, 'Display name or note for people')),
    },
    strict,
  ),
)
const Payable = named(
  'Payable',
  Type.Object(
    {
      party: PartyId,
      balance: Money,
      available: described(Money, 'Balance minus holds'),
      owed: described(Money, 'Debts and advances, which are deducted first'),
      restored: described(Money, 'Written-off debts that the next payout restores'),
      heldBack: described(Money, 'Withheld because recent charges can still be refunded'),
      charges: Type.Integer({ description: 'Number of charges with a withheld amount' }),
      paused: Type.Boolean(),
      payable: described(Money, 'Amount that can be paid out now, in whole minor units'),
    },
    { description: 'How much of a balance can be paid out, and what reduces it' },
  ),
)

const ById = Type.Object({ payout: PayoutId })
const cursor = byUuid('payouts')

const payable = operation({
  id: 'getPayable',
  tag: 'Settlement',
  summary: 'Retrieve the payable amount of a party',
  description: 'How much can be paid out now, and what reduces it.',
  scope: 'settlement:read',
  forParties: true,
  query: Type.Object({ party: PartyId, currency: Currency }, strict),
  answers: { 200: { description: 'The payable amount', schema: Payable } },
  problems: ['party_unknown'],
})
const make = operation({
  id: 'createPayout',
  tag: 'Settlement',
  summary: 'Create a payout',
  description:
    'Pays out a balance, fully or partially. The amount is deducted from the balance immediately. Payouts above the limit in the tenant’s settings require approval by another person.',
  scope: 'settlement:write',
  stepUp: true,
  idempotent: true,
  body: PayoutRequest,
  answers: {
    201: { description: 'The created payout', schema: Payout },
    200: { description: 'The payout created earlier with the same idempotency key', schema: Payout },
  },
  problems: [
    ...(['payouts_paused', 'payout_nothing', 'payout_exceeds_payable', 'payout_below_minimum'] as const),
    ...(['amount_invalid', 'amount_not_positive', 'amount_out_of_range', 'amount_too_precise'] as const),
    ...(['currency_unknown', 'idempotency_conflict'] as const),
  ],
})
const list = operation({
  id: 'listPayouts',
  tag: 'Settlement',
  summary: 'List payouts',
  description: 'Newest first.',
  scope: 'settlement:read',
  forParties: true,
  query: Type.Object(
    {
      party: Type.Optional(PartyId),
      status: Type.Optional(oneOf(PAYOUT_STATUSES)),
      file: Type.Optional(PayoutFileId),
      ...PageQuery,
    },
    strict,
  ),
  answers: { 200: { description: 'A page of payouts', schema: pageOf('PayoutPage', Payout) } },
  problems: ['cursor_invalid', 'id_invalid'],
})
const read = operation({
  id: 'getPayout',
  tag: 'Settlement',
  summary: 'Retrieve a payout',
  scope: 'settlement:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The payout', schema: Payout } },
  problems: ['payout_unknown', 'id_invalid'],
})
const approve = operation({
  id: 'approvePayout',
  tag: 'Settlement',
  summary: 'Approve a payout',
  description:
    'Above the limit in the tenant’s settings, two people are required: the creator counts as one of them and cannot approve; a payout created by the schedule needs two approvals.',
  scope: 'settlement:approve',
  stepUp: true,
  params: ById,
  answers: { 200: { description: 'The payout', schema: Payout } },
  problems: ['payout_unknown', 'payout_status', 'approver_same', 'id_invalid'],
})
const ending = {
  tag: 'Settlement',
  scope: 'settlement:write',
  params: ById,
  answers: { 200: { description: 'The payout', schema: Payout } },
  problems: ['payout_unknown', 'payout_status', 'id_invalid'],
} as const
const cancel = operation({
  ...ending,
  id: 'cancelPayout',
  summary: 'Cancel a payout',
  description: 'Only before it is sent. The amount returns to the balance.',
})
const paid = operation({
  ...ending,
  id: 'markPayoutPaid',
  summary: 'Mark a payout as paid',
  description: 'Records that the bank paid it.',
  body: Type.Object({ reference: Type.Optional(Reference) }, strict),
})
const failed = operation({
  ...ending,
  id: 'markPayoutFailed',
  summary: 'Mark a payout as failed',
  description: 'Records that the bank rejected it. The amount returns to the balance.',
  body: Type.Object({ failure: Text(200, 'Reason'), reference: Type.Optional(Reference) }, strict),
})
const PayoutReturn = named(
  'PayoutReturn',
  Type.Object({ failure: Text(200, 'Reason'), reference: Type.Optional(Reference) }, strict),
)
const returned = operation({
  ...ending,
  id: 'markPayoutReturned',
  summary: 'Mark a paid payout as returned',
  description:
    'Records that the bank returned it after it was paid. The amount returns to the balance and can be paid out again; above the limit of the approval policy, another person approves it first.',
  stepUp: true,
  idempotent: true,
  body: PayoutReturn,
  answers: { ...ending.answers, 202: WAITING },
  problems: [...ending.problems, 'idempotency_conflict'],
})

export function payoutRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/payouts/payable', payable, async ({ identity, query: { party, currency } }) => {
    if (identity.party !== null && identity.party !== party) throw new Problem('party_unknown', { party })
    const { tenant } = identity
    return engine.tenant(tenant).db.transaction(
      async (tx) => {
        const terms = await readTerms(tx, party)
        const { charges, ...amounts } = await readPayable(tx, party, currency, terms)
        const { balance, available, owed, restored, heldBack, payable } = amounts
        const of = (amount: bigint) => wireMoney(amount, currency)
        return {
          ...{ party, charges, paused: terms.paused },
          ...{ balance: of(balance), available: of(available), owed: of(owed), restored: of(restored) },
          ...{ heldBack: of(heldBack), payable: of(payable) },
        }
      },
      { isolation: 'repeatable read' },
    )
  })

  app.post('/v1/payouts', make, async (request, reply) => {
    const { identity, body } = request
    const { db } = engine.tenant(identity.tenant, identity)
    const { party, currency: unit, amount, note } = body
    const key = idempotencyKeyOf(request)
    const { payout, replayed } = await createPayout(db, {
      ...{ party, unit, note: note ?? null, actor: identity.actor },
      amount: amount === undefined ? null : parsePayable(amount, unit),
      idempotency: key === undefined ? null : { key, fingerprint: fingerprint(body) },
    })
    if (replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(replayed ? 200 : 201).send(toPayout(payout, null))
  })

  app.get('/v1/payouts', list, async ({ identity: { tenant, party }, query }) => {
    const file = query.file === undefined ? undefined : idToUuid('pfl', query.file)
    const filter = definedFields({ party: party ?? query.party, status: query.status, file })
    const hidden = party !== null && query.party !== undefined && query.party !== party
    return page(cursor, query, {
      read: async (limit, after) => (hidden ? [] : listPayouts(engine.tenant(tenant).db, filter, limit, after)),
      keyOf: (row) => row.id,
      show: (row) => toPayout(row, party),
    })
  })

  app.get('/v1/payouts/:payout', read, async ({ identity: { tenant, party }, params }) => {
    const payout = await readPayout(engine.tenant(tenant).db, idToUuid('pyt', params.payout))
    if (!payout || (party !== null && payout.party !== party)) {
      throw new Problem('payout_unknown', { payout: params.payout })
    }
    return toPayout(payout, party)
  })
  endingRoutes(app, engine)
}

function endingRoutes(app: Api, engine: Services['engine']): void {
  app.post('/v1/payouts/:payout/approve', approve, async ({ identity, params }) => {
    const { db } = engine.tenant(identity.tenant, identity)
    return toPayout(await approvePayout(db, idToUuid('pyt', params.payout), identity.actor), null)
  })
  const end = async (identity: Identity, payout: string, how: PayoutEnd) => {
    const { actor } = identity
    const { db, directory } = engine.tenant(identity.tenant, identity)
    return toPayout(await endPayout(db, directory, idToUuid('pyt', payout), { end: how, actor }), null)
  }
  app.post('/v1/payouts/:payout/cancel', cancel, ({ identity, params }) =>
    end(identity, params.payout, { status: 'canceled', reference: null, failure: null }),
  )
  app.post('/v1/payouts/:payout/paid', paid, ({ identity, params, body: { reference = null } }) =>
    end(identity, params.payout, { status: 'paid', reference, failure: null }),
  )
  app.post('/v1/payouts/:payout/failed', failed, ({ identity, params, body: { failure, reference = null } }) =>
    end(identity, params.payout, { status: 'failed', reference, failure }),
  )
  returnRoute(app, engine)
}

function returnRoute(app: Api, engine: Services['engine']): void {
  app.post('/v1/payouts/:payout/returned', returned, async (request, reply) => {
    const { identity, params, body } = request
    const { db, directory } = engine.tenant(identity.tenant, identity)
    const id = idToUuid('pyt', params.payout)
    const key = idempotencyKeyOf(request)
    const payout = await readPayout(db, id)
    if (!payout) throw new Problem('payout_unknown', { payout: params.payout })
    const end = returnedEnd(body)
    const run = () => endPayout(db, directory, id, { end, actor: identity.actor })
    if (payout.status !== 'paid') return toPayout(await run(), null)
    const submitted: SubmittedAct = {
      ...{ act: 'payout-return', subject: params.payout, request: { payout: params.payout, ...body } },
      amounts: new Map([[payout.unit, payout.amount]]),
      idempotency: key === undefined ? null : { key, fingerprint: fingerprint([params.payout, body]) },
    }
    const admission = await admit(db, submitted, run)
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting)) as never
    return toPayout(admission.done, null)
  })
}

const returnedEnd = ({ failure, reference }: Static<typeof PayoutReturn>): PayoutEnd => ({
  ...{ status: 'returned', reference: reference ?? null, failure },
})

export async function executePayoutReturn({ services, tenant, maker, request }: ApprovedAct): Promise<string> {
  const { payout, ...body } = request as Static<typeof PayoutReturn> & { payout: string }
  const { db, directory } = services.engine.tenant(tenant, { actor: maker })
  await endPayout(db, directory, idToUuid('pyt', payout), { end: returnedEnd(body), actor: maker })
  return payout
}

/** A party does not see which of the platform's users handled it. */
export function toPayout(row: PayoutRow, party: string | null): Static<typeof Payout> {
  const { unit, status, people, destination, run, reference, failure, note } = row
  const at = (time: Date | null) => time?.toISOString() ?? null
  return {
    ...{ id: uuidToId('pyt', row.id), party: row.party, amount: wireMoney(row.amount, unit), status },
    ...{ recovered: wireMoney(row.recovered, unit), heldBack: wireMoney(row.heldBack, unit), people },
    createdBy: party === null ? row.createdBy : null,
    approvedBy: party === null ? [...row.approvedBy] : [],
    ...{ destination, run, file: row.file === null ? null : uuidToId('pfl', row.file), reference, failure },
    note: party === null ? note : null,
    ...{ createdAt: row.createdAt.toISOString(), approvedAt: at(row.approvedAt), sentAt: at(row.sentAt) },
    closedAt: at(row.closedAt),
  }
}
