import Type, { type Static } from 'typebox'
import { Instant, id, named, nullableText, oneOf } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { ROLES } from '../../users/roles.ts'
import type { User as UserRow } from '../../users/users.ts'

export const UserId = id('usr', 'a user', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const RoleShape = oneOf(ROLES, { description: 'A name for a set of scopes' })

export const User = named(
  'User',
  Type.Object(
    {
      id: UserId,
      email: Type.String({ examples: ['ada@example.com'] }),
      name: Type.String(),
      role: RoleShape,
      party: nullableText({ description: 'Whom a user of the role party acts for' }),
      totp: Type.Boolean({ description: 'Whether a second factor is asked for' }),
      hasPassword: Type.Boolean(),
      createdAt: Instant,
      disabledAt: nullableText({ description: 'Since when the user cannot sign in; null: can' }),
      lastSignInAt: nullableText(),
    },
    { description: 'A person who signs in' },
  ),
)

export function toUser({ id, createdAt, disabledAt, lastSignInAt, ...rest }: UserRow): Static<typeof User> {
  return {
    ...rest,
    id: uuidToId('usr', id),
    createdAt: createdAt.toISOString(),
    disabledAt: disabledAt?.toISOString() ?? null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }
}
