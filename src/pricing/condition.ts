/**
 * Conditions of prices in CEL, the Common Expression Language: they terminate, read only the priced event, and are
 * type-checked when the terms are compiled. Amounts and quantities are integers in micros, written `decimal("100.00")`.
 * Deliberately excluded: doubles (no floating point near money), regular expressions, timestamps and all
 * comprehensions.
 */
import { Environment } from '@marcbachmann/cel-js'
import { parseMicros } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import type { Attributes } from './choice.ts'
import { type Place, refuse } from './terms.ts'

/** The variables of a condition. */
export interface Conditioned {
  readonly amount?: bigint
  readonly quantity?: bigint
  readonly attributes?: Attributes
}

const language = new Environment({
  unlistedVariablesAreDyn: false,
  limits: { maxAstNodes: 200, maxDepth: 20, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 2 },
})
  .registerVariable('amount', 'int')
  .registerVariable('quantity', 'int')
  .registerVariable('attributes', 'map<string, string>')
  .registerFunction('decimal(string): int', (text: string) => parseMicros(text))

const allowed = new Set(['decimal', 'has', 'size', 'startsWith', 'endsWith', 'contains'])

/**
 * Compiles a condition such as `amount >= decimal("100") && attributes["country"] in ["CN", "HK"]`. An attribute that
 * may be missing has to be tested with `has(attributes.country)` first.
 * @throws Problem `terms_invalid`; the compiled condition throws `price_input_invalid` if it cannot be evaluated: a
 * missing attribute or amount must not silently select another price.
 */
export function compileCondition(when: string, place: Place): (input: Conditioned) => boolean {
  const condition = parse(when, place)
  const { valid, type, error } = condition.check()
  if (!valid) refuse(place, firstLine(error))
  if (String(type) !== 'bool') refuse(place, `must evaluate to true or false, not to ${type}`)
  forbid(condition.ast, place)
  return ({ amount, quantity, attributes = {} }) => {
    const known = { attributes, ...(amount !== undefined && { amount }), ...(quantity !== undefined && { quantity }) }
    try {
      return condition(known) === true
    } catch (problem) {
      throw new Problem('price_input_invalid', { field: when, value: firstLine(problem) })
    }
  }
}

function parse(when: string, place: Place): ReturnType<typeof language.parse> {
  try {
    return language.parse(when)
  } catch (error) {
    return refuse(place, firstLine(error))
  }
}

/** Walks the syntax tree and refuses doubles and functions that are not allowed. */
function forbid(node: unknown, place: Place): void {
  if (typeof node === 'number') refuse(place, `${node} is a floating-point number: write decimal("${node}")`)
  if (Array.isArray(node)) for (const one of node) forbid(one, place)
  if (typeof node !== 'object' || node === null || !('op' in node) || !('args' in node)) return
  const { op, args } = node
  if ((op === 'call' || op === 'rcall') && Array.isArray(args) && !allowed.has(String(args[0]))) {
    refuse(place, `"${String(args[0])}" is not an allowed function`)
  }
  if (op === 'value' && typeof args === 'string') return
  forbid(args, place)
}

function firstLine(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0]! : String(error)
}
