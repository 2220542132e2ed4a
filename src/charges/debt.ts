/** Kinds of debt, and the events that announce them. */
import type { Announcement } from '../events/announce.ts'
import { parsePath } from '../ledger/account.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import type { ShortageMode } from './policy.ts'

/**
 * `debt`: deducted from the party's later earnings; `advance`: paid by the platform, which claims it from the party.
 */
export type DebtKind = Exclude<ShortageMode, 'reject'>

/** Returns the event of a debt that was opened or settled; `owed`: the remaining debt of the party, in micros. */
export function debtEvent(
  type: 'debt.opened' | 'debt.settled',
  { path, unit }: { readonly path: string; readonly unit: string },
  kind: DebtKind,
  owed: Micros,
): Announcement {
  const { party } = parsePath(path)
  return {
    ...{ type, subject: path, parties: [party] },
    data: { party, kind, owed: wireMoney(owed, unit) },
  }
}
