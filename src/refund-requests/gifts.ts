/** Gives back what nobody has claimed, once its time has come. */
import { readCharges } from '../charges/record.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { claimsOf, closeGift, dueGifts, scheduleGifts } from './claims.ts'
import { openRequest } from './open.ts'
import { type RequestsContext, SYSTEM } from './record.ts'

/**
 * Schedules new gifts and asks for the return of those whose time is over: at most once each, by the request's key. Answers
 * how much there was to do. @throws the first error, after all have been tried.
 */
export async function returnGifts(context: RequestsContext, tenant: number): Promise<number> {
  const { db } = context.engine.tenant(tenant)
  const scheduled = await scheduleGifts(db)
  const due = await dueGifts(db)
  const errors: unknown[] = []
  for (const charge of due) await returnGift(context, tenant, charge).catch((error) => errors.push(error))
  if (errors.length > 0) throw errors[0]
  return scheduled + due.length
}

/** Once the time is over nothing more is claimed, so a look before closing is enough. */
async function returnGift(context: RequestsContext, tenant: number, id: Uuid): Promise<void> {
  const { db } = context.engine.tenant(tenant)
  const charge = (await readCharges(db, [id])).get(id)!
  const items = await claimsOf(db, charge)
  if (items.every(({ unclaimed }) => unclaimed === 0n)) return closeGift(db, id)
  await openRequest(context, tenant, {
    charge: uuidToId('chg', id),
    ...{ reason: 'unclaimed', asker: 'system', ask: {}, by: SYSTEM },
    // With a space, which no caller can send: nobody takes this key before.
    idempotencyKey: `unclaimed ${id}`,
    first: (tx) => closeGift(tx, id),
  })
}
