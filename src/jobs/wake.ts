/** Notifies the workers of this process of a new job without involving the database. */

const workers = new Set<() => void>()

/** @returns a function that unsubscribes */
export function onWake(listen: () => void): () => void {
  workers.add(listen)
  return () => workers.delete(listen)
}

export function wakeWorkers(): void {
  for (const wake of workers) wake()
}
