/** The steps that explain a refund: the amount, each component that is returned or not refundable, and any shortage. */

import type { ShortageMode } from '../charges/draft.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { Shortage } from '../ledger/balances.ts'
import { formatMicros, type Micros } from '../money/amount.ts'
import type { Step } from '../pricing/price.ts'
import type { RefundPlan } from './plan.ts'
import { toRefundable } from './refundable.ts'

/** Circumstances of a refund besides its plan. */
export interface Circumstances {
  /** The gateway that executes the refund; null: none. */
  readonly gateway: string | null
  readonly shortages: readonly Shortage[]
  readonly mode: ShortageMode
  /** Steps that explain an exchange difference. */
  readonly more: readonly Step[]
}

export function refundSteps(
  charge: ChargeRow,
  plan: RefundPlan,
  { gateway, shortages, mode, more }: Circumstances,
): Step[] {
  const { unit } = charge
  const text = (amount: Micros, of = unit) => formatMicros(amount, of)
  const refundable = charge.captured - charge.kept
  const steps: Step[] = [
    {
      code: 'refund_amount',
      params: { amount: text(plan.amount), of: text(refundable), before: text(charge.refunded + charge.pending), unit },
    },
  ]
  if (charge.draft.items.length > 1) {
    for (const { id, amount, quantity } of plan.items) {
      steps.push({
        code: 'refund_item',
        params: { item: id, amount: text(amount), quantity: quantity.toString(), unit },
      })
    }
  }
  for (const { component, amount, index } of plan.back) {
    steps.push({
      code: plan.returned[index] === component.amount ? 'returned_whole' : 'returned_part',
      params: {
        kind: component.kind,
        from: component.to,
        to: component.from,
        amount: text(amount, component.unit),
        total: text(plan.returned[index]!, component.unit),
        whole: text(component.amount, component.unit),
        unit: component.unit,
      },
    })
  }
  steps.push(...keptSteps(charge), ...more)
  for (const { account, short } of shortages) {
    steps.push({
      code: mode === 'advance' ? 'shortage_advanced' : 'shortage_owed',
      params: { account: account.path, amount: text(short, account.unit), unit: account.unit },
    })
  }
  if (gateway !== null) steps.push({ code: 'refund_through_gateway', params: { gateway } })
  steps.push({ code: 'refund_left', params: { amount: text(plan.refundable), unit } })
  return steps
}

function keptSteps(charge: ChargeRow): Step[] {
  return toRefundable(charge).items.flatMap((item) =>
    item.components
      .filter((component) => component.returns === 'never' && component.amount > 0n)
      .map(({ kind, amount, unit }) => ({ code: 'kept', params: { kind, amount: formatMicros(amount, unit), unit } })),
  )
}
