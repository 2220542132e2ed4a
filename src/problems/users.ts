/** How Recoup says no about people, sign-in and roles. */
import type { Entry } from './entry.ts'

export const usersProblems = {} as const satisfies Record<string, Entry>
