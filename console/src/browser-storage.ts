/** Text values in the browser's storage, with a copy in memory for browsers that refuse to store (private windows, blocked storage). */
export interface StoredText {
  read(): string | null
  /** null removes the value. */
  write(value: string | null): void
}

/** @param lifetime `tab`: until the tab is closed; `permanent`: until it is removed. */
export function storedText(name: string, lifetime: 'tab' | 'permanent' = 'permanent'): StoredText {
  let inMemory: string | null = null
  const storage = (): Storage => (lifetime === 'tab' ? sessionStorage : localStorage)
  return {
    read() {
      try {
        return storage().getItem(name) ?? inMemory
      } catch {
        return inMemory
      }
    },
    write(value) {
      inMemory = value
      try {
        if (value === null) storage().removeItem(name)
        else storage().setItem(name, value)
      } catch {
        // The copy in memory remains.
      }
    },
  }
}
