/** The API representation of a charge, and the parts that a party may see. */
import Type, { type Static } from 'typebox'
import type { StoredDraft, StoredItem } from '../../charges/draft.ts'
import type { ChargeRow } from '../../charges/record.ts'
import { ChargeId, Instant, Money, named, nullableText, oneOf, PartyId } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import { refundableOf } from '../../refunds/plan.ts'

const CHARGE_STATUSES = ['captured', 'partially-refunded', 'refunded'] as const
export const ChargeStatus = oneOf(CHARGE_STATUSES)

const Returns = oneOf(['pro-rata', 'never', 'whole-only'], {
  description:
    'How the component is refunded with its item: proportionally, never, or only when the item is refunded completely',
})

const Component = named(
  'Component',
  Type.Object(
    {
      kind: Type.String({ description: 'Kind of component', examples: ['fee'] }),
      from: Type.String({ examples: ['mch_1/balance'] }),
      to: Type.String({ examples: ['platform/revenue'] }),
      amount: Money,
      returns: Returns,
    },
    { description: 'A movement of value from one account to another' },
  ),
)

const Item = named(
  'Item',
  Type.Object(
    {
      id: Type.String({ examples: ['1'] }),
      quantity: Type.String({ description: 'Whole number', examples: ['1'] }),
      period: Type.Optional(
        Type.Object(
          { from: Type.String(), to: Type.String(), zone: Type.Optional(Type.String()) },
          { description: 'Days or timestamps that it was bought for; the end is exclusive' },
        ),
      ),
      pack: Type.Optional(Type.Object({ calls: Type.String() }, { description: 'Prepaid calls' })),
      gift: Type.Optional(Type.Boolean({ description: 'Bought for a recipient who has to claim it' })),
      components: Type.Array(Component),
    },
    { description: 'A part of a charge that can be refunded separately' },
  ),
)

const texts = (description: string) =>
  Type.Unsafe<readonly string[]>({ type: 'array', items: { type: 'string' }, description })
const nullableInteger = (description: string) => Type.Unsafe<number | null>({ type: ['integer', 'null'], description })

export const RefundPolicy = named(
  'RefundPolicy',
  Type.Object(
    {
      windowDays: nullableInteger('Number of days after the charge took effect; null for no limit'),
      maxRefunds: nullableInteger('Maximum number of refunds per charge; null for no limit'),
      minGapSeconds: Type.Integer({ description: 'Minimum number of seconds between two refunds of a charge' }),
      shortage: oneOf(['debt', 'advance', 'reject'], {
        description:
          'If a payee’s balance is too low: the payee owes the amount (debt), the platform pays it (advance), or the refund is refused (reject)',
      }),
      asks: Type.Optional(texts('Who may request a refund')),
      evidence: Type.Optional(texts('Required evidence')),
      share: Type.Optional(Type.String({ description: 'Share of the otherwise refundable amount, "0" to "1"' })),
      keeps: Type.Optional(texts('Component kinds whose items are not refunded')),
      opens: Type.Optional(Type.String({ description: '`at-once`, or `month-end`: not before the end of the month' })),
      // As stored: the serializer would try the members of a union one by one.
      use: Type.Optional(Type.Unsafe<object>({ description: 'Refundable amount by use' })),
      approvals: Type.Optional(Type.Unsafe<object>({ description: 'Number of approvals by amount' })),
      exchange: Type.Optional(Type.Unsafe<object>({ description: 'Exchange rate used, and who bears the difference' })),
      reasons: Type.Optional(Type.Unsafe<object>({ description: 'Overrides by reason' })),
    },
    {
      description:
        'When, by whom, for which reasons and with what evidence a charge can be refunded; frozen when the charge is created',
    },
  ),
)

/** Parties do not see who works for the platform. */
export const CreatedBy = nullableText({
  description: 'The actor who created it; null for callers bound to a party',
  examples: ['user usr_01kafz6y4cfy7s3rj8v5m2n9qt'],
})

const Metadata = Type.Record(Type.String(), Type.String(), { description: 'Your key-value data' })

/** The fields shared by charges and quotes. */
export const pricedFields = {
  line: Type.String({ examples: ['payments'] }),
  product: Type.String({ examples: ['scan-pay'] }),
  payer: PartyId,
  payee: nullableText({ description: 'The main recipient of the money, if there is one', examples: ['mch_1'] }),
  amount: Money,
  items: Type.Array(Item),
  refundPolicy: RefundPolicy,
  rateCard: Type.Integer({ description: 'Version of the rate card used for pricing' }),
  contract: nullableText({ description: 'Id of the contract that overrode the rate card, if any' }),
  metadata: Metadata,
}

export const Charge = named(
  'Charge',
  Type.Object(
    {
      id: ChargeId,
      status: ChargeStatus,
      ...pricedFields,
      refunded: Money,
      refundable: Money,
      pending: Money,
      disputed: Money,
      reference: nullableText({ description: 'Your own reference', examples: ['order-1001'] }),
      quote: nullableText({ description: 'Id of the quote that was charged, if any' }),
      payment: Type.Unsafe<{ gateway: string; order: string } | null>({
        type: ['object', 'null'],
        properties: { gateway: { type: 'string' }, order: { type: 'string' } },
        required: ['gateway', 'order'],
        description: 'The order at a payment provider that paid for the charge; refunds are sent through it',
      }),
      createdBy: CreatedBy,
      effectiveAt: Instant,
      recordedAt: Instant,
    },
    { description: 'A priced and posted event' },
  ),
)
export type Charge = Static<typeof Charge>

/**
 * With `party`, components that are neither from nor to that party are left out. Items are passed to the serializer as
 * stored: it only writes the fields of the schema.
 */
export function toCharge(row: ChargeRow, party: string | null): Charge {
  const { unit, draft } = row
  return {
    id: uuidToId('chg', row.id),
    line: row.line,
    product: row.product,
    status: statusOf(row),
    payer: row.payer,
    payee: row.payee,
    amount: wireMoney(row.captured, unit),
    refunded: wireMoney(row.refunded, unit),
    refundable: wireMoney(refundableOf(row), unit),
    pending: wireMoney(row.pending, unit),
    disputed: wireMoney(row.disputed, unit),
    items: party === null ? draft.items : itemsSeenBy(party, draft.items),
    refundPolicy: draft.refund,
    rateCard: draft.rateCard,
    contract: contractSeenBy(party, draft)?.id ?? null,
    metadata: draft.metadata,
    reference: row.reference,
    quote: row.quote === null ? null : uuidToId('qte', row.quote),
    payment: row.gateway === null ? null : { gateway: row.gateway, order: row.gatewayOrder! },
    createdBy: party === null ? row.actor : null,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }
}

function statusOf({ refunded, captured, kept }: ChargeRow): Charge['status'] {
  if (refunded === 0n) return 'captured'
  return refunded === captured - kept ? 'refunded' : 'partially-refunded'
}

/** Whether the caller may see a charge or quote: all of the tenant's, or for a party those that it paid or earned. */
export function maySee(party: string | null, of: { readonly payer: string; readonly payee: string | null }): boolean {
  return party === null || of.payer === party || of.payee === party
}

export function isAccountOf(party: string, path: string): boolean {
  return path.startsWith(`${party}/`)
}

export function itemsSeenBy(party: string, items: readonly StoredItem[]): StoredItem[] {
  return items.map((item) => ({
    ...item,
    components: item.components.filter(({ from, to }) => isAccountOf(party, from) || isAccountOf(party, to)),
  }))
}

/** Contract terms are visible only to the customer of the contract. */
export function contractSeenBy(
  party: string | null,
  { contract }: Pick<StoredDraft, 'contract'>,
): StoredDraft['contract'] {
  return party === null || contract?.party === party ? contract : undefined
}

/** A charge whose draft is reduced to what a party may see, as input for its explanation. */
export function seenBy<Row extends { draft: StoredDraft }>(party: string | null, row: Row): Row {
  if (party === null) return row
  const { contract: _, ...draft } = row.draft
  const contract = contractSeenBy(party, row.draft)
  return { ...row, draft: { ...draft, ...(contract && { contract }), items: itemsSeenBy(party, draft.items) } }
}
