/** Announces refund events. Events carry complete ids and amounts; the API returns the rest. */
import { partiesOf } from '../charges/announce.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { type Announcement, announce } from '../events/announce.ts'
import { uuidToId } from '../ids.ts'
import { wireMoney } from '../money/amount.ts'
import type { RefundRow } from './record.ts'

type RefundEvent = 'refund.created' | 'refund.succeeded' | 'refund.failed'

/** Announces events. `events`: each event type with its refunds; `charges`: the charges of these refunds, by id. */
export async function announceRefunds(
  tx: TenantQueryable,
  events: readonly (readonly [RefundEvent, readonly RefundRow[]])[],
  charges: ReadonlyMap<string, ChargeRow>,
): Promise<void> {
  const announcementsOf = ([type, refunds]: (typeof events)[number]) =>
    refunds.map((refund): Announcement => {
      const charge = charges.get(refund.charge)!
      const subject = uuidToId('rfd', refund.id)
      return { type, subject, parties: partiesOf(charge), data: () => ({ id: subject, ...toEvent(refund, charge) }) }
    })
  await announce(tx, events.flatMap(announcementsOf))
}

function toEvent(refund: RefundRow, { line, product, payer, payee }: ChargeRow) {
  const { charge, status, kind, amount, unit, gateway, reason, reference, failure, effectiveAt } = refund
  return {
    charge: uuidToId('chg', charge),
    ...{ status, kind, line, product, payer, payee, gateway, reason, reference, failure, effectiveAt },
    amount: wireMoney(amount, unit),
  }
}
