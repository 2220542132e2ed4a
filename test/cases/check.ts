/** Runs the cases of a file through the engine. Each agrees, differs, or is not expressible, with the reason. */
import { readFileSync } from 'node:fs'
import { Problem } from '../../src/problem.ts'
import { advertising } from './advertising.ts'
import { type Answer, type Case, type Fields, NotExpressible } from './case.ts'
import { agrees } from './compare.ts'
import { exchange } from './exchange.ts'
import { invoicingAdapters } from './invoicing.ts'
import { prorationAdapters } from './proration.ts'
import { ratingAdapters } from './rating.ts'
import { useRatesBeside } from './reference-rates.ts'

const adapters = { ...ratingAdapters, ...prorationAdapters, ...invoicingAdapters }

/**
 * Areas that other parts of the engine decide, listed by name so that a missing adapter is not mistaken for one of
 * them.
 */
const elsewhere: Readonly<Record<string, string>> = {
  credits: 'order and balance of prepaid credits: decided by wallets, not by a price',
  refund: 'what may still be given back: decided by charges, not by a price',
  coupons: 'told in prose: no figures to read',
  A: 'privacy of data products: not a price',
}

export interface Outcome {
  readonly given: Case
  readonly verdict: 'agree' | 'differ' | 'not expressible'
  readonly reason: string
}

/** Cases of ads have a family instead of an area and a model. */
type Written = Omit<Case, 'area'> & { readonly area?: string; readonly family?: string }

interface CaseFile {
  readonly cases: readonly Written[]
}

/** Reads a file of cases. @throws SyntaxError if it is not JSON, Error if it contains no list of cases. */
export function readCases(file: URL): readonly Case[] {
  const read = JSON.parse(readFileSync(file, 'utf8')) as CaseFile | readonly Written[]
  const cases = 'cases' in read ? read.cases : read
  if (!Array.isArray(cases)) throw new Error(`${file.pathname} holds no list of cases`)
  useRatesBeside(file)
  return cases.map(
    ({ family, ...given }: Written): Case => ({
      ...given,
      area: given.area ?? (family === undefined ? 'unnamed' : ADS),
      ...(family !== undefined && { model: family }),
    }),
  )
}

export function check(given: Case): Outcome {
  try {
    return compare(given, answer(given))
  } catch (error) {
    if (error instanceof NotExpressible) return { given, verdict: 'not expressible', reason: error.message }
    if (error instanceof Problem)
      return { given, verdict: 'not expressible', reason: `refused as ${error.code}: ${error.message}` }
    throw error
  }
}

const ADS = 'ads'

function answer(given: Case): Answer {
  if (given.area === ADS) return advertising(given.input, given)
  const adapter = given.model === undefined ? undefined : Object.hasOwn(adapters, given.model) && adapters[given.model]
  if (adapter) return adapter(given.input, given)
  if (given.area === 'B' && given.model === undefined) return exchange(given.input, given)
  throw new NotExpressible(elsewhere[given.area] ?? `no adapter for the model "${given.model}"`)
}

function compare(given: Case, ours: Answer): Outcome {
  const { expected } = given
  const theirs: Fields =
    typeof expected === 'object' && expected !== null && !Array.isArray(expected)
      ? flat(expected as Fields)
      : { amount: expected }
  const known = Object.keys(theirs).filter((key) => ours[key] !== undefined)
  if (known.length === 0) return { given, verdict: 'not expressible', reason: 'states no figure that the engine gives' }
  const wrong = known.filter((key) => !agrees(theirs[key], ours[key], given.tolerance))
  const said = wrong.map((key) => `${key}: stated ${JSON.stringify(theirs[key])}, ours ${JSON.stringify(ours[key])}`)
  return { given, verdict: wrong.length === 0 ? 'agree' : 'differ', reason: said.join('; ') }
}

/** Flattens {a: {b: 1}} to {"a/b": 1}; keys that contain a slash, such as the rate "USD/GBP", are unchanged. */
function flat(fields: Fields): Fields {
  const entries = Object.entries(fields).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([inner, one]) => [`${key}/${inner}`, one])
      : [[key, value]],
  )
  return Object.fromEntries(entries)
}

/** Returns whether an outcome is a fault of ours: every correct engine gives the expected figure, and ours does not. */
export function isFault({ given, verdict }: Outcome): boolean {
  return verdict === 'differ' && given.kind !== 'convention'
}
