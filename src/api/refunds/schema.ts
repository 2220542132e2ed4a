/** The API representation of refunds and previews, and the parts that a party may see. */
import Type, { type Static } from 'typebox'
import type { ChargeRow } from '../../charges/record.ts'
import {
  ChargeId,
  Explanation,
  type Explanation as ExplanationType,
  Instant,
  Money,
  named,
  nullableText,
  oneOf,
  ProblemShape,
  RefundId,
} from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import type { Step } from '../../pricing/price.ts'
import { REFUND_STATUSES, type RefundRow, type StoredPlan } from '../../refunds/record.ts'
import type { RefundPreview as Preview } from '../../refunds/refund.ts'
import { described } from '../../schema.ts'
import { stepsSeenBy } from '../charges/explanation.ts'
import { CreatedBy, isAccountOf, itemsSeenBy } from '../charges/schema.ts'

const RefundedItem = named(
  'RefundedItem',
  Type.Object({
    id: Type.String({ examples: ['1'] }),
    quantity: Type.String({ description: 'Number of units refunded; 0 if refunded by amount', examples: ['0'] }),
    amount: Money,
  }),
)

const RefundTransfer = named(
  'RefundTransfer',
  Type.Object(
    {
      kind: Type.String({ examples: ['fee'] }),
      from: Type.String({ examples: ['platform/revenue'] }),
      to: Type.String({ examples: ['mch_1/balance'] }),
      amount: Money,
    },
    { description: 'A transfer of a refund' },
  ),
)

const Shortage = named(
  'Shortage',
  Type.Object(
    {
      account: Type.String({ examples: ['mch_1/balance'] }),
      mode: oneOf(['debt', 'advance', 'reject']),
      amount: Money,
    },
    { description: 'A shortfall of an account and how it is covered' },
  ),
)

const planFields = {
  amount: described(Money, 'Amount that the payer receives'),
  items: Type.Array(RefundedItem),
  transfers: Type.Array(RefundTransfer),
  shortages: Type.Array(Shortage),
  refundableAfter: described(Money, 'Amount that can still be refunded afterwards'),
}

export const Refund = named(
  'Refund',
  Type.Object(
    {
      id: RefundId,
      charge: ChargeId,
      status: oneOf(REFUND_STATUSES, {
        description:
          'pending: being executed by a payment provider; failed: nothing reached the payer and all postings were reversed; reversed: a chargeback that was won later',
      }),
      kind: oneOf(['refund', 'chargeback']),
      gateway: nullableText({
        description: 'The gateway that executes the refund; null if it was completed immediately',
      }),
      dispute: nullableText({ description: 'Id of the dispute that caused a chargeback' }),
      settledAt: Type.Union([Instant, Type.Null()], { description: 'When the refund left the status `pending`' }),
      failure: nullableText({ description: 'Error code of the provider or of Recoup' }),
      ...planFields,
      reason: nullableText({ description: 'Reason for the refund' }),
      reference: nullableText({ description: 'Your own reference' }),
      createdBy: CreatedBy,
      effectiveAt: Instant,
      recordedAt: Instant,
    },
    { description: 'A refund of a charge' },
  ),
)
export type Refund = Static<typeof Refund>

export const RefundPreview = named(
  'RefundPreview',
  Type.Object(
    {
      charge: ChargeId,
      hash: Type.String({ description: 'Identifies this preview; pass it as `previewHash` when refunding' }),
      ...planFields,
      explanation: Explanation,
    },
    { description: 'The effect of a refund if executed now' },
  ),
)
export type RefundPreview = Static<typeof RefundPreview>

/** The problem of a refund whose preview has changed: it carries the new one. */
named(
  'StalePreviewProblem',
  Type.Object(
    { ...ProblemShape.properties, preview: Type.Optional(RefundPreview) },
    { additionalProperties: true, description: 'Problem details, with the new preview for `refund_preview_stale`' },
  ),
)

function planSeenBy(party: string | null, plan: StoredPlan) {
  const { amount, items, transfers, shortages, refundableAfter } = plan
  if (party === null) return { amount, items, transfers, shortages, refundableAfter }
  return {
    amount,
    items,
    transfers: transfers.filter(({ from, to }) => isAccountOf(party, from) || isAccountOf(party, to)),
    shortages: shortages.filter(({ account }) => isAccountOf(party, account)),
    refundableAfter,
  }
}

export function toRefund(row: RefundRow, party: string | null): Refund {
  return {
    id: uuidToId('rfd', row.id),
    charge: uuidToId('chg', row.charge),
    status: row.status,
    kind: row.kind,
    gateway: row.gateway,
    dispute: row.dispute === null ? null : uuidToId('dsp', row.dispute),
    settledAt: row.settledAt?.toISOString() ?? null,
    failure: row.failure,
    ...planSeenBy(party, row.plan),
    amount: wireMoney(row.amount, row.unit),
    reason: row.reason,
    reference: row.reference,
    createdBy: party === null ? row.actor : null,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }
}

export function toPreview(
  { charge, plan, hash }: Preview,
  party: string | null,
  explain: (steps: readonly Step[]) => ExplanationType,
): RefundPreview {
  return {
    charge: uuidToId('chg', charge.id),
    hash,
    ...planSeenBy(party, plan),
    explanation: explain(refundStepsSeenBy(party, plan.steps, charge)),
  }
}

/**
 * The steps of a refund that a party may see: those of its own transfers, and of component kinds that it sees on the
 * charge.
 */
export function refundStepsSeenBy(party: string | null, steps: readonly Step[], charge: ChargeRow): Step[] {
  if (party === null) return [...steps]
  const items = itemsSeenBy(party, charge.draft.items)
  // An exchange difference is shown only to the party that bears it.
  const borne = steps.filter(({ params: { bearer } }) => bearer === undefined || isBearer(party, bearer, charge))
  return stepsSeenBy(party, borne, new Set(items.flatMap(({ components }) => components.map(({ kind }) => kind))))
}

function isBearer(party: string, bearer: string, { payer, payee }: ChargeRow): boolean {
  return (bearer === 'payer' && payer === party) || (bearer === 'payee' && payee === party)
}
