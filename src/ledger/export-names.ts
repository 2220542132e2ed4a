/**
 * Names of our accounts and units in the programs that the ledger is exported to. Every mapping is injective: two of
 * ours never become one of theirs, or their balances would be added up.
 */
import { createHash } from 'node:crypto'
import { currencyTable } from '../money/currency.ts'
import type { Purpose } from './account.ts'

type AccountType = 'Assets' | 'Liabilities' | 'Equity' | 'Income' | 'Expenses'

/**
 * What an account is in the platform's own books, by its purpose:
 * - `external` Assets: what came in from outside less what went out; the money that gateways and banks hold for us.
 * - `funding` Equity: where money entered by hand comes from; the ledger doesn't know which pocket that was.
 * - `balance`, `wallet`, `budget` Liabilities: what parties may take or spend.
 * - `fees` Liabilities: what channels have earned and we owe them.
 * - `debt`, `advance` Assets: what parties owe us.
 * - `payouts` Liabilities: paid out of a balance, and not yet known to have arrived.
 * - `revenue` Income, `cost` Expenses.
 * - `position` Equity: where one currency goes in and another comes out; worth nothing by itself, gain or loss in sum.
 * - `privacy` Liabilities, `disclosed` Equity: a budget that may be spent, and what has been spent of it for good.
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

/** The parts of `party/purpose`. A purpose of an older or newer version is Equity: it must not stop an export. */
export function nameParts(path: string): NameParts {
  const slash = path.lastIndexOf('/')
  const purpose = path.slice(slash + 1)
  const type = Object.hasOwn(types, purpose) ? types[purpose as Purpose] : 'Equity'
  return { type, purpose, party: path.slice(0, slash) }
}

/** `Liabilities:balance:mch_1`. Colons inside an id would make levels and are %-encoded, as anything unusual is. */
export function hledgerAccount(path: string): string {
  const { type, purpose, party } = nameParts(path)
  return `${type}:${percent(purpose)}:${percent(party)}`
}

function percent(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/gu, (character) => encodeURIComponent(character))
}

/** `Liabilities:Balance:Mch-u1`: see {@link beancountComponent}. */
export function beancountAccount(path: string): string {
  const { type, purpose, party } = nameParts(path)
  return `${type}:${beancountComponent(purpose)}:${beancountComponent(party)}`
}

const codes: Readonly<Record<string, string>> = { '-': '--', _: '-u', '.': '-d', ':': '-c' }

/**
 * A component of a beancount account: a capital or digit, then letters, digits and hyphens. The hyphen is the escape:
 * `_` becomes `-u`, `.` `-d`, `:` `-c`, `-` `--`, any other character `-x…x` around its code point in hexadecimal. The
 * first letter becomes a capital; one that was a capital already is followed by `-k`. So `mch_1` is `Mch-u1` and
 * `Mch_1` is `M-kch-u1`. It reads back without doubt: a code always follows a hyphen, and `-k` only ever stands second.
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

/** hledger wants quotes around anything that isn't all letters. */
export function hledgerCommodity(unit: string): string {
  return /^[A-Za-z]+$/.test(unit) ? unit : `"${unit}"`
}

/** Longest name of a commodity that beancount 2 reads. */
const LONGEST = 24
/** Words that beancount reads as something else. */
const RESERVED = new Set(['TRUE', 'FALSE', 'NULL'])

/**
 * A currency keeps its code; a unit of our own is written in capitals: `nano-rho` is `NANO-RHO`. Where that would be
 * taken for a currency or a reserved word, or ends in a hyphen (which beancount refuses), `.U` is added, which no unit
 * of ours contains. One too long is cut and told apart by 48 bits of its hash; {@link checkDistinct} makes sure.
 */
export function beancountCommodity(unit: string): string {
  if (Object.hasOwn(currencyTable, unit)) return unit
  const capitals = unit.toUpperCase()
  const name = /^[A-Z]{3}$|-$/.test(capitals) || RESERVED.has(capitals) ? `${capitals}.U` : capitals
  if (name.length <= LONGEST) return name
  const hash = createHash('sha256').update(unit).digest('hex').slice(0, 12).toUpperCase()
  return `${capitals.slice(0, LONGEST - 13)}.${hash}`
}

/** @throws Error when two units would get one name: better no file than one that adds them up. */
export function checkDistinct(units: readonly string[], name: (unit: string) => string): void {
  const taken = new Map<string, string>()
  for (const unit of units) {
    const other = taken.get(name(unit))
    if (other !== undefined) throw new Error(`units ${other} and ${unit} would both be exported as ${name(unit)}`)
    taken.set(name(unit), unit)
  }
}
