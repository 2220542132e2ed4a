/** What an export is made of, between the reading and the writing. */

import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import type { BatchId } from './account.ts'

export interface LedgerFacts {
  /** Name of the tenant. */
  readonly tenant: string
  /** IANA name: what day a time belongs to. */
  readonly timeZone: string
  readonly units: readonly string[]
  /** First and last effective day of the transfers (YYYY-MM-DD), and the day after; today in an empty ledger. */
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
  /** The effective day, YYYY-MM-DD. */
  readonly date: string
  readonly effectiveAt: Date
  readonly recordedAt: Date
}

/** What a transfer belongs to. */
export interface PostingHeader {
  /** `other`: posted by a caller inside its own transaction, known by its UUID only. */
  readonly type: 'charge' | 'refund' | 'journal' | 'other'
  /** Prefixed id, or the UUID of `other`. */
  readonly id: string
  readonly payee: string | null
  readonly narration: string
  readonly reference: string | null
  /** Prefixed id of the charge that a refund gives back from. */
  readonly charge: string | null
}

/** The balance (credits − debits, micros) of an account at the end of a day, and the day after that. */
export interface StatedBalance {
  readonly path: string
  readonly unit: string
  readonly balance: Micros
  readonly date: string
  readonly dayAfter: string
}

/** How a program for plain-text accounting wants its file: each member answers text with its line ends. */
export interface BookFormat {
  /** What stands first: settings and commodities. */
  opening(facts: LedgerFacts): string
  account(path: string, units: readonly string[], facts: LedgerFacts): string
  /** The first lines of a transaction; its entries follow. */
  transaction(first: ExportedTransfer, posting: PostingHeader): string
  entries(transfer: ExportedTransfer): string
  assertion(balance: StatedBalance): string
}
