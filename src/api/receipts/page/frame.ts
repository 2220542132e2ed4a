/** What every section of a receipt's page gets: the state of the page, and how to write in the reader's language. */

import type { Frame } from './layout.ts'
import type { RejectedForm } from './rejected-form.ts'
import type { Done } from './texts.ts'

export interface ReceiptFrame extends Frame {
  /** Path of the page that asks for number and secret. */
  readonly entry: string
  readonly endsAt: Date
  /** What was just done, or why it was not. */
  readonly done: Done | null
  readonly error: string | null
  /** What was typed into the form that could not be taken. */
  readonly rejected: RejectedForm | null
  /** A fresh key for the form: sent twice it asks once. */
  readonly key: string
}

/** How a page writes: its language, and the receipt's currency and time zone. */
export interface Writer {
  readonly language: Frame['language']
  amount(micros: bigint): string
  time(at: Date): string
  day(at: Date): string
}
