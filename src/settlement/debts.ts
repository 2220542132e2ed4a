/**
 * Debts by party and age. The oldest debt is repaid first, so the current debt of an account consists of its latest
 * debits. That attributes each part of a debt to the refund that caused it, with its age in days of the tenant's time
 * zone and its revenue line.
 */

import type { DebtKind } from '../charges/debt.ts'
import type { TenantDatabase, TenantQueryable } from '../db/connect.ts'
import type { Uuid } from '../ids.ts'
import { type AccountId, parsePath } from '../ledger/account.ts'
import type { Micros } from '../money/amount.ts'

/** Upper bound of each age bucket in days. */
const AGE_BUCKETS = { upTo30: 30, upTo60: 60, upTo90: 90 } as const
/** Sums of `part` by `age` in days, one column per bucket. */
export const AGE_SUMS = `coalesce(sum(part) FILTER (WHERE age <= ${AGE_BUCKETS.upTo30}), 0)::bigint AS "upTo30",
    coalesce(sum(part) FILTER (WHERE age > ${AGE_BUCKETS.upTo30} AND age <= ${AGE_BUCKETS.upTo60}), 0)::bigint AS "upTo60",
    coalesce(sum(part) FILTER (WHERE age > ${AGE_BUCKETS.upTo60} AND age <= ${AGE_BUCKETS.upTo90}), 0)::bigint AS "upTo90",
    coalesce(sum(part) FILTER (WHERE age > ${AGE_BUCKETS.upTo90}), 0)::bigint AS older`
export type Ages = Readonly<Record<keyof typeof AGE_BUCKETS | 'older', Micros>>

export interface Debt {
  readonly account: AccountId
  readonly party: string
  readonly kind: DebtKind
  readonly unit: string
  /** Micros, above zero. */
  readonly amount: Micros
  /** When the oldest part that is still owed arose. */
  readonly since: Date
  readonly ages: Ages
  /** By revenue line of the charge whose refund caused the debt; null: not caused by a refund. */
  readonly lines: readonly { readonly line: string | null; readonly amount: Micros }[]
  readonly writtenOff: Micros
  /** Maximum that the party may owe; null: no limit. Advances have no limit. */
  readonly limit: Micros | null
}

export interface DebtFilter {
  readonly party?: string
  readonly kind?: DebtKind
  readonly unit?: string
}

/**
 * The parts still owed. $2: party, $3: kind, $4: unit, $5: only accounts after this id, $6: maximum number of accounts.
 */
const PARTS = `WITH owing AS (
    SELECT id, path, unit, -balance AS owed FROM account
    WHERE tenant = $1 AND (path LIKE '%/debt' OR path LIKE '%/advance') AND balance < 0
      AND ($2::text IS NULL OR path IN ($2 || '/debt', $2 || '/advance'))
      AND ($3::text IS NULL OR path LIKE '%/' || $3) AND ($4::text IS NULL OR unit = $4) AND id > $5
    ORDER BY id LIMIT $6),
  debits AS (
    SELECT o.id, o.path, o.unit, o.owed, t.amount, t.effective_at AS at, t.posting, t.batch, t.n,
           sum(t.amount) OVER (PARTITION BY o.id ORDER BY t.batch DESC, t.n DESC) - t.amount AS later
    FROM owing o, LATERAL (SELECT amount, effective_at, posting, batch, n FROM transfer
                           WHERE tenant = $1 AND debit = o.id OFFSET 0) t),
  zone AS (SELECT time_zone AS name FROM tenant WHERE id = $1),
  parts AS (
    SELECT d.*, least(d.amount, d.owed - d.later)::bigint AS part, r.line, r.refund,
      (now() AT TIME ZONE zone.name)::date - (d.at AT TIME ZONE zone.name)::date AS age
    FROM zone, debits d
    LEFT JOIN LATERAL (SELECT f.id AS refund, c.line FROM refund f JOIN charge c ON c.tenant = $1 AND c.id = f.charge
                       WHERE f.tenant = $1 AND f.id = d.posting OFFSET 0) r ON true
    WHERE d.later < d.owed)`

interface PartRow {
  id: AccountId
  path: string
  unit: string
  owed: Micros
  posting: Uuid
  refund: Uuid | null
  line: string | null
  amount: Micros
  part: Micros
  at: Date
  age: number
}

/** Returns a page of debts after the account `after`, in the order in which the accounts were opened. */
export async function listDebts(
  db: TenantDatabase,
  filter: DebtFilter,
  limit: number,
  after?: AccountId,
): Promise<Debt[]> {
  return db.transaction(
    async (tx) => {
      const rows = await tx.query<Omit<PartRow, 'posting' | 'refund' | 'amount'>>(
        `${PARTS} SELECT id, path, unit, owed, line, sum(part)::bigint AS part, min(at) AS at, age FROM parts
         GROUP BY id, path, unit, owed, line, age ORDER BY id, line`,
        [db.tenant, ...filterParams(filter), after ?? 0n, limit],
      )
      const debts = [...Map.groupBy(rows, ({ id }) => id).values()].map(toDebt)
      const more = await readMore(tx, debts)
      return debts.map((debt, i) => ({ ...debt, ...more[i]! }))
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

const filterParams = ({ party, kind, unit }: DebtFilter) => [party ?? null, kind ?? null, unit ?? null]

function toDebt(rows: Omit<PartRow, 'posting' | 'refund' | 'amount'>[]): Omit<Debt, 'writtenOff' | 'limit'> {
  const { id, path, unit, owed } = rows[0]!
  const { party, purpose } = parsePath(path)
  const sum = (of: typeof rows) => of.reduce((total, { part }) => total + part, 0n)
  const between = (above: number, most: number) => sum(rows.filter(({ age }) => age > above && age <= most))
  const { upTo30, upTo60, upTo90 } = AGE_BUCKETS
  return {
    account: id,
    party,
    kind: purpose as DebtKind,
    unit,
    amount: owed,
    since: new Date(Math.min(...rows.map(({ at }) => at.getTime()))),
    ages: {
      upTo30: between(-Infinity, upTo30),
      upTo60: between(upTo30, upTo60),
      upTo90: between(upTo60, upTo90),
      older: between(upTo90, Infinity),
    },
    lines: [...Map.groupBy(rows, ({ line }) => line)].map(([line, own]) => ({ line, amount: sum(own) })),
  }
}

async function readMore(tx: TenantQueryable, debts: readonly Pick<Debt, 'party' | 'kind' | 'unit'>[]) {
  return tx.query<{ writtenOff: Micros; limit: Micros | null }>(
    `SELECT coalesce((SELECT sum(CASE action WHEN 'write-off' THEN amount ELSE -amount END) FROM debt_entry
              WHERE tenant = $1 AND party = t.party AND kind = t.kind AND unit = t.unit AND status = 'posted'
                AND action IN ('write-off', 'restore')), 0)::bigint AS "writtenOff",
            CASE WHEN t.kind = 'debt' THEN (SELECT amount FROM debt_limit WHERE tenant = $1 AND party IN (t.party, '')
              AND unit = t.unit ORDER BY party DESC LIMIT 1) END AS "limit"
     FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t(party, kind, unit, n) ORDER BY n`,
    [tx.tenant, debts.map(({ party }) => party), debts.map(({ kind }) => kind), debts.map(({ unit }) => unit)],
  )
}

/** A part of a debt that is still owed. */
export interface DebtPart {
  /** UUID of the posting that caused it. If not a refund, it is a journal entry or the reversal of a refund. */
  readonly posting: Uuid
  readonly byRefund: boolean
  readonly line: string | null
  /** The part still owed, and the original amount. */
  readonly left: Micros
  readonly amount: Micros
  readonly at: Date
  /** Days of the tenant's time zone. */
  readonly age: number
}

/** A repayment of a debt, in full or in part. */
export interface PaidBack {
  readonly posting: Uuid
  readonly kind: string
  readonly amount: Micros
  readonly at: Date
}

/**
 * Returns the parts of what an account owes, oldest first, and its repayments, latest first: at most `most` of each.
 */
export async function explainDebt(
  db: TenantDatabase,
  { party, kind, unit }: Required<DebtFilter>,
  most: number,
): Promise<{ readonly parts: readonly DebtPart[]; readonly paidBack: readonly PaidBack[] }> {
  return db.transaction(
    async (tx) => {
      const rows = await tx.query<PartRow>(
        `${PARTS} SELECT posting, refund, line, part, amount, at, age FROM parts ORDER BY batch, n LIMIT $7`,
        [db.tenant, ...filterParams({ party, kind, unit }), 0n, 1, most],
      )
      const parts = rows.map(({ posting, refund, line, part, amount, at, age }) => ({
        ...{ posting, line, amount, at, age },
        byRefund: refund !== null,
        left: part,
      }))
      const paidBack = await tx.query<PaidBack>(
        `SELECT t.posting, t.kind, t.amount, t.effective_at AS at FROM account a, LATERAL (
           SELECT * FROM transfer WHERE tenant = $1 AND credit = a.id ORDER BY batch DESC, n DESC LIMIT $4) t
         WHERE a.tenant = $1 AND a.path = $2 AND a.unit = $3`,
        [db.tenant, `${party}/${kind}`, unit, most],
      )
      return { parts, paidBack }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

export interface DebtTotal extends Pick<Debt, 'kind' | 'unit' | 'amount' | 'ages'> {
  readonly line: string | null
  readonly parties: number
}

/** Returns the total debts by kind, currency and line. */
export async function sumDebts(db: TenantDatabase): Promise<DebtTotal[]> {
  type Row = Ages & Omit<DebtTotal, 'ages'>
  const rows = await db.transaction(
    (tx) =>
      tx.query<Row>(
        `${PARTS} SELECT split_part(path, '/', 2) AS kind, unit, line, count(DISTINCT id)::int AS parties, sum(part)::bigint AS amount,
           ${AGE_SUMS}
         FROM parts GROUP BY 1, unit, line ORDER BY 1, unit, amount DESC, line`,
        [db.tenant, null, null, null, 0n, null],
      ),
    { isolation: 'repeatable read', readOnly: true },
  )
  return rows.map(({ upTo30, upTo60, upTo90, older, ...row }) => ({ ...row, ages: { upTo30, upTo60, upTo90, older } }))
}
