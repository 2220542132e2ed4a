/** The JSON columns of requests: bigints as strings, dates as RFC 3339. */

import type { UseFacts } from '../refunds/entitlement.ts'
import type { RefundAsk } from '../refunds/plan.ts'
import type { Decision } from '../refunds/question.ts'
import type { Decided } from '../refunds/refund.ts'

export interface StoredAsk {
  amount?: string
  items?: { id: string; quantity?: string; amount?: string }[]
}

export function storeAsk({ amount, items }: RefundAsk): StoredAsk {
  return {
    ...(amount === undefined ? {} : { amount: amount.toString() }),
    ...(items && {
      items: items.map(({ id, quantity, amount: part }) => ({
        id,
        ...(quantity === undefined ? {} : { quantity: quantity.toString() }),
        ...(part === undefined ? {} : { amount: part.toString() }),
      })),
    }),
  }
}

export function readAsk({ amount, items }: StoredAsk): RefundAsk {
  return {
    ...(amount === undefined ? {} : { amount: BigInt(amount) }),
    ...(items && {
      items: items.map(({ id, quantity, amount: part }) => ({
        id,
        ...(quantity === undefined ? {} : { quantity: BigInt(quantity) }),
        ...(part === undefined ? {} : { amount: BigInt(part) }),
      })),
    }),
  }
}

export interface StoredUse {
  items?: Record<string, string>
  usedUntil?: string
  calls?: string
  delivery?: NonNullable<UseFacts['delivery']>
  notifiedAt?: string
  period?: NonNullable<UseFacts['period']>
}

export function storeUse({ items, usedUntil, calls, delivery, notifiedAt, period }: UseFacts): StoredUse {
  return {
    ...(items && { items: Object.fromEntries(Object.entries(items).map(([id, used]) => [id, used.toString()])) }),
    ...(usedUntil && { usedUntil: usedUntil.toISOString() }),
    ...(calls === undefined ? {} : { calls: calls.toString() }),
    ...(delivery && { delivery }),
    ...(notifiedAt && { notifiedAt: notifiedAt.toISOString() }),
    ...(period && { period }),
  }
}

export function readUse({ items, usedUntil, calls, delivery, notifiedAt, period }: StoredUse): UseFacts {
  return {
    ...(items && { items: Object.fromEntries(Object.entries(items).map(([id, used]) => [id, BigInt(used)])) }),
    ...(usedUntil && { usedUntil: new Date(usedUntil) }),
    ...(calls === undefined ? {} : { calls: BigInt(calls) }),
    ...(delivery && { delivery }),
    ...(notifiedAt && { notifiedAt: new Date(notifiedAt) }),
    ...(period && { period }),
  }
}

/** A decision as made: what people see, and why. */
export type StoredDecision = Pick<
  Decision,
  'outcome' | 'decline' | 'missingEvidence' | 'missingFacts' | 'approvals' | 'steps'
> & { amount: string; most: string; deadline: string | null; notBefore: string | null }

export function storeDecision(decision: Decision): StoredDecision {
  const { outcome, decline, missingEvidence, missingFacts, approvals, steps, amount, most } = decision
  return {
    ...{ outcome, decline, missingEvidence, missingFacts, approvals, steps },
    amount: amount.toString(),
    most: most.toString(),
    deadline: decision.deadline?.toISOString() ?? null,
    notBefore: decision.notBefore?.toISOString() ?? null,
  }
}

/** What is executed, frozen with the last approval, so that every attempt requests the same refund from the engine. */
export interface Execution {
  readonly ask: RefundAsk
  readonly decided: Decided
}

export interface StoredExecution {
  ask: StoredAsk
  decided: Decided
}

export const storeExecution = ({ ask, decided }: Execution): StoredExecution => ({ ask: storeAsk(ask), decided })
export const readExecution = ({ ask, decided }: StoredExecution): Execution => ({ ask: readAsk(ask), decided })
