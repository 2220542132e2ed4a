/**
 * Incremental charging. The charge between two moments is the price of all use until the second less the price of all
 * use until the first, never the price of the difference. So tiers, packages, free units, caps and roundings are the
 * same whether a period is billed once or in a thousand parts.
 */
import { formatMicros } from '../money/amount.ts'
import type { Priced } from './price.ts'
import { step } from './steps.ts'

/**
 * Returns price(to) − price(from), explained as the total less what was charged before. Negative if the total decreases
 * (volume tiers).
 */
export function difference(before: Priced, total: Priced, unit: string): Priced {
  const amount = total.amount - before.amount
  const params = { total: formatMicros(total.amount, unit), before: formatMicros(before.amount, unit), unit }
  return { amount, steps: [...total.steps, step('charged_before', { ...params, result: formatMicros(amount, unit) })] }
}
