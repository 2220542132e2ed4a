/**
 * Account names. An account belongs to a party, has a purpose and holds one unit: `mch_1/balance` in CNY. The purpose
 * decides whether it has a floor: accounts from which a party may spend have a floor of zero; accounts for the outside
 * world, income or cost have none.
 */
import type { OpaqueBigint } from '../db/types.ts'
import { isPartyId, refuseReserved } from '../ids.ts'
import { Problem } from '../problem.ts'

/** Number of an account. */
export type AccountId = OpaqueBigint<'account'>

/** Number of a batch of postings. */
export type BatchId = OpaqueBigint<'batch'>

/** Placeholder until the database has numbered the batch. */
export const NO_BATCH = 0n as unknown as BatchId

interface PurposeTerms {
  /** Whether accounts are opened with a floor of zero. Never changes, because the lock order depends on it. */
  readonly floored: boolean
  readonly title: { readonly en: string; readonly zh: string }
}

export const purposes = {
  external: { floored: false, title: { en: 'outside funds', zh: '外部资金' } },
  balance: { floored: true, title: { en: 'balance', zh: '余额' } },
  wallet: { floored: true, title: { en: 'prepaid wallet', zh: '预付钱包' } },
  budget: { floored: true, title: { en: 'campaign budget', zh: '活动预算' } },
  revenue: { floored: false, title: { en: 'revenue', zh: '收入' } },
  cost: { floored: false, title: { en: 'channel cost', zh: '渠道成本' } },
  fees: { floored: false, title: { en: 'fees earned by the channel', zh: '渠道手续费' } },
  debt: { floored: false, title: { en: 'debt', zh: '欠款' } },
  advance: { floored: false, title: { en: 'advance paid by the platform', zh: '平台垫付' } },
  position: { floored: false, title: { en: 'currency position', zh: '外汇头寸' } },
  privacy: { floored: true, title: { en: 'privacy budget left', zh: '剩余隐私预算' } },
  disclosed: { floored: false, title: { en: 'privacy budget spent', zh: '已用隐私预算' } },
  clearing: { floored: false, title: { en: 'refunds on their way through a gateway', zh: '退款在途' } },
  suspense: { floored: false, title: { en: 'differences not yet explained', zh: '待查差异' } },
  payouts: { floored: true, title: { en: 'payouts on their way', zh: '出款在途' } },
  losses: { floored: false, title: { en: 'debts written off', zh: '坏账损失' } },
  funding: { floored: false, title: { en: 'funding', zh: '注资' } },
} as const satisfies Record<string, PurposeTerms>

export type Purpose = keyof typeof purposes

/** Name of an account. `path` is `party/purpose`; `unit` is an ISO 4217 code or a custom unit. */
export interface AccountName {
  readonly path: string
  readonly unit: string
}

/** An opened account. */
export interface Account extends AccountName {
  readonly id: AccountId
  readonly floored: boolean
}

/** The platform as a party: its revenue and its costs. */
export const PLATFORM = 'platform'
export const REVENUE = `${PLATFORM}/revenue`
export const COST = `${PLATFORM}/cost`

export function accountName(party: string, purpose: Purpose, unit: string): AccountName {
  return { path: `${party}/${purpose}`, unit }
}

/** Splits `party/purpose`. @throws Problem `account_path_invalid`. */
export function parsePath(path: string): { party: string; purpose: Purpose } {
  const slash = path.lastIndexOf('/')
  const party = path.slice(0, Math.max(slash, 0))
  const purpose = path.slice(slash + 1)
  if (!isPartyId(party) || !Object.hasOwn(purposes, purpose)) {
    throw new Problem('account_path_invalid', { path: path.slice(0, 80), purposes: Object.keys(purposes) })
  }
  return { party, purpose: purpose as Purpose }
}

/** Purposes of accounts that belong to parties: `platform` and `world` have none of them. */
const OF_PARTIES: ReadonlySet<Purpose> = new Set([
  ...(['balance', 'wallet', 'budget', 'fees', 'debt', 'advance', 'privacy', 'disclosed', 'payouts'] as const),
])

/**
 * Splits a path to which an entry or hold of a caller refers.
 * @throws Problem `account_path_invalid`, `party_reserved`.
 */
export function parseEntryPath(path: string): { party: string; purpose: Purpose } {
  const parsed = parsePath(path)
  if (OF_PARTIES.has(parsed.purpose)) refuseReserved(parsed.party)
  return parsed
}

/** Returns a map key for a name. */
export function accountKey(name: AccountName): string {
  return `${name.path} ${name.unit}`
}
