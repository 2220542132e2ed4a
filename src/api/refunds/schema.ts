/** Refunds and their previews as the API shows them, and what of them a party may see. */
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
  RefundId,
} from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import type { Step } from '../../pricing/price.ts'
import { REFUND_STATUSES, type RefundRow } from '../../refunds/record.ts'
import type { RefundPreview as Preview, StoredPlan } from '../../refunds/refund.ts'
import { stepsSeenBy } from '../charges/explanation.ts'
import { isAccountOf, itemsSeenBy } from '../charges/schema.ts'

const RefundedItem = named(
  'RefundedItem',
  Type.Object({
    id: Type.String({ examples: ['1'] }),
    quantity: Type.String({ description: 'Units that came back; 0 where it went by amount', examples: ['0'] }),
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
    { description: 'What goes back from whom to whom' },
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
    { description: 'What someone lacked to give back, and how it is made up' },
  ),
)

const planFields = {
  amount: { ...Money, description: 'What the payer gets back' } as typeof Money,
  items: Type.Array(RefundedItem),
  transfers: Type.Array(RefundTransfer),
  shortages: Type.Array(Shortage),
  refundableAfter: { ...Money, description: 'What may still be given back afterwards' } as typeof Money,
}

export const Refund = named(
  'Refund',
  Type.Object(
    {
      id: RefundId,
      charge: ChargeId,
      status: oneOf(REFUND_STATUSES, {
        description:
          'pending: a payment provider carries it; failed: nothing reached the payer and all of it was undone; reversed: a chargeback that was won after all',
      }),
      kind: oneOf(['refund', 'chargeback']),
      gateway: nullableText({ description: 'The gateway that carries it to the payer; null: given back at once' }),
      dispute: nullableText({ description: 'The dispute that a chargeback comes of' }),
      settledAt: Type.Union([Instant, Type.Null()], { description: 'When it stopped being pending' }),
      failure: nullableText({ description: 'Why it failed: the provider’s code, or ours' }),
      ...planFields,
      reason: nullableText({ description: 'Why it was given back' }),
      reference: nullableText({ description: 'Your own number for it' }),
      effectiveAt: Instant,
      recordedAt: Instant,
    },
    { description: 'What was given back of a charge' },
  ),
)
export type Refund = Static<typeof Refund>

export const RefundPreview = named(
  'RefundPreview',
  Type.Object(
    {
      charge: ChargeId,
      hash: Type.String({ description: 'Names this preview when it is executed' }),
      ...planFields,
      explanation: Explanation,
    },
    { description: 'What a refund would do now' },
  ),
)
export type RefundPreview = Static<typeof RefundPreview>

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

/** Steps of a refund that a party may see: those of what it gave or got, and of kinds it knows from the charge. */
export function refundStepsSeenBy(party: string | null, steps: readonly Step[], charge: ChargeRow): Step[] {
  if (party === null) return [...steps]
  const items = itemsSeenBy(party, charge.draft.items)
  // What the market moved concerns whoever bears it and nobody else.
  const borne = steps.filter(({ params: { bearer } }) => bearer === undefined || isBearer(party, bearer, charge))
  return stepsSeenBy(party, borne, new Set(items.flatMap(({ components }) => components.map(({ kind }) => kind))))
}

function isBearer(party: string, bearer: string, { payer, payee }: ChargeRow): boolean {
  return (bearer === 'payer' && payer === party) || (bearer === 'payee' && payee === party)
}
