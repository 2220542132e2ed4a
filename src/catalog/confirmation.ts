/**
 * Publications that take something away ask for confirmation: a card without a product that the card before it prices,
 * or in another currency. The hash names the exact difference, so a confirmation covers nothing else.
 */
import { createHash } from 'node:crypto'
import { canonical } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'
import { changesBetween } from './changes.ts'
import type { RateCard, RateCardVersion } from './rate-card.ts'

export interface Confirmation {
  /** Identifies the version that the card follows and every change. */
  readonly hash: string
  /** Products (`line/product`), and the currency if it changes. */
  readonly lost: readonly string[]
}

/** Returns what must be confirmed before `card` follows `current`; undefined if nothing is lost. */
export function confirmationOf(current: RateCardVersion | undefined, card: RateCard): Confirmation | undefined {
  if (!current) return undefined
  const before = current.card
  const products = Object.keys(before.products).filter((name) => !Object.hasOwn(card.products, name))
  const lost = [...(before.currency === card.currency ? [] : [before.currency]), ...products]
  if (lost.length === 0) return undefined
  const difference = canonical({ follows: current.version, changes: changesBetween(before, card) })
  return { hash: createHash('sha256').update(difference).digest('hex'), lost }
}

/** @throws Problem `confirmation_required` with the hash to confirm, unless `confirm` is that hash. */
export function checkConfirmed(
  current: RateCardVersion | undefined,
  card: RateCard,
  confirm: string | undefined,
): void {
  const needed = confirmationOf(current, card)
  if (needed && needed.hash !== confirm) throw new Problem('confirmation_required', { ...needed })
}
