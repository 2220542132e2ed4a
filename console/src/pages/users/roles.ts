import type { Shapes } from '@recoup/sdk'

export type Role = Shapes['User']['role']

/** In the order of what they may do. */
export const ROLES = Object.keys({
  admin: true,
  finance: true,
  agent: true,
  product: true,
  viewer: true,
  party: true,
} satisfies Record<Role, true>) as Role[]
