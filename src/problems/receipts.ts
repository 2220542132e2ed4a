/** How Recoup says no about the payer's page. */
import type { Entry } from './entry.ts'

export const receiptsProblems = {} as const satisfies Record<string, Entry>
