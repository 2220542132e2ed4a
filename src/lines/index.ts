/** The registry: which lines there are. */

import type { Line, Product } from '../engine/line.ts'
import { Problem } from '../problem.ts'
import { ads } from './ads/index.ts'
import { apis } from './apis/index.ts'
import { commerce } from './commerce/index.ts'
import { crossborder } from './crossborder/index.ts'
import { data } from './data/index.ts'
import { enterprise } from './enterprise/index.ts'
import { goods } from './goods/index.ts'
import { payments } from './payments/index.ts'

/** The eight lines of the mission: one that is missing below does not compile. */
export type LineId = 'ads' | 'goods' | 'payments' | 'enterprise' | 'commerce' | 'data' | 'crossborder' | 'apis'

export const lines = {
  ads,
  goods,
  payments,
  enterprise,
  commerce,
  data,
  crossborder,
  apis,
} as const satisfies Record<LineId, Line>

/** Every product with the line it belongs to, in order. */
export const allProducts: readonly { readonly line: Line; readonly product: Product }[] = Object.values(lines).flatMap(
  (line: Line) => line.products.map((product) => ({ line, product })),
)

const byName = new Map(allProducts.map((entry) => [`${entry.line.id}/${entry.product.id}`, entry]))

/** @throws Problem `line_unknown`, `product_unknown`. */
export function findProduct(line: string, product: string): { line: Line; product: Product } {
  const found = byName.get(`${line}/${product}`)
  if (found) return found
  if (!Object.hasOwn(lines, line)) throw new Problem('line_unknown', { line: line.slice(0, 60) })
  throw new Problem('product_unknown', { line, product: product.slice(0, 60) })
}
