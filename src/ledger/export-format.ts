/** The types shared by the reader and the writers of an export. */

import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import type { BatchId } from './account.ts'

export interface LedgerFacts {
  /** Name of the tenant. */
  readonly tenant: string
  /** IANA name; decides the day of a time. */
  readonly timeZone: string
  readonly units: readonly string[]
  /**
   * First and last effective day of the transfers (YYYY-MM-DD), and the day after the last; today for an empty ledger.
   */
  readonly firstDay: string
  readonly lastDay: string
  readonly dayAfter: string
}

/** A transfer with the paths of its accounts. Amount in micros of `unit`. */
export interface ExportedTransfer {
  readonly batch: BatchId
  readonly n: number
  /** UUID of the charge, refund or journal entry. */
  readonly posting: Uuid
  readonly component: number | null
  readonly kind: string
  readonly debit: string
  readonly credit: string
  readonly amount: Micros
  readonly unit: string
  /** Effective day, YYYY-MM-DD. */
  readonly date: string
  readonly effectiveAt: Date
  readonly recordedAt: Date
}

/** The charge, refund or journal entry of a transfer. */
export interface PostingHeader {
  /** `other`: posted by a caller inside its own transaction; only its UUID is known. */
  readonly type: 'charge' | 'refund' | 'journal' | 'other'
  /** Prefixed id; for `other` the UUID. */
  readonly id: string
  readonly payee: string | null
  readonly narration: string
  readonly reference: string | null
  /** Prefixed id of the refunded charge. */
  readonly charge: string | null
}

/** Balance (credits − debits, micros) of an account at the end of a day, and the day after. */
export interface StatedBalance {
  readonly path: string
  readonly unit: string
  readonly balance: Micros
  readonly date: string
  readonly dayAfter: string
}

/** A file format of a plain-text accounting program. Each member returns text including its line ends. */
export interface BookFormat {
  /** Beginning of the file: settings and commodities. */
  opening(facts: LedgerFacts): string
  account(path: string, units: readonly string[], facts: LedgerFacts): string
  /** Header lines of a transaction; its entries follow. */
  transaction(first: ExportedTransfer, posting: PostingHeader): string
  entries(transfer: ExportedTransfer): string
  assertion(balance: StatedBalance): string
}
