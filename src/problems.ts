/** The table behind {@link Problem}: one file per subject in `problems/`. */

import { billsProblems } from './problems/bills.ts'
import { chargesProblems } from './problems/charges.ts'
import { cliProblems } from './problems/cli.ts'
import { databaseProblems } from './problems/database.ts'
import type { Entry } from './problems/entry.ts'
import { gatewaysProblems } from './problems/gateways.ts'
import { httpProblems } from './problems/http.ts'
import { moneyProblems } from './problems/money.ts'
import { partiesProblems } from './problems/parties.ts'
import { rateCardsProblems } from './problems/rate-cards.ts'
import { receiptsProblems } from './problems/receipts.ts'
import { reportsProblems } from './problems/reports.ts'
import { requestsProblems } from './problems/requests.ts'
import { settlementProblems } from './problems/settlement.ts'
import { usersProblems } from './problems/users.ts'
import { webhooksProblems } from './problems/webhooks.ts'

export const problemTable = {
  ...gatewaysProblems,
  ...requestsProblems,
  ...settlementProblems,
  ...receiptsProblems,
  ...webhooksProblems,
  ...usersProblems,
  ...reportsProblems,
  ...moneyProblems,
  ...httpProblems,
  ...partiesProblems,
  ...chargesProblems,
  ...rateCardsProblems,
  ...billsProblems,
  ...databaseProblems,
  ...cliProblems,
} as const satisfies Record<string, Entry>
