/** The merchant API of the sandbox: signed, rate-limited and subject to faults. */
import { SIGNATURE_AGE_MS, SIGNATURE_HEADERS, signatureFault } from '../sign.ts'
import { CreateOrder, Redirection, RefundOrder } from '../wire.ts'
import { billFile, makeBill } from './bill.ts'
import type { Answer } from './call.ts'
import type { Merchant, ProviderContext } from './context.ts'
import type { Operation, Subject } from './faults.ts'
import { form } from './form.ts'
import { closeOrder, createOrder, queryOrder } from './orders.ts'
import { acceptRefund, queryRefund, redirectRefund } from './refunds.ts'
import { Refusal } from './refusal.ts'
import { type Incoming, type Match, pathOf } from './route.ts'

export interface Call {
  readonly subject: Required<Subject>
  work(): Answer
}

const readOrder = form(CreateOrder)
const readRefund = form(RefundOrder)
const readRedirection = form(Redirection)

interface Route {
  readonly method: string
  readonly path: RegExp
  readonly operation: Operation
  call(
    context: ProviderContext,
    merchant: Merchant,
    incoming: Incoming,
    number: string,
  ): Pick<Call, 'work'> & { number: string }
}

const ok = (body: unknown): Answer => ({ status: 200, body })

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/v1\/orders$/,
    operation: 'createOrder',
    call: (context, merchant, { json }) => {
      const order = readOrder(json)
      return { number: order.number, work: () => ok(createOrder(context, merchant, order, context.now())) }
    },
  },
  {
    method: 'GET',
    path: pathOf('/v1/orders/:number'),
    operation: 'queryOrder',
    call: (context, { id }, _, number) => ({ number, work: () => ok(queryOrder(context, id, number)) }),
  },
  {
    method: 'POST',
    path: pathOf('/v1/orders/:number/close'),
    operation: 'closeOrder',
    call: (context, { id }, _, number) => ({
      number,
      work: () => {
        closeOrder(context, id, number)
        return { status: 204 }
      },
    }),
  },
  {
    method: 'POST',
    path: /^\/v1\/refunds$/,
    operation: 'refund',
    call: (context, merchant, { json }) => {
      const refund = readRefund(json)
      return { number: refund.number, work: () => ok(acceptRefund(context, merchant, refund, context.now())) }
    },
  },
  {
    method: 'GET',
    path: pathOf('/v1/refunds/:number'),
    operation: 'queryRefund',
    call: (context, { id }, _, number) => ({ number, work: () => ok(queryRefund(context, id, number)) }),
  },
  {
    method: 'POST',
    path: pathOf('/v1/refunds/:number/redirect'),
    operation: 'redirectRefund',
    call: (context, { id }, { json }, number) => {
      const { to } = readRedirection(json)
      return { number, work: () => ok(redirectRefund(context, id, number, { to, at: context.now() })) }
    },
  },
  {
    method: 'GET',
    path: pathOf('/v1/bills/:number'),
    operation: 'bill',
    call: (context, { id }, { query }, number) => ({
      number,
      work: () => ok(makeBill(context, id, number, query.get('now') === '1')),
    }),
  },
  {
    method: 'GET',
    path: pathOf('/v1/bills/:number/file'),
    operation: 'bill',
    call: (context, { id }, { query }, number) => ({
      number,
      work: () => ok(billFile(context, id, number, query.get('sha256') ?? '')),
    }),
  },
]

export class MerchantApi {
  readonly #context: ProviderContext
  readonly #buckets = new Map<string, { left: number; at: number }>()

  constructor(context: ProviderContext) {
    this.#context = context
  }

  /**
   * Parses a request into a call; undefined if it matches no route.
   * @throws Refusal where it is not allowed or invalid.
   */
  read(incoming: Incoming): Call | undefined {
    const found = match(incoming)
    if (!found) return undefined
    const merchant = this.#authenticate(incoming)
    this.#limit(merchant.id)
    const { number, work } = found.route.call(this.#context, merchant, incoming, found.number)
    return { subject: { merchant: merchant.id, operation: found.route.operation, number }, work }
  }

  #authenticate({ method, target, headers, body }: Incoming): Merchant {
    const id = headers[SIGNATURE_HEADERS.merchant]
    const merchant = typeof id === 'string' ? this.#context.merchant(id) : undefined
    if (!merchant) throw new Refusal(401, 'merchant_unknown', 'there is no such merchant')
    const now = Date.now()
    const fault = signatureFault(headers, merchant.secret, { kind: 'request', method, target, body }, now)
    if (fault) throw new Refusal(401, fault, 'the signature of the request is invalid')
    // Nonces are stored as long as their timestamp is accepted, on either side of the current time.
    const nonce = `${merchant.id}/${String(headers[SIGNATURE_HEADERS.nonce])}`
    if (!this.#context.books.isNewNonce(nonce, now, now - 3 * SIGNATURE_AGE_MS)) {
      throw new Refusal(401, 'nonce_replayed', 'the request came before')
    }
    return merchant
  }

  /** Enforces the rate limit with a token bucket of one second's requests, refilled by the real clock. */
  #limit(merchant: string): void {
    const { requestsPerSecond: most } = this.#context.conditions
    const now = performance.now()
    const { left, at } = this.#buckets.get(merchant) ?? { left: most, at: now }
    const filled = Math.min(most, left + ((now - at) / 1000) * most)
    this.#buckets.set(merchant, { left: Math.max(filled - 1, 0), at: now })
    if (filled < 1) throw new Refusal(429, 'rate_limited', `at most ${most} requests a second`)
  }
}

function match({ method, path }: Incoming): { route: Route; number: string } | undefined {
  for (const route of routes) {
    const found: Match = route.method === method ? route.path.exec(path) : null
    if (found) return { route, number: found.groups?.number ?? '' }
  }
  return undefined
}
