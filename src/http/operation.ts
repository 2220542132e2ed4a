/**
 * The single declaration of a route: its schemas validate requests and serialize responses, its scope is enforced, and
 * everything including its problems is part of the OpenAPI document (src/http/document.ts).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { TSchema } from 'typebox'
import type { ProblemCode } from '../problem.ts'
import type { Identity, Scope } from '../users/identity.ts'

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

export const TAGS = {
  Charges: 'Price an event and post the charge atomically',
  Refunds: 'Preview and execute full or partial refunds',
  Quotes: 'Price an event without charging it; the price is guaranteed until the quote expires',
  Holds: 'Reserve an amount on an account for a later charge',
  Parties: 'Payers and payees',
  Accounts: 'Balances and transfers of a party',
  Catalog: 'Lines, products, rate cards, contracts and simulations',
  Ledger: 'Transfers, journal entries, trial balance, integrity check and export',
  Approvals: 'Acts that other people must approve, and the policy that says which',
  Requests: 'Refund requests with evidence, decisions and approvals; bulk refunds and gift claims',
  Gateways: 'Payment providers, payments and provider notifications',
  Settlement: 'Debts, payouts, disputes and reconciliation with provider bills',
  Receipts: 'Receipts, and self-service for the payers who hold them',
  Webhooks: 'Webhook endpoints, deliveries and events',
  Reports: 'Reports by line and for the whole platform, and time series',
  Users: 'Users, sign-in, roles, sessions, API keys and the audit trail',
  Service: 'Health and readiness of the server',
} as const

export interface Answer {
  readonly description: string
  readonly schema: TSchema
  /** Default: application/json. */
  readonly type?: string
  /** Further media types of the body, on request; each is a text. */
  readonly alsoAs?: readonly string[]
}

/** A file as the body, which the route reads itself without a schema. */
export interface Upload {
  readonly description: string
  /** Accepted media types. */
  readonly types: readonly string[]
}

export interface OperationConfig {
  readonly id: string
  /** The scope that the caller must have; undefined if none. */
  readonly scope: Scope | undefined
  /**
   * Without a scope: `known`: any authenticated caller; `browser`: an unauthenticated request that must come from our
   * own page, because the response sets cookies; undefined: anyone.
   */
  readonly caller: 'known' | 'browser' | undefined
  /** Whether keys bound to a party are admitted; only if the handler shows them no data of others. */
  readonly forParties: boolean
  /** Users need a recent proof of who they are (`x-step-up` in the document); keys do not. */
  readonly stepUp: boolean
  /** Open to users who must set up a second factor first. */
  readonly beforeSecondFactor: boolean
  /** Accepts an `Idempotency-Key` header. */
  readonly idempotent: boolean
  readonly tag: keyof typeof TAGS
  readonly summary: string
  readonly description: string | undefined
  readonly upload: Upload | undefined
  readonly parts: { readonly params?: TSchema; readonly query?: TSchema; readonly body?: TSchema }
  readonly answers: Readonly<Record<number, Answer>>
  readonly problems: readonly ProblemCode[]
}

export type RoutePart = 'path' | 'query'

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: OperationConfig
  }
  interface FastifyRequest {
    /** Set on every route with a scope or a known caller. */
    identity: Identity
    /** The code of the problem with which the request was answered. */
    refusedWith: ProblemCode | null
  }
}

interface Spec<Params, Query, Body> {
  readonly id: string
  readonly tag: keyof typeof TAGS
  readonly summary: string
  readonly description?: string
  readonly scope?: Scope
  readonly caller?: 'known' | 'browser'
  readonly forParties?: boolean
  readonly stepUp?: boolean
  readonly beforeSecondFactor?: boolean
  readonly idempotent?: boolean
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly upload?: Upload
  readonly answers: Readonly<Record<number, Answer>>
  /** In addition to the problems of every route. */
  readonly problems?: readonly ProblemCode[]
}

const KNOWN: readonly ProblemCode[] = [
  'key_missing',
  'key_unknown',
  'key_expired',
  'key_address_refused',
  'session_ended',
  'csrf_refused',
  'rate_limited',
]
const ANY: readonly ProblemCode[] = ['internal_error', 'shutting_down']
const DATABASE: readonly ProblemCode[] = [
  'database_unavailable',
  'database_busy',
  'database_exhausted',
  'disk_full',
  'outcome_unknown',
]
const WITH_BODY: readonly ProblemCode[] = [
  'body_invalid',
  'body_not_utf8',
  'body_too_deep',
  'body_too_wide',
  'body_too_large',
  'media_type_unsupported',
  'charset_unsupported',
  'content_encoding_unsupported',
  'request_invalid',
]

/** What a route with a scope and a body can answer beside its own problems. */
export const COMMON_PROBLEMS: readonly ProblemCode[] = ['scope_missing', ...KNOWN, ...DATABASE, ...WITH_BODY, ...ANY]

/** The schema and configuration of a route, to be passed to Fastify with its handler. */
export function operation<Params = undefined, Query = undefined, Body = undefined>(spec: Spec<Params, Query, Body>) {
  const { id, tag, summary, description, scope, caller, forParties = false, stepUp = false } = spec
  const { idempotent = false, beforeSecondFactor = false, params, query, body } = spec
  const response = Object.fromEntries(
    Object.entries(spec.answers).map(([status, { description, schema, type = 'application/json' }]) => [
      status,
      { description, content: { [type]: { schema } } },
    ]),
  )
  const schema = {
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    response,
  }
  const problems = [
    ...(scope ? (['scope_missing'] as const) : []),
    ...(scope || caller === 'known' ? [...KNOWN, ...DATABASE] : []),
    ...(stepUp ? (['step_up_required'] as const) : []),
    ...(caller === 'browser' ? (['csrf_refused', ...DATABASE] as const) : []),
    ...(scope || caller === 'known' ? [] : (['rate_limited'] as const)),
    ...(body ? WITH_BODY : []),
    ...(params || query || idempotent ? (['request_invalid'] as const) : []),
    // An id that is empty, too long or not percent-encoded text.
    ...(params ? (['route_unknown'] as const) : []),
    ...(spec.problems ?? []),
    ...ANY,
  ]
  const config: OperationConfig = {
    id,
    tag,
    summary,
    description,
    scope,
    caller,
    forParties,
    stepUp,
    beforeSecondFactor,
    idempotent,
    upload: spec.upload,
    parts: { params, query, body } as OperationConfig['parts'],
    answers: spec.answers,
    problems: [...new Set(problems)],
  }
  return {
    // Absent parts must be absent at run time, but present in the type of the request.
    schema: schema as unknown as { params: Params; querystring: Query; body: Body },
    config: { operation: config },
  }
}
