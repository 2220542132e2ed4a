/** The body of a refund request, and its translation for the engine. */
import Type, { type Static } from 'typebox'
import type { Actor } from '../../actor.ts'
import type { ChargeRow } from '../../charges/record.ts'
import type { RefundInput } from '../../engine/engine.ts'
import { parseOptionalInstant } from '../../http/instants.ts'
import { ChargeId, IdempotencyKey, Instant, Money, named, Reference, Text } from '../../http/shapes.ts'
import { checker } from '../../http/validation.ts'
import { parseMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import type { RefundAsk } from '../../refunds/plan.ts'
import { described } from '../../schema.ts'

const strict = { additionalProperties: false }

const ItemAsk = named(
  'RefundItemRequest',
  Type.Object(
    {
      id: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the item', examples: ['1'] }),
      quantity: Type.Optional(
        Type.String({ pattern: '^[1-9]\\d{0,17}$', description: 'Number of units', examples: ['1'] }),
      ),
      amount: Type.Optional(Money),
    },
    { ...strict, description: 'An item by quantity or by amount; by default, all that is left of it' },
  ),
)

const what = {
  charge: ChargeId,
  amount: Type.Optional(Money),
  items: Type.Optional(Type.Array(ItemAsk, { minItems: 1, maxItems: 1000 })),
}
const how = {
  effectiveAt: Type.Optional(described(Instant, 'Time of the event; defaults to now. Must not be in the future')),
  reason: Type.Optional(Text(500, 'Reason for the refund')),
  reference: Type.Optional(Reference),
  previewHash: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'The `hash` of a preview; the refund fails if its result would now be different',
    }),
  ),
}
const outside = Type.Optional(
  Type.Boolean({
    default: false,
    description:
      'The payer has already received the money elsewhere (for example in cash or on the provider’s website): the refund is not sent to a gateway. Not available to API keys bound to a party',
  }),
)
const DESCRIPTION = 'Specify an amount or items; by default, everything that is left is refunded'

export const PreviewRequest = named(
  'RefundPreviewRequest',
  Type.Object({ ...what, outside }, { ...strict, description: DESCRIPTION }),
)
export const RefundRequest = named(
  'RefundRequest',
  Type.Object({ ...what, ...how, outside }, { ...strict, description: DESCRIPTION }),
)
export type RefundRequest = Static<typeof RefundRequest>

export const BulkRefundRequest = named(
  'BulkRefundRequest',
  Type.Object(
    { ...what, ...how, outside, idempotencyKey: Type.Optional(IdempotencyKey) },
    { ...strict, description: DESCRIPTION },
  ),
)
export type BulkRefundRequest = Static<typeof BulkRefundRequest>
export const checkBulkRefund = checker(BulkRefundRequest)

/**
 * The part of the charge to refund.
 * @throws Problem `currency_mismatch`, `amount_invalid`, `request_invalid` if the request is contradictory.
 */
export function toAsk({ amount, items }: Static<typeof PreviewRequest>, { unit }: ChargeRow): RefundAsk {
  if (amount && items) throw twoThings('/items', 'amount and items')
  if (amount) return { amount: inUnit(amount, unit) }
  if (!items) return {}
  return {
    items: items.map(({ id, quantity, amount: part }, index) => {
      if (quantity !== undefined && part) throw twoThings(`/items/${index}`, 'quantity and amount')
      return {
        id,
        ...(quantity === undefined ? {} : { quantity: BigInt(quantity) }),
        ...(part ? { amount: inUnit(part, unit) } : {}),
      }
    }),
  }
}

function twoThings(pointer: string, names: string): Problem {
  const message = `provide either ${names}`
  return new Problem('request_invalid', { reason: `${pointer} ${message}` }, [{ pointer, message }])
}

/** Micros of an amount that must be in the charge's unit. @throws Problem `currency_mismatch`, `amount_invalid`. */
export function inUnit({ amount, currency }: Money, unit: string): bigint {
  if (currency !== unit) throw new Problem('currency_mismatch', { expected: unit, unit: currency })
  return parseMicros(amount, currency)
}

export function toRefundInput(
  request: RefundRequest,
  charge: ChargeRow,
  { idempotencyKey, by }: { readonly idempotencyKey: string | undefined; readonly by: Actor },
): RefundInput {
  return {
    charge: request.charge,
    ask: toAsk(request, charge),
    reason: request.reason ?? null,
    reference: request.reference ?? null,
    effectiveAt: parseOptionalInstant(request.effectiveAt) ?? null,
    previewHash: request.previewHash ?? null,
    ...(request.outside ? { outside: true } : {}),
    idempotencyKey,
    by,
  }
}
