/** An inconsistency in the ledger: its code and location. */
export interface Fault {
  readonly code: string
  readonly detail: string
}
