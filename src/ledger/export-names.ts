/**
 * Names of accounts and units in exported files. Every mapping is injective: if two names coincided, their balances
 * would be added up. An account is named after its party, by name and id: names alone are neither unique nor constant.
 */
import { createHash } from 'node:crypto'
import { currencyTable } from '../money/currency.ts'
import type { Purpose } from './account.ts'
import type { BookAccount } from './export-format.ts'
import { oneLine } from './export-text.ts'

type AccountType = BookAccount['type']

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

/** The purposes whose accounts start every period at zero: their opening balances are retained earnings. */
export const NOMINAL: readonly string[] = Object.entries(types)
  .filter(([, type]) => type === 'Income' || type === 'Expenses')
  .map(([purpose]) => purpose)

/** Stands for the party in the path of an account that all parties share; not a valid id of a party. */
export const SHARED = '*'

/**
 * Resolves `party/purpose`. An unknown purpose (written by another version) becomes Equity, so that it does not fail the
 * export.
 */
export function accountOf(path: string, names: ReadonlyMap<string, string>, oneExternal: boolean): BookAccount {
  const { party: id, purpose } = splitPath(path)
  const type = Object.hasOwn(types, purpose) ? types[purpose as Purpose] : 'Equity'
  const party = id === SHARED ? null : id
  const owner = oneExternal && purpose === 'external' ? null : party
  const name = party === null ? null : (names.get(party) ?? null)
  return { type, purpose, owner, party, partyName: name }
}

export function splitPath(path: string): { readonly party: string; readonly purpose: string } {
  const slash = path.lastIndexOf('/')
  return { party: path.slice(0, slash), purpose: path.slice(slash + 1) }
}

/** Longest name of a party within the name of an account, in characters. */
const NAME_MAX = 60

/** Characters with a meaning in accounts of hledger: levels, comments, virtual entries. */
const wide: Readonly<Record<string, string>> = { ':': '：', ';': '；', '(': '（', ')': '）', '|': '｜' }

/**
 * Returns a name such as `Liabilities:balance:Noodle shop (mch_1)`, or `Liabilities:balance:mch_1` for a party without a
 * name. Unusual characters of the id are percent-encoded, including colons, which would create levels. Two spaces end an
 * account in hledger, so spaces are collapsed.
 */
export function hledgerAccount({ type, purpose, owner, partyName }: BookAccount): string {
  const levels = `${type}:${percent(purpose)}`
  if (owner === null) return levels
  const name = shorten(oneLine(partyName ?? '').replace(/[:;()|]/g, (character) => wide[character]!)).replace(
    /\s+/gu,
    ' ',
  )
  return name === '' || name === owner ? `${levels}:${percent(owner)}` : `${levels}:${name} (${percent(owner)})`
}

function shorten(name: string): string {
  return [...name].slice(0, NAME_MAX).join('').trim()
}

function percent(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/gu, (character) => encodeURIComponent(character))
}

/**
 * Returns a name such as `Liabilities:Balance:Noodle-shop--Mch-1`, or `Liabilities:Balance:Mch-1` for a party without a
 * name. In the name of the party every run of other characters than letters and digits becomes one hyphen, and in an id
 * a double hyphen is followed by a small letter: two hyphens before a capital or digit separate the two.
 */
export function beancountAccount({ type, purpose, owner, partyName }: BookAccount): string {
  const levels = `${type}:${beancountComponent(purpose)}`
  if (owner === null) return levels
  const name = shorten((partyName ?? '').replace(/[^\p{L}\p{Nd}]+/gu, '-').replace(/^-/, '')).replace(/-$/, '')
  const id = beancountComponent(owner)
  const first = [...name][0] ?? ''
  const capital = first.toUpperCase()
  // A letter such as ß has no single capital.
  const written = [...capital].length === 1 ? capital + name.slice(first.length) : `N-${name}`
  return name === '' || partyName === owner ? `${levels}:${id}` : `${levels}:${written}--${id}`
}

const codes: Readonly<Record<string, string>> = { '-': '--h', _: '--u', '.': '--d', ':': '--c' }

/**
 * Returns a component of a beancount account: a capital or digit, then letters, digits and hyphens. `_` between letters
 * or digits is a hyphen. The double hyphen is the escape: any other `_` becomes `--u`, `.` `--d`, `:` `--c`, `-` `--h`,
 * any other character `--x…x` around its code point in hexadecimal. The first letter is capitalized; an original capital
 * is followed by `--k`. So `mch_1` is `Mch-1` and `Mch_1` is `M--kch-1`. Decoding is unambiguous: a code always follows a
 * double hyphen, and `--k` occurs only in second place.
 */
function beancountComponent(text: string): string {
  const first = text.slice(0, 1)
  const rest = escaped(text).slice(1)
  if (/[a-z]/.test(first)) return first.toUpperCase() + rest
  return /[A-Z]/.test(first) ? `${first}--k${rest}` : /[0-9]/.test(first) ? first + rest : `X--e${escaped(text)}`
}

function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9]/gu, (character, at: number) => {
    const between = character === '_' && /^[A-Za-z0-9]_[A-Za-z0-9]$/.test(text.slice(at - 1, at + 2))
    return between ? '-' : (codes[character] ?? `--x${character.codePointAt(0)!.toString(16)}x`)
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
