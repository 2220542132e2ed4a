/** HTTP resource of the line: claims of the gifts of a charge. */
import Type from 'typebox'
import { unclaimedReturnsAt } from '../../charges/policy.ts'
import { type ChargeRow, readCharges } from '../../charges/record.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import type { LineServices } from '../../engine/services.ts'
import { idempotencyKeyOf } from '../../http/idempotency-key.ts'
import { type Api, operation } from '../../http/operation.ts'
import { ChargeId, Instant, named, Reference } from '../../http/shapes.ts'
import { idToUuid } from '../../ids.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { Problem } from '../../problem.ts'
import { toRefundable } from '../../refunds/refundable.ts'
import { described } from '../../schema.ts'
import { type ClaimedItem, claim, claimsOf } from './claims.ts'

const ByCharge = Type.Object({ charge: ChargeId })
const Quantity = Type.String({ pattern: '^[1-9]\\d{0,17}$', examples: ['1'] })
const Count = Type.String({ description: 'Whole number', examples: ['3'] })
const ReturnsAt = Type.Union([Instant, Type.Null()], {
  description: 'When unclaimed gifts are refunded automatically; null if they are not',
})

const gift = {
  id: Type.String({ description: 'Id of the item' }),
  quantity: Count,
  claimed: Count,
  returned: Count,
  unclaimed: Count,
}
const Gift = named('Gift', Type.Object(gift, { description: 'A gift in a charge and how much of it is claimed' }))
const ClaimShape = named(
  'Claim',
  Type.Object({ charge: ChargeId, quantity: Count, claimedAt: Instant, returnsAt: ReturnsAt, item: Gift }),
)
const Claims = named('Claims', Type.Object({ charge: ChargeId, returnsAt: ReturnsAt, items: Type.Array(Gift) }))

const make = operation({
  id: 'createClaim',
  tag: 'Requests',
  summary: 'Record the claim of a gift',
  description: 'A claimed gift is no longer refunded automatically.',
  scope: 'requests:write',
  idempotent: true,
  params: ByCharge,
  body: named(
    'ClaimRequest',
    Type.Object(
      {
        item: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the item' }),
        quantity: Type.Optional(described(Quantity, 'Number of gifts claimed; defaults to one')),
        reference: Type.Optional(Reference),
      },
      { additionalProperties: false },
    ),
  ),
  answers: {
    201: { description: 'The created claim', schema: ClaimShape },
    200: { description: 'The claim created earlier with the same idempotency key', schema: ClaimShape },
  },
  problems: ['charge_unknown', 'id_invalid', 'claim_not_gift', 'claim_exceeds', 'claim_closed', 'idempotency_conflict'],
})
const list = operation({
  id: 'getClaims',
  tag: 'Requests',
  summary: 'List the gifts of a charge',
  description: 'How many of each gift have been claimed, and when unclaimed ones are refunded.',
  scope: 'requests:read',
  params: ByCharge,
  answers: { 200: { description: 'The gifts of the charge', schema: Claims } },
  problems: ['charge_unknown', 'id_invalid'],
})

const toGift = ({ id, quantity, claimed, returned, unclaimed }: ClaimedItem) => ({
  id,
  quantity: quantity.toString(),
  claimed: claimed.toString(),
  returned: returned.toString(),
  unclaimed: unclaimed.toString(),
})

export function claimRoutes(app: Api, { engine }: LineServices): void {
  app.post('/v1/charges/:charge/claims', make, async (request, reply) => {
    const { identity, params, body } = request
    const { db } = engine.tenant(identity.tenant, identity)
    const key = idempotencyKeyOf(request)
    const charge = await readCharge(db, params.charge)
    const { item, quantity = '1', reference = null } = body
    const print = () => fingerprint({ charge: charge.id, item, quantity, reference })
    const made = await claim(db, {
      ...{ charge: charge.id, item, reference, quantity: BigInt(quantity) },
      idempotency: key === undefined ? null : { key, fingerprint: print() },
    })
    if (made.replayed) reply.header('idempotent-replayed', 'true')
    return reply.code(made.replayed ? 200 : 201).send({
      charge: params.charge,
      quantity: made.claim.quantity.toString(),
      claimedAt: made.claim.claimedAt.toISOString(),
      returnsAt: made.returnsAt?.toISOString() ?? null,
      item: toGift(made.item),
    })
  })

  app.get('/v1/charges/:charge/claims', list, async ({ identity: { tenant }, params }) => {
    const { db } = engine.tenant(tenant)
    const charge = await readCharge(db, params.charge)
    const returnsAt = unclaimedReturnsAt(toRefundable(charge))?.toISOString() ?? null
    const items = await claimsOf(db, charge)
    return { charge: params.charge, returnsAt, items: items.map(toGift) }
  })
}

/** @throws Problem `charge_unknown`, `id_invalid`. */
async function readCharge(db: TenantDatabase, id: string): Promise<ChargeRow> {
  const uuid = idToUuid('chg', id)
  const charge = (await readCharges(db, [uuid])).get(uuid)
  if (!charge) throw new Problem('charge_unknown', { charge: id })
  return charge
}
