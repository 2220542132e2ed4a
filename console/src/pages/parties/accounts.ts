import type { Shapes } from '@recoup/sdk'
import { useGet } from '../../api.ts'

/** More accounts than any party has. */
const ACCOUNTS = 200

const CURRENCY = /^[A-Z]{3}$/

export const useAccounts = (party: string) => useGet('/v1/accounts', { params: { query: { party, limit: ACCOUNTS } } })

/** The main currency of a party, as the initial value of forms. */
export function usualCurrency(accounts: readonly Shapes['Account'][] = []): string {
  const money = accounts.filter(({ currency }) => CURRENCY.test(currency))
  const earned = money.find(({ path }) => path.endsWith('/balance')) ?? money[0]
  return earned?.currency ?? 'CNY'
}
