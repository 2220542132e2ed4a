/**
 * Evaluates expressions of the program's source without running the program: constants, templates, and calls of
 * functions that only build text. Whatever depends on the run, such as a parameter or a condition, becomes a choice
 * between all values that the source allows.
 */
import type { ESTree } from 'vite'
import type { Choices } from './outcomes.ts'
import type { Program } from './program.ts'
import {
  type Binding,
  type FunctionNode,
  isFunction,
  type Module,
  type Node,
  placeOf,
  resolve,
  sourceOf,
} from './syntax.ts'

/** Thrown if the value cannot be determined from the source. */
export class Unresolved extends Error {}

/** An argument, evaluated only when the function uses it: most do not affect the text. */
type Later = () => unknown
/** The parameters of one call of a function. */
type Arguments = ReadonlyMap<Binding, Later>

const NONE: Arguments = new Map()
type Callable = (...args: unknown[]) => unknown

/** Methods that return a new value and modify none. */
const PURE = new Set(
  ['map', 'flatMap', 'filter', 'join', 'concat', 'slice', 'includes', 'at', 'flat', 'toSorted', 'toReversed', 'with']
    .concat(['keys', 'values', 'entries', 'get', 'has', 'trim', 'replace', 'replaceAll', 'toLowerCase', 'toUpperCase'])
    .concat(['repeat', 'split', 'startsWith', 'endsWith', 'padStart', 'toString', 'find', 'some', 'every', 'indexOf']),
)
const GLOBALS: Readonly<Record<string, unknown>> = { Object, Array, String, Number, Math, undefined, Map, Set }

export class Evaluator {
  readonly #program: Program
  readonly #choices: Choices
  /** For each function of the source, a version that takes unevaluated arguments. */
  readonly #functions = new WeakMap<object, (given: readonly Later[]) => unknown>()
  #deciding = false
  /** The literals that were read. */
  readonly read = new Set<Node>()

  constructor(program: Program, choices: Choices) {
    this.#program = program
    this.#choices = choices
  }

  /** @throws Unresolved */
  evaluate(module: Module, node: Node, args: Arguments = NONE): unknown {
    const of = (child: Node) => this.evaluate(module, child, args)
    switch (node.type) {
      case 'Literal':
        this.read.add(node)
        return node.value
      case 'TemplateLiteral':
        this.read.add(node)
        return node.quasis
          .map(
            ({ value }, n) =>
              (value.cooked ?? '') + (n < node.expressions.length ? textOf(of(node.expressions[n]!)) : ''),
          )
          .join('')
      case 'Identifier':
        return this.#name(module, node, args)
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        return of(node.expression)
      case 'ConditionalExpression':
        return of(this.#holds(module, node.test, args) ? node.consequent : node.alternate)
      case 'ArrayExpression':
        return node.elements.flatMap((each) => {
          if (each?.type === 'SpreadElement') return [...(of(each.argument) as Iterable<unknown>)]
          return [each && of(each)]
        })
      case 'ObjectExpression':
        return this.#object(module, node, args)
      case 'MemberExpression':
        return this.#member(module, node, args)
      case 'UnaryExpression':
      case 'BinaryExpression':
      case 'LogicalExpression':
        return this.#operation(module, node, args)
      case 'NewExpression':
        return this.#made(module, node, args)
      case 'CallExpression':
        return this.#call(module, node, args)
      default:
        if (isFunction(node)) return this.#function(module, node, args)
        throw this.#unresolved(module, node)
    }
  }

  #function(module: Module, node: FunctionNode, around: Arguments): Callable {
    const later = (given: readonly Later[]) => this.#apply(module, node, given, around)
    const made = (...given: unknown[]) => later(given.map((value) => () => value))
    this.#functions.set(made, later)
    return made
  }

  /** @throws Unresolved inside a condition; the condition itself then becomes a choice. */
  #pick<T>(module: Module, requested: Node, options: readonly T[]): T {
    if (this.#deciding || options.length === 0) throw this.#unresolved(module, requested)
    return this.#choices.pick(keyOf(module, requested), options)
  }

  #unresolved(module: Module, node: Node, why = 'depends on the run'): Unresolved {
    return new Unresolved(`${placeOf(module, node)}: \`${sourceOf(module, node).slice(0, 80)}\` ${why}`)
  }

  #name(module: Module, node: ESTree.Node & { name: string }, args: Arguments): unknown {
    const found = resolve(module, node.name, node)
    if (!found) {
      if (node.name in GLOBALS) return GLOBALS[node.name]
      throw this.#unresolved(module, node)
    }
    const binding = this.#program.origin(found)
    if (!binding) throw this.#unresolved(module, node, 'comes from a package')
    const given = args.get(binding)
    if (given) return given()
    return this.#binding(binding, node, module, args)
  }

  #binding(binding: Binding, node: Node, module: Module, args: Arguments): unknown {
    switch (binding.kind) {
      case 'const':
      case 'let': {
        if (!binding.init || this.#program.isChanged(binding))
          throw this.#unresolved(module, node, 'is filled when it runs')
        return this.#part(binding, this.evaluate(binding.module, binding.init, args))
      }
      case 'element': {
        const list = this.evaluate(binding.module, binding.list, args)
        if (!Array.isArray(list)) throw this.#unresolved(module, node)
        return this.#part(binding, this.#pick(binding.module, binding.list, list))
      }
      case 'function':
        return this.#function(binding.module, binding.node, NONE)
      case 'parameter':
        return this.#parameter(binding, node, module)
      default:
        throw this.#unresolved(module, node)
    }
  }

  #part({ path, module, name }: Binding, whole: unknown): unknown {
    let value = whole
    for (const key of path) {
      if (key === '…') throw new Unresolved(`${module.file}: ${name} is taken from a pattern in an unusual way`)
      value = (value as Record<string | number, unknown>)[key]
    }
    return value
  }

  /** Chooses among the values that callers pass. All parameters of a function are taken from the same call. */
  #parameter(binding: Extract<Binding, { kind: 'parameter' }>, node: Node, module: Module): unknown {
    const { of, index, fallback } = binding
    const list = listOfCallback(binding.module, of)
    if (list && index === 0) {
      const elements = this.evaluate(binding.module, list)
      if (!Array.isArray(elements)) throw this.#unresolved(module, node)
      return this.#part(binding, this.#pick(binding.module, of, elements))
    }
    const sites = this.#program.callsOf(of, binding.module)
    if (!sites || sites.length === 0)
      throw this.#unresolved(module, node, 'is a parameter whose callers are not all known')
    const { module: from, call } = this.#pick(binding.module, of, sites)
    const passed = call.arguments.slice(0, index + 1)
    if (passed.some(({ type }) => type === 'SpreadElement')) throw this.#unresolved(from, call)
    const given = passed[index]
    if (!given && !fallback) return this.#part(binding, undefined)
    return this.#part(binding, given ? this.evaluate(from, given) : this.evaluate(binding.module, fallback!))
  }

  /** If the source does not determine a condition, both answers are possible. */
  #holds(module: Module, test: Node, args: Arguments): boolean {
    const before = this.#deciding
    try {
      this.#deciding = true
      return Boolean(this.evaluate(module, test, args))
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error
      this.#deciding = before
      if (test.type === 'UnaryExpression' && test.operator === '!') return !this.#holds(module, test.argument, args)
      return this.#pick(module, test, [true, false])
    } finally {
      this.#deciding = before
    }
  }

  #object(module: Module, node: ESTree.ObjectExpression, args: Arguments): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    for (const each of node.properties) {
      if (each.type === 'SpreadElement') {
        Object.assign(made, this.evaluate(module, each.argument, args))
        continue
      }
      const key =
        each.key.type === 'Identifier' && !each.computed ? each.key.name : this.evaluate(module, each.key, args)
      // Evaluated on access: most fields of an object do not affect the text.
      Object.defineProperty(made, String(key), {
        enumerable: true,
        configurable: true,
        get: () => this.evaluate(module, each.value, args),
      })
    }
    return made
  }

  #member(module: Module, node: ESTree.MemberExpression, args: Arguments): unknown {
    const object = this.evaluate(module, node.object, args)
    if (node.property.type === 'PrivateIdentifier') throw this.#unresolved(module, node)
    if (!node.computed) return this.#property(module, node, object, (node.property as { name: string }).name)
    try {
      return this.#property(module, node, object, textOf(this.evaluate(module, node.property, args)))
    } catch (error) {
      if (!(error instanceof Unresolved) || typeof object !== 'object' || object === null) throw error
      const values = Object.keys(object)
      const key = this.#pick(module, node.property, values)
      return (object as Record<string, unknown>)[key]
    }
  }

  #property(module: Module, node: Node, object: unknown, key: string): unknown {
    if (object === null || object === undefined) throw this.#unresolved(module, node)
    return (object as Record<string, unknown>)[key]
  }

  #operation(
    module: Module,
    node: Extract<Node, { operator: string; left: unknown }> | ESTree.UnaryExpression,
    args: Arguments,
  ): unknown {
    if (node.type === 'UnaryExpression') {
      const value = this.evaluate(module, node.argument, args)
      if (node.operator === '!') return !value
      if (node.operator === '-') return -(value as number)
      throw this.#unresolved(module, node)
    }
    const left = this.evaluate(module, node.left, args)
    const right = () => this.evaluate(module, node.right, args)
    switch (node.operator) {
      case '&&':
        return left && right()
      case '||':
        return left || right()
      case '??':
        return left ?? right()
      case '===':
        return left === right()
      case '!==':
        return left !== right()
      case '+':
        return (left as number) + (right() as number)
      case '-':
        return (left as number) - (right() as number)
      case '*':
        return (left as number) * (right() as number)
      case '/':
        return (left as number) / (right() as number)
      case '<':
        return (left as number) < (right() as number)
      case '>':
        return (left as number) > (right() as number)
      default:
        throw this.#unresolved(module, node)
    }
  }

  #made(module: Module, node: ESTree.NewExpression, args: Arguments): unknown {
    const [first] = node.arguments
    const given = first ? (this.evaluate(module, first, args) as Iterable<unknown>) : []
    const made = this.evaluate(module, node.callee, args)
    if (made === Set) return new Set(given)
    if (made === Map) return new Map(given as Iterable<[unknown, unknown]>)
    throw this.#unresolved(module, node)
  }

  #call(module: Module, node: ESTree.CallExpression, args: Arguments): unknown {
    const { callee } = node
    if (callee.type === 'Identifier' && callee.name === 'prepared') {
      return { text: this.evaluate(module, node.arguments[0]!, args) }
    }
    const given = () =>
      node.arguments.flatMap((each) => {
        if (each.type === 'SpreadElement') return [...(this.evaluate(module, each.argument, args) as Iterable<unknown>)]
        return [this.evaluate(module, each, args)]
      })
    if (callee.type === 'MemberExpression') {
      const object = this.evaluate(module, callee.object, args)
      const name = callee.property.type === 'Identifier' ? callee.property.name : ''
      const method = object === null || object === undefined ? undefined : (object as Record<string, unknown>)[name]
      const known =
        object === Object || object === Array || object === Math || PURE.has(name) || Object.hasOwn(object ?? {}, name)
      if (typeof method !== 'function' || !known) throw this.#unresolved(module, node)
      try {
        return (method as Callable).apply(object, given())
      } catch (error) {
        if (!(error instanceof Unresolved) || !(object instanceof Map) || name !== 'get') throw error
        return this.#pick(module, node, [...object.values()])
      }
    }
    const called = this.evaluate(module, callee, args)
    const own = typeof called === 'function' ? this.#functions.get(called) : undefined
    if (!own || node.arguments.some(({ type }) => type === 'SpreadElement')) throw this.#unresolved(module, node)
    return own(node.arguments.map((each) => () => this.evaluate(module, each, args)))
  }

  /** Returns the result of a function for these arguments. The function may only declare, branch and return. */
  #apply(module: Module, node: FunctionNode, given: readonly Later[], around: Arguments): unknown {
    const args = new Map(around)
    for (const binding of module.scopes.get(node)?.values() ?? []) {
      if (binding.kind !== 'parameter' || binding.of !== node) continue
      const { fallback } = binding
      const passed = given[binding.index] ?? (() => fallback && this.evaluate(module, fallback, args))
      args.set(binding, () => this.#part(binding, passed()))
    }
    if (!node.body) throw this.#unresolved(module, node)
    if (node.body.type !== 'BlockStatement') return this.evaluate(module, node.body, args)
    const returned = this.#run(module, node.body.body, args)
    if (!returned) throw this.#unresolved(module, node, 'returns nothing')
    return returned.value
  }

  #run(module: Module, statements: readonly Node[], args: Arguments): { value: unknown } | undefined {
    for (const statement of statements) {
      switch (statement.type) {
        case 'VariableDeclaration':
        case 'FunctionDeclaration':
        case 'TSTypeAliasDeclaration':
        case 'TSInterfaceDeclaration':
        case 'ExpressionStatement':
          break
        case 'ReturnStatement':
          return { value: statement.argument ? this.evaluate(module, statement.argument, args) : undefined }
        case 'IfStatement': {
          const branch = this.#holds(module, statement.test, args) ? statement.consequent : statement.alternate
          const returned = branch && this.#run(module, [branch], args)
          if (returned) return returned
          break
        }
        case 'BlockStatement': {
          const returned = this.#run(module, statement.body, args)
          if (returned) return returned
          break
        }
        default:
          throw this.#unresolved(module, statement)
      }
    }
    return undefined
  }
}

/** Returns the list whose elements are passed to a callback: `list` in `list.map(callback)`. */
function listOfCallback(module: Module, of: FunctionNode): Node | undefined {
  const call = module.parents.get(of)
  if (call?.type !== 'CallExpression' || call.arguments[0] !== of || call.callee.type !== 'MemberExpression')
    return undefined
  const { property, object } = call.callee
  return property.type === 'Identifier' && /^(map|flatMap|filter|forEach)$/.test(property.name) ? object : undefined
}

/** The same expression within one function is the same choice. */
function keyOf(module: Module, node: Node): string {
  let within: Node | undefined = node
  while (within && !isFunction(within)) within = module.parents.get(within)
  return `${module.file} ${within?.start} ${sourceOf(module, node)}`
}

function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(textOf).join(',')
  throw new Unresolved(`${String(value)} stands where a text belongs`)
}
