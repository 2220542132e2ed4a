/** The types shared by the reader and the writers of an export. */

import type { Uuid } from '../ids.ts'
import type { Micros } from '../money/amount.ts'
import type { BatchId } from './account.ts'

/** What an export covers. */
export interface ExportScope {
  /** First day and the day after the last (YYYY-MM-DD) in the tenant's time zone; undefined: no bound. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /**
   * How the `external` accounts are named: `one` account with the party as a sub-ledger dimension of its entries, or
   * one account for `each` party.
   */
  readonly externals: 'one' | 'each'
  /** `money`: ISO 4217 currencies; `other`: units such as privacy budgets. */
  readonly units: 'money' | 'other' | 'all'
}

interface ExportedUnit {
  readonly unit: string
  /** Decimals of the most precise amount. */
  readonly decimals: number
}

export interface LedgerFacts {
  /** Name of the tenant. */
  readonly tenant: string
  /** IANA name; decides the day of a time. */
  readonly timeZone: string
  readonly units: readonly ExportedUnit[]
  /**
   * First and last day of the file (YYYY-MM-DD), and the day after the last; today for an empty ledger. Opening balances
   * are dated the day before the period, which is then the first day.
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
  /** Id of the payer of the charge, also for its refunds. */
  readonly payer: string | null
  /** Of the charge, also for its refunds. */
  readonly line: string | null
  readonly product: string | null
  readonly narration: string
  readonly reference: string | null
  /** Prefixed id of the refunded charge. */
  readonly charge: string | null
}

/** An account of the file, as resolved by `accountOf` in export-names.ts. */
export interface BookAccount {
  readonly type: 'Assets' | 'Liabilities' | 'Equity' | 'Income' | 'Expenses'
  readonly purpose: string
  /** The party that the account is named after; null if all parties share the account. */
  readonly owner: string | null
  /** The party of an entry on the account. */
  readonly party: string | null
  /** Name of the party, if it has one. */
  readonly partyName: string | null
}

/** Balance (credits − debits, micros) of an account at the end of a day, and the day after. */
export interface StatedBalance {
  readonly path: string
  readonly unit: string
  readonly balance: Micros
  readonly date: string
  readonly dayAfter: string
}

/** One side of a transaction. Debits are positive. */
export interface BookEntry {
  readonly account: BookAccount
  readonly amount: Micros
  readonly unit: string
  /** Absent for opening balances. */
  readonly transfer?: ExportedTransfer
}

/** A file format of a plain-text accounting program. Each member returns text including its line ends. */
export interface BookFormat {
  /** Beginning of the file: settings and commodities. */
  header(facts: LedgerFacts): string
  account(account: BookAccount, units: readonly string[], facts: LedgerFacts): string
  /** Header line of the opening balances; their entries follow. */
  opening(facts: LedgerFacts): string
  /** Header lines of a transaction; its entries follow. */
  transaction(first: ExportedTransfer, posting: PostingHeader, payerName: string | null): string
  entry(entry: BookEntry): string
  assertion(account: BookAccount, balance: StatedBalance): string
}
