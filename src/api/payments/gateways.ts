/** Payment providers as a tenant uses them, and the door at which they notify. */
import Type, { type Static } from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { GATEWAY_SETTINGS } from '../../gateways/kinds.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import type { GatewayRow } from '../../processing/gateways.ts'
import { hearNotification } from '../../processing/notifications.ts'
import type { Services } from '../services.ts'

const Name = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,31}$',
  description: 'What charges and payments name it by',
  examples: ['wechatpay'],
})
const Kind = Type.String({
  maxLength: 32,
  description: 'Which program speaks to it',
  examples: ['sandbox', 'wechatpay'],
})
export const PaymentId = id('pay', 'a payment', '01kafz6y4cfy7s3rj8v5m2n9qt')

const Gateway = named(
  'Gateway',
  Type.Object(
    {
      id: id('gtw', 'a gateway', '01kafz6y4cfy7s3rj8v5m2n9qt'),
      name: Name,
      kind: Kind,
      enabled: Type.Boolean(),
      notifyPath: Type.String({ description: 'Path at which the provider notifies; part of it is secret' }),
      createdAt: Instant,
      updatedAt: Instant,
    },
    { description: 'A payment provider as you use it. Its settings are kept sealed and never shown' },
  ),
)

const GatewayRequest = named(
  'GatewayRequest',
  Type.Object(
    {
      kind: Kind,
      settings: Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'What its program needs: addresses, merchant number, keys',
      }),
      enabled: Type.Optional(Type.Boolean({ default: true })),
    },
    { additionalProperties: false },
  ),
)

const list = operation({
  id: 'listGateways',
  tag: 'Gateways',
  summary: 'The payment providers that are set up',
  scope: 'gateways:read',
  answers: {
    200: { description: 'All of them', schema: named('Gateways', Type.Object({ data: Type.Array(Gateway) })) },
  },
})

const put = operation({
  id: 'putGateway',
  tag: 'Gateways',
  summary: 'Set up a payment provider, or change its settings',
  scope: 'gateways:write',
  params: Type.Object({ gateway: Name }),
  body: GatewayRequest,
  answers: {
    200: { description: 'Changed', schema: Gateway },
    201: { description: 'Set up', schema: Gateway },
  },
  problems: ['gateway_kind_unknown', 'gateway_settings_invalid', 'party_id_invalid'],
})

const enable = operation({
  id: 'updateGateway',
  tag: 'Gateways',
  summary: 'Turn a payment provider on or off; its settings stay',
  description: 'While it is off, no payment begins through it. Refunds of what was paid through it go on.',
  scope: 'gateways:write',
  params: Type.Object({ gateway: Name }),
  body: Type.Object({ enabled: Type.Boolean() }, { additionalProperties: false }),
  answers: { 200: { description: 'Changed', schema: Gateway } },
  problems: ['gateway_unknown'],
})

const kinds = operation({
  id: 'listGatewayKinds',
  tag: 'Gateways',
  summary: 'The payment providers that can be set up, and the settings that each needs',
  scope: 'gateways:read',
  answers: {
    200: {
      description: 'All of them',
      schema: named(
        'GatewayKinds',
        Type.Object({
          data: Type.Array(
            Type.Object({
              kind: Kind,
              settings: Type.Unsafe<Record<string, unknown>>({
                type: 'object',
                additionalProperties: true,
                description: 'JSON Schema of its settings; secrets are `writeOnly`',
              }),
            }),
          ),
        }),
      ),
    },
  },
})

const notify = operation({
  id: 'notifyGateway',
  tag: 'Gateways',
  summary: 'Where a payment provider tells what happened; its signature is checked',
  params: Type.Object({
    tenant: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }),
    gateway: Name,
    token: Type.String({ maxLength: 64 }),
  }),
  answers: { 200: { description: 'Taken; what the provider wants to read', schema: Type.String() } },
  problems: ['gateway_unknown', 'notification_invalid', 'gateway_unavailable', 'body_too_large'],
})

export function gatewayRoutes(app: Api, { database, engine, gateways }: Services): void {
  app.get('/v1/gateways', list, async ({ identity: { tenant } }) => {
    const rows = await gateways.list(engine.tenant(tenant).db)
    return { data: rows.map((row) => toGateway(tenant, row)) }
  })

  app.get('/v1/gateway-kinds', kinds, async () => ({
    data: Object.entries(GATEWAY_SETTINGS).map(([kind, settings]) => ({ kind, settings: { ...settings } })),
  }))

  app.patch('/v1/gateways/:gateway', enable, async ({ identity: { tenant, actor }, params, body: { enabled } }) => {
    const row = await engine.tenant(tenant).db.transaction(async (tx) => {
      const changed = await gateways.enable(tx, tenant, params.gateway, enabled)
      await recordAudit(tx, tenant, { actor, action: 'gateway_changed', subject: params.gateway, detail: { enabled } })
      return changed
    })
    return toGateway(tenant, row)
  })

  app.put('/v1/gateways/:gateway', put, async ({ identity: { tenant, actor }, params, body }, reply) => {
    const { kind, settings, enabled = true } = body
    const { gateway, created } = await engine.tenant(tenant).db.transaction(async (tx) => {
      const made = await gateways.put(tx, tenant, { name: params.gateway, kind, settings, enabled })
      const action = made.created ? 'gateway_created' : 'gateway_changed'
      await recordAudit(tx, tenant, { actor, action, subject: params.gateway, detail: { kind, enabled } })
      return made
    })
    return reply.code(created ? 201 : 200).send(toGateway(tenant, gateway))
  })

  // The body counts byte for byte: it is what the provider signed.
  app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1_048_576 }, (_request, body, done) =>
      done(null, body),
    )
    door.post('/v1/notifications/:tenant/:gateway/:token', notify, async (request, reply) => {
      const { tenant, gateway, token } = request.params as { tenant: string; gateway: string; token: string }
      if (!Buffer.isBuffer(request.body)) throw new Problem('notification_invalid', { reason: 'no body' })
      const context = { engine, gateways }
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      )
      const answer = await hearNotification(database, context, Number(tenant), gateway, token, headers, request.body)
      return reply
        .code(answer.status as 200)
        .type(answer.contentType)
        .serializer(String)
        .send(answer.body)
    })
  })
}

export function notifyPath(tenant: number, { name, notifyToken }: GatewayRow): string {
  return `/v1/notifications/${tenant}/${name}/${notifyToken}`
}

function toGateway(tenant: number, row: GatewayRow): Static<typeof Gateway> {
  return {
    id: uuidToId('gtw', row.id),
    name: row.name,
    kind: row.kind,
    enabled: row.enabled,
    notifyPath: notifyPath(tenant, row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
