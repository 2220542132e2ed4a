/**
 * Approval policy: which acts need how many approvals by people other than the maker. Amounts count per act and, in sum,
 * per maker and day of the tenant's calendar, so that a large act cannot be split into small ones.
 *
 * This schema is the only definition: routes validate against it, and the types are derived from it.
 */
import Type, { type Static } from 'typebox'
import { recordAudit } from '../audit/audit.ts'
import type { TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { named, oneOf } from '../http/shapes.ts'
import { type Micros, parseMicros } from '../money/amount.ts'
import { ROLES } from '../users/roles.ts'
import type { Scope } from '../users/scopes.ts'

/**
 * Acts that move money, which the policy limits by amount. Payouts, write-offs, bulk refunds and corrections of a
 * reconciliation wait in states of their own; their limits are in the settings of settlement, requests and gateways.
 */
const MONEY_ACTS = ['refund', 'journal-entry', 'debt-entry', 'payout-return'] as const
/** Acts that change who can move money, where to, or at what price. */
const CONTROL_ACTS = [
  'payout-destination',
  'rate-card',
  'contract',
  'gateway',
  'role',
  'settings',
  'approval-policy',
] as const
export const ACTS = [...MONEY_ACTS, ...CONTROL_ACTS] as const
export type Act = (typeof ACTS)[number]
export type MoneyAct = (typeof MONEY_ACTS)[number]

const strict = { additionalProperties: false }
const Amount = Type.String({
  pattern: '^\\d{1,13}(\\.\\d{1,6})?$',
  description: 'Decimal in major units, for any currency',
  examples: ['10000'],
})
const Approvals = Type.Integer({ minimum: 1, maximum: 5, description: 'Number of people other than the maker' })
const Roles = Type.Optional(
  Type.Array(oneOf(ROLES), {
    minItems: 1,
    maxItems: 6,
    description: 'Roles that can approve; defaults to all with the scope',
  }),
)
const MoneyRule = Type.Object(
  {
    above: Type.Union([Amount, Type.Null()], {
      description: 'A single act above this amount needs approval; null: none does',
    }),
    perDay: Type.Union([Amount, Type.Null()], {
      description: 'What one maker does in a day beyond this sum needs approval; null: no limit',
    }),
    approvals: Approvals,
    roles: Roles,
  },
  strict,
)
const ControlRule = Type.Object(
  { required: Type.Boolean({ description: 'Whether the act needs approval' }), approvals: Approvals, roles: Roles },
  strict,
)

const rules = <Rule>(acts: readonly string[], rule: Rule) => Object.fromEntries(acts.map((act) => [act, rule]))

export const ApprovalPolicy = named(
  'ApprovalPolicy',
  Type.Object(
    {
      mode: oneOf(['two-person', 'single-person'], {
        description: '`single-person`: the tenant has one person only, and nothing waits for approval',
      }),
      money: Type.Object(rules(MONEY_ACTS, MoneyRule) as Record<MoneyAct, typeof MoneyRule>, strict),
      control: Type.Object(rules(CONTROL_ACTS, ControlRule) as Record<ControlAct, typeof ControlRule>, strict),
    },
    { ...strict, description: 'Which acts need approval by other people' },
  ),
)
export type ApprovalPolicy = Static<typeof ApprovalPolicy>
export type ControlAct = (typeof CONTROL_ACTS)[number]

const limit = (above: string) => ({ above, perDay: above, approvals: 1 })
const control = (required: boolean) => ({ required, approvals: 1 })

/** In force until a tenant changes them. They protect money; prices and roles can be set up by one person. */
export const DEFAULT_POLICY: ApprovalPolicy = {
  mode: 'two-person',
  money: {
    refund: limit('10000'),
    'journal-entry': limit('10000'),
    'debt-entry': limit('1000'),
    'payout-return': limit('10000'),
  },
  control: {
    'payout-destination': control(true),
    'rate-card': control(false),
    contract: control(false),
    gateway: control(false),
    role: control(false),
    settings: control(true),
    'approval-policy': control(true),
  },
}

/** The scope that an approver needs. */
export const APPROVER_SCOPE: Readonly<Record<Act, Scope>> = {
  refund: 'requests:approve',
  'journal-entry': 'settlement:approve',
  'debt-entry': 'settlement:approve',
  'payout-return': 'settlement:approve',
  'payout-destination': 'settlement:approve',
  'rate-card': 'catalog:write',
  contract: 'catalog:write',
  gateway: 'gateways:write',
  role: 'users:write',
  settings: 'settlement:approve',
  'approval-policy': 'users:write',
}

export interface StoredPolicy {
  readonly policy: ApprovalPolicy
  /** Null: the defaults. */
  readonly updatedBy: string | null
  readonly updatedAt: Date | null
}

export async function readPolicy(db: TenantQueryable): Promise<StoredPolicy> {
  const [row] = await db.query<{ policy: ApprovalPolicy; updatedBy: string; updatedAt: Date }>(
    'SELECT policy, updated_by AS "updatedBy", updated_at AS "updatedAt" FROM approval_policy WHERE tenant = $1',
    [db.tenant],
  )
  if (!row) return { policy: DEFAULT_POLICY, updatedBy: null, updatedAt: null }
  // A policy stored before an act existed has no rule for it; the default protects.
  const { mode, money, control } = row.policy
  const policy = {
    ...{ mode, money: { ...DEFAULT_POLICY.money, ...money } },
    control: { ...DEFAULT_POLICY.control, ...control },
  }
  return { ...row, policy }
}

export async function writePolicy(tx: TenantTransaction, policy: ApprovalPolicy): Promise<void> {
  const before = await readPolicy(tx)
  await tx.execute(
    `INSERT INTO approval_policy (tenant, policy, updated_by) VALUES ($1, $2, $3)
     ON CONFLICT (tenant) DO UPDATE SET policy = excluded.policy, updated_by = excluded.updated_by, updated_at = now()`,
    [tx.tenant, JSON.stringify(policy), tx.by.actor],
  )
  await recordAudit(tx, { action: 'approval_policy_changed', detail: { before: before.policy, after: policy } })
}

/** In micros of any unit; null: no limit. */
export interface Limits {
  /** Of a single act. */
  readonly above: Micros | null
  /** Of all acts of one maker on one day. */
  readonly perDay: Micros | null
}

export function limitsOf(policy: ApprovalPolicy, act: MoneyAct): Limits {
  const { above, perDay } = policy.money[act]
  return { above: above === null ? null : parseMicros(above), perDay: perDay === null ? null : parseMicros(perDay) }
}

export function isMoneyAct(act: Act): act is MoneyAct {
  return (MONEY_ACTS as readonly string[]).includes(act)
}
