/**
 * The registry of lines as the engine and everything above it use it. The list is src/lines/index.ts; the engine
 * receives the registry and never imports a line.
 */
import { type LineProduct, productName } from '../catalog/product.ts'
import type { ChargedHook, ChargeRow } from '../charges/record.ts'
import type { TenantQueryable } from '../db/connect.ts'
import type { LineMigrations } from '../db/migrate.ts'
import { Problem } from '../problem.ts'
import type { EngineLines } from './engine.ts'
import { Explanations } from './explain.ts'
import type { Line, UsedQuantities } from './line.ts'

export interface Lines extends EngineLines {
  /** In the order of the registry. */
  readonly all: readonly Line[]
  /** Every product with its line, in the order of the registry. */
  readonly products: readonly LineProduct[]
  /** Steps of explanations and kinds of components as text. */
  readonly explanations: Explanations
  /** Folders of the lines' SQL files. */
  readonly migrations: readonly LineMigrations[]
  has(line: string): boolean
  /** @throws Problem `line_unknown`. */
  line(id: string): Line
  /**
   * Returns the quantities used of a charge as counted by its line (src/engine/line.ts); undefined: not counted.
   */
  usedQuantities(db: TenantQueryable, charge: ChargeRow): Promise<UsedQuantities | undefined>
}

/** @throws Error if two lines define the same line, product or text. */
export function registerLines(all: readonly Line[]): Lines {
  const byId = unique(
    'line',
    all.map((line) => [line.id, line]),
  )
  const products = all.flatMap((line) => line.products.map((product): LineProduct => ({ line, product })))
  const byName = unique(
    'product',
    products.map((each) => [productName(each), each]),
  )
  const line = (id: string) => {
    const found = byId.get(id)
    if (!found) throw new Problem('line_unknown', { line: id.slice(0, 60), known: [...byId.keys()] })
    return found
  }
  return Object.freeze({
    all: Object.freeze([...all]),
    products: Object.freeze(products),
    explanations: new Explanations(all),
    migrations: all.flatMap(({ id, migrations: folder }) => (folder ? { line: id, folder } : [])),
    charged: chargedHook(all),
    async usedQuantities(db: TenantQueryable, charge: ChargeRow) {
      return byId.get(charge.line)?.hooks?.usedQuantities?.(db, charge)
    },
    has: (id: string) => byId.has(id),
    find: (name: string) => byName.get(name),
    line,
    product(id: string, product: string) {
      const found = byName.get(`${id}/${product}`)
      if (found) return found
      const known = line(id).products.map((each) => each.id)
      throw new Problem('product_unknown', { line: id, product: product.slice(0, 60), known })
    },
  })
}

/** Combines the hooks of all lines, each of which receives its own charges; undefined if no line has one. */
function chargedHook(lines: readonly Line[]): ChargedHook | undefined {
  const hooks = lines.flatMap(({ id, hooks }) => (hooks?.charged ? { id, hooks } : []))
  if (hooks.length === 0) return undefined
  return async (tx, charges) => {
    for (const { id, hooks: own } of hooks) {
      const sold = charges.filter(({ line }) => line === id)
      if (sold.length > 0) await own.charged?.(tx, sold)
    }
  }
}

function unique<Value>(what: string, entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>()
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`the ${what} ${name} is registered twice`)
    map.set(name, value)
  }
  return map
}
