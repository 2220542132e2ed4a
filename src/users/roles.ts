/** Roles: a name for a set of scopes. They are the program's, not data: what a role may do is read here and nowhere else. */
import { PARTY_SCOPES, SCOPES, type Scope } from './scopes.ts'

/**
 * - `admin`: everything, people and keys included.
 * - `finance`: the books, settlement, and the second signature on money.
 * - `agent`: answers customers; looks things up and files refund requests, which the policy or finance decides.
 * - `product`: sets prices and tries them out; says how many people used the platform.
 * - `viewer`: looks, and changes nothing; people and keys are not shown.
 * - `party`: a merchant, advertiser, creator or developer; sees only what is its own.
 */
export const ROLES = ['admin', 'finance', 'agent', 'product', 'viewer', 'party'] as const
export type Role = (typeof ROLES)[number]

const LOOK: readonly Scope[] = [
  'catalog:read',
  'parties:read',
  'accounts:read',
  'charges:read',
  'refunds:read',
  'ledger:read',
  'requests:read',
  'gateways:read',
  'settlement:read',
  'reports:read',
]

export const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  admin: SCOPES,
  finance: [
    ...LOOK,
    'refunds:write',
    'ledger:write',
    'requests:write',
    'requests:approve',
    'settlement:write',
    'settlement:approve',
  ],
  agent: [
    'catalog:read',
    'parties:read',
    'accounts:read',
    'charges:read',
    'refunds:read',
    'requests:read',
    'requests:write',
  ],
  product: [...LOOK, 'catalog:write', 'reports:write'],
  viewer: LOOK,
  party: PARTY_SCOPES,
}

export function isRole(text: unknown): text is Role {
  return ROLES.includes(text as Role)
}

/** Whether whoever has these scopes has all that a role gives: nobody gives away what he doesn't have. */
export function covers(scopes: ReadonlySet<string>, role: Role): boolean {
  return ROLE_SCOPES[role].every((scope) => scopes.has(scope))
}
