/** Announces that a dispute was opened or closed. */
import { partiesOf } from '../charges/announce.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { announce } from '../events/announce.ts'
import { uuidToId } from '../ids.ts'
import { wireMoney } from '../money/amount.ts'
import type { DisputeRow } from './record.ts'

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
  await announce(tx, [{ type, subject, parties: partiesOf(charge), data }])
}
