/**
 * The body of a charge request: an event to price, or a quote. The OpenAPI document lists the events of all products;
 * the engine, which knows the product, validates the event.
 */
import Type, { type Static, type TSchema } from 'typebox'
import type { ChargeInput, Happening } from '../../engine/engine.ts'
import type { RefundRules } from '../../gateways/gateway.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { Attributes, HoldId, IdempotencyKey, Instant, named, QuoteId, Reference } from '../../http/shapes.ts'
import { type Check, checker } from '../../http/validation.ts'
import { idToUuid } from '../../ids.ts'
import { lines } from '../../lines/index.ts'
import { described } from '../../schema.ts'

const eventShapes = lines.products.map(({ line, product }) =>
  named(componentName(line.id, product.id, 'event'), {
    ...product.event,
    description: `${line.title.en}: ${product.title.en}`,
  } as TSchema),
)
const AnyEvent = named(
  'Event',
  Type.Unsafe<unknown>({ anyOf: eventShapes, description: 'The event, in the schema of its product' }),
)

/** payments, scan-pay, event → PaymentsScanPayEvent */
function componentName(...words: string[]): string {
  return words
    .flatMap((word) => word.split('-'))
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
}

const what = {
  line: Type.String({ maxLength: 60, examples: ['payments'] }),
  product: Type.String({ maxLength: 60, examples: ['scan-pay'] }),
}
const metadata = Type.Optional(Attributes('Your own key-value data, stored with the charge'))
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

const happening = <Event extends TSchema>(event: Event) => ({ ...what, event, metadata })

export const HappeningShape = Type.Object(happening(AnyEvent), strict)
const ChargeOfEvent = named('ChargeOfEvent', Type.Object({ ...happening(AnyEvent), ...when }, strict))
const ChargeOfQuote = named('ChargeOfQuote', Type.Object({ quote: QuoteId, ...when }, strict))
export const ChargeRequest = Type.Union([ChargeOfEvent, ChargeOfQuote])
export type ChargeRequest = Static<typeof ChargeRequest>

const BulkOfEvent = Type.Object({ ...happening(AnyEvent), ...when, idempotencyKey }, strict)
const BulkOfQuote = Type.Object({ quote: QuoteId, ...when, idempotencyKey }, strict)
export const BulkChargeRequest = Type.Union([
  named('BulkChargeOfEvent', BulkOfEvent),
  named('BulkChargeOfQuote', BulkOfQuote),
])
export type BulkChargeRequest = Static<typeof BulkChargeRequest>

// Validating the union would report the errors of both branches. Whether `quote` is present shows which one the caller
// meant.
const byQuote = (ofEvent: Check, ofQuote: Check): Check => {
  return (value) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, 'quote') ? ofQuote(value) : ofEvent(value)
}
const anything = happening(Type.Unknown())
export const checkChargeRequest = byQuote(
  checker(Type.Object({ ...anything, ...when }, strict)),
  checker(Type.Object({ quote: QuoteId, ...when }, strict)),
)
export const checkBulkChargeRequest = byQuote(
  checker(Type.Object({ ...anything, ...when, idempotencyKey }, strict)),
  checker(BulkOfQuote),
)

/**
 * The refund rules of the gateway that a payment went through. @throws Problem `gateway_unknown`, `gateway_disabled`.
 */
export type RulesOf = (gateway: string) => Promise<RefundRules>

/** @throws Problem `id_invalid`, `time_invalid`, those of `rulesOf`. */
export async function toChargeInput(
  request: ChargeRequest,
  idempotencyKey: string | undefined,
  rulesOf: RulesOf,
): Promise<ChargeInput> {
  const { effectiveAt, reference, hold, payment } = request
  if (hold !== undefined) idToUuid('hld', hold)
  return {
    of: 'quote' in request ? quoteOf(request.quote) : toHappening(request),
    effectiveAt: parseOptionalInstant(effectiveAt),
    reference,
    hold,
    payment: payment && { ...payment, rules: await rulesOf(payment.gateway) },
    idempotencyKey,
  }
}

function quoteOf(quote: string): { quote: string } {
  idToUuid('qte', quote)
  return { quote }
}

export function toHappening({ line, product, event, metadata }: Static<typeof HappeningShape>): Happening {
  return { line, product, event, metadata }
}
