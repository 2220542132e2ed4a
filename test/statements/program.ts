/**
 * All modules together: resolves imported names, finds the callers of a function, and detects values that change later.
 */
import path from 'node:path'
import {
  type Binding,
  type Call,
  type FunctionNode,
  isFunction,
  type Module,
  type Node,
  nameOf,
  resolve,
} from './syntax.ts'

export interface CallSite {
  readonly module: Module
  readonly call: Call
}

interface Reference {
  readonly module: Module
  readonly node: Node
}

const CHANGING = new Set([
  'push',
  'unshift',
  'splice',
  'pop',
  'shift',
  'sort',
  'reverse',
  'set',
  'add',
  'delete',
  'clear',
])

export class Program {
  readonly modules: ReadonlyMap<string, Module>
  readonly #references = new Map<Binding, Reference[]>()

  constructor(modules: ReadonlyMap<string, Module>) {
    this.modules = modules
    for (const module of modules.values()) {
      for (const node of module.nodes) {
        if (node.type !== 'Identifier' || !isReference(module, node)) continue
        const found = resolve(module, node.name, node)
        const origin = found && this.origin(found)
        if (!origin) continue
        const known = this.#references.get(origin)
        if (known) known.push({ module, node })
        else this.#references.set(origin, [{ module, node }])
      }
    }
  }

  /** Resolves an imported name to its declaration; undefined if it comes from a package. */
  origin(binding: Binding): Binding | undefined {
    if (binding.kind !== 'import') return binding
    if (!binding.from.startsWith('.')) return undefined
    const file = path.join(path.dirname(binding.module.file), binding.from)
    const module = this.modules.get(file)
    return module && this.#exported(module, binding.exported)
  }

  #exported(module: Module, name: string): Binding | undefined {
    for (const statement of module.program.body) {
      if (statement.type !== 'ExportNamedDeclaration') continue
      const specifier = statement.specifiers.find(({ exported }) => nameOf(exported) === name)
      if (!specifier) continue
      const local = nameOf(specifier.local)
      if (!statement.source) return this.#own(module, local)
      const from = statement.source.value
      return this.origin({ kind: 'import', name: local, module, path: [], from, exported: local })
    }
    return this.#own(module, name)
  }

  #own(module: Module, name: string): Binding | undefined {
    const found = module.scopes.get(module.program)?.get(name)
    return found && this.origin(found)
  }

  /**
   * Returns every call of a named function; undefined if the function is also passed as a value, so that callers may be
   * unknown.
   */
  callsOf(of: FunctionNode, module: Module): CallSite[] | undefined {
    const binding = this.#bindingOf(of, module)
    const references = binding && this.#references.get(binding)
    if (!references) return undefined
    const calls: CallSite[] = []
    for (const { module: where, node } of references) {
      const parent = where.parents.get(node)!
      if (/^(Import|Export)Specifier$/.test(parent.type) || parent.type === 'TSTypeQuery') continue
      if (parent.type !== 'CallExpression' || parent.callee !== node) return undefined
      calls.push({ module: where, call: parent })
    }
    return calls
  }

  #bindingOf(of: FunctionNode, module: Module): Binding | undefined {
    if (of.type === 'FunctionDeclaration') return of.id ? resolve(module, of.id.name, of) : undefined
    const parent = module.parents.get(of)
    if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return undefined
    return resolve(module, parent.id.name, parent)
  }

  /**
   * Returns whether the name may be reassigned after its declaration, or the list or object that it holds may be
   * modified.
   */
  isChanged(binding: Binding): boolean {
    return (this.#references.get(binding) ?? []).some(({ module, node }) => {
      const parent = module.parents.get(node)!
      if (parent.type === 'UpdateExpression') return true
      if (parent.type === 'AssignmentExpression') return parent.left === node
      if (parent.type === 'CallExpression' && parent.callee !== node) return holdsList(binding)
      if (parent.type !== 'MemberExpression' || parent.object !== node) return false
      const above = module.parents.get(parent)!
      if (above.type === 'AssignmentExpression') return above.left === parent
      const name = parent.property.type === 'Identifier' ? parent.property.name : ''
      return above.type === 'CallExpression' && above.callee === parent && CHANGING.has(name)
    })
  }
}

/** A list literal that is passed to a function may be modified there. */
const holdsList = (binding: Binding): boolean => 'init' in binding && binding.init?.type === 'ArrayExpression'

/** Returns whether an identifier refers to a value, instead of being only a key or a declaration. */
function isReference(module: Module, node: Node): boolean {
  const parent = module.parents.get(node)
  if (!parent || isFunction(parent)) return Boolean(parent && isFunction(parent) && parent.body === node)
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed
  if (parent.type === 'Property') return parent.value === node
  if (parent.type === 'VariableDeclarator') return parent.init === node
  return parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition'
}
