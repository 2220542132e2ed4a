/** What goes wrong between a merchant and WeChat Pay, on demand. */

/**
 * `…_before`: nothing happened at the provider; `…_after`: it did, and the merchant doesn't learn of it. `error`: 500
 * SYSTEM_ERROR, `hang`: no answer, `drop`: the connection breaks. `busy`: 429. `proxy`: a page from something in between.
 * The others answer what happened, signed wrongly (`wrong_signature`), not at all (`unsigned`), ten minutes ago (`stale`)
 * or with a serial that nobody knows (`unknown_serial`), or stop in the middle (`stall`). `old_names`: an error is told as older
 * interfaces tell it, `error_code` and `error_msg`.
 */
export type FaultKind =
  | 'error_before'
  | 'error_after'
  | 'hang_before'
  | 'hang_after'
  | 'drop_after'
  | 'busy'
  | 'proxy'
  | 'wrong_signature'
  | 'unsigned'
  | 'stale'
  | 'unknown_serial'
  | 'stall'
  | 'old_names'

export interface Fault {
  readonly kind: FaultKind
  /** Matched against "POST /v3/refund/domestic/refunds"; without it any request. */
  readonly match?: RegExp
  /** How many requests it hits: one, unless said otherwise. */
  readonly times?: number
}

export class Faults {
  private readonly waiting: { readonly fault: Fault; left: number }[] = []

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 })
  }

  clear(): void {
    this.waiting.length = 0
  }

  /** The fault for a request, if there is one; it is then used up. */
  take(request: string): FaultKind | null {
    const found = this.waiting.find(({ fault, left }) => left > 0 && (fault.match?.test(request) ?? true))
    if (!found) return null
    found.left -= 1
    return found.fault.kind
  }
}
