/** How Recoup says no about refund requests, policies, bulk refunds and claims. */
import type { Entry } from './entry.ts'

export const requestsProblems = {} as const satisfies Record<string, Entry>
