/** Who is asking: what an API key stands for. */

export const SCOPES = [
  'catalog:read',
  'catalog:write',
  'parties:read',
  'parties:write',
  'accounts:read',
  'charges:read',
  'charges:write',
  'refunds:read',
  'refunds:write',
  'ledger:read',
  'ledger:write',
  'requests:read',
  'requests:write',
  'requests:approve',
  'gateways:read',
  'gateways:write',
  'settlement:read',
  'settlement:write',
  'settlement:approve',
  'webhooks:read',
  'webhooks:write',
  'reports:read',
  'users:read',
  'users:write',
  'keys:read',
  'keys:write',
] as const

export type Scope = (typeof SCOPES)[number]

/**
 * What a key bound to a party can be given. Making charges is not among it: a charge names its payer freely. Neither is
 * the catalog, which shows what a platform pays its channels.
 */
export const PARTY_SCOPES: readonly Scope[] = [
  'parties:read',
  'accounts:read',
  'charges:read',
  'refunds:read',
  'refunds:write',
]

export interface Identity {
  /** UUID of the key. */
  readonly key: string
  readonly tenant: number
  /** The party that the key is bound to: it sees only what that party paid or earned. Null: it sees the tenant. */
  readonly party: string | null
  readonly scopes: ReadonlySet<string>
}
