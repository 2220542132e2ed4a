/** The operations of refund requests; their handlers are in src/api/refund-requests/routes.ts. */

import Type, { type Static } from 'typebox'
import { operation } from '../../http/operation.ts'
import { refundPlanProblems } from '../../http/problem-sets.ts'
import { ChargeId, named, nullableText, oneOf, PageQuery, pageOf, Reference, Text } from '../../http/shapes.ts'
import type { ProblemCode } from '../../problem.ts'
import { DECLINE_CODES } from '../../refund-requests/record.ts'
import { described } from '../../schema.ts'
import { WAITING } from '../approvals/schema.ts'
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
  'RefundRequestInput',
  Type.Object(
    {
      charge: ChargeId,
      reason: Reason,
      asker: Type.Optional(
        described(AskerShape, 'Role of the person asking; required from the platform, derived for a party'),
      ),
      ...{ amount, items },
      note: Type.Optional(Text(4000, 'Message from the person asking')),
      reference: Type.Optional(Reference),
      evidence: Type.Optional(Type.Array(EvidenceRequest, { maxItems: 50 })),
      use: Type.Optional(described(UseFactsShape, 'Not allowed for API keys bound to a party')),
      rate: Type.Optional(described(ReferenceRateShape, 'Not allowed for API keys bound to a party')),
    },
    { ...strict, description: 'Specify an amount or items; by default, as much as the policy allows is refunded' },
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
/** Reasons why an approval finds that nothing can be refunded. */
const policyProblems: readonly ProblemCode[] = [
  'refund_reason_not_accepted',
  'refund_asker_not_allowed',
  'refund_not_open_yet',
  'refund_used_up',
  'refund_exceeds_policy',
  'refund_rate_missing',
  'price_input_invalid',
]
const one = { 200: { description: 'The refund request', schema: RefundRequestShape } }

export const preview = operation({
  id: 'previewRefundRequest',
  tag: 'Requests',
  summary: 'Preview a refund request',
  description: 'Evaluates the policy without creating a request.',
  scope: 'requests:read',
  forParties: true,
  body: Asking,
  answers: { 200: { description: 'The decision with its reasons', schema: RequestPreview } },
  problems: asking,
})
export const make = operation({
  id: 'createRefundRequest',
  tag: 'Requests',
  summary: 'Create a refund request',
  description:
    'The policy of the charge decides immediately: the request is refunded, waits for evidence or approval, or is declined. A request that the policy declines is created with the status `declined`. API keys bound to a party can request refunds of what the party paid or earned.',
  scope: 'requests:write',
  forParties: true,
  idempotent: true,
  body: Asking,
  answers: {
    201: { description: 'The created refund request', schema: RefundRequestShape },
    200: {
      description: 'The refund request created earlier with the same idempotency key',
      schema: RefundRequestShape,
    },
  },
  problems: asking,
})
const filters = {
  line: Type.Optional(Type.String({ maxLength: 64 })),
  product: Type.Optional(Type.String({ maxLength: 64 })),
  assignee: Type.Optional(Type.String({ maxLength: 60, description: 'Id of the assigned user' })),
}
export const list = operation({
  id: 'listRefundRequests',
  tag: 'Requests',
  summary: 'List refund requests',
  description: 'Newest first.',
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
  answers: {
    200: { description: 'A page of refund requests', schema: pageOf('RefundRequestPage', RefundRequestShape) },
  },
  problems: ['cursor_invalid', 'id_invalid'],
})
export const summary = operation({
  id: 'summarizeRefundRequests',
  tag: 'Requests',
  summary: 'Count refund requests by status',
  scope: 'requests:read',
  query: Type.Object(filters, strict),
  answers: { 200: { description: 'The number of requests by status', schema: RequestSummaryShape } },
  problems: ['id_invalid'],
})
export const read = operation({
  id: 'getRefundRequest',
  tag: 'Requests',
  summary: 'Retrieve a refund request',
  description: 'Includes the explained decision, the transfers that it would post, and the history.',
  scope: 'requests:read',
  forParties: true,
  params: ById,
  answers: { 200: { description: 'The refund request', schema: RequestInFull } },
  problems: ['refund_request_unknown', 'id_invalid'],
})
export const evidence = operation({
  id: 'addEvidence',
  tag: 'Requests',
  summary: 'Add evidence to a refund request',
  description: 'The policy is then evaluated again as of the time of the request.',
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
  summary: 'Set the facts of a refund request',
  description: 'The known use, or the reference rate of the day, that the policy depends on.',
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
  summary: 'Approve a refund request',
  description:
    'Approves the preview named by `previewHash`; if the preview has changed, the error `refund_preview_stale` contains the new `preview`. You cannot approve your own request. Where the policy requires it, two different people must approve.',
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
  summary: 'Decline a refund request',
  description: 'Requires a reason.',
  scope: 'requests:approve',
  params: ById,
  body: named(
    'RefundDecline',
    Type.Object(
      { code: oneOf(DECLINE_CODES), text: Type.Optional(Text(2000, 'Message to the person who asked')) },
      strict,
    ),
  ),
  answers: one,
  problems: [...changingProblems, 'appeal_same_person'],
})
export const assigning = operation({
  id: 'assignRefundRequest',
  tag: 'Requests',
  summary: 'Assign a refund request',
  description: 'Assigns the request to a user; `null` removes the assignee.',
  scope: 'requests:write',
  params: ById,
  body: named('RefundRequestAssignment', Type.Object({ assignee: nullableText({ maxLength: 60 }) }, strict)),
  answers: one,
  problems: [...changingProblems, 'user_unknown'],
})
export const commenting = operation({
  id: 'commentOnRefundRequest',
  tag: 'Requests',
  summary: 'Comment on a refund request',
  description: 'Comments are internal, or visible to the payer.',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  body: named(
    'RefundRequestCommentInput',
    Type.Object(
      {
        text: Text(4000, 'Text of the comment'),
        visibility: Type.Optional(
          oneOf(['internal', 'payer'], {
            description: 'Defaults to `internal`; comments of a party are always visible to the payer',
          }),
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
  summary: 'Appeal a declined refund request',
  description: 'Another person decides the appeal.',
  scope: 'requests:write',
  forParties: true,
  params: ById,
  body: named('RefundAppeal', Type.Object({ text: Text(4000, 'Reason') }, strict)),
  answers: one,
  problems: [...changingProblems, 'refund_request_appealed'],
})
export const withdrawing = operation({
  id: 'withdrawRefundRequest',
  tag: 'Requests',
  summary: 'Withdraw a refund request',
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
      answerDays: Type.Integer({
        minimum: 1,
        maximum: 90,
        description: 'Number of days within which a request must be answered',
      }),
      bulkTwoPeopleAbove: Type.String({
        pattern: '^\\d{1,12}(\\.\\d{1,6})?$',
        description: 'Bulk refunds above this amount in any currency require two approvals',
        examples: ['10000'],
      }),
    },
    strict,
  ),
)
export const settings = operation({
  id: 'getRefundRequestSettings',
  tag: 'Requests',
  summary: 'Retrieve the refund request settings',
  scope: 'requests:read',
  answers: { 200: { description: 'The settings', schema: Settings } },
})
export const setting = operation({
  id: 'putRefundRequestSettings',
  tag: 'Requests',
  summary: 'Replace the refund request settings',
  description: 'Takes effect immediately.',
  scope: 'requests:approve',
  stepUp: true,
  body: Settings,
  answers: { 200: { description: 'The settings', schema: Settings }, 202: WAITING },
  problems: ['amount_invalid', 'amount_out_of_range', 'amount_too_precise'],
})
