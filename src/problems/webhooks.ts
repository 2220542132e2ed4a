/** How Recoup says no about webhooks. */
import type { Entry } from './entry.ts'

export const webhooksProblems = {} as const satisfies Record<string, Entry>
