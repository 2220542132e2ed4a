/**
 * Receipts: for the platform to print, and for the payers who hold them. The payers' routes require no API key, but
 * number and secret or a link's token. They neither set nor read cookies, so no other site can act in a payer's name;
 * credentials are sent in the body and never in a URL.
 */

import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { recordAudit } from '../../audit/audit.ts'
import { REASONS } from '../../charges/policy.ts'
import { type Api, operation } from '../../http/operation.ts'
import { languageOf } from '../../http/problems.ts'
import { ChargeId, IDEMPOTENCY_KEY, Instant, named, nullableText, oneOf, Text } from '../../http/shapes.ts'
import { Problem, type ProblemCode } from '../../problem.ts'
import { type Opening, ReceiptService } from '../../receipts/service.ts'
import { readAccessibleCharge } from '../charges/accessible.ts'
import { EvidenceRequest } from '../refund-requests/schema.ts'
import { PreviewRequest, toAsk } from '../refunds/request.ts'
import type { Services } from '../services.ts'
import { RECEIPT_PAGE, receiptPages } from './page/routes.ts'
import { ReceiptView, RequestId, toReceiptView } from './schema.ts'

const strict = { additionalProperties: false }
const opening = {
  number: Type.Optional(
    Type.String({ maxLength: 100, description: 'As printed on the receipt', examples: ['1061H-3Y2QV-7K4M'] }),
  ),
  secret: Type.Optional(
    Type.String({ maxLength: 100, description: 'As printed on the receipt', examples: ['7KX4P-29MQT-D0VWE'] }),
  ),
  token: Type.Optional(Type.String({ maxLength: 100, description: 'Token from a link or an earlier response' })),
}
const OPENING = 'Requires `number` and `secret`, or `token`.'

const ReceiptPrint = named(
  'Receipt',
  Type.Object(
    {
      number: Type.String({ examples: ['1061H-3Y2QV-7K4M'] }),
      secret: nullableText({
        description:
          'Grants the right to request refunds; null for callers with neither `charges:write` nor `requests:write`',
      }),
      url: Type.String({
        description:
          'Page for entering number and secret. Only a path if the server has no public URL (`RECOUP_PUBLIC_URL`)',
        examples: ['https://pay.example.com/r'],
      }),
      link: nullableText({ description: 'Opens the receipt directly, for use in a QR code; null if `secret` is null' }),
      linkEndsAt: Type.Unsafe<string | null>({ ...Instant, type: ['string', 'null'] }),
    },
    { description: 'A receipt to print for the payer' },
  ),
)

const print = operation({
  id: 'getReceipt',
  tag: 'Receipts',
  summary: 'Retrieve the receipt of a charge',
  description:
    'Returns the number, the secret and a link. API keys bound to a party retrieve receipts only for what the party paid. The secret of a charge never changes.',
  scope: 'charges:read',
  forParties: true,
  params: Type.Object({ charge: ChargeId }),
  query: Type.Object(
    {
      linkDays: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 365,
          default: 30,
          description: 'Number of days for which the link is valid',
        }),
      ),
    },
    strict,
  ),
  answers: { 200: { description: 'The receipt to print', schema: ReceiptPrint } },
  problems: ['charge_unknown', 'id_invalid'],
})

const opened: readonly ProblemCode[] = [
  'receipt_number_mistyped',
  'receipt_secret_mistyped',
  'receipt_refused',
  'receipt_link_ended',
  'rate_limited',
  'database_unavailable',
  'database_busy',
]
const answers = { 200: { description: 'The receipt', schema: ReceiptView } }

const lookUp = operation({
  id: 'lookUpReceipt',
  tag: 'Receipts',
  summary: 'Look up a receipt',
  description: `Shows what was charged, what was refunded and what can still be refunded. ${OPENING} The language follows \`Accept-Language\`.`,
  body: named('ReceiptOpening', Type.Object(opening, { ...strict, description: OPENING })),
  answers,
  problems: opened,
})

const { amount, items } = PreviewRequest.properties
const AskBody = named(
  'ReceiptRefundRequest',
  Type.Object(
    {
      ...opening,
      ...{ reason: oneOf(REASONS), amount, items, note: Type.Optional(Text(2000, 'Message from the payer')) },
    },
    { ...strict, description: 'Specify an amount or items; by default, everything refundable is requested' },
  ),
)

const ask = operation({
  id: 'askRefundByReceipt',
  tag: 'Receipts',
  summary: 'Request a refund by receipt',
  description: `${OPENING} A request that the refund policy declines is returned in the receipt as a declined request. Requesting more than the refundable amount is an error.`,
  idempotent: true,
  body: AskBody,
  answers,
  problems: [
    ...opened,
    'outcome_unknown',
    'amount_invalid',
    'amount_too_precise',
    'amount_out_of_range',
    'amount_not_positive',
    'currency_mismatch',
    'idempotency_conflict',
    'refund_exceeds_refundable',
    'refund_requests_many',
  ],
})

/** Problems of actions on an existing request. */
const acting = [
  ...opened,
  'outcome_unknown',
  'receipt_request_unknown',
  'refund_request_closed',
  'refund_request_events_many',
] as const

const { kind, note, text, url, hash } = EvidenceRequest.properties
const show = operation({
  id: 'addEvidenceByReceipt',
  tag: 'Receipts',
  summary: 'Add evidence by receipt',
  description: `${OPENING} Send a text, or the URL where the evidence is stored; files are not stored. The policy is then evaluated again as of the time of the request, and may refund immediately.`,
  body: named(
    'ReceiptEvidence',
    Type.Object(
      { ...opening, request: RequestId, ...{ kind, note, text, url, hash } },
      { ...strict, description: 'Requires `text` or `url`' },
    ),
  ),
  answers,
  problems: acting,
})

const askAgain = operation({
  id: 'appealByReceipt',
  tag: 'Receipts',
  summary: 'Appeal a declined request by receipt',
  description: `${OPENING} Each request can be appealed once; another person decides.`,
  body: named('ReceiptAppeal', Type.Object({ ...opening, request: RequestId, text: Text(4000, 'Reason') }, strict)),
  answers,
  problems: [...acting, 'refund_request_appealed'],
})

const takeBack = operation({
  id: 'withdrawRequestByReceipt',
  tag: 'Receipts',
  summary: 'Withdraw a request by receipt',
  description: `Only while the request is undecided. ${OPENING}`,
  body: named('ReceiptWithdrawal', Type.Object({ ...opening, request: RequestId }, strict)),
  answers,
  problems: acting,
})

export function receiptRoutes(app: Api, services: Services): void {
  const { engine, signIn } = services
  const receipts = new ReceiptService(services)
  const answer = async (request: FastifyRequest, by: Opening) => {
    // The answer already contains the result of the action.
    const now = await receipts.open(by, request.ip)
    return toReceiptView(await receipts.read(now), await receipts.visit(now), languageOf(request))
  }

  app.get('/v1/charges/:charge/receipt', print, async (request) => {
    const { tenant, party, scopes } = request.identity
    const { charge: id } = request.params
    const charge = await readAccessibleCharge(engine, tenant, party, id)
    if (party !== null && charge.payer !== party) throw new Problem('charge_unknown', { charge: id })
    const address = (path: string) => addressOf(signIn.publicUrl, request, path)
    const of = { tenant, charge }
    const printed = { number: receipts.number(of), url: address(RECEIPT_PAGE) }
    if (!scopes.has('charges:write') && !scopes.has('requests:write')) {
      return { ...printed, secret: null, link: null, linkEndsAt: null }
    }
    const { token, endsAt } = await receipts.link(of, request.query.linkDays ?? 30)
    await recordAudit(engine.tenant(tenant, request.identity).db, { action: 'receipt_secret_read', subject: id })
    const link = address(`${RECEIPT_PAGE}/${token}`)
    return { ...printed, secret: receipts.secret(of), link, linkEndsAt: endsAt.toISOString() }
  })

  app.post('/v1/receipt-lookups', lookUp, async (request, reply) => {
    reply.header('content-language', languageOf(request)).header('vary', 'accept-language')
    return answer(request, openingOf(request.body))
  })

  app.post('/v1/receipt-lookups/requests', ask, async (request) => {
    const { reason, note, ...rest } = request.body
    const key = keyOf(request)
    const found = await receipts.open(openingOf(rest), request.ip)
    const what = toAsk({ charge: '', ...rest }, found.charge)
    for (const each of [what.amount, ...(what.items ?? []).map((item) => item.amount)]) {
      if (each !== undefined && each <= 0n) throw new Problem('amount_not_positive', { value: each.toString() })
    }
    await receipts.ask(found, { reason, ask: what, note, key })
    return answer(request, { token: (await receipts.visit(found)).token })
  })

  app.post('/v1/receipt-lookups/requests/evidence', show, async (request) => {
    const { number: _number, secret: _secret, token: _token, request: id, ...evidence } = request.body
    if (evidence.text === undefined && evidence.url === undefined) {
      const message = 'provide a text or a URL'
      throw new Problem('request_invalid', { reason: message }, [{ pointer: '', message }])
    }
    const found = await receipts.open(openingOf(request.body), request.ip)
    await receipts.show(found, id, evidence)
    return answer(request, { token: (await receipts.visit(found)).token })
  })

  app.post('/v1/receipt-lookups/requests/appeal', askAgain, async (request) => {
    const found = await receipts.open(openingOf(request.body), request.ip)
    await receipts.appeal(found, request.body.request, request.body.text)
    return answer(request, { token: (await receipts.visit(found)).token })
  })

  app.post('/v1/receipt-lookups/requests/withdraw', takeBack, async (request) => {
    const found = await receipts.open(openingOf(request.body), request.ip)
    await receipts.withdraw(found, request.body.request)
    return answer(request, { token: (await receipts.visit(found)).token })
  })

  receiptPages(app, receipts)
}

/**
 * Without a public address only the path: the `Host` header is chosen by the caller, and a receipt must not lead to
 * another site. A loopback host leads to the reader's own machine.
 */
function addressOf(publicUrl: string | undefined, { protocol, host, hostname }: FastifyRequest, path: string): string {
  const base = publicUrl ?? (LOOPBACK.test(hostname) ? `${protocol}://${host}` : undefined)
  return base === undefined ? path : new URL(path, base).href
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i

type OpeningFields = { number?: string | undefined; secret?: string | undefined; token?: string | undefined }

/** @throws Problem `request_invalid`. */
function openingOf({ number, secret, token }: OpeningFields): Opening {
  if (token !== undefined && number === undefined && secret === undefined) return { token }
  if (token === undefined && number !== undefined && secret !== undefined) return { number, secret }
  const message = 'provide number and secret, or a token'
  throw new Problem('request_invalid', { reason: message }, [{ pointer: '', message }])
}

const KEY = new RegExp(IDEMPOTENCY_KEY.pattern)

/** @throws Problem `request_invalid`. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined || (typeof key === 'string' && KEY.test(key))) return key as string | undefined
  const message = 'must be 1–200 visible ASCII characters'
  throw new Problem('request_invalid', { reason: `Idempotency-Key ${message}` }, [
    { pointer: '/headers/idempotency-key', message },
  ])
}
