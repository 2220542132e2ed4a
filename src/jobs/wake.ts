/** Tells the workers of this process that a job was written, without a way through the database. */

const workers = new Set<() => void>()

/** @returns how to end it. */
export function onWake(listen: () => void): () => void {
  workers.add(listen)
  return () => workers.delete(listen)
}

export function wakeWorkers(): void {
  for (const wake of workers) wake()
}
