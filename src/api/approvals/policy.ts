/** Changes the approval policy, which itself needs approval where another person can give it. */
import { hasOtherApprover } from '../../approvals/approvers.ts'
import { type ApprovalRow, admit } from '../../approvals/pending.ts'
import { type ApprovalPolicy, readPolicy, writePolicy } from '../../approvals/policy.ts'
import type { Identity } from '../../users/identity.ts'
import type { Services } from '../services.ts'
import type { ApprovedAct } from './execute.ts'

/** @returns the approval that the change waits for; undefined if it is in force */
export async function changePolicy(
  { engine }: Services,
  identity: Identity,
  policy: ApprovalPolicy,
): Promise<ApprovalRow | undefined> {
  const { db } = engine.tenant(identity.tenant, identity)
  const write = () => db.transaction((tx) => writePolicy(tx, policy))
  const { policy: now } = await readPolicy(db)
  if (now.mode === 'single-person' || !(await hasOtherApprover(db, 'approval-policy', identity.actor))) {
    await write()
    return undefined
  }
  const submitted = { act: 'approval-policy', subject: null, request: policy, idempotency: null } as const
  const admission = await admit(db, submitted, write)
  return 'waiting' in admission ? admission.waiting : undefined
}

export async function executePolicy({ services, tenant, maker, request }: ApprovedAct): Promise<null> {
  const { db } = services.engine.tenant(tenant, { actor: maker })
  await db.transaction((tx) => writePolicy(tx, request as ApprovalPolicy))
  return null
}
