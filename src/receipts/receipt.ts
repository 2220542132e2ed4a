/**
 * A charge as the payer sees it: what was paid to whom, refunds and possible refunds. It only contains what left the
 * payer's own account and returned to it. It never contains payments between other parties, their ids and accounts; of
 * names, only the payee's.
 */

import type { Title } from '../catalog/product.ts'
import { type Asker, acceptedReasons, type Evidence, type Reason, unclaimedReturnsAt } from '../charges/policy.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { TenantQueryable } from '../db/connect.ts'
import { uuidToId } from '../ids.ts'
import { PLATFORM, parsePath } from '../ledger/account.ts'
import { clock } from '../ledger/effective.ts'
import { type PartyKind, readParties } from '../ledger/party.ts'
import { lines } from '../lines/index.ts'
import { type Micros, parseMicros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import type { ProblemCode } from '../problem.ts'
import { zoneOf } from '../refund-requests/judge.ts'
import type { EvidenceInput } from '../refund-requests/open.ts'
import { listRequests, type RequestRow, type RequestStatus, WAITING } from '../refund-requests/record.ts'
import { decide } from '../refunds/decision.ts'
import { refundableOf } from '../refunds/plan.ts'
import { listRefunds, type RefundRow, type RefundStatus } from '../refunds/record.ts'
import { toRefundable } from '../refunds/refundable.ts'
import { receiptNumber } from './number.ts'

/**
 * The recipient of a part of the money. `exchange`: converted into another currency; `self`: another account of the
 * payer.
 */
export type Recipient =
  | { readonly role: 'payee'; readonly name: string | null }
  | { readonly role: 'platform' | 'exchange' | 'self' }
  | { readonly role: 'other'; readonly kind: PartyKind | null }

interface Part {
  /** Kind of component. */
  readonly kind: string
  readonly to: Recipient
  readonly amount: Micros
}

interface ReceiptItem {
  readonly id: string
  readonly quantity: bigint
  readonly amount: Micros
  /** Refunded units. */
  readonly returned: bigint
}

export interface ReceiptRefund {
  readonly amount: Micros
  readonly status: RefundStatus
  readonly kind: RefundRow['kind']
  readonly startedAt: Date
  /** When it reached the payer, failed or was reversed; null while it is pending. */
  readonly endedAt: Date | null
  /** The exchange difference, if the payer bears it. */
  readonly exchange: readonly Step[]
}

/** The possible refund for a reason if requested now. */
export interface Option {
  readonly reason: Reason
  /** Whether a request can succeed. */
  readonly open: boolean
  readonly most: Micros
  readonly deadline: Date | null
  readonly evidence: readonly Evidence[]
  /** True if the refund depends on use that the platform has yet to determine: `most` is then an upper limit. */
  readonly dependsOnUse: boolean
  /** Whether a person reviews the request before it is refunded. */
  readonly looked: boolean
  readonly notBefore: Date | null
  readonly decline: ProblemCode | null
}

/** A message on a request. `evidence` and `appeal`: only the payer's own. */
export interface ReceiptMessage {
  readonly at: Date
  readonly byPayer: boolean
  readonly kind: 'message' | 'evidence' | 'appeal'
  /** Kind of evidence; null unless `kind` is `evidence`. */
  readonly evidence: Evidence | null
  readonly text: string | null
  readonly url: string | null
}

export interface ReceiptRequest {
  /** Prefixed id. */
  readonly id: string
  readonly status: RequestStatus
  readonly reason: Reason
  /** The refund by the current decision. */
  readonly amount: Micros
  readonly askedAt: Date
  /** When an answer is due; null if none is. */
  readonly answerBy: Date | null
  /** Evidence that the payer still has to provide; empty if the platform has to determine missing facts. */
  readonly evidence: readonly Evidence[]
  /** Earliest time of the refund; null if immediate or not approved. */
  readonly notBefore: Date | null
  readonly decline: string | null
  /** Message to the payer from the person who declined it. */
  readonly declineText: string | null
  /** Whether it was appealed; an appeal is final. */
  readonly appealed: boolean
  /** Messages between the platform and the payer, and the payer's evidence. */
  readonly messages: readonly ReceiptMessage[]
  readonly mayShow: boolean
  readonly mayAppeal: boolean
  readonly mayWithdraw: boolean
}

/** Amounts in micros of `unit`. */
export interface Receipt {
  readonly number: string
  readonly unit: string
  readonly amount: Micros
  readonly chargedAt: Date
  /** The tenant's time zone, used for dates. */
  readonly zone: string
  readonly line: Title
  readonly product: Title
  readonly reference: string | null
  readonly payee: string | null
  readonly parts: readonly Part[]
  readonly items: readonly ReceiptItem[]
  readonly refunded: Micros
  /** Amount of pending refunds. */
  readonly pending: Micros
  /** Amount on hold during a dispute. */
  readonly disputed: Micros
  /** Amount that is never refunded by the terms of the charge. */
  readonly kept: Micros
  readonly refundable: Micros
  readonly refunds: readonly ReceiptRefund[]
  readonly options: readonly Option[]
  /** What a guardian can request; not through the receipt, because it requires proof of identity. */
  readonly guardian: Option | null
  readonly requests: readonly ReceiptRequest[]
  /** When unclaimed gifts are refunded automatically. */
  readonly giftsReturnAt: Date | null
}

const MAX_REFUNDS = 100
const MAX_REQUESTS = 20

/** Reads in one transaction, so that the figures are consistent. */
export async function readReceipt(tx: TenantQueryable, charge: ChargeRow): Promise<Receipt> {
  const { id, unit, draft, payee } = charge
  const at = await clock(tx)
  const zone = await zoneOf(tx)
  const parties = await readParties(tx, partiesPaid(charge))
  const refunds = await listRefunds(tx, { charge: id }, MAX_REFUNDS)
  const requests = await listRequests(tx, { charge: id, party: charge.payer }, MAX_REQUESTS)
  const messages = await readMessages(
    tx,
    requests.map((each) => each.id),
  )
  const used = await lines.usedQuantities(tx, charge)
  const { line, product } = lines.product(charge.line, charge.product)
  const refundable = toRefundable(charge)
  const option = (reason: Reason, asker: Asker) => {
    const question = { reason, asker, ask: {}, evidence: [], at: later(at, charge.effectiveAt), zone }
    return toOption(reason, decide(refundable, used ? { ...question, use: { items: used } } : question))
  }
  return {
    number: receiptNumber(tx.tenant, id),
    ...{ unit, zone, amount: charge.captured, chargedAt: charge.effectiveAt, reference: charge.reference },
    ...{ line: line.title, product: product.title },
    payee: (payee !== null && parties.get(payee)?.name) || null,
    parts: partsOf(charge, (party) => parties.get(party)),
    items: itemsOf(charge),
    ...{ refunded: charge.refunded, pending: charge.pending, disputed: charge.disputed, kept: charge.kept },
    refundable: refundableOf(charge),
    refunds: refunds.map(toRefund),
    options: acceptedReasons(draft.refund, 'payer').map((reason) => option(reason, 'payer')),
    guardian: acceptedReasons(draft.refund, 'guardian').includes('minor') ? option('minor', 'guardian') : null,
    requests: requests.map((row) => toRequest(row, messages.get(row.id) ?? [])),
    giftsReturnAt: unclaimedReturnsAt(refundable),
  }
}

type Named = { readonly name: string; readonly kind: PartyKind }

/** The stored components that left the payer's account, with their amounts. */
function* paidOf({ draft }: ChargeRow) {
  for (const [index, item] of draft.items.entries()) {
    for (const { kind, from, to, amount } of item.components) {
      if (from === draft.payerAccount) yield { index, kind, to, amount: parseMicros(amount.amount) }
    }
  }
}

function partiesPaid(charge: ChargeRow): string[] {
  const paid = [...paidOf(charge)].map(({ to }) => parsePath(to).party)
  return [...new Set([...paid, ...(charge.payee === null ? [] : [charge.payee])])].filter((id) => id !== PLATFORM)
}

/** Parts of the same kind to the same account are merged; the largest comes first. */
function partsOf(charge: ChargeRow, party: (id: string) => Named | undefined): Part[] {
  const parts = new Map<string, { kind: string; to: Recipient; amount: Micros }>()
  for (const { kind, to, amount } of paidOf(charge)) {
    const key = `${kind} ${to}`
    const part = parts.get(key) ?? { kind, to: recipientOf(charge, to, party), amount: 0n }
    part.amount += amount
    parts.set(key, part)
  }
  return [...parts.values()].filter(({ amount }) => amount > 0n).sort((a, b) => (a.amount < b.amount ? 1 : -1))
}

function recipientOf({ payer, payee }: ChargeRow, path: string, of: (id: string) => Named | undefined): Recipient {
  const { party, purpose } = parsePath(path)
  if (party === PLATFORM) return { role: purpose === 'position' ? 'exchange' : 'platform' }
  if (party === payer) return { role: 'self' }
  if (party === payee) return { role: 'payee', name: of(party)?.name ?? null }
  return { role: 'other', kind: of(party)?.kind ?? null }
}

function itemsOf(charge: ChargeRow): ReceiptItem[] {
  const paid = charge.draft.items.map(() => 0n)
  for (const { index, amount } of paidOf(charge)) paid[index]! += amount
  return charge.draft.items.flatMap(({ id, quantity }, index) => {
    if (paid[index] === 0n) return []
    const returned = charge.returnedQuantity?.[index] ?? 0n
    return [{ id, quantity: BigInt(quantity), amount: paid[index]!, returned }]
  })
}

const EXCHANGE_STEPS: ReadonlySet<string> = new Set(['exchange_gain', 'exchange_loss', 'exchange_level'])

/** An exchange difference is shown only to the party that bears it: of a refund's steps, only that one is shown. */
function toRefund(row: RefundRow): ReceiptRefund {
  const { status, amount, kind, plan, gateway } = row
  return {
    ...{ amount, status, kind, startedAt: row.effectiveAt },
    endedAt: status === 'pending' ? null : (row.settledAt ?? (gateway === null ? row.effectiveAt : row.recordedAt)),
    exchange: plan.steps.filter(({ code, params }) => EXCHANGE_STEPS.has(code) && params.bearer === 'payer'),
  }
}

function toOption(reason: Reason, decision: ReturnType<typeof decide>): Option {
  const { outcome, most, deadline, missingEvidence, missingFacts, approvals, notBefore, decline } = decision
  return {
    ...{ reason, most, deadline, notBefore, evidence: missingEvidence },
    open: outcome !== 'declined',
    dependsOnUse: missingFacts.length > 0,
    looked: approvals > 0 || outcome === 'needs-evidence',
    decline: decline?.code ?? null,
  }
}

function toRequest(row: RequestRow, messages: readonly ReceiptMessage[]): ReceiptRequest {
  const { status, asker, reason, amount, askedAt, dueAt, decision, appealed, notBefore } = row
  const waits = WAITING.includes(status)
  const declined = status === 'declined'
  // A guardian continues where the identity was verified.
  const own = asker === 'payer'
  return {
    id: uuidToId('req', row.id),
    ...{ status, reason, amount, askedAt, appealed, messages },
    answerBy: waits ? dueAt : null,
    evidence: status === 'needs-evidence' ? decision.missingEvidence : [],
    notBefore: status === 'approved' ? notBefore : null,
    decline: declined ? row.declineCode : null,
    declineText: declined ? row.declineText : null,
    mayShow: own && waits,
    mayAppeal: own && declined && !appealed,
    mayWithdraw: own && (waits || status === 'approved'),
  }
}

/** The actor of a request made with a receipt, for its history. */
export const actorOf = (charge: ChargeRow) => `receipt ${uuidToId('chg', charge.id)}`

async function readMessages(tx: TenantQueryable, requests: readonly string[]): Promise<Map<string, ReceiptMessage[]>> {
  const found = new Map<string, ReceiptMessage[]>()
  if (requests.length === 0) return found
  const rows = await tx.query<Written>(
    `SELECT e.request, e.at, e.actor, e.type, e.detail
     FROM unnest($2::uuid[]) AS r (id) CROSS JOIN LATERAL (
       SELECT request, number, at, actor, type, detail FROM refund_request_event
       WHERE tenant = $1 AND request = r.id AND type IN ('commented', 'evidence-added', 'appealed')
       ORDER BY number LIMIT 100 OFFSET 0) e
     ORDER BY e.request, e.number`,
    [tx.tenant, requests],
  )
  for (const row of rows) {
    const messages = found.get(row.request) ?? []
    messages.push(...messagesIn(row))
    found.set(row.request, messages)
  }
  return found
}

interface Written {
  readonly request: string
  readonly at: Date
  readonly actor: string
  readonly type: 'commented' | 'evidence-added' | 'appealed'
  /** JSON. */
  readonly detail: string
}

/** Without internal comments and evidence of others. */
function messagesIn({ at, actor, type, detail: json }: Written): ReceiptMessage[] {
  const byPayer = actor.startsWith('receipt ')
  const detail = JSON.parse(json) as { text: string; visibility?: string; evidence?: readonly EvidenceInput[] }
  const params = { at, byPayer, evidence: null, text: detail.text, url: null }
  if (type === 'commented') return detail.visibility === 'payer' ? [{ ...params, kind: 'message' }] : []
  if (!byPayer) return []
  if (type === 'appealed') return [{ ...params, kind: 'appeal' }]
  return (detail.evidence ?? []).map(({ kind, note, text, url }) => ({
    ...{ at, byPayer, kind: 'evidence', evidence: kind, url: url ?? null },
    text: [note, text].filter((each) => each !== undefined).join('\n') || null,
  }))
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}
