import type { Shapes } from '@recoup/sdk'
import { signOf } from '../../format.ts'

type Amounts = Shapes['ReportAmounts']

/** The currencies with activity, most charges first. Amounts in different currencies are never added up. */
export function currenciesOf(total: readonly Amounts[]): string[] {
  const moved = total.filter((each) =>
    (['captured', 'refunded', 'revenue', 'cost', 'paidOut'] as const).some((name) => signOf(each[name]) !== 0),
  )
  return moved
    .toSorted((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1))
    .map((each) => each.currency)
}

export function inCurrency<Each extends { readonly currency: string }>(
  list: readonly Each[],
  currency: string,
): Each | undefined {
  return list.find((each) => each.currency === currency)
}
