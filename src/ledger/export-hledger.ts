/**
 * The ledger as an hledger journal (https://hledger.org/hledger.html, "Journal"), readable by version 1.25 and later.
 * Every account and commodity is declared, for `hledger check --strict`. A transaction has the prefixed id as its code
 * and the tags `posting`, `recorded`, for a charge or refund `line`, `product` and `payer`, for a refund `charge`, and if
 * given `reference`; its entries have the tags `kind`, `transfer` and `party`, and `name` on an account that all parties
 * share. Punctuation with a meaning in hledger is replaced by its full-width form.
 */
import { formatMicros } from '../money/amount.ts'
import { minorDigits } from '../money/currency.ts'
import type {
  BookAccount,
  BookEntry,
  BookFormat,
  ExportedTransfer,
  LedgerFacts,
  PostingHeader,
  StatedBalance,
} from './export-format.ts'
import { checkDistinct, hledgerAccount, hledgerCommodity } from './export-names.ts'
import { oneLine } from './export-text.ts'

const typeCodes = { Assets: 'A', Liabilities: 'L', Equity: 'E', Income: 'R', Expenses: 'X' } as const

/**
 * Characters with a meaning in descriptions (`;` begins a comment, `|` ends the payee) or in comments (tags, dates).
 */
const wide: Readonly<Record<string, string>> = { ';': '；', '|': '｜', ',': '，', ':': '：', '[': '［' }

export const hledger: BookFormat = {
  header({ tenant, timeZone, units }: LedgerFacts): string {
    checkDistinct(
      units.map(({ unit }) => unit),
      hledgerCommodity,
    )
    // The declared decimals also set the balancing precision of transactions.
    const commodities = units.map(({ unit, decimals }) => {
      const shown = '0'.repeat(Math.max(decimals, minorDigits(unit)))
      return `commodity 1000.${shown} ${hledgerCommodity(unit)}\n`
    })
    return `; Ledger of ${oneLine(tenant)}; days in ${timeZone}\ndecimal-mark .\n\n${commodities.join('')}\n`
  },

  account: (account) => `account ${hledgerAccount(account)}  ; type:${typeCodes[account.type]}\n`,

  opening: ({ firstDay }) => `\n${firstDay} * Opening balances  ; posting:opening\n`,

  transaction({ date, recordedAt }: ExportedTransfer, posting: PostingHeader, payerName: string | null): string {
    const { id, type, payer, line, product, narration, reference, charge } = posting
    const words = [payerName ?? payer, narration].filter((text) => text !== null).map(description)
    const tags = Object.entries({ posting: type, recorded: recordedAt.toISOString(), line, product, charge })
    const free = Object.entries({ payer, reference })
    const written = [
      ...tags.flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`])),
      ...free.flatMap(([name, value]) => (value === null ? [] : [`${name}:${tagValue(value)}`])),
    ]
    return `\n${date} * (${id}) ${words.join(' | ')}  ; ${written.join(', ')}\n`
  },

  entry({ account, amount, unit, transfer }: BookEntry): string {
    const { owner, party, partyName } = account
    const tags = [
      ...(transfer ? [`kind:${tagValue(transfer.kind)}`, `transfer:${transfer.batch}-${transfer.n}`] : []),
      ...(party === null ? [] : [`party:${tagValue(party)}`]),
      ...(party === null || owner !== null || partyName === null ? [] : [`name:${tagValue(partyName)}`]),
    ]
    return `${entry(account, amount, unit)}${tags.length > 0 ? `  ; ${tags.join(', ')}` : ''}\n`
  },

  assertion(account: BookAccount, { unit, balance, date }: StatedBalance): string {
    const zero = entry(account, 0n, unit)
    return `\n${date} * balance\n${zero} = ${formatMicros(-balance, unit)} ${hledgerCommodity(unit)}\n`
  },
}

function entry(account: BookAccount, amount: bigint, unit: string): string {
  return `    ${hledgerAccount(account)}  ${formatMicros(amount, unit)} ${hledgerCommodity(unit)}`
}

function description(text: string): string {
  return oneLine(text).replace(/[;|]/g, (character) => wide[character]!)
}

/**
 * Replaces colons and brackets, so that no text from callers becomes a tag such as `date:`, which would move an entry.
 */
function tagValue(text: string): string {
  return oneLine(text).replace(/[;|,:[]/g, (character) => wide[character]!)
}
