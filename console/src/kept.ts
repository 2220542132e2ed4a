/** A text that the browser keeps. Where it keeps nothing (private windows, blocked storage), it is kept by the page. */
export interface Kept {
  read(): string | null
  /** null forgets it. */
  write(value: string | null): void
}

/** @param until `closed`: as long as the tab is open; `removed`: until somebody removes it. */
export function kept(name: string, until: 'closed' | 'removed' = 'removed'): Kept {
  let own: string | null = null
  const storage = (): Storage => (until === 'closed' ? sessionStorage : localStorage)
  return {
    read() {
      try {
        return storage().getItem(name) ?? own
      } catch {
        return own
      }
    },
    write(value) {
      own = value
      try {
        if (value === null) storage().removeItem(name)
        else storage().setItem(name, value)
      } catch {
        // the page's own is what is left
      }
    },
  }
}
