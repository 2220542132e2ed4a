/** Acts that wait for approval, as the API shows them. */
import Type, { type Static } from 'typebox'
import { APPROVAL_STATUSES, type ApprovalRow } from '../../approvals/pending.ts'
import { ACTS, ApprovalPolicy } from '../../approvals/policy.ts'
import { Instant, id, Money, named, nullableText, oneOf } from '../../http/shapes.ts'
import { uuidToId } from '../../ids.ts'
import { wireMoney } from '../../money/amount.ts'

export const ApprovalId = id('apr', 'an approval', '01kafz6y4cfy7s3rj8v5m2n9qt')
export const ActShape = oneOf(ACTS)
export const ApprovalStatusShape = oneOf(APPROVAL_STATUSES, {
  description:
    '`approved`: being executed; `executed`: done, `result` is the id of what was made; `failed`: refused when it was executed, `problem` says why',
})

export const Approval = named(
  'Approval',
  Type.Object(
    {
      id: ApprovalId,
      act: ActShape,
      status: ApprovalStatusShape,
      maker: Type.String({ description: 'The actor who submitted it', examples: ['user usr_…'] }),
      subject: nullableText({ description: 'Id of the object that it is about' }),
      amount: Type.Union([Money, Type.Null()], { description: 'Null if the act moves no money' }),
      request: Type.Unknown({ description: 'The request that is executed; secrets are left out' }),
      approvals: Type.Integer({ description: 'Number of people other than the maker who must approve' }),
      approvedBy: Type.Array(Type.String()),
      decidedBy: nullableText({ description: 'The actor who declined, withdrew or executed it' }),
      note: nullableText(),
      result: nullableText({ description: 'Id of what was made' }),
      problem: nullableText({ description: 'Code of the problem that refused it' }),
      createdAt: Instant,
      decidedAt: Type.Union([Instant, Type.Null()]),
    },
    { description: 'An act that other people must approve before it is executed' },
  ),
)

/** The answer of an operation whose act waits for approval. */
export const WAITING = { description: 'The act waits for approval; nothing has changed yet', schema: Approval }

export const PolicyAnswer = named(
  'ApprovalPolicyInForce',
  Type.Object({
    policy: ApprovalPolicy,
    updatedBy: nullableText({ description: 'Null: the default policy' }),
    updatedAt: Type.Union([Instant, Type.Null()]),
  }),
)

export function toApproval(row: ApprovalRow): Static<typeof Approval> {
  const { act, status, maker, subject, amount, unit, approvals, approvedBy, decidedBy, note, result, problem } = row
  const { sealed: _, ...request } = row.request as Record<string, unknown>
  return {
    id: uuidToId('apr', row.id),
    ...{ act, status, maker, subject, request, approvals, decidedBy, note, result, problem },
    amount: amount === null ? null : wireMoney(amount, unit!),
    approvedBy: [...approvedBy],
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}
