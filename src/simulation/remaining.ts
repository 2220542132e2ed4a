/** What is left of a charge's components after its refunds, as it was charged and as it would be under other terms. */
import type { Component, Item } from '../charges/draft.ts'
import { type Micros, min } from '../money/amount.ts'
import { divideTo } from '../money/round.ts'

export interface Drafted {
  readonly payerAccount: string
  readonly items: readonly Item[]
}

/** By component, in the order of the draft. */
export interface Remaining {
  readonly before: readonly Micros[]
  readonly after: readonly Micros[]
}

/**
 * `returned` is what each component of `before` has given back. Under the other terms each item gives back the same part
 * of itself, rounded as a refund rounds (src/refunds/plan.ts); a component that comes to the same amount gives back
 * exactly what it did.
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

/** Which part of an item went back. */
interface Part {
  readonly components: readonly Component[]
  readonly back: readonly Micros[]
  readonly whole: boolean
  /** Of what the payer gets back in proportion: so much of so much. */
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
