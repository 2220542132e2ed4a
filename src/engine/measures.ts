/** Sums that lines use for their measures. */
import type { ChargeDraft } from '../charges/draft.ts'
import { PLATFORM } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'

/**
 * Sums the components of some kinds that the platform does not pay, in the unit of the charge: what was sold, sent,
 * shipped.
 */
export function sumOf({ items, unit }: Pick<ChargeDraft, 'items' | 'unit'>, ...kinds: readonly string[]): Micros {
  let sum = 0n
  for (const { components } of items) {
    for (const component of components) {
      const { from, amount } = component
      if (component.unit === unit && kinds.includes(component.kind) && !from.startsWith(`${PLATFORM}/`)) sum += amount
    }
  }
  return sum
}

/** Sums counts. */
export function total<Each>(all: readonly Each[], count: (each: Each) => number): bigint {
  let sum = 0n
  for (const each of all) sum += BigInt(count(each))
  return sum
}
