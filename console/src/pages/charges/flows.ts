import type { Charge, Refund } from '@recoup/sdk'
import type { FlowLink } from '../../ui/flow-layout.ts'

export interface CurrencyFlow {
  readonly currency: string
  readonly links: readonly FlowLink[]
  readonly back: readonly FlowLink[]
}

/** The flows of a charge and of its refunds, one diagram per currency. */
export function flowsOf(
  charge: Charge,
  refunds: readonly Refund[],
  kindName: (kind: string) => string,
): CurrencyFlow[] {
  const flows = new Map<string, { links: FlowLink[]; back: FlowLink[] }>()
  const at = (currency: string) => {
    const flow = flows.get(currency) ?? { links: [], back: [] }
    flows.set(currency, flow)
    return flow
  }
  for (const { components } of charge.items) {
    for (const { kind, from, to, amount } of components) {
      if (isNothing(amount.amount)) continue
      at(amount.currency).links.push({ from, to, amount: amount.amount, text: kindName(kind) })
    }
  }
  for (const { transfers, status } of refunds) {
    // A failed refund moved no money in the end.
    if (status === 'failed' || status === 'reversed') continue
    for (const { kind, from, to, amount } of transfers) {
      if (isNothing(amount.amount)) continue
      at(amount.currency).back.push({ from, to, amount: amount.amount, text: kindName(kind) })
    }
  }
  return [...flows].map(([currency, { links, back }]) => ({ currency, links, back }))
}

const isNothing = (amount: string) => !/[1-9]/.test(amount)
