/** Collects every statement that the source sends to the database, as text. */
import { Evaluator, Unresolved } from './evaluate.ts'
import { everyOutcome } from './outcomes.ts'
import type { Program } from './program.ts'
import { type Call, isFunction, type Module, type Node, placeOf, sourceOf } from './syntax.ts'

/** A place in the source that sends a statement, or creates a prepared one. */
interface Sending {
  readonly place: string
  /** The source of the call, for messages and for the list of exceptions. */
  readonly source: string
  readonly module: Module
  readonly statement: Node
  /** The outermost function around the call; '' at module level. */
  readonly within: string
}

interface Unresolvable extends Pick<Sending, 'place' | 'source' | 'within'> {
  readonly why: string
}

export interface Collected {
  readonly sent: readonly { readonly place: string; readonly text: string }[]
  readonly unresolved: readonly Unresolvable[]
  /** Literals that look like SQL and are not part of any statement above. */
  readonly unread: readonly (Pick<Sending, 'place' | 'within'> & { readonly begins: string })[]
  /** Rows written together with a posting: the `sql` of every `{ sql, params }`. */
  readonly parts: readonly ((first: number) => string)[]
}

const SENDS = new Set(['query', 'execute'])

/**
 * Returns the calls of `….query(…)` and `….execute(…)`, and of `prepared(…)` at module level. A `prepared(…)`
 * inside a function is found through the call that sends it.
 */
function sendings(program: Program): Sending[] {
  return [...program.modules.values()].flatMap((module) =>
    module.nodes
      .filter((node): node is Call => node.type === 'CallExpression' && isSending(module, node))
      .map((call) => ({
        place: placeOf(module, call),
        source: `${sourceOf(module, call.callee)}(${call.arguments[0] ? sourceOf(module, call.arguments[0]) : ''})`,
        module,
        statement: call.arguments[0]!,
        within: outerFunction(module, call),
      })),
  )
}

function isSending(module: Module, { callee, arguments: [statement] }: Call): boolean {
  if (callee.type === 'Identifier') return callee.name === 'prepared' && outerFunction(module, callee) === ''
  // `execute: (...args) => tx.execute(...args)` forwards statements of other callers.
  if (callee.type !== 'MemberExpression' || statement?.type === 'SpreadElement') return false
  return callee.property.type === 'Identifier' && SENDS.has(callee.property.name)
}

/** Returns the name of the outermost function or method around a node; '' at module level. */
function outerFunction(module: Module, inner: Node): string {
  let name = ''
  for (let node: Node | undefined = inner; node; node = module.parents.get(node)) {
    if (!isFunction(node)) continue
    const parent = module.parents.get(node)!
    const named =
      node.type === 'FunctionDeclaration' ? node.id : 'id' in parent ? parent.id : 'key' in parent ? parent.key : null
    name = named ? sourceOf(module, named) : name || '(callback)'
  }
  return name
}

export function collectStatements(program: Program): Collected {
  const sent: Collected['sent'][number][] = []
  const unresolved: Unresolvable[] = []
  const read = new Set<Node>()
  const outcomes = <T>(module: Module, node: Node, as: (value: unknown) => T): T[] =>
    everyOutcome((choices) => {
      const evaluator = new Evaluator(program, choices)
      const outcome = as(evaluator.evaluate(module, node))
      for (const literal of evaluator.read) read.add(literal)
      return outcome
    })
  for (const { module, statement, ...sending } of sendings(program)) {
    try {
      const texts = outcomes(module, statement, textOf)
      for (const text of new Set(texts)) sent.push({ place: sending.place, text })
    } catch (error) {
      if (!(error instanceof Unresolved)) throw new Error(`${sending.place}: ${sending.source}`, { cause: error })
      unresolved.push({ ...sending, why: error.message })
    }
  }
  const parts = partsOf(program).map(({ module, node }) => (first: number) => {
    const [text] = outcomes(module, node, (sql) => textOf((sql as (first: number) => unknown)(first)))
    return text!
  })
  for (const sql of parts) sql(1)
  return { sent, unresolved, parts, unread: unreadOf(program, read) }
}

function partsOf(program: Program): { module: Module; node: Node }[] {
  return [...program.modules.values()].flatMap((module) =>
    module.nodes.flatMap((node) => {
      if (node.type !== 'ObjectExpression') return []
      const fields = node.properties.filter((each) => each.type === 'Property')
      const [sql, params] = ['sql', 'params'].map((name) => fields.find(({ key }) => sourceOf(module, key) === name))
      return sql && params ? [{ module, node: sql.value }] : []
    }),
  )
}

const SQL = /^\s*\(?(SELECT\s|WITH\s+\w+ AS |INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)/i

function unreadOf(program: Program, read: ReadonlySet<Node>): Collected['unread'] {
  return [...program.modules.values()].flatMap((module) =>
    module.nodes
      .filter((node) => !read.has(node) && SQL.test(beginningOf(node)))
      .map((node) => ({
        place: placeOf(module, node),
        within: outerFunction(module, node),
        begins: beginningOf(node),
      })),
  )
}

/** Returns the text of a string, or of a template up to its first `${`. */
function beginningOf(node: Node): string {
  if (node.type === 'TemplateLiteral') return node.quasis[0]!.value.cooked ?? ''
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : ''
}

function textOf(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? (value as { text?: unknown }).text : value
  if (typeof text !== 'string') throw new Unresolved('no text')
  return text
}
