/** The API representation of refund requests, and what a party sees of its own. */
import Type, { type Static } from 'typebox'
import { ASKERS, DELIVERY_STATES, EVIDENCE, REASONS } from '../../charges/policy.ts'
import type { Locale } from '../../http/locale.ts'
import {
  ChargeId,
  Explanation,
  Instant,
  id,
  Money,
  named,
  nullableText,
  oneOf,
  PartyId,
  Text,
} from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'
import { Problem, type ProblemCode } from '../../problem.ts'
import { problemTable } from '../../problems.ts'
import type { EvidenceInput } from '../../refund-requests/open.ts'
import { REQUEST_STATUSES, type RequestEvent, type RequestRow, WAITING } from '../../refund-requests/record.ts'
import type { StoredDecision } from '../../refund-requests/stored.ts'
import { described } from '../../schema.ts'
import { RefundPreview } from '../refunds/schema.ts'

export const RequestId = id('req', 'a refund request', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const RequestStatus = oneOf(REQUEST_STATUSES)
export const Reason = oneOf(REASONS, { description: 'Reason for the refund' })
export const AskerShape = oneOf(ASKERS, { description: 'Role of the person asking' })
const strict = { additionalProperties: false }
const nullable = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()])

export const EvidenceRequest = named(
  'EvidenceRequest',
  Type.Object(
    {
      kind: oneOf(EVIDENCE),
      note: Type.Optional(Text(1000, 'What the evidence shows')),
      text: Type.Optional(Text(4000, 'The evidence itself, if it is a short text')),
      url: Type.Optional(
        Type.String({
          maxLength: 2000,
          pattern: '^https://[^\\s]+$',
          description: 'Where the evidence is stored; it is never fetched',
        }),
      ),
      hash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 hash of the file' })),
    },
    { ...strict, description: 'Evidence for a refund request. Files stay with you: send their URL and hash' },
  ),
)
const Quantity = Type.String({ pattern: '^\\d{1,18}$', examples: ['2'] })
export const UseFactsShape = named(
  'UseFacts',
  Type.Object(
    {
      items: Type.Optional(
        Type.Record(Type.String({ pattern: '^.{1,100}$' }), Quantity, {
          additionalProperties: false,
          description: 'Used units by item id',
          maxProperties: 1000,
        }),
      ),
      usedUntil: Type.Optional(Instant),
      calls: Type.Optional(Quantity),
      delivery: Type.Optional(oneOf(DELIVERY_STATES)),
      notifiedAt: Type.Optional(Instant),
      period: Type.Optional(
        Type.Object(
          {
            from: Type.String({ maxLength: 64 }),
            to: Type.String({ maxLength: 64 }),
            zone: Type.Optional(Type.String({ maxLength: 64 })),
          },
          strict,
        ),
      ),
    },
    { ...strict, description: 'Known facts about the use, which determine how much is refunded' },
  ),
)
export type UseFactsShape = Static<typeof UseFactsShape>
export const ReferenceRateShape = named(
  'ReferenceRate',
  Type.Object(
    {
      pair: Type.String({ pattern: '^[A-Z]{3}/[A-Z]{3}$', examples: ['USD/CNY'] }),
      rate: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,12})?$', examples: ['7.1'] }),
      day: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' }),
      source: Text(100, 'Publisher of the rate'),
    },
    { ...strict, description: 'The reference rate of the day, if the policy uses it' },
  ),
)

const DecisionShape = named(
  'RefundDecision',
  Type.Object(
    {
      outcome: oneOf(['automatic', 'needs-approval', 'needs-evidence', 'declined']),
      decline: Type.Unsafe<{ code: string; text: string } | null>({
        type: ['object', 'null'],
        properties: { code: { type: 'string' }, text: { type: 'string' } },
        required: ['code', 'text'],
      }),
      amount: described(Money, 'Amount that the payer would receive'),
      most: described(Money, 'Maximum refund for this reason now'),
      deadline: nullable(Instant),
      notBefore: nullable(Instant),
      approvals: Type.Integer({ description: 'Number of different people who must approve' }),
      missingEvidence: Type.Array(Type.String()),
      missingFacts: Type.Array(Type.String()),
    },
    { description: 'The decision of the charge’s policy on a request' },
  ),
)
export const RequestPreview = named(
  'RefundRequestPreview',
  Type.Object({ decision: DecisionShape, explanation: Explanation }),
)

const fields = {
  id: RequestId,
  status: RequestStatus,
  charge: ChargeId,
  line: Type.String(),
  product: Type.String(),
  payer: PartyId,
  payee: nullableText(),
  asker: AskerShape,
  askedBy: nullableText({ description: 'The actor who asked; null for a party' }),
  party: nullableText({ description: 'The party on whose behalf it was requested' }),
  reason: Reason,
  asked: Type.Object(
    {
      amount: Type.Optional(Money),
      items: Type.Optional(
        Type.Array(
          Type.Object({ id: Type.String(), quantity: Type.Optional(Type.String()), amount: Type.Optional(Money) }),
        ),
      ),
    },
    { description: 'Empty if as much as possible was requested' },
  ),
  note: nullableText(),
  reference: nullableText(),
  evidence: Type.Array(oneOf(EVIDENCE), { description: 'Kinds of evidence provided' }),
  decision: DecisionShape,
  approvals: Type.Array(Type.String(), { description: 'The users who have approved; empty for a party' }),
  decline: Type.Unsafe<{ code: string; text: string | null; by: string | null } | null>({
    type: ['object', 'null'],
    properties: {
      code: { type: 'string' },
      text: { type: ['string', 'null'] },
      by: { type: ['string', 'null'], description: '`policy` or a user; null for a party' },
    },
    required: ['code', 'text', 'by'],
  }),
  appealed: Type.Boolean(),
  assignee: nullableText({ description: 'Id of the assigned user' }),
  dueAt: Instant,
  overdue: Type.Boolean(),
  refund: nullableText({ description: 'Id of the resulting refund' }),
  failure: nullableText({ description: 'Error code if the refund failed' }),
  askedAt: Instant,
  updatedAt: Instant,
  closedAt: nullable(Instant),
}
export const RefundRequestShape = named(
  'RefundRequestRecord',
  Type.Object(fields, { description: 'A request for a refund' }),
)

const History = named(
  'RefundRequestEvent',
  Type.Object({
    number: Type.Integer(),
    at: Instant,
    by: nullableText({ description: 'The actor; shown to a party only if it was the party itself' }),
    type: Type.String({ examples: ['evidence-added'] }),
    from: nullableText(),
    to: RequestStatus,
    detail: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  }),
)
const CommentShape = named(
  'RefundRequestComment',
  Type.Object({ at: Instant, by: nullableText(), text: Type.String(), visibility: oneOf(['internal', 'payer']) }),
)
const EvidenceShape = named(
  'Evidence',
  Type.Object({
    kind: oneOf(EVIDENCE),
    note: nullableText(),
    text: nullableText(),
    url: nullableText(),
    hash: nullableText(),
    at: Instant,
    by: nullableText(),
  }),
)
export const RequestInFull = named(
  'RefundRequestInFull',
  Type.Object({
    ...fields,
    explanation: described(Explanation, 'Explanation of the latest decision'),
    preview: Type.Union([RefundPreview, Type.Null()]),
    shown: Type.Array(EvidenceShape, { description: 'The evidence provided' }),
    history: Type.Array(History),
    comments: Type.Array(CommentShape),
  }),
)
export const RequestSummaryShape = named(
  'RefundRequestSummary',
  Type.Object({
    byStatus: Type.Array(Type.Object({ status: RequestStatus, count: Type.Integer() })),
    overdue: Type.Integer(),
    unassigned: Type.Integer(),
  }),
)

function declineOf(decline: StoredDecision['decline'], { language, zone }: Locale) {
  return decline && { code: decline.code, text: Problem.of(decline.code, decline.params).detail(language, zone) }
}

export function toDecision(decision: StoredDecision, unit: string, locale: Locale): Static<typeof DecisionShape> {
  const { outcome, decline, amount, most, deadline, notBefore, approvals, missingEvidence, missingFacts } = decision
  return {
    ...{ outcome, deadline, notBefore, approvals },
    decline: declineOf(decline, locale),
    amount: wireMoney(BigInt(amount), unit),
    most: wireMoney(BigInt(most), unit),
    missingEvidence: [...missingEvidence],
    missingFacts: [...missingFacts],
  }
}

export type RequestShown = Static<typeof RefundRequestShape>

/** For a party, the platform's users are left out. */
export function toRequest(row: RequestRow, party: string | null, locale: Locale, now: Date): RequestShown {
  const { unit, ask } = row
  const instant = (at: Date | null) => at?.toISOString() ?? null
  const own = party === null
  return {
    id: uuidToId('req', row.id),
    charge: uuidToId('chg', row.charge),
    ...{ status: row.status, line: row.line, product: row.product, payer: row.payer, payee: row.payee },
    ...{ asker: row.asker, party: row.party, reason: row.reason, note: row.note, reference: row.reference },
    askedBy: own ? row.askedBy : null,
    asked: {
      ...(ask.amount === undefined ? {} : { amount: wireMoney(BigInt(ask.amount), unit) }),
      ...(ask.items && {
        items: ask.items.map(({ amount, ...item }) => ({
          ...item,
          ...(amount === undefined ? {} : { amount: wireMoney(BigInt(amount), unit) }),
        })),
      }),
    },
    evidence: row.evidence,
    decision: toDecision(row.decision, unit, locale),
    approvals: own ? row.approvedBy : [],
    decline:
      row.declineCode === null || row.status !== 'declined'
        ? null
        : { code: row.declineCode, text: textOfDecline(row, locale), by: own ? row.declinedBy : null },
    appealed: row.appealed,
    assignee: own && row.assignee !== null ? uuidToId('usr', row.assignee) : null,
    dueAt: row.dueAt.toISOString(),
    overdue: WAITING.includes(row.status) && row.dueAt < now,
    refund: row.refund === null ? null : uuidToId('rfd', row.refund),
    failure: row.failure,
    askedAt: row.askedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    closedAt: instant(row.closedAt),
  }
}

function textOfDecline({ declineCode, declineText, decision }: RequestRow, locale: Locale): string | null {
  if (declineText !== null) return declineText
  if (decision.decline?.code === declineCode) return declineOf(decision.decline, locale)!.text
  return declineCode! in problemTable ? Problem.of(declineCode as ProblemCode).title(locale.language) : null
}

/** For a party, the platform's users and internal comments are left out. */
export function toHistory(events: readonly RequestEvent[], party: string | null, row: RequestRow) {
  const who = (actor: string) => (party === null || actor === row.askedBy ? actor : null)
  const seen = party === null ? events : events.filter(({ type }) => type !== 'assigned' && type !== 'facts-stated')
  const comments = events.flatMap(({ type, at, actor, detail }) => {
    if (type !== 'commented') return []
    const { text, visibility } = detail as { text: string; visibility: 'internal' | 'payer' }
    if (party !== null && visibility === 'internal') return []
    return [{ at: at.toISOString(), by: who(actor), text, visibility }]
  })
  const shown = events.flatMap(({ at, actor, detail }) =>
    ((detail.evidence ?? []) as EvidenceInput[]).map(({ kind, note, text, url, hash }) => ({
      kind,
      note: note ?? null,
      text: text ?? null,
      url: url ?? null,
      hash: hash ?? null,
      at: at.toISOString(),
      by: who(actor),
    })),
  )
  const history = seen
    .filter(({ type }) => type !== 'commented')
    .map(({ number, at, actor, type, from, to, detail }) => {
      const { evidence: _, ...rest } = detail
      return {
        ...{ number, type, from, to },
        at: at.toISOString(),
        by: who(actor),
        detail: party === null ? rest : {},
      }
    })
  return { shown, history, comments }
}
