/**
 * Executes approved acts in the name of their maker. Every executor is idempotent: the id of the approval is the
 * idempotency key, or writing the same state again changes nothing.
 */
import type { ApprovalRow, Outcome } from '../../approvals/pending.ts'
import { finishAct } from '../../approvals/pending.ts'
import type { Act } from '../../approvals/policy.ts'
import { uuidToId } from '../../ids.ts'
import { Problem } from '../../problem.ts'
import type { Identity } from '../../users/identity.ts'
import type { Services } from '../services.ts'

/** An approved act to execute. */
export interface ApprovedAct {
  readonly services: Services
  readonly tenant: number
  readonly maker: string
  /** The stored request. */
  readonly request: unknown
  /** Id of the approval. Callers cannot send it as an idempotency key of their own, because it contains a space. */
  readonly key: string
}

/** Returns the id of what was made. @throws Problem if the act is refused. */
type Executor = (act: ApprovedAct) => Promise<string | null>

/** By act; filled by the resources that own them. */
export type Executors = Readonly<Record<Act, Executor>>

/** Executes an act that has all its approvals, and records the outcome. */
export async function executeApproved(
  services: Services,
  executors: Executors,
  identity: Pick<Identity, 'tenant' | 'actor'>,
  row: ApprovalRow,
): Promise<ApprovalRow> {
  const { tenant } = identity
  const act = { services, tenant, maker: row.maker, request: row.request, key: `approval ${uuidToId('apr', row.id)}` }
  const outcome = await executors[row.act](act).then<Outcome, Outcome>((result) => ({ result }), refusal)
  return finishAct(services.engine.tenant(tenant, { actor: identity.actor }).db, row.id, outcome)
}

/** A refusal is an outcome; any other error leaves the act approved, so that it is executed again. */
function refusal(error: unknown): Outcome {
  if (error instanceof Problem && error.status < 500) return { problem: error.code }
  throw error
}
