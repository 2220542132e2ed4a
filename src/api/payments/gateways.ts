/** The payment gateways of a tenant, and the endpoint for their notifications. */

import Type, { type Static } from 'typebox'
import { admit } from '../../approvals/pending.ts'
import { GATEWAY_SETTINGS } from '../../gateways/kinds.ts'
import { type Api, operation } from '../../http/operation.ts'
import { Instant, id, named } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import type { GatewayRow } from '../../processing/gateways.ts'
import { applyNotification } from '../../processing/notifications.ts'
import type { ApprovedAct } from '../approvals/execute.ts'
import { toApproval, WAITING } from '../approvals/schema.ts'
import type { Services } from '../services.ts'

const Name = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,31}$',
  description: 'Name used in charges and payments',
  examples: ['wechatpay'],
})
const Kind = Type.String({
  maxLength: 32,
  description: 'Kind of the payment provider',
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
      notifyPath: Type.String({ description: 'Path for the provider’s notifications; contains a secret token' }),
      createdAt: Instant,
      updatedAt: Instant,
    },
    { description: 'A configured payment provider. Its settings are stored encrypted and never returned' },
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
        description: 'Settings of this kind of gateway: URLs, merchant number, keys',
      }),
      enabled: Type.Optional(Type.Boolean({ default: true })),
    },
    { additionalProperties: false },
  ),
)

const list = operation({
  id: 'listGateways',
  tag: 'Gateways',
  summary: 'List gateways',
  description: 'The payment providers that are set up.',
  scope: 'gateways:read',
  answers: {
    200: { description: 'All gateways', schema: named('Gateways', Type.Object({ data: Type.Array(Gateway) })) },
  },
})

const put = operation({
  id: 'putGateway',
  tag: 'Gateways',
  summary: 'Create or replace a gateway',
  description: 'Replaces all settings of an existing gateway.',
  scope: 'gateways:write',
  stepUp: true,
  params: Type.Object({ gateway: Name }),
  body: GatewayRequest,
  answers: {
    200: { description: 'The updated gateway', schema: Gateway },
    201: { description: 'The created gateway', schema: Gateway },
    202: WAITING,
  },
  problems: ['gateway_kind_unknown', 'gateway_settings_invalid', 'party_id_invalid', 'party_reserved'],
})

const enable = operation({
  id: 'updateGateway',
  tag: 'Gateways',
  summary: 'Enable or disable a gateway',
  description:
    'The settings are kept. While a gateway is disabled, no payment can be created through it; refunds of payments made through it continue.',
  scope: 'gateways:write',
  stepUp: true,
  params: Type.Object({ gateway: Name }),
  body: Type.Object({ enabled: Type.Boolean() }, { additionalProperties: false }),
  answers: { 200: { description: 'The updated gateway', schema: Gateway }, 202: WAITING },
  problems: ['gateway_unknown'],
})

const kinds = operation({
  id: 'listGatewayKinds',
  tag: 'Gateways',
  summary: 'List gateway kinds',
  description: 'The supported payment providers and the settings that each requires.',
  scope: 'gateways:read',
  answers: {
    200: {
      description: 'All gateway kinds',
      schema: named(
        'GatewayKinds',
        Type.Object({
          data: Type.Array(
            Type.Object({
              kind: Kind,
              settings: Type.Unsafe<Record<string, unknown>>({
                type: 'object',
                additionalProperties: true,
                description: 'JSON Schema of the settings; secrets are marked `writeOnly`',
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
  summary: 'Receive a provider notification',
  description: 'Called by the payment provider. The signature is verified.',
  params: Type.Object({
    tenant: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }),
    gateway: Name,
    token: Type.String({ maxLength: 64 }),
  }),
  answers: {
    200: {
      description: 'The notification was accepted; the body is in the format that the provider expects',
      schema: Type.String(),
    },
  },
  problems: [
    'gateway_unknown',
    'notification_invalid',
    'gateway_address_forbidden',
    'gateway_unavailable',
    'body_too_large',
  ],
})

/** Settings hold secrets: they wait encrypted. */
/** What the settings of an approval that waits are sealed for. */
export const waitingFor = (tenant: number, name: string) => `waiting gateway ${tenant} ${name}`

type GatewayAct =
  | { readonly enable: { readonly gateway: string; readonly enabled: boolean } }
  | {
      readonly put: { readonly name: string; readonly kind: string; readonly enabled: boolean }
      readonly sealed: string
    }

export async function executeGateway({ services, tenant, maker, request }: ApprovedAct): Promise<string> {
  const { db } = services.engine.tenant(tenant, { actor: maker })
  const { gateways, seal } = services
  const act = request as GatewayAct
  if ('enable' in act) {
    const { gateway, enabled } = act.enable
    await db.transaction((tx) => gateways.enable(tx, gateway, enabled))
    return gateway
  }
  const settings: unknown = JSON.parse(seal.open(Buffer.from(act.sealed, 'base64'), waitingFor(tenant, act.put.name)))
  await db.transaction((tx) => gateways.put(tx, { ...act.put, settings }))
  return act.put.name
}

export function gatewayRoutes(app: Api, { database, engine, gateways, seal }: Services): void {
  app.get('/v1/gateways', list, async ({ identity: { tenant } }) => {
    const rows = await gateways.list(engine.tenant(tenant).db)
    return { data: rows.map((row) => toGateway(tenant, row)) }
  })

  app.get('/v1/gateway-kinds', kinds, async () => ({
    data: Object.entries(GATEWAY_SETTINGS).map(([kind, settings]) => ({ kind, settings: { ...settings } })),
  }))

  app.patch('/v1/gateways/:gateway', enable, async ({ identity, params: { gateway }, body: { enabled } }, reply) => {
    const { db } = engine.tenant(identity.tenant, identity)
    const request = { enable: { gateway, enabled } }
    const submitted = { act: 'gateway', subject: gateway, request, idempotency: null } as const
    const admission = await admit(db, submitted, () => db.transaction((tx) => gateways.enable(tx, gateway, enabled)))
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    return reply.code(200).send(toGateway(db.tenant, admission.done))
  })

  app.put('/v1/gateways/:gateway', put, async ({ identity, params, body }, reply) => {
    const { kind, settings, enabled = true } = body
    const { db } = engine.tenant(identity.tenant, identity)
    const wanted = { name: params.gateway, kind, settings, enabled }
    gateways.check(wanted)
    const sealed = seal.close(JSON.stringify(settings), waitingFor(identity.tenant, wanted.name)).toString('base64')
    const request = { put: { name: wanted.name, kind, enabled }, sealed }
    const submitted = { act: 'gateway', subject: wanted.name, request, idempotency: null } as const
    const admission = await admit(db, submitted, () => db.transaction((tx) => gateways.put(tx, wanted)))
    if ('waiting' in admission) return reply.code(202).send(toApproval(admission.waiting))
    const { gateway, created } = admission.done
    return reply.code(created ? 201 : 200).send(toGateway(db.tenant, gateway))
  })

  // The provider signed the raw bytes of the body, so it is not parsed.
  app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 1_048_576 }, (_request, body, done) =>
      done(null, body),
    )
    door.post('/v1/notifications/:tenant/:gateway/:token', notify, async (request, reply) => {
      const { tenant, gateway, token } = request.params as { tenant: string; gateway: string; token: string }
      if (!Buffer.isBuffer(request.body)) throw new Problem('notification_invalid', { reason: 'its body is missing' })
      const context = { engine, gateways }
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
      )
      const answer = await applyNotification(database, context, {
        tenant: Number(tenant),
        gateway,
        token,
        headers,
        body: request.body,
      })
      return reply
        .code(answer.status as 200)
        .type(answer.contentType)
        .serializer(String)
        .send(answer.body)
    })
  })
}

function notifyPath(tenant: number, { name, notifyToken }: GatewayRow): string {
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
