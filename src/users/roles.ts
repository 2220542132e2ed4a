/** Roles are named sets of scopes. They are defined here in code, not as data. */
import { PARTY_SCOPES, SCOPES, type Scope } from './scopes.ts'

/**
 * - `admin`: everything, including users and keys.
 * - `finance`: the ledger, settlement, and approvals.
 * - `agent`: customer service; reads data and creates refund requests, which the policy or finance decides.
 * - `product`: publishes and simulates prices; reports active users.
 * - `viewer`: read-only, without users and keys.
 * - `party`: a merchant, advertiser, creator or developer; sees only its own data.
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
  // Overriding refund policies is for keys that the operator makes on the command line.
  admin: SCOPES.filter((scope) => scope !== 'refunds:override'),
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

/** Whether the scopes include all those of a role: users can only grant roles whose scopes they have. */
export function covers(scopes: ReadonlySet<string>, role: Role): boolean {
  return ROLE_SCOPES[role].every((scope) => scopes.has(scope))
}
