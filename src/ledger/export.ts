/**
 * Exports the whole ledger of a tenant as text for other programs: a journal for hledger, a file for beancount, or a
 * CSV table. The two journals let independent programs verify the ledger: every transaction must balance to the last
 * micro, and every stored balance is written as an assertion, which they compare with their own sums. `hledger check -s
 * ordereddates` and `bean-check` print nothing if everything is correct.
 *
 * One snapshot: everything is read in one read-only repeatable-read transaction, so a concurrent posting is included
 * completely or not at all. Bounded memory: rows are read through database cursors, a page at a time and only as fast
 * as the reader consumes them; sorting by date happens in the database, on disk if necessary. The connection is held
 * until the last chunk is taken or the generator is left (`return()`, a `break` out of `for await`).
 */
import type { TenantDatabase, TenantQueryable, TransactionOptions } from '../db/connect.ts'
import { beancount } from './export-beancount.ts'
import { csvHeader, csvRow } from './export-csv.ts'
import type { BookFormat, ExportedTransfer } from './export-format.ts'
import { hledger } from './export-hledger.ts'
import {
  accountPages,
  balancePages,
  MonthEnds,
  prepareToExport,
  readFacts,
  readPostings,
  transferPages,
} from './export-source.ts'
import { pulled } from './export-stream.ts'

export type ExportFormat = 'hledger' | 'beancount' | 'csv'

/** Media type and file extension of each format. */
export const exportFormats: Readonly<Record<ExportFormat, { mediaType: string; extension: string }>> = {
  hledger: { mediaType: 'text/plain; charset=utf-8', extension: 'journal' },
  beancount: { mediaType: 'text/plain; charset=utf-8', extension: 'beancount' },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
}

const books: Readonly<Record<Exclude<ExportFormat, 'csv'>, BookFormat>> = { hledger, beancount }

const SNAPSHOT: TransactionOptions = { isolation: 'repeatable read', readOnly: true }

/**
 * Streams the ledger in chunks of text (UTF-8, at most some hundred kilobytes). The transaction starts when the first
 * chunk is requested.
 *
 * Journals: one transaction per posting (charge, refund, journal entry) on its effective day in the tenant's time zone,
 * in order of day. In these files debits are positive, while balances of the ledger are credits minus debits, so signs
 * are inverted. Each month ends with the balances of the accounts that moved in it, summed by SQL; the file ends with
 * the stored balance of every account. csv: one row per transfer in the order of recording; see `export-csv.ts`.
 *
 * @throws Problem `database_unreachable` if the connection breaks, or if no chunk is taken for a minute.
 */
export function exportLedger(db: TenantDatabase, format: ExportFormat): AsyncGenerator<string> {
  return pulled((emit) =>
    db.transaction(async (tx) => {
      await prepareToExport(tx)
      const chunks = format === 'csv' ? writeCsv(tx) : writeBook(tx, books[format])
      for await (const chunk of chunks) if (chunk) await emit(chunk)
    }, SNAPSHOT),
  )
}

async function* writeCsv(tx: TenantQueryable): AsyncGenerator<string> {
  yield csvHeader
  for await (const page of transferPages(tx, 'UTC', 'recorded')) {
    const postings = await readPostings(tx, page)
    yield page.map((transfer) => csvRow(transfer, postings.get(transfer.posting)!)).join('')
  }
}

async function* writeBook(tx: TenantQueryable, format: BookFormat): AsyncGenerator<string> {
  const facts = await readFacts(tx)
  yield format.opening(facts)
  for await (const page of accountPages(tx)) {
    yield page.map(({ path, units }) => format.account(path, units, facts)).join('')
  }
  const monthEnds = new MonthEnds(tx, facts)
  let before: ExportedTransfer | undefined
  for await (const page of transferPages(tx, facts.timeZone, 'effective')) {
    const postings = await readPostings(tx, page)
    let text = ''
    for (const transfer of page) {
      if (before && before.date.slice(0, 7) !== transfer.date.slice(0, 7)) {
        for await (const balances of monthEnds.before(transfer.date)) {
          yield text + balances.map(format.assertion).join('')
          text = ''
        }
      }
      if (before?.posting !== transfer.posting || before.batch !== transfer.batch) {
        text += format.transaction(transfer, postings.get(transfer.posting)!)
      }
      text += format.entries(transfer)
      before = transfer
    }
    yield text
  }
  for await (const page of balancePages(tx, facts)) yield page.map(format.assertion).join('')
}
