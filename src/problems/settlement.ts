/** How Recoup says no about debts, payouts, disputes and reconciliation. */
import type { Entry } from './entry.ts'

export const settlementProblems = {} as const satisfies Record<string, Entry>
