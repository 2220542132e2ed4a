/**
 * Requests that the server refuses until the user confirms the identity wait here for the dialog (app/StepUp.tsx), and
 * are then sent again. Several share one dialog.
 */
import { useSyncExternalStore } from 'react'

let waiting: ((confirmed: boolean) => void)[] = []
const listeners = new Set<() => void>()

/** Asks the user. @returns false if the user gives up */
export function confirmIdentity(): Promise<boolean> {
  return new Promise((resolve) => set([...waiting, resolve]))
}

/** Called by the dialog. */
export function endStepUp(confirmed: boolean): void {
  const answered = waiting
  set([])
  for (const resolve of answered) resolve(confirmed)
}

export function useStepUpAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting.length > 0,
  )
}

function set(next: typeof waiting): void {
  waiting = next
  for (const listener of listeners) listener()
}
