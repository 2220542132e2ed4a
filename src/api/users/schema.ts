import Type, { type Static } from 'typebox'
import { Instant, id, named, nullableText, oneOf } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { ROLES } from '../../users/roles.ts'
import type { User as UserRow } from '../../users/users.ts'

export const UserId = id('usr', 'a user', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const RoleShape = oneOf(ROLES, { description: 'Name of the role' })

export const User = named(
  'User',
  Type.Object(
    {
      id: UserId,
      email: Type.String({ examples: ['ada@example.com'] }),
      name: Type.String(),
      role: RoleShape,
      party: nullableText({ description: 'The party that the user acts for; only for the role `party`' }),
      totp: Type.Boolean({ description: 'Whether two-factor authentication is enabled' }),
      hasPassword: Type.Boolean(),
      createdAt: Instant,
      disabledAt: nullableText({ description: 'When the user was disabled; null if enabled' }),
      lastSignInAt: nullableText(),
    },
    { description: 'A user of the console' },
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
