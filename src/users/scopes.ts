/** What a caller may do. A key has a set of them, a person those of the role. */

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
  'reports:write',
  'users:read',
  'users:write',
  'keys:read',
  'keys:write',
] as const

export type Scope = (typeof SCOPES)[number]

/**
 * What a key or a person bound to a party can be given. Making charges is not among it: a charge names its payer freely.
 * Neither is the catalog, which shows what a platform pays its channels. A route lets a party in only where it says so
 * (`forParties`), whatever the scopes are.
 */
export const PARTY_SCOPES: readonly Scope[] = [
  'parties:read',
  'accounts:read',
  'charges:read',
  'refunds:read',
  'refunds:write',
  'requests:read',
  'requests:write',
  'settlement:read',
  'reports:read',
]
