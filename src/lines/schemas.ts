/** Shapes that the events and terms of several lines share. */
import Type, { type Static } from 'typebox'
import { parseMicros, parsePayable } from '../money/amount.ts'
import { Problem } from '../problem.ts'

export const PartyId = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$',
  description: 'The caller’s own id of a party',
  examples: ['mch_1'],
})

export const Money = Type.Object(
  {
    amount: Type.String({
      pattern: '^-?\\d{1,13}(\\.\\d{1,6})?$',
      description: 'Decimal in main units',
      examples: ['100.00'],
    }),
    currency: Type.String({ minLength: 2, maxLength: 32, description: 'ISO 4217 code', examples: ['CNY'] }),
  },
  { additionalProperties: false, description: 'An amount as a decimal string, never a float' },
)

/** When and how often a charge may be given back, as a rate card states it. */
export const RefundPolicy = Type.Object(
  {
    windowDays: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      description: 'Days after the charge took effect; null: no limit',
    }),
    maxRefunds: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      description: 'Refunds of one charge in all; null: no limit',
    }),
    minGapSeconds: Type.Integer({ minimum: 0, description: 'Seconds between two refunds of one charge' }),
    shortage: Type.Union([Type.Literal('debt'), Type.Literal('advance'), Type.Literal('reject')], {
      description:
        'When a payee has spent the money: he owes it and later earnings are netted (debt), the platform pays and claims it (advance), or the refund is refused (reject)',
    }),
  },
  { additionalProperties: false },
)

/** Reads an amount of an event that must be in the rate card's currency, positive and in whole minor units. Micros. */
export function payable(money: Static<typeof Money>, currency: string): bigint {
  if (money.currency !== currency) throw new Problem('currency_mismatch', { expected: currency, unit: money.currency })
  return parsePayable(money.amount, currency)
}

/** Reads an amount of an event that may be finer than the minor unit (a balance that earns by the day). Micros, above zero. */
export function positive(money: Static<typeof Money>, currency: string): bigint {
  if (money.currency !== currency) throw new Problem('currency_mismatch', { expected: currency, unit: money.currency })
  const micros = parseMicros(money.amount, currency)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: money.amount })
  return micros
}

export const Day = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description: 'A calendar day',
  examples: ['2026-11-23'],
})

/** Which of its accounts a party pays from. */
export const PaidFrom = Type.Union([Type.Literal('external'), Type.Literal('wallet'), Type.Literal('balance')], {
  description: 'Money from outside through a gateway (external), a prepaid wallet, or what was earned here (balance)',
})

/** The caller's own name of one item of a charge, by which it can be given back. */
export const ItemId = Type.String({ minLength: 1, maxLength: 64, description: 'The caller’s own name of the item' })
