/** What a party owes: the kinds of debt, and the events that announce one. */
import type { Announcement } from '../events/announce.ts'
import { parsePath } from '../ledger/account.ts'
import { type Micros, wireMoney } from '../money/amount.ts'
import type { ShortageMode } from './policy.ts'

/** `debt`: netted from what the party earns next; `advance`: paid by the platform, which claims it from the party. */
export type DebtKind = Exclude<ShortageMode, 'reject'>

/** The event of a debt that began or was paid off; `owed`: what the party owes now, in micros. */
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
