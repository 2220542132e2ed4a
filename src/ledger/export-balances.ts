/**
 * The accounts of an export and their balances: at the beginning, at the ends of months, and at the end. Income and
 * expenses start a period at zero; what they had earned before is the balance of an account of retained earnings.
 */
import type { TenantQueryable } from '../db/connect.ts'
import type { Micros } from '../money/amount.ts'
import type { ExportScope, LedgerFacts, StatedBalance } from './export-format.ts'
import { NOMINAL, SHARED } from './export-names.ts'
import { pages } from './export-source.ts'

const SHARED_EXTERNAL = `${SHARED}/external`
const RETAINED = `${SHARED}/retained-earnings`

/**
 * The movements of the accounts of the file up to the end of the period, by day. Parameters: the tenant, its time zone,
 * the units, the first day, the day after the last, whether all parties share the external account, the purposes that
 * begin at zero.
 */
const MOVED = `
  SELECT CASE WHEN split_part(a.path, '/', 2) = ANY ($7::text[]) AND m.day < $4::date THEN '${RETAINED}'
              WHEN $6::boolean AND split_part(a.path, '/', 2) = 'external' THEN '${SHARED_EXTERNAL}'
              ELSE a.path END AS path,
         a.unit, m.day, m.amount
  FROM (SELECT e.account, (t.effective_at AT TIME ZONE $2)::date AS day, sum(e.amount) AS amount
        FROM transfer t, LATERAL (VALUES (t.credit, t.amount), (t.debit, -t.amount)) AS e(account, amount)
        WHERE t.tenant = $1 AND (t.effective_at AT TIME ZONE $2)::date < coalesce($5::date, 'infinity')
        GROUP BY 1, 2) m
  JOIN account a ON a.tenant = $1 AND a.id = m.account AND a.unit = ANY ($3::text[])`

/** The accounts of a period: with an opening balance, or moved in it. */
const PERIOD = `
  SELECT path, unit, sum(amount)::bigint AS balance, (sum(amount) FILTER (WHERE day < $4::date))::bigint AS opening
  FROM (${MOVED}) moved GROUP BY path, unit
  HAVING coalesce(sum(amount) FILTER (WHERE day < $4::date), 0) <> 0 OR max(day) >= coalesce($4::date, '-infinity')`

/** The stored accounts with their stored balances, which are independent of the transfers. */
const STORED = `
  SELECT CASE WHEN $3::boolean AND split_part(path, '/', 2) = 'external' THEN '${SHARED_EXTERNAL}' ELSE path END AS path,
         unit, sum(balance)::bigint AS balance
  FROM account WHERE tenant = $1 AND unit = ANY ($2::text[]) GROUP BY 1, 2`

export class BookBalances {
  readonly #tx: TenantQueryable
  readonly #facts: LedgerFacts
  readonly #scope: ExportScope

  constructor(tx: TenantQueryable, facts: LedgerFacts, scope: ExportScope) {
    this.#tx = tx
    this.#facts = facts
    this.#scope = scope
  }

  get #ofPeriod(): readonly unknown[] {
    const { timeZone, units } = this.#facts
    const { from, to, externals } = this.#scope
    return [
      this.#tx.tenant,
      timeZone,
      units.map(({ unit }) => unit),
      from ?? null,
      to ?? null,
      externals === 'one',
      NOMINAL,
    ]
  }

  get #stored(): readonly unknown[] {
    return [this.#tx.tenant, this.#facts.units.map(({ unit }) => unit), this.#scope.externals === 'one']
  }

  get #whole(): boolean {
    return this.#scope.from === undefined && this.#scope.to === undefined
  }

  /** Yields every account of the file by path, with its units. */
  accounts(): AsyncGenerator<{ path: string; units: string[] }[]> {
    const grouped = (balances: string) =>
      `SELECT path, array_agg(unit ORDER BY unit) AS units FROM (${balances}) each GROUP BY path ORDER BY path`
    return this.#whole
      ? pages(this.#tx, 'export_accounts', grouped(STORED), this.#stored)
      : pages(this.#tx, 'export_accounts', grouped(PERIOD), this.#ofPeriod)
  }

  /** Yields the balances at the beginning of the period; they add up to zero in each unit. */
  openings(): AsyncGenerator<{ path: string; unit: string; opening: Micros }[]> {
    return pages(
      this.#tx,
      'export_openings',
      `SELECT path, unit, opening FROM (${PERIOD}) each WHERE opening <> 0 ORDER BY path, unit`,
      this.#ofPeriod,
    )
  }

  /** Yields the balance of every account on the last day: of the whole ledger as stored, otherwise as summed. */
  closings(): AsyncGenerator<StatedBalance[]> {
    const { lastDay, dayAfter } = this.#facts
    return this.#whole
      ? pages(
          this.#tx,
          'export_balances',
          `SELECT path, unit, balance, $4::text AS date, $5::text AS "dayAfter"
           FROM (${STORED}) each ORDER BY path, unit`,
          [...this.#stored, lastDay, dayAfter],
        )
      : pages(
          this.#tx,
          'export_balances',
          `SELECT path, unit, balance, $8::text AS date, $9::text AS "dayAfter"
           FROM (${PERIOD}) each ORDER BY path, unit`,
          [...this.#ofPeriod, lastDay, dayAfter],
        )
  }

  /**
   * Month-end balances of the months before the last, for each account that moved in the month. The database sums the
   * transfers once for all months; the result is read in parallel with the transfers.
   */
  monthEnds(): MonthEnds {
    const params = [...this.#ofPeriod, this.#facts.lastDay]
    const balances = pages<StatedBalance>(
      this.#tx,
      'export_months',
      `SELECT path, unit, balance::bigint AS balance,
              to_char(month + interval '1 month' - interval '1 day', 'YYYY-MM-DD') AS date,
              to_char(month + interval '1 month', 'YYYY-MM-DD') AS "dayAfter"
       FROM (SELECT path, unit, date_trunc('month', day) AS month, max(day) AS moved,
                    sum(sum(amount)) OVER (PARTITION BY path, unit ORDER BY date_trunc('month', day)) AS balance
             FROM (${MOVED}) moved GROUP BY path, unit, date_trunc('month', day)) m
       WHERE month < date_trunc('month', $8::date) AND moved >= coalesce($4::date, '-infinity')
       ORDER BY month, path, unit`,
      params,
    )
    return new MonthEnds(balances)
  }
}

export class MonthEnds {
  readonly #pages: AsyncGenerator<StatedBalance[]>
  #waiting: StatedBalance[] = []
  #over = false

  constructor(balances: AsyncGenerator<StatedBalance[]>) {
    this.#pages = balances
  }

  /** Yields, in pages, the remaining balances of months that ended before this day. */
  async *before(day: string): AsyncGenerator<StatedBalance[]> {
    for (;;) {
      if (this.#waiting.length === 0 && !this.#over) {
        const { value, done } = await this.#pages.next()
        if (done) this.#over = true
        else this.#waiting = value
      }
      const later = this.#waiting.findIndex(({ date }) => date >= day)
      const due = later < 0 ? this.#waiting : this.#waiting.slice(0, later)
      if (due.length === 0) return
      this.#waiting = this.#waiting.slice(due.length)
      yield due
      if (this.#waiting.length > 0) return
    }
  }
}
