/** A receipt as the API answers it to a payer: amounts with their currency, codes with their words. */
import Type, { type Static } from 'typebox'
import { REASONS } from '../../charges/policy.ts'
import { renderSteps } from '../../engine/explain.ts'
import { Instant, id, Money, named, nullableText, oneOf } from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { wireMoney } from '../../money/amount.ts'
import type { Option, Receipt as ReceiptData, ReceiptRequest } from '../../receipts/receipt.ts'
import { words } from '../../receipts/words.ts'
import { REQUEST_STATUSES } from '../../refund-requests/record.ts'
import { REFUND_STATUSES } from '../../refunds/record.ts'

const nullableInstant = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description })

export const RequestId = id('req', 'a refund request', '01kafz6y4cfy7s3rj8v5m2n9qt')
const Coded = (description: string, codes: readonly string[]) =>
  Type.Object(
    { code: codes.length > 0 ? oneOf(codes, { description: 'Never renamed' }) : Type.String(), text: Type.String() },
    { description },
  )
const nullableCoded = (description: string) =>
  Type.Union([Type.Object({ code: Type.String(), text: Type.String() }), Type.Null()], { description })

const ReceiptPart = named(
  'ReceiptPart',
  Type.Object(
    {
      kind: Type.String({ examples: ['principal'] }),
      role: oneOf(['payee', 'platform', 'exchange', 'self', 'other']),
      to: Type.String({ description: 'Whom it went to, in words', examples: ['Noodle shop'] }),
      amount: Money,
    },
    { description: 'A part of what the payer paid' },
  ),
)

const ReceiptOption = named(
  'ReceiptOption',
  Type.Object(
    {
      reason: Coded('Why it would be asked back', REASONS),
      open: Type.Boolean({ description: 'Whether asking can lead to anything' }),
      most: Money,
      deadline: nullableInstant('The last moment for asking; null: there is none'),
      evidence: Type.Array(Coded('What has to be shown', [])),
      dependsOnUse: Type.Boolean({
        description: '`most` is the best case: how much was used is still to be looked up',
      }),
      looked: Type.Boolean({ description: 'Somebody looks at it before it is given back' }),
      notBefore: nullableInstant('Given back not before; null: at once'),
      decline: nullableCoded('Why nothing comes back for this reason; null: something may'),
    },
    { description: 'What a reason would give back if it were asked for now' },
  ),
)

const ReceiptMessageShape = named(
  'ReceiptMessage',
  Type.Object(
    {
      at: Instant,
      byPayer: Type.Boolean(),
      kind: oneOf(['message', 'evidence', 'appeal']),
      evidence: nullableCoded('What was shown; null unless `kind` is `evidence`'),
      text: nullableText(),
      url: nullableText({ description: 'Where what was shown can be seen' }),
    },
    { description: 'What was written or shown about a request' },
  ),
)

const ReceiptRequestShape = named(
  'ReceiptRequest',
  Type.Object(
    {
      id: RequestId,
      status: Coded('Where it stands', REQUEST_STATUSES),
      reason: Coded('Why it was asked', REASONS),
      amount: Money,
      askedAt: Instant,
      answerBy: nullableInstant('When somebody is to answer it, with or without what still has to be shown'),
      evidence: Type.Array(Coded('What the payer still has to show', [])),
      notBefore: nullableInstant('Agreed, and given back not before; null: at once, or it is not agreed'),
      decline: nullableCoded('Why it was declined'),
      declineText: nullableText({ description: 'What the person who declined it wrote to the payer' }),
      appealed: Type.Boolean({ description: 'It is, or was, looked at for the second and last time' }),
      messages: Type.Array(ReceiptMessageShape),
      mayShow: Type.Boolean({ description: 'Evidence can be handed in' }),
      mayAppeal: Type.Boolean({ description: 'It can be looked at once more, by somebody else' }),
      mayWithdraw: Type.Boolean(),
    },
    { description: 'What the payer asked for' },
  ),
)

export const ReceiptView = named(
  'ReceiptView',
  Type.Object(
    {
      number: Type.String({ examples: ['1061H-3Y2QV-7K4M'] }),
      amount: { ...Money, description: 'What the payer paid' } as typeof Money,
      chargedAt: Instant,
      timeZone: Type.String({ examples: ['Asia/Shanghai'] }),
      line: Type.String({ examples: ['Payments'] }),
      product: Type.String({ examples: ['In-store QR payment'] }),
      reference: nullableText({ description: 'Number of the order, as the platform wrote it' }),
      payee: nullableText({ description: 'Display name of whom it was bought from' }),
      parts: Type.Array(ReceiptPart),
      items: Type.Array(
        Type.Object({ id: Type.String(), quantity: Type.String(), amount: Money, returned: Type.String() }),
      ),
      refunded: Money,
      pending: { ...Money, description: 'On its way back' } as typeof Money,
      disputed: { ...Money, description: 'Held while the payer’s bank looks into it' } as typeof Money,
      refundable: { ...Money, description: 'What is left that can come back at all' } as typeof Money,
      refunds: Type.Array(
        Type.Object({
          amount: Money,
          status: Coded('Where it stands', REFUND_STATUSES),
          startedAt: Instant,
          endedAt: nullableInstant('When it arrived, failed or was undone; null: it is on its way'),
          exchange: Type.Array(Type.String(), { description: 'The difference in rates, where the payer bears it' }),
        }),
      ),
      options: Type.Array(ReceiptOption),
      guardian: Type.Union([ReceiptOption, Type.Null()], {
        description: 'What a guardian can ask for, at the platform’s own service: he has to show who he is',
      }),
      requests: Type.Array(ReceiptRequestShape),
      giftsReturnAt: nullableInstant('When gifts that nobody claimed come back by themselves'),
      token: Type.String({
        description: 'Opens this receipt again, in place of number and secret, until `tokenEndsAt`',
      }),
      tokenEndsAt: Instant,
    },
    { description: 'What a payer sees of a charge' },
  ),
)
export type ReceiptView = Static<typeof ReceiptView>

export function toReceiptView(
  receipt: ReceiptData,
  visit: { readonly token: string; readonly endsAt: Date },
  language: Language,
): ReceiptView {
  const of = (amount: bigint) => wireMoney(amount, receipt.unit)
  const { unit: _, zone, line, product, parts, items, refunds, options, guardian, requests, ...rest } = receipt
  return {
    ...{ number: rest.number, reference: rest.reference, payee: rest.payee, timeZone: zone },
    ...{ amount: of(rest.amount), chargedAt: rest.chargedAt.toISOString() },
    ...{ line: line[language], product: product[language] },
    parts: parts.map(({ kind, to, amount }) => ({
      ...{ kind: words.kind(kind, language), role: to.role, to: words.recipient(to, language), amount: of(amount) },
    })),
    items: items.map(({ id: item, quantity, amount, returned }) => ({
      ...{ id: item, quantity: quantity.toString(), amount: of(amount), returned: returned.toString() },
    })),
    ...{ refunded: of(rest.refunded), pending: of(rest.pending), disputed: of(rest.disputed) },
    refundable: of(rest.refundable),
    refunds: refunds.map((refund) => ({
      amount: of(refund.amount),
      status: { code: refund.status, text: words.refund(refund, language) },
      startedAt: refund.startedAt.toISOString(),
      endedAt: refund.endedAt?.toISOString() ?? null,
      exchange: renderSteps(refund.exchange, language, zone),
    })),
    options: options.map((option) => toOption(option, receipt.unit, language)),
    guardian: guardian && toOption(guardian, receipt.unit, language),
    requests: requests.map((request) => toRequest(request, receipt.unit, language)),
    giftsReturnAt: rest.giftsReturnAt?.toISOString() ?? null,
    ...{ token: visit.token, tokenEndsAt: visit.endsAt.toISOString() },
  }
}

function toRequest(request: ReceiptRequest, unit: string, language: Language): Static<typeof ReceiptRequestShape> {
  const { id, status, reason, amount, evidence, decline, messages, askedAt, answerBy, notBefore, ...rest } = request
  return {
    ...rest,
    id,
    status: { code: status, text: words.request({ status, evidence }, language) },
    reason: { code: reason, text: words.reason(reason, language) },
    amount: wireMoney(amount, unit),
    ...{ askedAt: askedAt.toISOString(), answerBy: answerBy?.toISOString() ?? null },
    notBefore: notBefore?.toISOString() ?? null,
    evidence: evidence.map((code) => ({ code, text: words.evidence(code, language) })),
    decline: decline === null ? null : coded(decline, language),
    messages: messages.map(({ at, evidence: kind, ...said }) => ({
      ...{ ...said, at: at.toISOString() },
      evidence: kind && { code: kind, text: words.evidence(kind, language) },
    })),
  }
}

function toOption(option: Option, unit: string, language: Language): Static<typeof ReceiptOption> {
  const { reason, open, most, deadline, evidence, dependsOnUse, looked, notBefore, decline } = option
  return {
    reason: { code: reason, text: words.reason(reason, language) },
    ...{ open, most: wireMoney(most, unit), dependsOnUse, looked },
    deadline: deadline?.toISOString() ?? null,
    evidence: evidence.map((code) => ({ code, text: words.evidence(code, language) })),
    notBefore: notBefore?.toISOString() ?? null,
    decline: decline === null ? null : coded(decline, language),
  }
}

function coded(code: string, language: Language): { code: string; text: string } {
  return { code, text: words.decline(code, language) }
}
