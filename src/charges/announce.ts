/** Webhook events of charges. They contain ids and amounts; the API returns the rest. */
import type { TenantQueryable } from '../db/connect.ts'
import { type Announcement, announce } from '../events/announce.ts'
import { uuidToId } from '../ids.ts'
import { wireMoney } from '../money/amount.ts'
import type { ChargeRow } from './record.ts'

export const partiesOf = ({ payer, payee }: ChargeRow) => (payee === null ? [payer] : [payer, payee])

export async function announceCharges(tx: TenantQueryable, charges: readonly ChargeRow[]): Promise<void> {
  await announce(
    tx,
    charges.map((charge): Announcement => {
      const { id, line, product, payer, payee, captured, unit, reference, effectiveAt } = charge
      const subject = uuidToId('chg', id)
      return {
        type: 'charge.created',
        subject,
        parties: partiesOf(charge),
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
