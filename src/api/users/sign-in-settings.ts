/** What a tenant asks of its users: second factors, step-up, and the end of idle sessions. */
import Type from 'typebox'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, named, nullableText } from '../../http/shapes.ts'
import { readSignInSettings, type StoredSignInSettings } from '../../users/sign-in-settings.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import { changeSettings } from '../approvals/settings.ts'
import type { Services } from '../services.ts'
import { RoleShape } from './schema.ts'

const Settings = named(
  'SignInSettings',
  Type.Object(
    {
      secondFactorRoles: Type.Array(RoleShape, {
        maxItems: 6,
        uniqueItems: true,
        description:
          'Users with these roles must set up two-factor authentication before anything else; default none. Users of single sign-on have the second factor of their identity provider.',
      }),
      stepUp: Type.Boolean({
        description: 'Sensitive operations require users to confirm their identity; default true',
      }),
      stepUpMinutes: Type.Integer({
        minimum: 1,
        maximum: 720,
        description: 'How long a confirmation counts; default 10',
      }),
      idleMinutes: Type.Integer({
        minimum: 5,
        maximum: 720,
        description: 'A session without requests for this long ends; default 720. Every session ends after 12 hours.',
      }),
    },
    { additionalProperties: false, description: 'How users of the tenant sign in' },
  ),
)

const Answer = named(
  'SignInSettingsAnswer',
  Type.Object({
    settings: Settings,
    updatedBy: nullableText({ description: 'The user who changed the settings last; null if they were never changed' }),
    updatedAt: Type.Union([Instant, Type.Null()]),
  }),
)

const read = operation({
  id: 'getSignInSettings',
  tag: 'Users',
  summary: 'Retrieve the sign-in settings',
  scope: 'users:read',
  answers: { 200: { description: 'The settings', schema: Answer } },
})

const put = operation({
  id: 'putSignInSettings',
  tag: 'Users',
  summary: 'Replace the sign-in settings',
  description: 'Sessions follow the new settings within five seconds.',
  scope: 'users:write',
  stepUp: true,
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Answer }, 202: WAITING },
})

export function signInSettingsRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/sign-in-settings', read, async ({ identity: { tenant } }) =>
    toAnswer(await readSignInSettings(engine.tenant(tenant).db)),
  )

  app.put('/v1/sign-in-settings', put, async ({ identity, body }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    const waiting = await changeSettings(db, { of: 'sign-in', settings: body })
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toAnswer(await readSignInSettings(db)))
  })
}

function toAnswer({ settings, updatedBy, updatedAt }: StoredSignInSettings) {
  const { secondFactorRoles, ...rest } = settings
  return {
    settings: { ...rest, secondFactorRoles: [...secondFactorRoles] },
    updatedBy,
    updatedAt: updatedAt?.toISOString() ?? null,
  }
}
