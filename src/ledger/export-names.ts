/**
 * Names of accounts and units in exported files. Every mapping is injective: if two names coincided, their balances
 * would be added up.
 */
import { createHash } from 'node:crypto'
import { currencyTable } from '../money/currency.ts'
import type { Purpose } from './account.ts'

type AccountType = 'Assets' | 'Liabilities' | 'Equity' | 'Income' | 'Expenses'

/**
 * The account type of each purpose in the platform's own accounts:
 * - `external` Assets: what came in from outside less what went out, i.e. the money held by gateways and banks.
 * - `funding` Equity: the source of money entered manually; the ledger does not know where it came from.
 * - `balance`, `wallet`, `budget` Liabilities: what parties may withdraw or spend.
 * - `fees` Liabilities: fees earned by channels and owed to them.
 * - `debt`, `advance` Assets: what parties owe the platform.
 * - `payouts` Liabilities: paid out of a balance, but not confirmed yet.
 * - `revenue` Income, `cost` Expenses.
 * - `position` Equity: the two sides of currency conversions; the total is the exchange gain or loss.
 * - `privacy` Liabilities, `disclosed` Equity: a privacy budget, and the part of it that is spent for good.
 */
const types: Readonly<Record<Purpose, AccountType>> = {
  external: 'Assets',
  funding: 'Equity',
  balance: 'Liabilities',
  wallet: 'Liabilities',
  budget: 'Liabilities',
  fees: 'Liabilities',
  debt: 'Assets',
  advance: 'Assets',
  revenue: 'Income',
  cost: 'Expenses',
  position: 'Equity',
  privacy: 'Liabilities',
  disclosed: 'Equity',
  clearing: 'Liabilities',
  suspense: 'Assets',
  payouts: 'Liabilities',
  losses: 'Expenses',
}

interface NameParts {
  readonly type: AccountType
  readonly purpose: string
  readonly party: string
}

/**
 * Splits `party/purpose`. An unknown purpose (written by another version) becomes Equity, so that it does not fail the
 * export.
 */
export function nameParts(path: string): NameParts {
  const slash = path.lastIndexOf('/')
  const purpose = path.slice(slash + 1)
  const type = Object.hasOwn(types, purpose) ? types[purpose as Purpose] : 'Equity'
  return { type, purpose, party: path.slice(0, slash) }
}

/**
 * Returns a name such as `Liabilities:balance:mch_1`. Unusual characters are percent-encoded, including colons, which
 * would create levels.
 */
export function hledgerAccount(path: string): string {
  const { type, purpose, party } = nameParts(path)
  return `${type}:${percent(purpose)}:${percent(party)}`
}

function percent(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/gu, (character) => encodeURIComponent(character))
}

/** Returns a name such as `Liabilities:Balance:Mch-u1`; see {@link beancountComponent}. */
export function beancountAccount(path: string): string {
  const { type, purpose, party } = nameParts(path)
  return `${type}:${beancountComponent(purpose)}:${beancountComponent(party)}`
}

const codes: Readonly<Record<string, string>> = { '-': '--', _: '-u', '.': '-d', ':': '-c' }

/**
 * Returns a component of a beancount account: a capital or digit, then letters, digits and hyphens. The hyphen is the
 * escape: `_` becomes `-u`, `.` `-d`, `:` `-c`, `-` `--`, any other character `-x…x` around its code point in
 * hexadecimal. The first letter is capitalized; an original capital is followed by `-k`. So `mch_1` is `Mch-u1` and
 * `Mch_1` is `M-kch-u1`. Decoding is unambiguous: a code always follows a hyphen, and `-k` occurs only in second place.
 */
function beancountComponent(text: string): string {
  const first = text.slice(0, 1)
  const rest = escaped(text.slice(1))
  if (/[a-z]/.test(first)) return first.toUpperCase() + rest
  return /[A-Z]/.test(first) ? `${first}-k${rest}` : /[0-9]/.test(first) ? first + rest : `X-e${escaped(text)}`
}

function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, (character) => {
    return codes[character] ?? `-x${character.codePointAt(0)!.toString(16)}x`
  })
}

/** Returns the unit, quoted unless it is all letters, as hledger requires. */
export function hledgerCommodity(unit: string): string {
  return /^[A-Za-z]+$/.test(unit) ? unit : `"${unit}"`
}

/** Maximum length of a commodity name in beancount 2. */
const LONGEST = 24
/** Words with another meaning in beancount. */
const RESERVED = new Set(['TRUE', 'FALSE', 'NULL'])

/**
 * Returns the commodity of a unit. A currency keeps its code; a custom unit is written in capitals: `nano-rho` is
 * `NANO-RHO`. If that looks like a currency or a reserved word, or ends in a hyphen (which beancount refuses), `.U` is
 * appended, which no custom unit contains. A name that is too long is cut and made unique by 48 bits of its hash;
 * {@link checkDistinct} verifies that.
 */
export function beancountCommodity(unit: string): string {
  if (Object.hasOwn(currencyTable, unit)) return unit
  const capitals = unit.toUpperCase()
  const name = /^[A-Z]{3}$|-$/.test(capitals) || RESERVED.has(capitals) ? `${capitals}.U` : capitals
  if (name.length <= LONGEST) return name
  const hash = createHash('sha256').update(unit).digest('hex').slice(0, 12).toUpperCase()
  return `${capitals.slice(0, LONGEST - 13)}.${hash}`
}

/** Checks that no two units share a name; the export fails rather than adding them up. @throws Error if two do. */
export function checkDistinct(units: readonly string[], name: (unit: string) => string): void {
  const taken = new Map<string, string>()
  for (const unit of units) {
    const other = taken.get(name(unit))
    if (other !== undefined) throw new Error(`units ${other} and ${unit} would both be exported as ${name(unit)}`)
    taken.set(name(unit), unit)
  }
}
