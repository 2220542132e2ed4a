import Type from 'typebox'
import { decideAct, listApprovals, readApproval } from '../../approvals/pending.ts'
import { type Act, APPROVER_SCOPE, ApprovalPolicy, readPolicy } from '../../approvals/policy.ts'
import { byUuid, page } from '../../http/cursor.ts'
import { definedFields } from '../../http/defined-fields.ts'
import { type Api, operation } from '../../http/operation.ts'
import { named, PageQuery, pageOf, Text } from '../../http/shapes.ts'
import { Problem } from '../../problem.ts'
import type { Identity } from '../../users/identity.ts'
import type { Services } from '../services.ts'
import { executors } from './acts.ts'
import { executeApproved } from './execute.ts'
import { changePolicy } from './policy.ts'
import { ActShape, Approval, ApprovalId, ApprovalStatusShape, PolicyAnswer, toApproval, WAITING } from './schema.ts'

const ById = Type.Object({ approval: ApprovalId })
const cursor = byUuid('approvals')
const strict = { additionalProperties: false }
const Note = named('ApprovalDecision', Type.Object({ note: Type.Optional(Text(500, 'Note on the decision')) }, strict))

const list = operation({
  id: 'listApprovals',
  tag: 'Approvals',
  summary: 'List approvals',
  description: 'Newest first.',
  caller: 'known',
  query: Type.Object(
    {
      act: Type.Optional(ActShape),
      status: Type.Optional(ApprovalStatusShape),
      maker: Type.Optional(Type.String({ maxLength: 100, description: 'The actor who submitted it' })),
      subject: Type.Optional(Type.String({ maxLength: 100, description: 'Id of the object that it is about' })),
      ...PageQuery,
    },
    strict,
  ),
  answers: { 200: { description: 'A page of approvals', schema: pageOf('ApprovalPage', Approval) } },
  problems: ['cursor_invalid', 'scope_missing'],
})

const read = operation({
  id: 'getApproval',
  tag: 'Approvals',
  summary: 'Retrieve an approval',
  caller: 'known',
  params: ById,
  answers: { 200: { description: 'The approval', schema: Approval } },
  problems: ['approval_unknown', 'id_invalid', 'scope_missing'],
})

const deciding = ['approval_unknown', 'approval_closed', 'scope_missing', 'id_invalid'] as const

const approve = operation({
  id: 'approveAct',
  tag: 'Approvals',
  summary: 'Approve an act',
  description:
    'The last approval that it needs executes it in the name of its maker. Approving an act that is approved but not executed yet executes it.',
  caller: 'known',
  stepUp: true,
  params: ById,
  body: Note,
  answers: {
    200: { description: 'The approval, executed or failed if this was the last one needed', schema: Approval },
  },
  problems: [...deciding, 'approval_own', 'approval_twice', 'approval_role'],
})

const decline = operation({
  id: 'declineAct',
  tag: 'Approvals',
  summary: 'Decline an act',
  caller: 'known',
  params: ById,
  body: Note,
  answers: { 200: { description: 'The declined approval', schema: Approval } },
  problems: deciding,
})

const withdraw = operation({
  id: 'withdrawAct',
  tag: 'Approvals',
  summary: 'Withdraw an act that you submitted',
  caller: 'known',
  params: ById,
  answers: { 200: { description: 'The withdrawn approval', schema: Approval } },
  problems: ['approval_unknown', 'approval_closed', 'approval_not_own', 'id_invalid', 'scope_missing'],
})

const readSettings = operation({
  id: 'getApprovalPolicy',
  tag: 'Approvals',
  summary: 'Retrieve the approval policy',
  caller: 'known',
  answers: { 200: { description: 'The policy in force', schema: PolicyAnswer } },
  problems: ['scope_missing'],
})

const putSettings = operation({
  id: 'putApprovalPolicy',
  tag: 'Approvals',
  summary: 'Replace the approval policy',
  description: 'Needs approval itself, unless the policy says otherwise or no other person could approve it.',
  scope: 'users:write',
  stepUp: true,
  body: ApprovalPolicy,
  answers: { 200: { description: 'The policy in force', schema: PolicyAnswer }, 202: WAITING },
})

export function approvalRoutes(app: Api, services: Services): void {
  const { engine } = services
  app.get('/v1/approvals', list, async ({ identity, query }) => {
    assertStaff(identity)
    const { act, status, maker, subject } = query
    return page(cursor, query, {
      read: (limit, after) =>
        listApprovals(engine.tenant(identity.tenant).db, definedFields({ act, status, maker, subject }), limit, after),
      keyOf: (row) => row.id,
      show: toApproval,
    })
  })

  app.get('/v1/approvals/:approval', read, async ({ identity, params }) => {
    assertStaff(identity)
    return toApproval(await readApproval(engine.tenant(identity.tenant).db, params.approval))
  })

  decisionRoutes(app, services)

  app.get('/v1/approval-policy', readSettings, async ({ identity }) => {
    assertStaff(identity)
    return toPolicyAnswer(await readPolicy(engine.tenant(identity.tenant).db))
  })

  app.put('/v1/approval-policy', putSettings, async ({ identity, body }, reply) => {
    const waiting = await changePolicy(services, identity, body)
    if (waiting) return reply.code(202).send(toApproval(waiting))
    return reply.code(200).send(toPolicyAnswer(await readPolicy(engine.tenant(identity.tenant).db)))
  })
}

function decisionRoutes(app: Api, services: Services): void {
  const dbOf = (identity: Identity) => services.engine.tenant(identity.tenant, identity).db

  app.post('/v1/approvals/:approval/approve', approve, async ({ identity, params, body: { note = null } }) => {
    const row = await readApproval(dbOf(identity), params.approval)
    assertMayApprove(identity, row.act)
    const { role } = identity
    const decided =
      row.status === 'approved' ? row : await decideAct(dbOf(identity), row.id, { decision: 'approve', note, role })
    return toApproval(
      decided.status === 'approved' ? await executeApproved(services, executors, identity, decided) : decided,
    )
  })

  app.post('/v1/approvals/:approval/decline', decline, async ({ identity, params, body: { note = null } }) => {
    const row = await readApproval(dbOf(identity), params.approval)
    assertMayApprove(identity, row.act)
    const { role } = identity
    return toApproval(await decideAct(dbOf(identity), row.id, { decision: 'decline', note, role }))
  })

  app.post('/v1/approvals/:approval/withdraw', withdraw, async ({ identity, params }) => {
    assertStaff(identity)
    const row = await readApproval(dbOf(identity), params.approval)
    const decision = { decision: 'withdraw', note: null, role: identity.role } as const
    return toApproval(await decideAct(dbOf(identity), row.id, decision))
  })
}

/** Callers bound to a party do not take part in approvals. @throws Problem `scope_missing`. */
function assertStaff({ party }: Identity): void {
  if (party !== null) throw new Problem('scope_missing', { scope: 'requests:approve' })
}

/** @throws Problem `scope_missing`. */
function assertMayApprove(identity: Identity, act: Act): void {
  assertStaff(identity)
  const scope = APPROVER_SCOPE[act]
  if (!identity.scopes.has(scope)) throw new Problem('scope_missing', { scope })
}

function toPolicyAnswer({ policy, updatedBy, updatedAt }: Awaited<ReturnType<typeof readPolicy>>) {
  return { policy, updatedBy, updatedAt: updatedAt?.toISOString() ?? null }
}
