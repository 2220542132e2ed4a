/** Something in the books that does not hold: a code, and where. */
export interface Fault {
  readonly code: string
  readonly detail: string
}
