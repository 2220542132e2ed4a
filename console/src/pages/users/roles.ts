import type { Shapes } from '@recoup/sdk'
import { codesOf } from '../../api-codes.ts'

export type Role = Shapes['User']['role']

/** From the most permissions to the fewest. */
export const ROLES = codesOf<Role>({
  admin: true,
  finance: true,
  agent: true,
  product: true,
  viewer: true,
  party: true,
})
