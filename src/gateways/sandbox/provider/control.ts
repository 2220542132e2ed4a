/**
 * Test controls for everything outside the sandbox: the payer's phone, time, faults, external funds, and access to the
 * books. Unauthenticated: any client that reaches the port may use them.
 */
import Type from 'typebox'
import { parseRate } from '../../../money/rate.ts'
import { Problem } from '../../../problem.ts'
import type { Answer } from './call.ts'
import { readConditions } from './conditions.ts'
import type { ProviderContext } from './context.ts'
import type { Delivery } from './delivery.ts'
import { readFaultRates, readForcedFault } from './faults.ts'
import { form } from './form.ts'
import { move } from './money.ts'
import { payOrder } from './orders.ts'
import { fundWaiting } from './refunds.ts'
import { Refusal } from './refusal.ts'
import { readBooks } from './report.ts'
import { type Incoming, pathOf } from './route.ts'

const closed = { additionalProperties: false } as const

const Payment = Type.Object(
  {
    merchant: Type.Optional(Type.String()),
    outcome: Type.Optional(Type.Union([Type.Literal('paid'), Type.Literal('failed')])),
  },
  closed,
)
const Advance = Type.Object({ milliseconds: Type.Integer({ minimum: 0, maximum: 10 * 366 * 86_400_000 }) }, closed)
const NewMerchant = Type.Object(
  {
    id: Type.String({ pattern: '^[0-9A-Za-z_-]{1,32}$' }),
    secret: Type.Optional(Type.String({ minLength: 16, maxLength: 256 })),
    feeRate: Type.Optional(Type.String({ pattern: '^0(\\.\\d{1,6})?$' })),
    notifyUrl: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2048 })),
  },
  closed,
)
/** Minor units; negative amounts are debited. */
const Funds = Type.Object(
  { currency: Type.String({ pattern: '^[A-Z]{3}$' }), amount: Type.String({ pattern: '^-?[1-9]\\d{0,17}$' }) },
  closed,
)

interface Tools {
  readonly context: ProviderContext
  readonly delivery: Delivery
}

interface Route {
  readonly method: string
  readonly path: RegExp
  answer(tools: Tools, incoming: Incoming, named: string): Answer | Promise<Answer>
}

function route<Body>(
  method: string,
  path: string,
  read: ((json: unknown) => Body) | null,
  answer: (tools: Tools, body: Body, named: string, query: URLSearchParams) => unknown,
): Route {
  return {
    method,
    path: pathOf(path),
    answer: async (tools, { json, query }, named) => {
      const body = read ? read(json) : (undefined as Body)
      return { status: 200, body: await answer(tools, body, named, query) }
    },
  }
}

const routes: readonly Route[] = [
  route('GET', '/health', null, ({ context }) => ({ status: 'ok', now: new Date(context.now()).toISOString() })),
  route('GET', '/books', null, ({ context, delivery }, _, __, query) => {
    delivery.catchUp()
    return readBooks(context, query.get('merchant'))
  }),
  route(
    'POST',
    '/orders/:number/pay',
    form(Payment),
    ({ context, delivery }, { merchant, outcome = 'paid' }, number) => {
      const of = merchant ?? merchantOf(context, number)
      return context.books.together(() => {
        delivery.catchUp()
        return payOrder(context, of, number, { succeeds: outcome === 'paid', at: context.now() })
      })
    },
  ),
  route('GET', '/faults', null, ({ context }) => ({ seed: context.faults.seed, rates: context.faults.rates })),
  route('PUT', '/faults', readFaultRates, ({ context }, rates) => {
    context.setFaults(rates)
    return { seed: context.faults.seed, rates }
  }),
  route('POST', '/faults/next', readForcedFault, ({ context }, forced) => {
    context.forceFault(forced)
    return forced
  }),
  route('GET', '/conditions', null, ({ context }) => context.conditions),
  route('PUT', '/conditions', readConditions, ({ context }, changes) => {
    context.setConditions(changes)
    return context.conditions
  }),
  route('POST', '/clock', form(Advance), ({ context, delivery }, { milliseconds }) => {
    context.advance(milliseconds)
    delivery.catchUp()
    return { now: new Date(context.now()).toISOString() }
  }),
  route('POST', '/settle', null, async ({ delivery, context }) => {
    await delivery.settle()
    return { now: new Date(context.now()).toISOString() }
  }),
  route('POST', '/merchants', form(NewMerchant), ({ context }, { secret, feeRate, notifyUrl, id }) => {
    checkRate(feeRate)
    return context.addMerchant({
      id,
      ...(secret && { secret }),
      ...(feeRate && { feeRate }),
      ...(notifyUrl && { notifyUrl }),
    })
  }),
  route('POST', '/merchants/:number/funds', form(Funds), ({ context, delivery }, { currency, amount }, merchant) => {
    if (!context.merchant(merchant)) throw new Refusal(404, 'merchant_unknown', `there is no merchant ${merchant}`)
    const at = context.now()
    const kind = amount.startsWith('-') ? 'withdrawal' : 'top_up'
    context.books.transaction(() => {
      delivery.catchUp()
      move(context.books, { merchant, currency, amount: BigInt(amount), kind, number: null, at })
      fundWaiting(context, merchant, currency, at)
    })
    return readBooks(context, merchant).merchants[0]
  }),
]

/** Handles a control request; returns undefined if the request is not one. @throws Refusal. */
export async function control(tools: Tools, incoming: Incoming): Promise<Answer | undefined> {
  for (const route of routes) {
    const match = route.method === incoming.method ? route.path.exec(incoming.path) : null
    if (!match) continue
    checkCaller(incoming)
    return await route.answer(tools, incoming, match.groups?.number ?? '')
  }
  return undefined
}

/** Refuses requests that a web page in a browser on this machine could send. */
function checkCaller({ headers }: Incoming): void {
  if (headers.origin === undefined && headers['sec-fetch-site'] === undefined) return
  throw new Refusal(403, 'browser_refused', 'not to be asked from a page')
}

function merchantOf({ books }: ProviderContext, number: string): string {
  const found = books.all<{ merchant: string }>('SELECT merchant FROM orders WHERE number = ? LIMIT 2', number)
  if (found.length === 0) throw new Refusal(404, 'order_not_found', `there is no order ${number}`)
  if (found.length > 1) throw new Refusal(409, 'merchant_missing', 'orders of several merchants have this number')
  return found[0]!.merchant
}

function checkRate(feeRate: string | undefined): void {
  try {
    if (feeRate !== undefined) parseRate(feeRate)
  } catch (error) {
    if (error instanceof Problem) throw new Refusal(400, 'request_invalid', error.message)
    throw error
  }
}
