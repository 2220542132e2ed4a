/**
 * The ledger as an hledger journal (https://hledger.org/hledger.html, "Journal"), readable by version 1.25 and later.
 * Every account and commodity is declared, for `hledger check --strict`. A transaction has the prefixed id as its code
 * and the tags `posting`, `recorded`, for a refund `charge`, and if given `reference`; its entries have the tags `kind`
 * and `transfer`. Punctuation with a meaning in hledger is replaced by its full-width form.
 */
import type { BookFormat, ExportedTransfer, LedgerFacts, PostingHeader, StatedBalance } from './export-format.ts'
import { checkDistinct, hledgerAccount, hledgerCommodity, nameParts } from './export-names.ts'
import { oneLine, sixPlaces } from './export-text.ts'

const typeCodes = { Assets: 'A', Liabilities: 'L', Equity: 'E', Income: 'R', Expenses: 'X' } as const

/**
 * Characters with a meaning in descriptions (`;` begins a comment, `|` ends the payee) or in comments (tags, dates).
 */
const wide: Readonly<Record<string, string>> = { ';': '；', '|': '｜', ',': '，', ':': '：', '[': '［' }

export const hledger: BookFormat = {
  opening({ tenant, timeZone, units }: LedgerFacts): string {
    checkDistinct(units, hledgerCommodity)
    // The declared decimals also set the balancing precision of transactions: one micro.
    const commodities = units.map((unit) => `commodity 1000.000000 ${hledgerCommodity(unit)}\n`)
    return `; Ledger of ${oneLine(tenant)}; days in ${timeZone}\ndecimal-mark .\n\n${commodities.join('')}\n`
  },

  account: (path) => `account ${hledgerAccount(path)}  ; type:${typeCodes[nameParts(path).type]}\n`,

  transaction({ date, recordedAt }: ExportedTransfer, posting: PostingHeader): string {
    const { id, type, payee, narration, reference, charge } = posting
    const words = [payee, narration].filter((text) => text !== null).map(description)
    const tags = [
      `posting:${type}`,
      `recorded:${recordedAt.toISOString()}`,
      ...(charge === null ? [] : [`charge:${charge}`]),
      ...(reference === null ? [] : [`reference:${tagValue(reference)}`]),
    ]
    return `\n${date} * (${id}) ${words.join(' | ')}  ; ${tags.join(', ')}\n`
  },

  entries({ batch, n, debit, credit, amount, unit, kind }: ExportedTransfer): string {
    const tags = `; kind:${tagValue(kind)}, transfer:${batch}-${n}`
    return `${entry(debit, amount, unit)}  ${tags}\n${entry(credit, -amount, unit)}  ${tags}\n`
  },

  assertion({ path, unit, balance, date }: StatedBalance): string {
    return `\n${date} * balance\n${entry(path, 0n, unit)} = ${sixPlaces(-balance)} ${hledgerCommodity(unit)}\n`
  },
}

function entry(path: string, amount: bigint, unit: string): string {
  return `    ${hledgerAccount(path)}  ${sixPlaces(amount)} ${hledgerCommodity(unit)}`
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
