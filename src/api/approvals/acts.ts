/** The executor of each act, from the resource that owns it. */
import { executeContract } from '../catalog/contracts.ts'
import { executeRateCard } from '../catalog/rate-cards.ts'
import { executeJournalEntry } from '../ledger/journal-entries.ts'
import { executeGateway } from '../payments/gateways.ts'
import { executeRefund } from '../refunds/routes.ts'
import { executeDebtEntry } from '../settlement/debts.ts'
import { executeDestination } from '../settlement/payout-files.ts'
import { executePayoutReturn } from '../settlement/payouts.ts'
import { executeRole } from '../users/routes.ts'
import type { Executors } from './execute.ts'
import { executePolicy } from './policy.ts'
import { executeSettings } from './settings.ts'

export const executors: Executors = {
  refund: executeRefund,
  'journal-entry': executeJournalEntry,
  'debt-entry': executeDebtEntry,
  'payout-return': executePayoutReturn,
  'payout-destination': executeDestination,
  'rate-card': executeRateCard,
  contract: executeContract,
  gateway: executeGateway,
  role: executeRole,
  settings: executeSettings,
  'approval-policy': executePolicy,
}
