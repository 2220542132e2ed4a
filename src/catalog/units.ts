/**
 * The units in which a tenant keeps amounts: ISO 4217 currencies, and custom units that a product uses (`nano-rho`) or
 * a version of the tenant's rate card declares. Any other unit is a typing error.
 */
import type { TenantQueryable } from '../db/connect.ts'
import { checkUnit, isCurrency } from '../money/currency.ts'
import { Problem } from '../problem.ts'
import type { ProductList } from './product.ts'

/** Reads the rate cards only if a unit is neither a currency nor used by a product. @throws Problem `currency_unknown`. */
export async function checkUnits(
  { products }: ProductList,
  db: TenantQueryable,
  units: Iterable<string>,
): Promise<void> {
  const own = new Set([...units].filter((unit) => !isCurrency(unit)))
  for (const unit of own) checkUnit(unit)
  for (const { product } of products) for (const unit of product.units ?? []) own.delete(unit)
  for (const unit of own) {
    const [declared] = await db.query<{ version: number }>(
      `SELECT version FROM rate_card WHERE tenant = $1 AND (card->'units')::jsonb ? $2 LIMIT 1`,
      [db.tenant, unit],
    )
    if (!declared) throw new Problem('currency_unknown', { unit })
  }
}
