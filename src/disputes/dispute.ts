/**
 * Disputes: a payer's bank reverses a payment. While a dispute is open, the disputed amount is reserved as far as it is
 * refundable, so that no refund returns it a second time. A lost dispute is booked as a chargeback: a refund by the
 * same mechanics and from the same parties, but outside the refund policy, which binds the payer and not the payer's
 * bank. The payees are never charged for amounts already refunded to the payer; if the bank debits these too, the
 * platform bears the loss.
 *
 * Locks: the row of the charge, then floored accounts by id, then accounts without a floor. The row of a dispute is
 * read and written under the lock of its charge.
 *
 * Idempotency: unique (tenant, idempotency_key) of `dispute`; a dispute is resolved once, except from lost to won.
 */

import { recordAudit } from '../audit/audit.ts'
import type { RefundPolicy } from '../charges/draft.ts'
import { type ChargeRow, readCharges, writeStanding } from '../charges/record.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { type Account, accountKey, accountName, PLATFORM } from '../ledger/account.ts'
import type { Transfer } from '../ledger/balances.ts'
import { type AccountDirectory, openAccounts } from '../ledger/directory.ts'
import { clock } from '../ledger/effective.ts'
import { checkSame, findEarlier, type Idempotency } from '../ledger/idempotency.ts'
import { lockAccounts, post } from '../ledger/post.ts'
import { formatMicros, type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { finalizeRefunds } from '../refunds/finalize.ts'
import { refundableOf } from '../refunds/plan.ts'
import { accountNames, RefundBatch, writeRefunds } from '../refunds/refund.ts'
import { toRefundable } from '../refunds/refundable.ts'
import { ShortfallCover } from '../refunds/shortage.ts'
import { announceDispute } from './announce.ts'
import { DISPUTE_COLUMNS, type DisputeRow, readDispute } from './record.ts'

export interface DisputeRequest {
  /** Prefixed id of the charge. */
  readonly charge: string
  readonly amount: Micros
  readonly reason: string | null
  readonly reference: string | null
  readonly answerBy: Date | null
  readonly idempotency: Idempotency | null
}

/**
 * Opens a dispute and reserves the refundable part of its amount.
 * @throws Problem `charge_unknown`, `dispute_exceeds_captured`, `amount_not_positive`, `idempotency_conflict`.
 */
export async function openDispute(
  db: TenantDatabase,
  request: DisputeRequest,
): Promise<{ dispute: DisputeRow; replayed: boolean }> {
  return withRetry(db, async (tx) => {
    const charge = await lockCharge(tx, idToUuid('chg', request.charge))
    const earlier = request.idempotency
      ? (await findEarlier(tx, 'dispute', [request.idempotency.key])).get(request.idempotency.key)
      : undefined
    if (earlier) {
      checkSame(earlier, request.idempotency!)
      return { dispute: (await readDispute(tx, earlier.id))!, replayed: true }
    }
    const { amount } = request
    if (amount <= 0n) throw new Problem('amount_not_positive', { value: formatMicros(amount, charge.unit) })
    if (amount > charge.captured) {
      throw new Problem('dispute_exceeds_captured', {
        asked: formatMicros(amount, charge.unit),
        captured: formatMicros(charge.captured, charge.unit),
        unit: charge.unit,
      })
    }
    const left = refundableOf(charge)
    const reserved = left < 0n ? 0n : amount < left ? amount : left
    const [dispute] = await tx.query<DisputeRow>(
      `INSERT INTO dispute (tenant, id, charge, unit, amount, reserved, reason, reference, answer_by, idempotency_key,
                            fingerprint, actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${DISPUTE_COLUMNS}`,
      [
        db.tenant,
        newUuid(),
        charge.id,
        charge.unit,
        amount,
        reserved,
        request.reason,
        request.reference,
        request.answerBy,
        request.idempotency?.key ?? null,
        request.idempotency?.fingerprint ?? null,
        tx.by.actor,
      ],
    )
    const standing = { ...charge, disputed: charge.disputed + reserved }
    await writeStanding(tx, [standing])
    await announceDispute(tx, 'dispute.opened', dispute!, standing)
    await recordAudit(tx, {
      action: 'dispute_opened',
      subject: uuidToId('dsp', dispute!.id),
      detail: { charge: request.charge, amount: wireMoney(amount, charge.unit), reason: request.reason },
    })
    return { dispute: dispute!, replayed: false }
  })
}

/**
 * Resolves a dispute: won (`lost` 0), lost, or partially lost. A lost dispute can still be won; its chargeback is then
 * reversed.
 * @throws Problem `dispute_unknown`, `dispute_resolved`, `dispute_lost_exceeds`, `dispute_refund_pending`.
 */
export async function resolveDispute(
  db: TenantDatabase,
  directory: AccountDirectory,
  { dispute: prefixed, lost }: { readonly dispute: string; readonly lost: Micros },
): Promise<DisputeRow> {
  const id = idToUuid('dsp', prefixed)
  const known = await readDispute(db, id)
  if (!known) throw new Problem('dispute_unknown', { dispute: prefixed })
  if (lost < 0n || lost > known.amount) {
    const text = (amount: Micros) => formatMicros(amount, known.unit)
    throw new Problem('dispute_lost_exceeds', { lost: text(lost), amount: text(known.amount), unit: known.unit })
  }
  if (known.status === 'lost' && lost === 0n) return winBack(db, directory, known)
  const charges = await readCharges(db, [known.charge])
  const names = [...accountNames(charges.values()), accountName(PLATFORM, 'losses', known.unit)]
  return directory.transaction(db, names, async (tx, accounts) => {
    const charge = await lockCharge(tx, known.charge)
    const dispute = (await readDispute(tx, id))!
    if (dispute.status !== 'open') {
      if (dispute.lost === lost) return dispute // repeated request
      throw new Problem('dispute_resolved', { status: dispute.status })
    }
    const freed = { ...charge, disputed: charge.disputed - dispute.reserved }
    let refund: Uuid | null = null
    let standing: ChargeRow = freed
    if (lost > 0n) ({ refund, standing } = await chargeBack(tx, accounts, freed, { dispute, lost }))
    else await writeStanding(tx, [freed])
    const resolved = await writeResolved(tx, id, { status: lost === 0n ? 'won' : 'lost', lost, refund })
    await announceDispute(tx, 'dispute.closed', resolved, standing)
    return resolved
  })
}

/** Books the lost amount: up to the reserved amount as a chargeback, the rest as a loss of the platform. */
async function chargeBack(
  tx: TenantQueryable,
  accounts: ReadonlyMap<string, Account>,
  charge: ChargeRow,
  { dispute, lost }: { readonly dispute: DisputeRow; readonly lost: Micros },
): Promise<{ refund: Uuid | null; standing: ChargeRow }> {
  const { refund: promised } = charge.draft
  const policy: RefundPolicy = {
    windowDays: null,
    maxRefunds: null,
    minGapSeconds: 0,
    // A bank cannot be refused, so a shortage of a payee becomes a debt.
    shortage: promised.shortage === 'advance' ? 'advance' : 'debt',
  }
  const balances = await lockAccounts(tx, accounts.values())
  const cover = new ShortfallCover(tx)
  const batch = new RefundBatch(new Map([[charge.id, charge]]), accounts, balances, await clock(tx))
  const covered = coverable(charge, lost < dispute.reserved ? lost : dispute.reserved)
  // The outcome of the pending refund decides who bears the rest: the platform if it succeeds, else the payees.
  if (lost > covered && charge.pending > 0n) {
    const { unit, pending } = charge
    throw new Problem('dispute_refund_pending', { pending: formatMicros(pending, unit), unit })
  }
  let refund: Uuid | null = null
  if (covered > 0n) {
    const request = {
      charge: uuidToId('chg', charge.id),
      ask: { amount: covered },
      reason: dispute.reason,
      reference: dispute.reference,
      effectiveAt: null,
      idempotency: null,
      previewHash: null,
      outside: true,
      decided: { policy, exchange: null },
      by: tx.by,
    }
    const result = await batch.take(request, cover, { dispute: dispute.id })
    if (result instanceof Problem) throw result
    refund = result.refund.id
  }
  const beyond = lost - covered
  if (beyond > 0n) batch.postings.push(borneByPlatform(accounts, charge, beyond, refund ?? dispute.id))
  if (beyond > 0n) balances.apply(batch.postings.at(-1)!.transfers)
  await writeRefunds(tx, balances, batch, cover)
  const changed = batch.changed.get(charge.id)
  if (!changed) await writeStanding(tx, [charge])
  return { refund, standing: changed ?? charge }
}

/**
 * Caps an amount at what the components can return: a partial refund excludes components refunded only as a whole.
 */
function coverable(charge: ChargeRow, amount: Micros): Micros {
  const { items, returned, payerAccount } = toRefundable(charge)
  const left = { 'pro-rata': 0n, 'whole-only': 0n, never: 0n }
  for (const [index, { from, amount: paid, returns }] of items.flatMap(({ components }) => components).entries()) {
    if (from === payerAccount) left[returns] += paid - (returned?.[index] ?? 0n)
  }
  const most = left['pro-rata']
  return amount === most + left['whole-only'] || amount < most ? amount : most
}

function borneByPlatform(
  accounts: ReadonlyMap<string, Account>,
  { draft, unit }: Pick<ChargeRow, 'draft' | 'unit'>,
  amount: Micros,
  posting: Uuid,
) {
  const debit = accounts.get(accountKey(accountName(PLATFORM, 'losses', unit)))!
  const credit = accounts.get(accountKey({ path: draft.payerAccount, unit }))!
  const transfers: Transfer[] = [{ debit, credit, amount, kind: 'chargeback-loss', component: null }]
  return { id: posting, effectiveAt: null, transfers }
}

/** Resolves a lost dispute as won: the bank returned the money, so chargeback and platform loss are reversed. */
async function winBack(db: TenantDatabase, directory: AccountDirectory, dispute: DisputeRow): Promise<DisputeRow> {
  const charges = await readCharges(db, [dispute.charge])
  const { draft, unit } = charges.get(dispute.charge)!
  let resolved = dispute
  const write = async (tx: TenantQueryable, chargedBack: Micros) => {
    const beyond = dispute.lost - chargedBack
    if (beyond > 0n) {
      const names = [{ path: draft.payerAccount, unit }, accountName(PLATFORM, 'losses', unit)]
      const accounts = new Map((await openAccounts(tx, names)).map((account) => [accountKey(account), account]))
      const { transfers } = borneByPlatform(accounts, { draft, unit }, beyond, dispute.id)
      const back = transfers.map((each) => ({ ...each, debit: each.credit, credit: each.debit }))
      await post(tx, [{ id: dispute.id, effectiveAt: null, transfers: back }])
    }
    resolved = await writeResolved(tx, dispute.id, { status: 'won', lost: 0n, refund: dispute.refund })
    const charge = (await readCharges(tx, [dispute.charge])).get(dispute.charge)!
    await announceDispute(tx, 'dispute.closed', resolved, charge)
  }
  if (dispute.refund === null) {
    return withRetry(db, async (tx) => {
      await lockCharge(tx, dispute.charge)
      const now = (await readDispute(tx, dispute.id))!
      if (now.status === 'lost') await write(tx, 0n)
      return now.status === 'lost' ? resolved : now
    })
  }
  const outcome = { refund: dispute.refund, status: 'reversed', at: null, failure: 'dispute_won' } as const
  const [result] = await finalizeRefunds(db, directory, [outcome], (tx, [refund]) => write(tx, refund!.amount))
  if (result instanceof Problem) throw result
  return result!.finalized ? resolved : (await readDispute(db, dispute.id))!
}

async function writeResolved(
  tx: TenantQueryable,
  id: Uuid,
  { status, lost, refund }: Pick<DisputeRow, 'lost' | 'refund'> & { readonly status: 'won' | 'lost' },
): Promise<DisputeRow> {
  const [row] = await tx.query<DisputeRow>(
    `UPDATE dispute SET status = $3, lost = $4, refund = $5, resolved_at = now()
     WHERE tenant = $1 AND id = $2 RETURNING ${DISPUTE_COLUMNS}`,
    [tx.tenant, id, status, lost, refund],
  )
  await recordAudit(tx, {
    action: `dispute_${status}`,
    subject: uuidToId('dsp', id),
    detail: { lost: wireMoney(lost, row!.unit), refund: refund === null ? null : uuidToId('rfd', refund) },
  })
  return row!
}

async function lockCharge(tx: TenantQueryable, id: Uuid): Promise<ChargeRow> {
  const charge = (await readCharges(tx, [id], true)).get(id)
  if (!charge) throw new Problem('charge_unknown', { charge: uuidToId('chg', id) })
  return charge
}
