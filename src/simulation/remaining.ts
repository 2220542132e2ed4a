/** The amounts of a charge's components after refunds, as charged and as simulated under other terms. */
import type { Component, Item } from '../charges/draft.ts'
import { type Micros, min } from '../money/amount.ts'
import { divideTo } from '../money/round.ts'

export interface Drafted {
  readonly payerAccount: string
  readonly items: readonly Item[]
}

/** Amounts by component, in the order of the draft. */
export interface Remaining {
  readonly before: readonly Micros[]
  readonly after: readonly Micros[]
}

/**
 * Computes the amounts after refunds. `returned`: the refunded amount of each component of `before`. Under the other
 * terms the same fraction of each item is refunded, with the rounding of a refund (src/refunds/plan.ts); a component
 * with an unchanged amount refunds exactly what it did.
 */
export function remainingAfterRefunds(before: Drafted, after: Drafted, returned: readonly Micros[]): Remaining {
  const remaining: { before: Micros[]; after: Micros[] } = { before: [], after: [] }
  const parts = new Map<string, Part>()
  let first = 0
  for (const item of before.items) {
    const back = item.components.map((_, n) => returned[first + n] ?? 0n)
    first += item.components.length
    parts.set(item.id, partOf(item, back, before.payerAccount))
    remaining.before.push(...item.components.map(({ amount }, n) => amount - back[n]!))
  }
  for (const { id, components } of after.items) {
    const part = parts.get(id)
    remaining.after.push(
      ...components.map((component, n) => component.amount - (part ? backOf(component, n, part) : 0n)),
    )
  }
  return remaining
}

/** The refunded fraction of an item. */
interface Part {
  readonly components: readonly Component[]
  readonly back: readonly Micros[]
  readonly whole: boolean
  /** The refunded share of the amount that is refundable in proportion. */
  readonly refunded: Micros
  readonly base: Micros
}

function partOf({ components }: Item, back: readonly Micros[], payerAccount: string): Part {
  let [refunded, base, wholeOnly] = [0n, 0n, 0n]
  for (const [n, { from, amount, returns }] of components.entries()) {
    if (from !== payerAccount) continue
    refunded += back[n]!
    if (returns === 'pro-rata') base += amount
    if (returns === 'whole-only') wholeOnly += amount
  }
  return { components, back, whole: refunded > 0n && refunded === base + wholeOnly, refunded, base }
}

function backOf({ kind, amount, returns, quantum }: Component, n: number, part: Part): Micros {
  const same = part.components[n]
  if (same && same.kind === kind && same.amount === amount && same.returns === returns) return part.back[n]!
  if (returns === 'never') return 0n
  if (part.whole) return amount
  if (returns === 'whole-only' || part.base === 0n) return 0n
  return min(amount, divideTo(amount * part.refunded, part.base, quantum))
}
