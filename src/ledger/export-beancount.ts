/**
 * The ledger as a beancount file (https://beancount.github.io/docs/beancount_language_syntax.html), readable by version
 * 2.3 and later. Accounts are opened for their units on the first day of the book and never closed, because accounts of
 * the ledger have no end. A transaction has the metadata `id`, `posting`, `recorded` and, if given, `reference`; a
 * charge and its refunds share the link `^chg_…`. Entries have `kind` and `transfer`, an account its `path`, a
 * commodity its `unit`.
 *
 * Tolerances: transactions balance to half of the last decimal written, and six decimals are always written; balances
 * are asserted with tolerance 0. Neither depends on options, whose names differ between versions 2 and 3.
 */
import type { BookFormat, ExportedTransfer, LedgerFacts, PostingHeader, StatedBalance } from './export-format.ts'
import { beancountAccount, beancountCommodity, checkDistinct } from './export-names.ts'
import { oneLine, sixPlaces } from './export-text.ts'

export const beancount: BookFormat = {
  opening({ tenant, timeZone, units, firstDay }: LedgerFacts): string {
    checkDistinct(units, beancountCommodity)
    const commodities = units.map(
      (unit) => `${firstDay} commodity ${beancountCommodity(unit)}\n  unit: ${quoted(unit)}\n`,
    )
    return `; Days in ${timeZone}\noption "title" ${quoted(tenant)}\n\n${commodities.join('')}\n`
  },

  account(path: string, units: readonly string[], { firstDay }: LedgerFacts): string {
    const commodities = units.map(beancountCommodity).join(',')
    return `${firstDay} open ${beancountAccount(path)} ${commodities}\n  path: ${quoted(path)}\n`
  },

  transaction({ date, recordedAt }: ExportedTransfer, posting: PostingHeader): string {
    const { id, type, payee, narration, reference, charge } = posting
    const words = [...(payee === null ? [] : [payee]), narration].map(quoted).join(' ')
    const link = charge ?? (type === 'charge' ? id : null)
    const first = `\n${date} * ${words}${link === null ? '' : ` ^${link}`}\n`
    const metadata = { id, posting: type, recorded: recordedAt.toISOString(), reference }
    const lines = Object.entries(metadata).map(([key, value]) => (value === null ? '' : `  ${key}: ${quoted(value)}\n`))
    return first + lines.join('')
  },

  entries({ batch, n, debit, credit, amount, unit, kind }: ExportedTransfer): string {
    const metadata = `    kind: ${quoted(kind)}\n    transfer: "${batch}-${n}"\n`
    const entry = (path: string, signed: bigint) =>
      `  ${beancountAccount(path)}  ${sixPlaces(signed)} ${beancountCommodity(unit)}\n${metadata}`
    return entry(debit, amount) + entry(credit, -amount)
  },

  /** A beancount assertion holds at the beginning of its day, so it is dated the day after. */
  assertion({ path, unit, balance, dayAfter }: StatedBalance): string {
    return `${dayAfter} balance ${beancountAccount(path)}  ${sixPlaces(-balance)} ~ 0 ${beancountCommodity(unit)}\n`
  },
}

function quoted(text: string): string {
  return `"${oneLine(text).replace(/["\\]/g, '\\$&')}"`
}
