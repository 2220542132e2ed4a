/** What a charge adds to the reports beyond its money, as defined by its product. */
import type { ProductList } from '../catalog/product.ts'
import type { ChargeDraft } from '../charges/draft.ts'
import type { Activity } from '../rollups/activity.ts'

const NONE: Activity = {}

/** Returns the activity of a charge; empty if its event was not stored, as on quotes and charges of early versions. */
export function activityOf(
  products: ProductList,
  { line, product, event, items, unit }: Pick<ChargeDraft, 'line' | 'product' | 'event' | 'items' | 'unit'>,
): Activity {
  const known = products.find(`${line}/${product}`)?.product
  return known?.activity && event ? known.activity(event as never, { items, unit }) : NONE
}
