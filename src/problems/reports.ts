/** How Recoup says no about reports and the demo world. */
import type { Entry } from './entry.ts'

export const reportsProblems = {} as const satisfies Record<string, Entry>
