/** The routes of refund requests as they describe themselves; src/api/refund-requests/routes.ts does what they say. */
import Type, { type Static } from 'typebox'
import { operation } from '../../http/operation.ts'
import { refundPlanProblems } from '../../http/problem-sets.ts'
import { ChargeId, named, nullableText, oneOf, PageQuery, pageOf, Reference, Text } from '../../http/shapes.ts'
import type { ProblemCode } from '../../problem.ts'
import { DECLINE_CODES } from '../../refund-requests/record.ts'
import { PreviewRequest } from '../refunds/request.ts'
import {
  AskerShape,
  EvidenceRequest,
  Reason,
  ReferenceRateShape,
  RefundRequestShape,
  RequestId,
  RequestInFull,
  RequestPreview,
  RequestStatus,
  RequestSummaryShape,
  UseFactsShape,
} from './schema.ts'

const strict = { additionalProperties: false }
const ById = Type.Object({ request: RequestId })

const { amount, items } = PreviewRequest.properties
const Asking = named(
  'NewRefundRequest',
  Type.Object(
    {
      charge: ChargeId,
      reason: Reason,
      asker: Type.Optional({
        ...AskerShape,
        description: 'In what role it is asked: needed from the platform, known of a party',
      } as typeof AskerShape),
      ...{ amount, items },
      note: Type.Optional(Text(4000, 'What the asker says')),
      reference: Type.Optional(Reference),
      evidence: Type.Optional(Type.Array(EvidenceRequest, { maxItems: 50 })),
      use: Type.Optional({ ...UseFactsShape, description: 'Not from a party' } as typeof UseFactsShape),
      rate: Type.Optional({ ...ReferenceRateShape, description: 'Not from a party' } as typeof ReferenceRateShape),
    },
    { ...strict, description: 'By amount or by items; with neither, as much as the policy gives back' },
  ),
)
export type Asking = Static<typeof Asking>

const asking: readonly ProblemCode[] = [
  ...refundPlanProblems,
  'scope_missing',
  'refund_requests_many',
  'refund_evidence_many',
  'idempotency_conflict',
  'request_invalid',
  'price_input_invalid',
]
const changingProblems: readonly ProblemCode[] = [
  'refund_request_unknown',
  'refund_request_closed',
  'refund_request_events_many',
  'id_invalid',
]
/** Why nothing can be given back at all, when it is to be approved. */
const policyProblems: readonly ProblemCode[] = [
  'refund_reason_not_accepted',
  'refund_asker_not_allowed',
  'refund_not_open_yet',
  'refund_used_up',
  'refund_exceeds_policy',
  'refund_rate_missing',
  'price_input_invalid',
]
const one = { 200: { description: 'The request', schema: RefundRequestShape } }

export const preview = operation({
  id: 'previewRefundRequest',
  tag: 'Requests',
  summary: 'What the policy would say to a request; nothing is asked yet',
  scope: 'requests:read',
  forParties: true,
  body: Asking,
  answers: { 200: { description: 'The decision, with its reasons', schema: RequestPreview } },
  problems: asking,
})
export const make = operation({
  id: 'createRefundRequest',
  tag: 'Requests',
  summary: 'Ask for money back',
  description:
    'The policy of the charge decides at once: it is given back, waits for evidence or approval, or is declined; a refusal ' +
    'by policy is a request with the status `declined`. A key bound to a party asks for what that party paid or earned.',
  scope: 'requests:write',
  forParties: true,
  idempotent: true,
  body: Asking,
  answers: {
    201: { description: 'Asked', schema: RefundRequestShape },
    200: { description: 'Asked by an earlier request with the same key', schema: RefundRequestShape },
  },
  problems: asking,
})
const filters = {
  line: Type.Optional(Type.String({ maxLength: 64 })),
  product: Type.Optional(Type.String({ maxLength: 64 })),
  assignee: Type.Optional(Type.String({ maxLength: 60, description: 'Id of a user' })),
}
export const list = operation({
  id: 'listRefundRequests',
  tag: 'Requests',
  summary: 'Refund requests, newest first',
  scope: 'requests:read',
  forParties: true,
  query: Type.Object(
    {
      ...filters,
      status: Type.Optional(RequestStatus),
      reason: Type.Optional(Reason),
      asker: Type.Optional(AskerShape),
      charge: Type.Optional(ChargeId),
      overdue: Type.Optional(oneOf(['true'])),
      ...PageQuery,
    },
    strict,
  ),
  answers: { 200: { description: 'A page', schema: pageOf('RefundRequestPage', RefundRequestShape) } },
  problems: ['cursor_invalid', 'id_invalid'],
})
export const summary = operation({
  id: 'summarizeRefundRequests',
  tag: 'Requests',
  summary: 'How many requests there are of each status',
  scope: 'requests:read',
  query: Type.Object(filters, strict),
  answers: { 200: { description: 'Counts', schema: RequestSummaryShape } },
  problems: ['id_invalid'],
})
export const read = operation({
  id: 'getRefundRequest',
  tag: 'Requests',
  summary: 'One request: the decision in words, what it would move, its history',
  scope: 'requests:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The request', schema: RequestInFull } },
  problems: ['refund_request_unknown', 'id_invalid'],
})
export const evidence = operation({
  id: 'addEvidence',
  tag: 'Requests',
  summary: 'Show something; the policy then decides again, as of the time it was asked',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  body: EvidenceRequest,
  answers: one,
  problems: changingProblems,
})
export const facts = operation({
  id: 'stateFacts',
  tag: 'Requests',
  summary: 'State what is known of the use, or the rate of the day',
  scope: 'requests:write',
  params: ById,
  body: named(
    'StatedFacts',
    Type.Object({ use: Type.Optional(UseFactsShape), rate: Type.Optional(ReferenceRateShape) }, strict),
  ),
  answers: one,
  problems: [...changingProblems, 'time_invalid', 'price_input_invalid'],
})
export const approving = operation({
  id: 'approveRefundRequest',
  tag: 'Requests',
  summary: 'Approve what was seen: the hash of the preview says what that is',
  description: '`refund_preview_stale` carries the new `preview`. Not by who asked; two different people where needed.',
  scope: 'requests:approve',
  params: ById,
  body: named('RefundApproval', Type.Object({ previewHash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, strict)),
  answers: one,
  problems: [
    ...changingProblems,
    ...refundPlanProblems,
    ...policyProblems,
    'refund_preview_stale',
    'refund_request_incomplete',
    'refund_request_changed',
    'approval_own',
    'approval_twice',
    'appeal_same_person',
  ],
})
export const declining = operation({
  id: 'declineRefundRequest',
  tag: 'Requests',
  summary: 'Decline a request, and say why',
  scope: 'requests:approve',
  params: ById,
  body: named(
    'RefundDecline',
    Type.Object({ code: oneOf(DECLINE_CODES), text: Type.Optional(Text(2000, 'For the asker')) }, strict),
  ),
  answers: one,
  problems: [...changingProblems, 'appeal_same_person'],
})
export const assigning = operation({
  id: 'assignRefundRequest',
  tag: 'Requests',
  summary: 'Give a request to a person, or to nobody',
  scope: 'requests:write',
  params: ById,
  body: named('RefundRequestAssignment', Type.Object({ assignee: nullableText({ maxLength: 60 }) }, strict)),
  answers: one,
  problems: [...changingProblems, 'user_unknown'],
})
export const commenting = operation({
  id: 'commentOnRefundRequest',
  tag: 'Requests',
  summary: 'Say something about a request: to each other, or so that the payer sees it',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  body: named(
    'NewRefundRequestComment',
    Type.Object(
      {
        text: Text(4000, 'What is said'),
        visibility: Type.Optional(
          oneOf(['internal', 'payer'], { description: 'Default: internal; of a party: payer' }),
        ),
      },
      strict,
    ),
  ),
  answers: one,
  problems: changingProblems,
})
export const appealing = operation({
  id: 'appealRefundRequest',
  tag: 'Requests',
  summary: 'Have a declined request looked at once more, by somebody else',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  body: named('RefundAppeal', Type.Object({ text: Text(4000, 'Why') }, strict)),
  answers: one,
  problems: [...changingProblems, 'refund_request_appealed'],
})
export const withdrawing = operation({
  id: 'withdrawRefundRequest',
  tag: 'Requests',
  summary: 'Take a request back',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  answers: one,
  problems: changingProblems,
})
const Settings = named(
  'RefundRequestSettings',
  Type.Object(
    {
      answerDays: Type.Integer({ minimum: 1, maximum: 90, description: 'In which a request is to be answered' }),
      bulkTwoPeopleAbove: Type.String({
        pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
        description: 'A bulk refund of more than this in any currency is approved by two people',
        examples: ['10000'],
      }),
    },
    strict,
  ),
)
export const settings = operation({
  id: 'getRefundRequestSettings',
  tag: 'Requests',
  summary: 'How requests are handled',
  scope: 'requests:read',
  answers: { 200: { description: 'The settings', schema: Settings } },
})
export const setting = operation({
  id: 'putRefundRequestSettings',
  tag: 'Requests',
  summary: 'Change how requests are handled, from now on',
  scope: 'requests:approve',
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Settings } },
  problems: ['amount_invalid', 'amount_out_of_range', 'amount_too_precise'],
})
