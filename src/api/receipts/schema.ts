/** The API representation of a receipt for payers: amounts with currency, codes with texts. */
import Type, { type Static } from 'typebox'
import { REASONS } from '../../charges/policy.ts'
import { Instant, id, Money, named, nullableText, oneOf } from '../../http/shapes.ts'
import type { Language } from '../../language.ts'
import { lines } from '../../lines/index.ts'
import { wireMoney } from '../../money/amount.ts'
import type { Option, Receipt as ReceiptData, ReceiptRequest } from '../../receipts/receipt.ts'
import { words } from '../../receipts/words.ts'
import { REQUEST_STATUSES } from '../../refund-requests/record.ts'
import { REFUND_STATUSES } from '../../refunds/record.ts'
import { described } from '../../schema.ts'

const nullableInstant = (description: string) =>
  Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time', description })

export const RequestId = id('req', 'a refund request', '01kafz6y4cfy7s3rj8v5m2n9qt')
const Coded = (description: string, codes: readonly string[]) =>
  Type.Object(
    {
      code: codes.length > 0 ? oneOf(codes, { description: 'Stable code; never renamed' }) : Type.String(),
      text: Type.String(),
    },
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
      to: Type.String({ description: 'Display name of the recipient', examples: ['Noodle shop'] }),
      amount: Money,
    },
    { description: 'A part of the amount paid' },
  ),
)

const ReceiptOption = named(
  'ReceiptOption',
  Type.Object(
    {
      reason: Coded('Reason for the refund', REASONS),
      open: Type.Boolean({ description: 'Whether a request with this reason can succeed' }),
      most: Money,
      deadline: nullableInstant('Deadline for requesting; null if there is none'),
      evidence: Type.Array(Coded('Required evidence', [])),
      dependsOnUse: Type.Boolean({
        description: 'True if `most` is an upper limit, because the actual use is not known yet',
      }),
      looked: Type.Boolean({ description: 'Whether a person reviews the request before it is refunded' }),
      notBefore: nullableInstant('Earliest time of the refund; null if immediate'),
      decline: nullableCoded('Why this reason is not refundable; null if it is'),
    },
    { description: 'The possible refund for a reason if requested now' },
  ),
)

const ReceiptMessageShape = named(
  'ReceiptMessage',
  Type.Object(
    {
      at: Instant,
      byPayer: Type.Boolean(),
      kind: oneOf(['message', 'evidence', 'appeal']),
      evidence: nullableCoded('Kind of evidence; null unless `kind` is `evidence`'),
      text: nullableText(),
      url: nullableText({ description: 'URL of the evidence' }),
    },
    { description: 'A message or evidence on a refund request' },
  ),
)

const ReceiptRequestShape = named(
  'ReceiptRequest',
  Type.Object(
    {
      id: RequestId,
      status: Coded('Status', REQUEST_STATUSES),
      reason: Coded('Reason for the refund', REASONS),
      amount: Money,
      askedAt: Instant,
      answerBy: nullableInstant('When the request is due to be answered, even if evidence is missing'),
      evidence: Type.Array(Coded('Evidence that the payer still has to provide', [])),
      notBefore: nullableInstant('Earliest time of an approved refund; null if it is immediate or not approved'),
      decline: nullableCoded('Reason for the decision'),
      declineText: nullableText({ description: 'Message to the payer from the person who declined the request' }),
      appealed: Type.Boolean({ description: 'Whether the request was appealed; an appeal is final' }),
      messages: Type.Array(ReceiptMessageShape),
      mayShow: Type.Boolean({ description: 'Whether evidence can be added' }),
      mayAppeal: Type.Boolean({ description: 'Whether the decision can be appealed; another person decides' }),
      mayWithdraw: Type.Boolean(),
    },
    { description: 'A refund request of the payer' },
  ),
)

export const ReceiptView = named(
  'ReceiptView',
  Type.Object(
    {
      number: Type.String({ examples: ['1061H-3Y2QV-7K4M'] }),
      amount: described(Money, 'Amount paid'),
      chargedAt: Instant,
      timeZone: Type.String({ examples: ['Asia/Shanghai'] }),
      line: Type.String({ examples: ['Payments'] }),
      product: Type.String({ examples: ['In-store QR payment'] }),
      reference: nullableText({ description: 'The platform’s order number' }),
      payee: nullableText({ description: 'Display name of the seller' }),
      parts: Type.Array(ReceiptPart),
      items: Type.Array(
        Type.Object({ id: Type.String(), quantity: Type.String(), amount: Money, returned: Type.String() }),
      ),
      refunded: Money,
      pending: described(Money, 'Amount being refunded'),
      disputed: described(Money, 'Amount on hold during a dispute'),
      refundable: described(Money, 'Amount that can still be refunded'),
      refunds: Type.Array(
        Type.Object({
          amount: Money,
          status: Coded('Status', REFUND_STATUSES),
          startedAt: Instant,
          endedAt: nullableInstant('When the refund arrived, failed or was reversed; null while it is pending'),
          exchange: Type.Array(Type.String(), {
            description: 'Explanation of the exchange difference, if the payer bears it',
          }),
        }),
      ),
      options: Type.Array(ReceiptOption),
      guardian: Type.Union([ReceiptOption, Type.Null()], {
        description: 'What a guardian can request from the platform’s customer service, with proof of identity',
      }),
      requests: Type.Array(ReceiptRequestShape),
      giftsReturnAt: nullableInstant('When unclaimed gifts are refunded automatically'),
      token: Type.String({
        description: 'Opens this receipt again instead of number and secret, until `tokenEndsAt`',
      }),
      tokenEndsAt: Instant,
    },
    { description: 'A charge as the payer sees it' },
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
      exchange: lines.explanations.render(refund.exchange, language, zone),
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
