/**
 * The body of a charge request: an event to price, or a quote. The OpenAPI document lists the events of all products;
 * the engine, which knows the product, validates the event.
 */

import Type, { type Static, type TObject, type TSchema } from 'typebox'
import type { Actor } from '../../actor.ts'
import type { BillableEvent, ChargeInput } from '../../engine/engine.ts'
import type { RefundRules } from '../../gateways/gateway.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { Attributes, HoldId, IdempotencyKey, Instant, named, QuoteId, Reference } from '../../http/shapes.ts'
import { type Check, checker } from '../../http/validation.ts'
import { idToUuid } from '../../ids.ts'
import { lines } from '../../lines/index.ts'
import { described } from '../../schema.ts'

/** payments, scan-pay, event → PaymentsScanPayEvent */
function componentName(...words: string[]): string {
  return words
    .flatMap((word) => word.split('-'))
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
}

export const QUOTE_SECONDS = 900

const what = {
  line: Type.String({ maxLength: 60, examples: ['payments'] }),
  product: Type.String({ maxLength: 60, examples: ['scan-pay'] }),
}
const metadata = Type.Optional(named('MetadataInput', Attributes('Your own key-value data, stored with the charge')))
const when = {
  effectiveAt: Type.Optional(described(Instant, 'Time of the event; defaults to now. Must not be in the future')),
  reference: Type.Optional(Reference),
  hold: Type.Optional(described(HoldId, 'Id of a hold on the payer’s account to capture')),
  payment: Type.Optional(
    named(
      'OrderPaid',
      Type.Object(
        {
          gateway: Type.String({ maxLength: 32, description: 'Name of the gateway', examples: ['wechatpay'] }),
          order: Type.String({
            pattern: '^[A-Za-z0-9_|*@-]{1,64}$',
            description: 'Your order number at the provider',
            examples: ['order-1001'],
          }),
        },
        {
          additionalProperties: false,
          description: 'The order at a payment provider that paid for the charge; refunds are sent through it',
        },
      ),
    ),
  ),
}
const strict = { additionalProperties: false }
const idempotencyKey = Type.Optional(IdempotencyKey)
const ExpiresIn = Type.Integer({ minimum: 1, maximum: 86_400, default: QUOTE_SECONDS, description: 'In seconds' })

const events = lines.products.map(({ line, product }) => ({
  line: line.id,
  product: product.id,
  shape: named(componentName(line.id, product.id, 'event'), {
    ...product.event,
    description: `${line.title.en}: ${product.title.en}`,
  } as TSchema),
}))

/**
 * A schema for each product, told apart by `product`: `line` and `product` are constants and `event` is that of the
 * product. It is for the document: a request is checked by the plain schema, and its event by the engine.
 */
function byProduct<Schema extends TObject>(suffix: string, schema: Schema) {
  const variants = events.map(({ line, product, shape }) => {
    const { properties } = schema
    const own = { ...properties, line: Type.Literal(line), product: Type.Literal(product), event: shape }
    const name = componentName(line, product, suffix)
    return { product, name, schema: named(name, Type.Object(own, strict)) }
  })
  return Type.Unsafe<Static<Schema>>({
    oneOf: variants.map(({ schema }) => schema),
    discriminator: {
      propertyName: 'product',
      mapping: Object.fromEntries(variants.map(({ product, name }) => [product, `#/components/schemas/${name}`])),
    },
  })
}

const PlainEvent = Type.Object({ ...what, event: Type.Unknown(), metadata }, strict)
type EventRequest = Static<typeof PlainEvent>
export const PricingRequest = named('PricingRequest', byProduct('pricing', PlainEvent))
/** What requests are checked by where {@link PricingRequest} documents them. */
export const PlainPricingRequest = Type.Object(
  { ...PlainEvent.properties, event: Type.Unsafe<unknown>({ anyOf: events.map(({ shape }) => shape) }) },
  strict,
)

/** A quote is checked by the first and documented by the second. */
export const PlainQuoteRequest = Type.Object({ ...PlainEvent.properties, expiresIn: Type.Optional(ExpiresIn) }, strict)
export const QuoteRequest = named('QuoteRequest', byProduct('quote', PlainQuoteRequest))

const PlainEventCharge = Type.Object({ ...PlainEvent.properties, ...when }, strict)
const EventCharge = named('EventCharge', byProduct('charge', PlainEventCharge))
const QuoteCharge = named('QuoteCharge', Type.Object({ quote: QuoteId, ...when }, strict))
export const ChargeRequest = named('ChargeRequest', Type.Union([EventCharge, QuoteCharge]))
export type ChargeRequest = Static<typeof ChargeRequest>

const PlainBulkEventCharge = Type.Object({ ...PlainEventCharge.properties, idempotencyKey }, strict)
const BulkEventCharge = named('BulkEventCharge', byProduct('bulk-charge', PlainBulkEventCharge))
const BulkQuoteCharge = named('BulkQuoteCharge', Type.Object({ ...QuoteCharge.properties, idempotencyKey }, strict))
export const BulkCharge = named('BulkCharge', Type.Union([BulkEventCharge, BulkQuoteCharge]))
export type BulkCharge = Static<typeof BulkCharge>

// Validating the union would report the errors of both branches. Whether `quote` is present shows which one the caller
// meant.
const byQuote = (ofEvent: Check, ofQuote: Check): Check => {
  return (value) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'quote') ? ofQuote(value) : ofEvent(value)
}
export const checkChargeRequest = byQuote(checker(PlainEventCharge), checker(QuoteCharge))
export const checkBulkCharge = byQuote(checker(PlainBulkEventCharge), checker(BulkQuoteCharge))

/**
 * The refund rules of the gateway that a payment went through. @throws Problem `gateway_unknown`, `gateway_disabled`.
 */
type RulesOf = (gateway: string) => Promise<RefundRules>

interface ChargeContext {
  readonly idempotencyKey: string | undefined
  readonly by: Actor
  readonly rulesOf: RulesOf
}

/** @throws Problem `id_invalid`, `time_invalid`, those of `rulesOf`. */
export async function toChargeInput(
  request: ChargeRequest,
  { idempotencyKey, by, rulesOf }: ChargeContext,
): Promise<ChargeInput> {
  const { effectiveAt, reference, hold, payment } = request
  if (hold !== undefined) idToUuid('hld', hold)
  return {
    of: 'quote' in request ? quoteOf(request.quote) : toBillableEvent(request),
    effectiveAt: parseOptionalInstant(effectiveAt),
    reference,
    hold,
    payment: payment && { ...payment, rules: await rulesOf(payment.gateway) },
    idempotencyKey,
    by,
  }
}

function quoteOf(quote: string): { quote: string } {
  idToUuid('qte', quote)
  return { quote }
}

export function toBillableEvent({ line, product, event, metadata }: EventRequest): BillableEvent {
  return { line, product, event, metadata }
}
