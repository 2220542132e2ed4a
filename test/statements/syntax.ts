/** Parses the program's TypeScript and resolves the names in it. Independent of SQL. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ESTree, parseSync } from 'vite'

export type Node = ESTree.Node
export type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression
export type Call = ESTree.CallExpression

/** The position of a name in a pattern: `b` in `const { a: [, b] }` is at ['a', 1]. */
type PatternPath = readonly (string | number)[]

/** The declaration of a name. `path` leads to its part of the declared value. */
export type Binding = { readonly name: string; readonly module: Module; readonly path: PatternPath } & (
  | { readonly kind: 'const' | 'let'; readonly init: Node | null; readonly declaration: Node }
  | { readonly kind: 'element'; readonly list: Node }
  | { readonly kind: 'parameter'; readonly of: FunctionNode; readonly index: number; readonly fallback: Node | null }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'import'; readonly from: string; readonly exported: string }
  | { readonly kind: 'other' }
)

export interface Module {
  /** Path relative to the folder that was read. */
  readonly file: string
  readonly text: string
  readonly program: ESTree.Program
  readonly nodes: readonly Node[]
  readonly parents: ReadonlyMap<Node, Node>
  readonly scopes: ReadonlyMap<Node, Map<string, Binding>>
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode)
}

export const isFunction = (node: Node): node is FunctionNode =>
  node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration'

export function placeOf({ file, text }: Module, node: Node): string {
  return `${file}:${text.slice(0, node.start).split('\n').length}`
}

export const sourceOf = ({ text }: Module, node: Node): string => text.slice(node.start, node.end)

/** Reads every TypeScript file below the folder, without tests and declaration files. */
export function readModules(root: string): Map<string, Module> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
    .sort()
  return new Map(files.map((file) => [file, parseModule(file, readFileSync(path.join(root, file), 'utf8'))]))
}

export function parseModule(file: string, text: string): Module {
  const { program, errors } = parseSync(file, text, { preserveParens: false })
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`)
  const [nodes, parents, scopes] = [[] as Node[], new Map<Node, Node>(), new Map<Node, Map<string, Binding>>()]
  const module: Module = { file, text, program, nodes, parents, scopes }
  const visit = (node: Node) => {
    nodes.push(node)
    for (const child of childrenOf(node)) {
      parents.set(child, node)
      visit(child)
    }
  }
  visit(program)
  for (const node of nodes) for (const binding of declaredBy(module, node)) declare(module, node, binding)
  return module
}

/** Resolves a name at a place in the source; undefined for globals. */
export function resolve(module: Module, name: string, at: Node): Binding | undefined {
  for (let node: Node | undefined = at; node; node = module.parents.get(node)) {
    const found = module.scopes.get(node)?.get(name)
    if (found) return found
  }
  return undefined
}

function declare(module: Module, node: Node, binding: Binding): void {
  const scope = scopeOf(module, node, binding)
  const names = module.scopes.get(scope) ?? new Map<string, Binding>()
  ;(module.scopes as Map<Node, Map<string, Binding>>).set(scope, names.set(binding.name, binding))
}

const SCOPES = /^(Program|BlockStatement|For(In|Of)?Statement|SwitchStatement|CatchClause)$/

function scopeOf({ parents }: Module, node: Node, binding: Binding): Node {
  if (binding.kind === 'parameter' || node.type === 'CatchClause') return node
  let scope = parents.get(node) ?? node
  while (!SCOPES.test(scope.type)) scope = parents.get(scope)!
  return scope
}

function declaredBy(module: Module, node: Node): Binding[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return variables(module, node)
    case 'ImportDeclaration':
      return node.specifiers.map((each) => ({
        kind: 'import',
        name: each.local.name,
        module,
        path: [],
        from: node.source.value,
        exported: each.type === 'ImportSpecifier' ? nameOf(each.imported) : '*',
      }))
    case 'ClassDeclaration':
      return node.id ? [{ kind: 'other', name: node.id.name, module, path: [] }] : []
    case 'CatchClause':
      return node.param ? namesIn(node.param).map((each) => ({ ...each, kind: 'other', module })) : []
    case 'FunctionDeclaration':
      return [
        ...(node.id ? [{ kind: 'function' as const, name: node.id.name, module, path: [], node }] : []),
        ...parameters(module, node),
      ]
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return parameters(module, node)
    default:
      return []
  }
}

function variables(module: Module, node: ESTree.VariableDeclarator): Binding[] {
  const declaration = module.parents.get(node) as ESTree.VariableDeclaration
  const around = module.parents.get(declaration)!
  const loop = (around.type === 'ForOfStatement' || around.type === 'ForInStatement') && around.left === declaration
  return namesIn(node.id).map(({ name, path: within }) => {
    if (loop && around.type === 'ForOfStatement')
      return { kind: 'element', name, module, path: within, list: around.right }
    if (loop) return { kind: 'other', name, module, path: within }
    const kind = declaration.kind === 'const' ? 'const' : 'let'
    return { kind, name, module, path: within, init: node.init, declaration: node }
  })
}

function parameters(module: Module, of: FunctionNode): Binding[] {
  return of.params.flatMap((parameter, index) => {
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
    const fallback = pattern.type === 'AssignmentPattern' ? pattern.right : null
    return namesIn(pattern).map((each): Binding => {
      if (pattern.type === 'RestElement') return { ...each, kind: 'other', module }
      return { ...each, kind: 'parameter', module, of, index, fallback }
    })
  })
}

export const nameOf = (node: ESTree.ModuleExportName): string => (node.type === 'Literal' ? node.value : node.name)

/**
 * Returns the names that a pattern declares. A rest or a nested default makes the path of a name unknown: it is then
 * ['…'].
 */
function namesIn(pattern: Node, within: PatternPath = []): { name: string; path: PatternPath }[] {
  switch (pattern.type) {
    case 'Identifier':
      return [{ name: pattern.name, path: within }]
    case 'AssignmentPattern':
      return namesIn(pattern.left, within.length === 0 ? within : ['…'])
    case 'RestElement':
      return namesIn(pattern.argument, ['…'])
    case 'ArrayPattern':
      return pattern.elements.flatMap((each, n) => (each ? namesIn(each, [...within, n]) : []))
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => {
        if (each.type === 'RestElement') return namesIn(each, within)
        const key = each.key.type === 'Identifier' && !each.computed ? each.key.name : '…'
        return namesIn(each.value, [...within, key])
      })
    default:
      return []
  }
}
