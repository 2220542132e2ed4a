/** What listeners are told of charges, refunds and disputes. Whole ids and amounts; the API shows the rest. */
import type { TenantQueryable } from '../db/connect.ts'
import type { DisputeRow } from '../disputes/dispute.ts'
import { type Announcement, announce } from '../events/announce.ts'
import { uuidToId } from '../ids.ts'
import { wireMoney } from '../money/amount.ts'
import type { RefundRow } from '../refunds/record.ts'
import type { ChargeRow } from './record.ts'

const parties = ({ payer, payee }: ChargeRow) => (payee === null ? [payer] : [payer, payee])

export async function announceCharges(tx: TenantQueryable, charges: readonly ChargeRow[]): Promise<void> {
  await announce(
    tx,
    charges.map((charge): Announcement => {
      const { id, line, product, payer, payee, captured, unit, reference, effectiveAt } = charge
      const subject = uuidToId('chg', id)
      return {
        type: 'charge.created',
        subject,
        parties: parties(charge),
        data: () => ({
          id: subject,
          line,
          product,
          payer,
          payee,
          amount: wireMoney(captured, unit),
          reference,
          effectiveAt,
        }),
      }
    }),
  )
}

type RefundEvent = 'refund.created' | 'refund.succeeded' | 'refund.failed'

/** `events`: what happened to which refunds of these charges. */
export async function announceRefunds(
  tx: TenantQueryable,
  events: readonly (readonly [RefundEvent, readonly RefundRow[]])[],
  charges: ReadonlyMap<string, ChargeRow>,
): Promise<void> {
  const told = ([type, refunds]: (typeof events)[number]) =>
    refunds.map((refund): Announcement => {
      const charge = charges.get(refund.charge)!
      const subject = uuidToId('rfd', refund.id)
      return { type, subject, parties: parties(charge), data: () => ({ id: subject, ...refundTold(refund, charge) }) }
    })
  await announce(tx, events.flatMap(told))
}

function refundTold(refund: RefundRow, { line, product, payer, payee }: ChargeRow) {
  const { charge, status, kind, amount, unit, gateway, reason, reference, failure, effectiveAt } = refund
  return {
    charge: uuidToId('chg', charge),
    ...{ status, kind, line, product, payer, payee, gateway, reason, reference, failure, effectiveAt },
    amount: wireMoney(amount, unit),
  }
}

export async function announceDispute(
  tx: TenantQueryable,
  type: 'dispute.opened' | 'dispute.closed',
  dispute: DisputeRow,
  charge: ChargeRow,
): Promise<void> {
  const subject = uuidToId('dsp', dispute.id)
  const data = () => ({
    id: subject,
    charge: uuidToId('chg', dispute.charge),
    status: dispute.status,
    amount: wireMoney(dispute.amount, dispute.unit),
    lost: wireMoney(dispute.lost, dispute.unit),
    reason: dispute.reason,
    reference: dispute.reference,
    answerBy: dispute.answerBy,
  })
  await announce(tx, [{ type, subject, parties: parties(charge), data }])
}
