/** Permissions of a caller. A key has a set of scopes, a user those of the role. */

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
  'refunds:override',
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
 * Scopes that a key or user bound to a party can have. Creating charges is not among them, because a charge can name
 * any payer. Neither is the catalog, which shows what the platform pays its channels. Routes admit parties only if they
 * declare it (`forParties`), whatever the scopes.
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
