/** Schemas shared by the events and terms of several lines. */
import Type, { type Static, type TSchemaOptions } from 'typebox'
import type { RefundPolicy as Policy } from '../charges/draft.ts'
import { ASKERS, EVIDENCE, REASONS, type UseRule as Use } from '../charges/policy.ts'
import { parseMicros, parsePayable } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { described } from '../schema.ts'

export const PartyId = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$',
  description: 'Your id for the party',
  examples: ['mch_1'],
})

export const Money = Type.Object(
  {
    amount: Type.String({
      pattern: '^-?\\d{1,13}(\\.\\d{1,6})?$',
      description: 'Decimal in major units',
      examples: ['100.00'],
    }),
    currency: Type.String({ minLength: 2, maxLength: 32, description: 'ISO 4217 code', examples: ['CNY'] }),
  },
  { additionalProperties: false, description: 'An amount in one currency' },
)

const Share = Type.String({ pattern: '^(0(\\.\\d{1,6})?|1(\\.0{1,6})?)$', description: 'Share from 0 to 1' })
const Amount = Type.String({
  pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
  description: 'Decimal in the currency of the rate card',
})
const literals = <const Text extends string>(texts: readonly Text[], options: TSchemaOptions = {}) =>
  Type.Unsafe<Text>(
    Type.Union(
      texts.map((text) => Type.Literal(text)),
      options,
    ),
  )
const only = { additionalProperties: false }

const NoticeSteps = Type.Refine(
  Type.Array(Type.Object({ hours: Type.Integer({ minimum: 0, maximum: 87_600 }), share: Share }, only), {
    minItems: 1,
    maxItems: 10,
    description:
      'Minimum hours of notice before the start, in descending order, with the refunded share; with less notice, nothing is refunded',
  }),
  (steps) =>
    falls(
      steps.map(({ hours }) => hours),
      true,
    ) &&
    falls(
      steps.map(({ share }) => Number(share)),
      false,
    ),
  () => 'hours must decrease from step to step, and shares must not increase',
)

/** The fields that each use rule requires. */
const USE_FIELDS: Readonly<Record<Use['rule'], readonly string[]>> = {
  regardless: [],
  'unused-items': [],
  'unused-time': ['measure'],
  'unused-calls': [],
  notice: ['notice'],
  delivery: ['delivery'],
  unclaimed: ['hours'],
}

const UseRule = Type.Refine(
  Type.Object(
    {
      rule: literals(Object.keys(USE_FIELDS) as Use['rule'][]),
      measure: Type.Optional(literals(['day', 'second'])),
      notice: Type.Optional(NoticeSteps),
      delivery: Type.Optional(
        Type.Object(
          { 'not-delivered': Share, preview: Share, delivered: Share, defective: Share },
          { ...only, description: 'Refunded share by delivery state' },
        ),
      ),
      hours: Type.Optional(
        Type.Integer({ minimum: 0, maximum: 8_760, description: 'Hours in which a gift can be claimed' }),
      ),
    },
    { ...only, description: 'Refundable amount by use; everything by default' },
  ),
  ({ rule, ...fields }) => Object.keys(fields).join() === USE_FIELDS[rule]?.join(),
  ({ rule }) => `rule ${rule} requires ${USE_FIELDS[rule]?.join() || 'no other field'}`,
)

const Askers = Type.Array(literals(ASKERS), { uniqueItems: true })

const Approvals = Type.Refine(
  Type.Array(
    Type.Object(
      {
        above: Amount,
        people: Type.Unsafe<1 | 2>(Type.Union([Type.Literal(1), Type.Literal(2)])),
        askedBy: Type.Optional(Askers),
      },
      only,
    ),
    { maxItems: 5, description: 'Required approvals by different people, above a total refunded amount of the charge' },
  ),
  (steps) =>
    falls(
      steps.map(({ above }) => -parseMicros(above)),
      true,
    ) &&
    falls(
      steps.map(({ people }) => -people),
      false,
    ),
  () => 'amounts must increase from step to step, and people must not decrease',
)

const Exchange = Type.Refine(
  Type.Object(
    { rate: literals(['original', 'current']), bearer: literals(['payer', 'payee', 'platform']) },
    { ...only, description: 'Exchange rate of a cross-currency refund, and who bears the difference' },
  ),
  ({ rate, bearer }) => rate === 'current' || bearer === 'platform',
  () => 'at the original rate, the platform must bear the difference',
)

const WindowDays = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
  description: 'Number of days after the charge took effect; null for no limit',
})
const Shortage = literals(['debt', 'advance', 'reject'], {
  description:
    'If a payee’s balance is too low: the payee owes the amount, deducted from later earnings (debt); the platform pays it and claims it back (advance); or the refund is refused (reject)',
})

const rule = {
  asks: Type.Optional(described(Askers, 'Who may request a refund; if empty, no one may')),
  evidence: Type.Optional(Type.Array(literals(EVIDENCE), { uniqueItems: true, description: 'Required evidence' })),
  use: Type.Optional(UseRule),
  share: Type.Optional(described(Share, 'Share of the otherwise refundable amount')),
  keeps: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z][a-z-]{0,31}$' }), {
      uniqueItems: true,
      maxItems: 20,
      description: 'Component kinds: items for which the payer paid nothing else are not refunded',
    }),
  ),
  opens: Type.Optional(
    literals(['at-once', 'month-end'], { description: 'Executed immediately, or after the end of the charge’s month' }),
  ),
  approvals: Type.Optional(Approvals),
  exchange: Type.Optional(Exchange),
}
const ReasonRule = Type.Object(
  { windowDays: Type.Optional(WindowDays), shortage: Type.Optional(Shortage), ...rule },
  only,
)
/** The refund policy in the terms of a rate card (src/charges/policy.ts). */
export const RefundPolicy = Type.Unsafe<Policy>(
  Type.Object(
    {
      windowDays: WindowDays,
      maxRefunds: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
        description: 'Maximum number of refunds per charge; null for no limit',
      }),
      minGapSeconds: Type.Integer({
        minimum: 0,
        description: 'Minimum number of seconds between two refunds of a charge',
      }),
      shortage: Shortage,
      ...rule,
      reasons: Type.Optional(
        Type.Record(Type.String({ pattern: `^(${REASONS.join('|')})$` }), ReasonRule, {
          ...only,
          description: 'Overrides by reason; `minor`, `unclaimed` and `invalid-traffic` apply only if listed here',
        }),
      ),
    },
    only,
  ),
)

/** Whether each number is less than the previous one or, if not `strictly`, not greater. */
function falls(values: readonly (number | bigint)[], strictly: boolean): boolean {
  return values.every((value, i) => i === 0 || (strictly ? value < values[i - 1]! : value <= values[i - 1]!))
}

/**
 * Parses an amount of an event, which must be in the rate card's currency, positive and in whole minor units. Micros.
 */
export function payable(money: Static<typeof Money>, currency: string): bigint {
  if (money.currency !== currency) throw new Problem('currency_mismatch', { expected: currency, unit: money.currency })
  return parsePayable(money.amount, currency)
}

/**
 * Parses a positive amount of an event that may be finer than the minor unit (a balance with daily accrual). Micros.
 */
export function positive(money: Static<typeof Money>, currency: string): bigint {
  if (money.currency !== currency) throw new Problem('currency_mismatch', { expected: currency, unit: money.currency })
  const micros = parseMicros(money.amount, currency)
  if (micros <= 0n) throw new Problem('amount_not_positive', { value: money.amount })
  return micros
}

export const Day = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\d$',
  description: 'Calendar day',
  examples: ['2026-11-23'],
})

export const Instant = Type.String({
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)$',
  description: 'RFC 3339 timestamp with an offset',
  examples: ['2026-11-23T20:00:00+08:00'],
})

/** The account that a party pays from. */
export const PaidFrom = Type.Union([Type.Literal('external'), Type.Literal('wallet'), Type.Literal('balance')], {
  description:
    'Source of the money: `external` (from outside, through a gateway), `wallet` (prepaid) or `balance` (earnings on the platform)',
})

/** The caller's id of an item of a charge, by which it can be refunded. */
export const ItemId = Type.String({ minLength: 1, maxLength: 64, description: 'Your id for the item' })
