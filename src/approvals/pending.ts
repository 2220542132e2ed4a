/**
 * Acts that wait for approval. The request is validated and stored when the maker submits it, and executed in the
 * maker's name once enough other people have approved it.
 *
 * Locks: the row of `approval`; for limits, the row of `approval_usage` of the maker, act, unit and day.
 * Idempotency: unique (tenant, act, idempotency_key) of `approval`; an executed act carries the id of its approval as
 * idempotency key, so executing it again returns what was made before.
 */
import type { Actor } from '../actor.ts'
import type { AuditAction } from '../audit/actions.ts'
import { recordAudit } from '../audit/audit.ts'
import type { TenantDatabase, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { withRetry } from '../db/retry.ts'
import { idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { checkSame, type Idempotency } from '../ledger/idempotency.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import { Problem } from '../problem.ts'
import { type Act, type ApprovalPolicy, isMoneyAct, type Limits, limitsOf, readPolicy } from './policy.ts'

export const APPROVAL_STATUSES = ['pending', 'approved', 'executed', 'failed', 'declined', 'withdrawn'] as const
type ApprovalStatus = (typeof APPROVAL_STATUSES)[number]

/** A row of `approval`, columns in camel case. */
export interface ApprovalRow {
  readonly id: Uuid
  readonly act: Act
  /** `approved`: being executed; `failed`: refused when it was executed, `problem` says why. */
  readonly status: ApprovalStatus
  readonly maker: string
  /** Id of the object that the act is about. */
  readonly subject: string | null
  /** Micros of `unit`; null where the act moves no money. */
  readonly amount: Micros | null
  readonly unit: string | null
  readonly request: unknown
  /** Number of people other than the maker. */
  readonly approvals: number
  readonly approvedBy: readonly string[]
  readonly decidedBy: string | null
  readonly note: string | null
  /** Id of what was made. */
  readonly result: string | null
  /** Code of the problem that refused it. */
  readonly problem: string | null
  readonly createdAt: Date
  readonly decidedAt: Date | null
}

const COLUMNS = `id, act, status, maker, subject, amount, unit, request, approvals, approved_by AS "approvedBy",
  decided_by AS "decidedBy", note, result, problem, created_at AS "createdAt", decided_at AS "decidedAt"`

/** An act as its maker submits it; the maker is `db.by`. */
export interface SubmittedAct {
  readonly act: Act
  readonly subject: string | null
  /** By unit, in micros; absent where the act moves no money. */
  readonly amounts?: ReadonlyMap<string, Micros>
  /** Stored as JSON, and executed once it is approved. */
  readonly request: unknown
  /** Approvals that the act needs for a reason of its own, such as the refund policy of a charge. */
  readonly approvals?: number
  readonly idempotency: Idempotency | null
}

/** An admitted act with its outcome, or the approval that it waits for. */
export type Admission<Done> = { readonly done: Done } | { readonly waiting: ApprovalRow }

/**
 * Runs an act that needs no approval, or stores it to wait for approval. An act that is then refused does not count
 * towards the maker's limit of the day.
 * @throws Problem `idempotency_conflict`, and those of `run`.
 */
export async function admit<Done>(
  db: TenantDatabase,
  submitted: SubmittedAct,
  run: () => Promise<Done>,
): Promise<Admission<Done>> {
  const waiting = await withRetry(db, async (tx) => {
    const earlier = submitted.idempotency && (await findEarlierAct(tx, submitted.act, submitted.idempotency))
    if (earlier) return earlier
    const { policy } = await readPolicy(tx)
    const approvals = Math.max(submitted.approvals ?? 0, await approvalsNeeded(tx, policy, submitted))
    return approvals === 0 ? undefined : insert(tx, submitted, approvals)
  })
  if (waiting) return { waiting }
  try {
    return { done: await run() }
  } catch (error) {
    if (error instanceof Problem && error.status < 500) await releaseAct(db, submitted)
    throw error
  }
}

/** Admits an act that cannot wait: counts it, or returns false if it needs approval. See {@link releaseAct}. */
export function isAdmitted(db: TenantDatabase, submitted: SubmittedAct): Promise<boolean> {
  return withRetry(db, async (tx) => {
    const { policy } = await readPolicy(tx)
    return (await approvalsNeeded(tx, policy, submitted)) === 0
  })
}

async function findEarlierAct(
  tx: TenantQueryable,
  act: Act,
  idempotency: Idempotency,
): Promise<ApprovalRow | undefined> {
  const [row] = await tx.query<ApprovalRow & { fingerprint: Buffer }>(
    `SELECT ${COLUMNS}, fingerprint FROM approval WHERE tenant = $1 AND act = $2 AND idempotency_key = $3`,
    [tx.tenant, act, idempotency.key],
  )
  if (row) checkSame(row, idempotency)
  return row
}

/** Number of approvals that an act needs by the policy; 0: none, and its amounts count towards the limit of the day. */
async function approvalsNeeded(
  tx: TenantTransaction,
  policy: ApprovalPolicy,
  { act, amounts = new Map() }: Pick<SubmittedAct, 'act' | 'amounts'>,
): Promise<number> {
  if (policy.mode === 'single-person') return 0
  if (!isMoneyAct(act)) return policy.control[act].required ? policy.control[act].approvals : 0
  const limits = limitsOf(policy, act)
  for (const [unit, amount] of amounts) {
    if (await exceeds(tx, act, { unit, amount }, limits)) return policy.money[act].approvals
  }
  for (const [unit, amount] of amounts) await count(tx, act, { unit, amount })
  return 0
}

interface Sum {
  readonly unit: string
  readonly amount: Micros
}

/**
 * Whether an act by `tx.by` exceeds a limit per act or per day. The sum of the day stays locked until the transaction
 * ends, so acts at the same time see each other.
 */
async function exceeds(
  tx: TenantTransaction,
  act: string,
  { unit, amount }: Sum,
  { above, perDay }: Limits,
): Promise<boolean> {
  if (above !== null && amount > above) return true
  if (perDay === null || !isPerson(tx.by)) return false
  return (await usedToday(tx, act, unit)) + amount > perDay
}

/**
 * Whether an act that waits in a state of its own, such as a payout, needs approval by its limits; if not, it counts
 * towards the limit of the day. With a single person, only the limit per act applies.
 */
export async function needsApproval(tx: TenantTransaction, act: string, sum: Sum, limits: Limits): Promise<boolean> {
  const { policy } = await readPolicy(tx)
  const perDay = policy.mode === 'single-person' ? null : limits.perDay
  if (await exceeds(tx, act, sum, { ...limits, perDay })) return true
  if (perDay !== null) await count(tx, act, sum)
  return false
}

/** Counts an act towards the limit of the day of `tx.by`. */
async function count(tx: TenantTransaction, act: string, { unit, amount }: Sum): Promise<void> {
  if (!isPerson(tx.by)) return
  await usedToday(tx, act, unit)
  await tx.execute(
    `UPDATE approval_usage SET amount = amount + $5
     WHERE tenant = $1 AND maker = $2 AND act = $3 AND unit = $4 AND day = ${TODAY}`,
    [tx.tenant, tx.by.actor, act, unit, amount],
  )
}

/** Takes an admitted act that was then refused off the limit of the day. */
export async function releaseAct(db: TenantDatabase, { act, amounts = new Map() }: SubmittedAct): Promise<void> {
  if (!isPerson(db.by)) return
  for (const [unit, amount] of amounts) {
    await db.execute(
      `UPDATE approval_usage SET amount = greatest(0, amount - $5)
       WHERE tenant = $1 AND maker = $2 AND act = $3 AND unit = $4 AND day = ${TODAY}`,
      [db.tenant, db.by.actor, act, unit, amount],
    )
  }
}

/** Limits of a day are for people and the keys that they made; a program with a key of the operator has none. */
const isPerson = ({ actor }: Actor) => actor.startsWith('user ')

const TODAY = '(SELECT (now() AT TIME ZONE time_zone)::date FROM tenant WHERE id = $1)'

/** Sum of the maker's acts of the day in this unit, with its row locked: acts at the same time see each other. */
async function usedToday(tx: TenantTransaction, act: string, unit: string): Promise<Micros> {
  const key = [tx.tenant, tx.by.actor, act, unit]
  await tx.execute(
    `INSERT INTO approval_usage (tenant, maker, act, unit, day, amount) SELECT $1, $2, $3, $4, ${TODAY}, 0
     ON CONFLICT (tenant, maker, act, unit, day) DO NOTHING`,
    key,
  )
  const [row] = await tx.query<{ amount: string }>(
    `SELECT amount::text FROM approval_usage
     WHERE tenant = $1 AND maker = $2 AND act = $3 AND unit = $4 AND day = ${TODAY} FOR UPDATE`,
    key,
  )
  return BigInt(row!.amount)
}

async function insert(tx: TenantTransaction, submitted: SubmittedAct, approvals: number): Promise<ApprovalRow> {
  const { act, subject, amounts, request, idempotency } = submitted
  // An act in several units is shown by its first; the request has them all.
  const [unit, amount] = [...(amounts ?? [])][0] ?? [null, null]
  const [row] = await tx.query<ApprovalRow>(
    `INSERT INTO approval (tenant, id, act, maker, subject, amount, unit, request, approvals, idempotency_key, fingerprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${COLUMNS}`,
    [
      ...[tx.tenant, newUuid(), act, tx.by.actor, subject, amount, unit, JSON.stringify(request), approvals],
      ...[idempotency?.key ?? null, idempotency?.fingerprint ?? null],
    ],
  )
  await record(tx, 'approval_requested', row!)
  return row!
}

function record(tx: TenantQueryable, action: AuditAction, row: ApprovalRow): Promise<void> {
  const { id, act, subject, amount, unit, note, result, problem } = row
  const detail = {
    ...{ act, subject, note, result, problem },
    amount: amount === null ? null : wireMoney(amount, unit!),
  }
  return recordAudit(tx, { action, subject: uuidToId('apr', id), detail })
}

export interface Decision {
  readonly decision: 'approve' | 'decline' | 'withdraw'
  readonly note: string | null
  readonly role: string | null
}

/**
 * Records the decision of `db.by`. The caller executes an act that has become `approved`.
 * @throws Problem `approval_unknown`, `approval_closed`, `approval_own`, `approval_twice`, `approval_role`.
 */
export function decideAct(db: TenantDatabase, id: Uuid, decision: Decision): Promise<ApprovalRow> {
  return withRetry(db, async (tx) => {
    const row = await lockApproval(tx, id)
    if (row.status !== 'pending') throw new Problem('approval_closed', { status: row.status })
    if (decision.decision === 'approve') return sign(tx, row, decision)
    const own = row.maker === tx.by.actor
    if (decision.decision === 'withdraw' && !own) throw new Problem('approval_not_own')
    const status = decision.decision === 'withdraw' ? 'withdrawn' : 'declined'
    return close(tx, row, { status, note: decision.note })
  })
}

async function sign(tx: TenantTransaction, row: ApprovalRow, { note, role }: Decision): Promise<ApprovalRow> {
  const { actor } = tx.by
  if (row.maker === actor) throw new Problem('approval_own')
  if (row.approvedBy.includes(actor)) throw new Problem('approval_twice')
  const { policy } = await readPolicy(tx)
  const rule = isMoneyAct(row.act) ? policy.money[row.act] : policy.control[row.act]
  if (rule.roles && !rule.roles.some((allowed) => allowed === role)) {
    throw new Problem('approval_role', { roles: rule.roles.join(', ') })
  }
  const approvedBy = [...row.approvedBy, actor]
  const [signed] = await tx.query<ApprovalRow>(
    `UPDATE approval SET approved_by = $3, note = coalesce($5, note), status = $4,
       decided_at = CASE WHEN $4 = 'approved' THEN date_trunc('milliseconds', clock_timestamp()) END
     WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
    [tx.tenant, row.id, approvedBy, approvedBy.length >= row.approvals ? 'approved' : 'pending', note],
  )
  await record(tx, 'approval_given', signed!)
  return signed!
}

/** The outcome of executing an approved act. */
export type Outcome = { readonly result: string | null } | { readonly problem: string }

/** Records the outcome; once recorded, it does not change. */
export function finishAct(db: TenantDatabase, id: Uuid, outcome: Outcome): Promise<ApprovalRow> {
  return withRetry(db, async (tx) => {
    const row = await lockApproval(tx, id)
    if (row.status !== 'approved') return row
    return close(tx, row, {
      status: 'result' in outcome ? 'executed' : 'failed',
      note: null,
      ...outcome,
    })
  })
}

/** How an act ends. */
type Closing = Exclude<ApprovalStatus, 'pending' | 'approved'>

async function close(
  tx: TenantTransaction,
  row: ApprovalRow,
  end: { readonly status: Closing; readonly note: string | null; result?: string | null; problem?: string },
): Promise<ApprovalRow> {
  const [closed] = await tx.query<ApprovalRow>(
    `UPDATE approval SET status = $3, note = coalesce($4, note), result = $5, problem = $6, decided_by = $7,
       decided_at = date_trunc('milliseconds', clock_timestamp())
     WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
    [tx.tenant, row.id, end.status, end.note, end.result ?? null, end.problem ?? null, tx.by.actor],
  )
  await record(tx, `approval_${end.status}`, closed!)
  return closed!
}

async function lockApproval(tx: TenantQueryable, id: Uuid): Promise<ApprovalRow> {
  const [row] = await tx.query<ApprovalRow>(
    `SELECT ${COLUMNS} FROM approval WHERE tenant = $1 AND id = $2 FOR NO KEY UPDATE`,
    [tx.tenant, id],
  )
  if (!row) throw new Problem('approval_unknown', { approval: uuidToId('apr', id) })
  return row
}

/** @throws Problem `approval_unknown`, `id_invalid`. */
export async function readApproval(db: TenantQueryable, prefixed: string): Promise<ApprovalRow> {
  const id = idToUuid('apr', prefixed)
  const [row] = await db.query<ApprovalRow>(`SELECT ${COLUMNS} FROM approval WHERE tenant = $1 AND id = $2`, [
    db.tenant,
    id,
  ])
  if (!row) throw new Problem('approval_unknown', { approval: prefixed })
  return row
}

export interface ApprovalFilter {
  readonly act?: Act
  readonly status?: ApprovalStatus
  readonly maker?: string
  readonly subject?: string
}

/** Returns a page of approvals older than the approval `after`, newest first. */
export function listApprovals(
  db: TenantQueryable,
  { act, status, maker, subject }: ApprovalFilter,
  limit: number,
  after?: string,
): Promise<ApprovalRow[]> {
  return db.query<ApprovalRow>(
    `SELECT ${COLUMNS} FROM approval WHERE tenant = $1 AND ($2::text IS NULL OR act = $2)
       AND ($3::text IS NULL OR status = $3) AND ($4::text IS NULL OR maker = $4)
       AND ($5::text IS NULL OR subject = $5) AND ($6::uuid IS NULL OR id < $6) ORDER BY id DESC LIMIT $7`,
    [db.tenant, act ?? null, status ?? null, maker ?? null, subject ?? null, after ?? null, limit],
  )
}
