/**
 * Exports the ledger of a tenant as text for other programs: a journal for hledger, a file for beancount, or a CSV table.
 * The two journals let independent programs verify the ledger: every transaction must balance, and every balance is
 * written as an assertion, which they compare with their own sums. `hledger check -s ordereddates` and `bean-check` print
 * nothing if everything is correct. A period begins with opening balances, so that its file needs no other.
 *
 * One snapshot: everything is read in one read-only repeatable-read transaction, so a concurrent posting is included
 * completely or not at all. Bounded memory: rows are read through database cursors, a page at a time and only as fast
 * as the reader consumes them; sorting by date happens in the database, on disk if necessary. The connection is held
 * until the last chunk is taken or the generator is left (`return()`, a `break` out of `for await`).
 */
import type { TenantDatabase, TenantQueryable, TransactionOptions } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import { BookBalances } from './export-balances.ts'
import { beancount } from './export-beancount.ts'
import { csvHeader, csvOpening, csvRow } from './export-csv.ts'
import type {
  BookAccount,
  BookFormat,
  ExportedTransfer,
  ExportScope,
  LedgerFacts,
  PostingHeader,
} from './export-format.ts'
import { hledger } from './export-hledger.ts'
import { accountOf, splitPath } from './export-names.ts'
import { prepareToExport, readFacts, readNames, readPostings, transferPages } from './export-source.ts'
import { pulled } from './export-stream.ts'

/**
 * Parses the days of a period; a month is its first day.
 * @throws Problem `export_period_invalid`.
 */
export function parseExportPeriod(from?: string, to?: string): Pick<ExportScope, 'from' | 'to'> {
  const period = { from: from && firstDayOf(from), to: to && firstDayOf(to) }
  if (period.from && period.to && period.from >= period.to) {
    throw new Problem('export_period_invalid', { value: `${from}/${to}` })
  }
  return period
}

function firstDayOf(text: string): string {
  const day = text.length === 'YYYY-MM'.length ? `${text}-01` : text
  const time = /^[1-9]\d{3}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Date.parse accepts 30 February.
  const valid = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  if (!valid) throw new Problem('export_period_invalid', { value: text.slice(0, 60) })
  return day
}

export type ExportFormat = 'hledger' | 'beancount' | 'csv'

/** Media type and file extension of each format. */
export const exportFormats: Readonly<Record<ExportFormat, { mediaType: string; extension: string }>> = {
  hledger: { mediaType: 'text/plain; charset=utf-8', extension: 'journal' },
  beancount: { mediaType: 'text/plain; charset=utf-8', extension: 'beancount' },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', extension: 'csv' },
}

const books: Readonly<Record<Exclude<ExportFormat, 'csv'>, BookFormat>> = { hledger, beancount }

const SNAPSHOT: TransactionOptions = { isolation: 'repeatable read', readOnly: true }

/** The whole ledger in money. */
const WHOLE: ExportScope = { externals: 'one', units: 'money' }

/**
 * Streams the ledger in chunks of text (UTF-8, at most some hundred kilobytes). The transaction starts when the first
 * chunk is requested.
 *
 * Journals: one transaction per posting (charge, refund, journal entry) on its effective day in the tenant's time zone,
 * in order of day. In these files debits are positive, while balances of the ledger are credits minus debits, so signs
 * are inverted. Each month ends with the balances of the accounts that moved in it, summed by SQL; the file ends with
 * the balance of every account, as stored if the scope has no period. csv: one row per transfer in the order of
 * recording; see `export-csv.ts`.
 *
 * @throws Problem `database_unreachable` if the connection breaks, or if no chunk is taken for a minute.
 */
export function exportLedger(
  db: TenantDatabase,
  format: ExportFormat,
  scope: ExportScope = WHOLE,
): AsyncGenerator<string> {
  return pulled((emit) =>
    db.transaction(async (tx) => {
      await prepareToExport(tx)
      const facts = await readFacts(tx, scope)
      const file = new ExportFile(tx, facts, scope)
      const chunks = format === 'csv' ? file.writeCsv() : file.writeBook(books[format])
      for await (const chunk of chunks) if (chunk) await emit(chunk)
    }, SNAPSHOT),
  )
}

type AccountOf = (path: string) => BookAccount

class ExportFile {
  readonly #tx: TenantQueryable
  readonly #facts: LedgerFacts
  readonly #scope: ExportScope
  readonly #balances: BookBalances

  constructor(tx: TenantQueryable, facts: LedgerFacts, scope: ExportScope) {
    this.#tx = tx
    this.#facts = facts
    this.#scope = scope
    this.#balances = new BookBalances(tx, facts, scope)
  }

  async *writeCsv(): AsyncGenerator<string> {
    yield csvHeader
    const { firstDay } = this.#facts
    if (this.#scope.from !== undefined) {
      for await (const page of this.#balances.openings()) {
        const of = await this.#accounts(page)
        yield page.map((each) => csvOpening(firstDay, each, of(each.path))).join('')
      }
    }
    for await (const { page, postings, of, names } of this.#transfers('recorded')) {
      const rows = page.map((transfer) => {
        const posting = postings.get(transfer.posting)!
        const payer = nameOf(posting, names)
        return csvRow(transfer, posting, { debit: of(transfer.debit), credit: of(transfer.credit), payer })
      })
      yield rows.join('')
    }
  }

  async *writeBook(format: BookFormat): AsyncGenerator<string> {
    yield format.header(this.#facts)
    for await (const page of this.#balances.accounts()) {
      const of = await this.#accounts(page)
      yield page.map(({ path, units }) => format.account(of(path), units, this.#facts)).join('')
    }
    if (this.#scope.from !== undefined) yield* this.#writeOpenings(format)
    yield* this.#writeTransactions(format)
    for await (const page of this.#balances.closings()) {
      const of = await this.#accounts(page)
      yield page.map((balance) => format.assertion(of(balance.path), balance)).join('')
    }
  }

  async *#writeOpenings(format: BookFormat): AsyncGenerator<string> {
    let header = format.opening(this.#facts)
    for await (const page of this.#balances.openings()) {
      const of = await this.#accounts(page)
      const entries = page.map(({ path, unit, opening }) => format.entry({ account: of(path), amount: -opening, unit }))
      yield header + entries.join('')
      header = ''
    }
  }

  async *#writeTransactions(format: BookFormat): AsyncGenerator<string> {
    const monthEnds = this.#balances.monthEnds()
    let before: ExportedTransfer | undefined
    for await (const { page, postings, of, names } of this.#transfers('effective')) {
      let text = ''
      for (const transfer of page) {
        if (before && before.date.slice(0, 7) !== transfer.date.slice(0, 7)) {
          for await (const balances of monthEnds.before(transfer.date)) {
            const named = await this.#accounts(balances)
            yield text + balances.map((balance) => format.assertion(named(balance.path), balance)).join('')
            text = ''
          }
        }
        if (before?.posting !== transfer.posting || before.batch !== transfer.batch) {
          const posting = postings.get(transfer.posting)!
          text += format.transaction(transfer, posting, nameOf(posting, names))
        }
        const { debit, credit, amount, unit } = transfer
        text += format.entry({ account: of(debit), amount, unit, transfer })
        text += format.entry({ account: of(credit), amount: -amount, unit, transfer })
        before = transfer
      }
      yield text
    }
  }

  /** Yields the transfers in pages, with all that their rows name. */
  async *#transfers(order: 'recorded' | 'effective') {
    for await (const page of transferPages(this.#tx, this.#facts, this.#scope, order)) {
      const postings = await readPostings(this.#tx, page)
      const payers = [...postings.values()].flatMap(({ payer }) => payer ?? [])
      const parties = page.flatMap(({ debit, credit }) => [splitPath(debit).party, splitPath(credit).party])
      const names = await readNames(this.#tx, [...payers, ...parties])
      yield { page, postings, names, of: this.#resolver(names) }
    }
  }

  async #accounts(rows: readonly { readonly path: string }[]): Promise<AccountOf> {
    return this.#resolver(
      await readNames(
        this.#tx,
        rows.map(({ path }) => splitPath(path).party),
      ),
    )
  }

  #resolver(names: ReadonlyMap<string, string>): AccountOf {
    return (path) => accountOf(path, names, this.#scope.externals === 'one')
  }
}

function nameOf({ payer }: PostingHeader, names: ReadonlyMap<string, string>): string | null {
  return payer === null ? null : (names.get(payer) ?? null)
}
