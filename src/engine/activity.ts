/** What a charge adds to the reports beyond its money, as its line says. */
import type { ChargeDraft } from '../charges/draft.ts'
import { allProducts } from '../lines/index.ts'
import type { Activity } from '../rollups/activity.ts'

const products = new Map(allProducts.map(({ line, product }) => [`${line.id}/${product.id}`, product]))

const NONE: Activity = {}

/** Nothing where the event was not kept (a quote or charge of a version before it was). */
export function activityOf({
  line,
  product,
  event,
  items,
  unit,
}: Pick<ChargeDraft, 'line' | 'product' | 'event' | 'items' | 'unit'>): Activity {
  const known = products.get(`${line}/${product}`)
  return known?.activity && event ? known.activity(event as never, { items, unit }) : NONE
}
