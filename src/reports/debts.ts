/**
 * Outstanding debts by age: amounts that payees still owe after refunds, and amounts that the platform advanced for
 * them. From the ledger alone: the oldest debt is repaid first, so the outstanding amount consists of the latest
 * debits.
 */
import { prepared, type TenantDatabase } from '../db/connect.ts'
import { parsePath } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'
import { AGE_SUMS, type Ages } from '../settlement/debts.ts'

interface Debt {
  readonly party: string
  readonly kind: 'debt' | 'advance'
  readonly unit: string
  readonly amount: Micros
  /** When its oldest outstanding part was incurred. */
  readonly since: Date
  readonly ages: Ages
}

interface DebtTotal extends Pick<Debt, 'kind' | 'unit' | 'amount' | 'ages'> {
  readonly parties: number
}

export interface DebtReport {
  readonly at: Date
  readonly totals: readonly DebtTotal[]
  /** Sorted by amount within each currency, largest first. */
  readonly debts: readonly Debt[]
}

/** Accounts are found through the index `account_owing` (sql/0010). */
const OWED = prepared(`WITH owing AS (
    SELECT id, path, unit, -balance AS owed FROM account
    WHERE tenant = $1 AND (path LIKE '%/debt' OR path LIKE '%/advance') AND balance < 0),
  debits AS (
    SELECT o.id, o.path, o.unit, o.owed, t.amount, t.effective_at AS at,
           sum(t.amount) OVER (PARTITION BY o.id ORDER BY t.batch DESC, t.n DESC) - t.amount AS later
    FROM owing o, LATERAL (SELECT amount, effective_at, batch, n FROM transfer
                           WHERE tenant = $1 AND debit = o.id OFFSET 0) t),
  zone AS (SELECT time_zone AS name FROM tenant WHERE id = $1),
  parts AS (SELECT id, path, unit, owed, at, least(amount, owed - later) AS part,
                   (now() AT TIME ZONE zone.name)::date - (at AT TIME ZONE zone.name)::date AS age
            FROM zone, debits WHERE later < owed)
  SELECT path, unit, owed AS amount, min(at) AS since,
    ${AGE_SUMS}
  FROM parts GROUP BY id, path, unit, owed ORDER BY unit, owed DESC, path`)

interface Row extends Ages {
  path: string
  unit: string
  amount: bigint
  since: Date
}

/** Reports the debts. `most`: how many to list; the totals cover all. */
export async function reportDebts(db: TenantDatabase, most: number): Promise<DebtReport> {
  return db.transaction(
    async (tx) => {
      const [clock] = await tx.query<{ at: Date }>('SELECT now() AS at')
      const debts = (await tx.query<Row>(OWED, [db.tenant])).map(toDebt)
      return { at: clock!.at, totals: totalsOf(debts), debts: debts.slice(0, most) }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function toDebt({ path, unit, amount, since, ...ages }: Row): Debt {
  const { party, purpose } = parsePath(path)
  return {
    party,
    kind: purpose as Debt['kind'],
    unit,
    amount,
    since,
    ages,
  }
}

function totalsOf(debts: readonly Debt[]): DebtTotal[] {
  return [...Map.groupBy(debts, ({ kind, unit }) => `${kind} ${unit}`).values()].map((own) => {
    const sum = (of: (debt: Debt) => Micros) => own.reduce((total, debt) => total + of(debt), 0n)
    const { kind, unit } = own[0]!
    return {
      kind,
      unit,
      parties: own.length,
      amount: sum(({ amount }) => amount),
      ages: {
        upTo30: sum(({ ages }) => ages.upTo30),
        upTo60: sum(({ ages }) => ages.upTo60),
        upTo90: sum(({ ages }) => ages.upTo90),
        older: sum(({ ages }) => ages.older),
      },
    }
  })
}
