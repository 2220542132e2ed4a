/** Faults between a merchant and WeChat Pay, on demand. */

/**
 * `…_before`: nothing happened at the provider; `…_after`: the operation was executed, but the merchant does not
 * learn of it. `error`: 500 SYSTEM_ERROR, `hang`: no answer, `drop`: the connection breaks. `busy`: 429. `proxy`: a
 * page from a proxy. The others answer correctly, but signed wrongly (`wrong_signature`), not at all (`unsigned`),
 * ten minutes ago (`stale`) or with an unknown serial (`unknown_serial`). `stall`: the answer stops in the middle.
 * `old_names`: an error has the field names of older interfaces, `error_code` and `error_msg`.
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
  /** Matched against "POST /v3/refund/domestic/refunds"; if absent, any request matches. */
  readonly match?: RegExp
  /** Number of affected requests; defaults to one. */
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

  /** The fault for a request, if any, which is then used up. */
  take(request: string): FaultKind | null {
    const found = this.waiting.find(({ fault, left }) => left > 0 && (fault.match?.test(request) ?? true))
    if (!found) return null
    found.left -= 1
    return found.fault.kind
  }
}
