/**
 * The ledger as a beancount file (https://beancount.github.io/docs/beancount_language_syntax.html), readable by version
 * 2.3 and later. Accounts are opened for their units on the first day of the file and never closed, because accounts of
 * the ledger have no end. A transaction has the metadata `id`, `posting`, `recorded`, for a charge or refund `line`,
 * `product` and `payer`, and if given `reference`; a charge and its refunds share the link `^chg_…`. Entries have `kind`,
 * `transfer` and `party`, and `name` on an account that all parties share; an account has its `party` and `name`, a
 * commodity its `unit`.
 *
 * Tolerances: transactions balance to half of the last decimal written; the balances are asserted with tolerance 0.
 * Neither depends on options, whose names differ between versions 2 and 3.
 */
import { formatMicros } from '../money/amount.ts'
import type {
  BookAccount,
  BookEntry,
  BookFormat,
  ExportedTransfer,
  LedgerFacts,
  PostingHeader,
  StatedBalance,
} from './export-format.ts'
import { beancountAccount, beancountCommodity, checkDistinct } from './export-names.ts'
import { oneLine } from './export-text.ts'

export const beancount: BookFormat = {
  header({ tenant, timeZone, units, firstDay }: LedgerFacts): string {
    checkDistinct(
      units.map(({ unit }) => unit),
      beancountCommodity,
    )
    const commodities = units.map(
      ({ unit }) => `${firstDay} commodity ${beancountCommodity(unit)}\n${metadata('  ', { unit })}`,
    )
    return `; Days in ${timeZone}\noption "title" ${quoted(tenant)}\n\n${commodities.join('')}\n`
  },

  account(account: BookAccount, units: readonly string[], { firstDay }: LedgerFacts): string {
    const { owner, partyName } = account
    const commodities = units.map(beancountCommodity).join(',')
    const about = metadata('  ', { party: owner, name: owner === null ? null : partyName })
    return `${firstDay} open ${beancountAccount(account)} ${commodities}\n${about}`
  },

  opening: ({ firstDay }) => `\n${firstDay} * "Opening balances"\n${metadata('  ', { posting: 'opening' })}`,

  transaction({ date, recordedAt }: ExportedTransfer, posting: PostingHeader, payerName: string | null): string {
    const { id, type, payer, line, product, narration, reference, charge } = posting
    const payee = payerName ?? payer
    const words = [...(payee === null ? [] : [payee]), narration].map(quoted).join(' ')
    const link = charge ?? (type === 'charge' ? id : null)
    const first = `\n${date} * ${words}${link === null ? '' : ` ^${link}`}\n`
    const recorded = recordedAt.toISOString()
    return first + metadata('  ', { id, posting: type, recorded, line, product, payer, reference })
  },

  entry({ account, amount, unit, transfer }: BookEntry): string {
    const { owner, party, partyName } = account
    const about = {
      kind: transfer?.kind ?? null,
      transfer: transfer ? `${transfer.batch}-${transfer.n}` : null,
      party,
      name: owner === null ? partyName : null,
    }
    const sum = `${formatMicros(amount, unit)} ${beancountCommodity(unit)}`
    return `  ${beancountAccount(account)}  ${sum}\n${metadata('    ', about)}`
  },

  /** A beancount assertion holds at the beginning of its day, so it is dated the day after. */
  assertion(account: BookAccount, { unit, balance, dayAfter }: StatedBalance): string {
    const sum = `${formatMicros(-balance, unit)} ~ 0 ${beancountCommodity(unit)}`
    return `${dayAfter} balance ${beancountAccount(account)}  ${sum}\n`
  },
}

function metadata(indent: string, values: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(values).map(([key, value]) =>
    value === null ? '' : `${indent}${key}: ${quoted(value)}\n`,
  )
  return lines.join('')
}

function quoted(text: string): string {
  return `"${oneLine(text).replace(/["\\]/g, '\\$&')}"`
}
