/** The input of every section of the receipt page: its state, and how to format text in the reader's language. */

import type { Frame } from './layout.ts'
import type { RejectedForm } from './rejected-form.ts'
import type { Done } from './texts.ts'

export interface ReceiptFrame extends Frame {
  /** Path of the page with the form for number and secret. */
  readonly entry: string
  readonly endsAt: Date
  /** The action that was just completed, or why it failed. */
  readonly done: Done | null
  readonly error: string | null
  /** The input of a form that was refused. */
  readonly rejected: RejectedForm | null
  /** A new idempotency key for the form, so that submitting it twice creates one request. */
  readonly key: string
}

/** Formatting of a page: its language, and the receipt's currency and time zone. */
export interface Writer {
  readonly language: Frame['language']
  amount(micros: bigint): string
  time(at: Date): string
  day(at: Date): string
}
