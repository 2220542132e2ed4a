/**
 * Gifts of the last day of the demo world: some claimed, some still open, and one refunded because it was not claimed
 * in time.
 */

import type { DemoFinish } from '../../engine/demo/demo.ts'
import { pick, randomFor } from '../../engine/demo/random.ts'
import { cny } from '../../engine/demo/traffic.ts'
import type { Uuid } from '../../ids.ts'
import { fingerprint } from '../../ledger/idempotency.ts'
import { Problem } from '../../problem.ts'
import { claim } from './claims.ts'
import { returnGifts } from './gifts.ts'

/** Hours before the end of the world, number of gifts, and number of claims. */
const GIFTS = [
  { hours: 2, quantity: 5, claimed: 2 },
  { hours: 5, quantity: 1, claimed: 1 },
  { hours: 9, quantity: 8, claimed: 8 },
  { hours: 13, quantity: 3, claimed: 0 },
  { hours: 18, quantity: 6, claimed: 1 },
  { hours: 40, quantity: 2, claimed: 0 },
] as const
const ITEM = 'red-envelope-cover-1'

export async function giveGifts(finish: DemoFinish): Promise<void> {
  const { services, tenant, world } = finish
  const { seed, days, payers } = world
  const last = days.at(-1)!
  const people = payers(last.month)
  for (const [n, { hours, quantity, claimed }] of GIFTS.entries()) {
    const random = randomFor(seed, `gift ${n}`)
    const event = { payer: pick(random, people), items: [{ id: ITEM, price: cny(3), quantity, gift: true }] }
    const { charge } = await services.engine.charge(tenant, {
      of: { line: 'goods', product: 'red-envelope-cover', event },
      effectiveAt: new Date(last.start + last.length - hours * 3_600_000),
      idempotencyKey: `demo ${seed} gift ${n}`,
    })
    for (let k = 0; k < claimed; k += 1) await claimOne(finish, charge.id, `demo ${seed} claim ${n} ${k}`)
  }
  const { db } = services.engine.tenant(tenant)
  while ((await returnGifts(db, services)) > 0);
}

/** Does nothing if the filling was interrupted until after the claim period. */
async function claimOne({ services, tenant }: DemoFinish, charge: Uuid, key: string): Promise<void> {
  const idempotency = { key, fingerprint: fingerprint(key) }
  const { db } = services.engine.tenant(tenant)
  await claim(db, { charge, item: ITEM, quantity: 1n, reference: null, idempotency }).catch((error) => {
    if (!(error instanceof Problem && error.code === 'claim_closed')) throw error
  })
}
