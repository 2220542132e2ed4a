import Type, { type Static } from 'typebox'
import { capturedOf, type StoredComponent, storeDraft } from '../../charges/draft.ts'
import { listQuotes, type Quote as QuoteRow, readQuotes } from '../../charges/quote.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { pricingProblems } from '../../http/problem-sets.ts'
import {
  Explanation,
  type Explanation as ExplanationType,
  Instant,
  NameFilter,
  named,
  PageQuery,
  PartyId,
  pageOf,
  QuoteId,
} from '../../http/shapes.ts'
import { checker } from '../../http/validation.ts'
import { idToUuid, uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import type { Services } from '../services.ts'
import { explanation } from './explanation.ts'
import { PlainQuoteRequest, QUOTE_SECONDS, QuoteRequest, toBillableEvent } from './request.ts'
import { contractSeenBy, itemsSeenBy, maySee, pricedFields } from './schema.ts'

const Quote = named(
  'Quote',
  Type.Object(
    {
      id: QuoteId,
      ...pricedFields,
      explanation: Explanation,
      expiresAt: Instant,
      expired: Type.Boolean(),
      createdAt: Instant,
    },
    { description: 'A priced event that is not charged yet; the price is guaranteed until the quote expires' },
  ),
)

const make = operation({
  id: 'createQuote',
  tag: 'Quotes',
  summary: 'Create a quote',
  description: 'Prices an event without charging it. The price is guaranteed until the quote expires.',
  scope: 'charges:write',
  body: QuoteRequest,
  answers: { 201: { description: 'The created quote', schema: Quote } },
  problems: pricingProblems,
})

const read = operation({
  id: 'getQuote',
  tag: 'Quotes',
  summary: 'Retrieve a quote',
  scope: 'charges:read',
  forParties: true,
  params: Type.Object({ quote: QuoteId }),
  answers: { 200: { description: 'The quote', schema: Quote } },
  problems: ['quote_unknown', 'id_invalid'],
})

const list = operation({
  id: 'listQuotes',
  tag: 'Quotes',
  summary: 'List quotes',
  description: 'Newest first.',
  scope: 'charges:read',
  forParties: true,
  query: Type.Object(
    {
      payer: Type.Optional(PartyId),
      line: Type.Optional(NameFilter('payments')),
      product: Type.Optional(NameFilter('scan-pay')),
      ...PageQuery,
    },
    { additionalProperties: false },
  ),
  answers: { 200: { description: 'A page of quotes', schema: pageOf('QuotePage', Quote) } },
  problems: ['cursor_invalid'],
})
const cursor = byUuid('quotes')

type Step = StoredComponent['why'][number]

export function quoteRoutes(app: Api, { engine }: Services): void {
  const check = checker(PlainQuoteRequest)
  app.post('/v1/quotes', { ...make, validatorCompiler: () => check }, async (request, reply) => {
    const { expiresIn = QUOTE_SECONDS, ...event } = request.body
    const { identity } = request
    const { tenant, party } = identity
    const quote = await engine.quote(tenant, toBillableEvent(event), expiresIn, identity)
    return reply.code(201).send(toQuote(quote, party, (steps) => explanation(steps, request)))
  })

  app.get('/v1/quotes', list, async (request) => {
    const { identity, query } = request
    const { payer, line, product } = query
    const filter = definedFields({ payer, line, product, party: identity.party ?? undefined })
    return page(cursor, query, {
      read: (limit, after) => listQuotes(engine.tenant(identity.tenant).db, filter, limit, after),
      keyOf: ({ id }) => id,
      show: (quote) => toQuote(quote, identity.party, (steps) => explanation(steps, request)),
    })
  })

  app.get('/v1/quotes/:quote', read, async (request) => {
    const { tenant, party } = request.identity
    const uuid = idToUuid('qte', request.params.quote)
    const quote = (await readQuotes(engine.tenant(tenant).db, [uuid])).get(uuid)
    if (!quote || !maySee(party, quote.draft)) throw new Problem('quote_unknown', { quote: request.params.quote })
    return toQuote(quote, party, (steps) => explanation(steps, request))
  })
}

function toQuote(
  { id, draft, expiresAt, expired, createdAt }: QuoteRow,
  party: string | null,
  explain: (steps: readonly Step[]) => ExplanationType,
): Static<typeof Quote> {
  const stored = storeDraft(draft)
  const items = party === null ? stored.items : itemsSeenBy(party, stored.items)
  return {
    id: uuidToId('qte', id),
    line: draft.line,
    product: draft.product,
    payer: draft.payer,
    payee: draft.payee,
    amount: wireMoney(capturedOf(draft).captured, draft.unit),
    items,
    refundPolicy: stored.refund,
    rateCard: stored.rateCard,
    contract: contractSeenBy(party, stored)?.id ?? null,
    metadata: stored.metadata,
    explanation: explain(items.flatMap(({ components }) => components.flatMap(({ why }) => why))),
    expiresAt: expiresAt.toISOString(),
    expired,
    createdAt: createdAt.toISOString(),
  }
}
