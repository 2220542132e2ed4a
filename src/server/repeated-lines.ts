/** Limits log lines that can occur thousands of times: each subject at most once in ten seconds. */
const QUIET_MS = 10_000
const REMEMBERED = 1_000

export class RepeatedLines {
  readonly #known = new Map<string, { readonly until: number; hidden: number }>()

  /** Returns how many lines of the subject were left out before this one; undefined: leave out this one too. */
  admit(subject: string): number | undefined {
    const now = performance.now()
    const before = this.#known.get(subject)
    if (before && before.until > now) {
      before.hidden += 1
      return undefined
    }
    if (this.#known.size >= REMEMBERED) this.#known.clear()
    this.#known.set(subject, { until: now + QUIET_MS, hidden: 0 })
    return before?.hidden ?? 0
  }
}
