/** How Recoup says no about gateways and what goes through them. */
import type { Entry } from './entry.ts'

export const gatewaysProblems = {} as const satisfies Record<string, Entry>
