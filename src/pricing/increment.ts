/**
 * Charging as use goes on. What is charged between two moments is the price of all that was used until the second less
 * the price of all that was used until the first, never the price of the difference: so tiers, packages, free units,
 * caps and roundings come out the same whether a period is billed once or in a thousand parts.
 */
import { formatMicros } from '../money/amount.ts'
import type { Priced } from './price.ts'
import { step } from './steps.ts'

/** price(to) − price(from), told as the whole less what was charged before. Negative where the total falls (volume tiers). */
export function difference(before: Priced, total: Priced, unit: string): Priced {
  const amount = total.amount - before.amount
  const params = { total: formatMicros(total.amount, unit), before: formatMicros(before.amount, unit), unit }
  return { amount, steps: [...total.steps, step('charged_before', { ...params, result: formatMicros(amount, unit) })] }
}
