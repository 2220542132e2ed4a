/**
 * Series: charges that belong together under terms agreed once, such as the milestones of a project. The first charge
 * of a series freezes its terms; later charges must state the same ones, and each entry is charged once.
 *
 * Locks: the rows of the batch's series by key, after holds and before accounts. Inserting a new row waits for a
 * concurrent batch that opens the same series, which is then found open.
 */
import type { TenantQueryable } from '../db/connect.ts'
import { canonical } from '../ledger/idempotency.ts'
import { Problem } from '../problem.ts'

/** The place of a charge in its series. */
export interface Series {
  /** Unique in the tenant; begins with `line/product`. */
  readonly key: string
  /** The part of the series that is charged. */
  readonly entry: string
  /** Terms that are frozen with the first charge: plain JSON, compared field by field. */
  readonly terms: Readonly<Record<string, unknown>>
}

/** What earlier charges have frozen. */
export interface OpenSeries {
  readonly terms: Series['terms']
  /** Charge id by entry. */
  readonly entries: Readonly<Record<string, string>>
}

/** @throws Problem `series_terms_differ`, `series_entry_charged`. */
export function checkSeries({ key, entry, terms }: Series, open: OpenSeries | undefined): void {
  if (!open) return
  for (const [field, agreed] of Object.entries(open.terms)) {
    const given = terms[field]
    if (canonical(agreed) === canonical(given)) continue
    throw new Problem('series_terms_differ', { series: key, field, agreed: inWords(agreed), given: inWords(given) })
  }
  const charge = open.entries[entry]
  if (charge !== undefined) throw new Problem('series_entry_charged', { series: key, entry, charge })
}

function inWords(value: unknown): string {
  return (typeof value === 'string' ? value : canonical(value)).slice(0, 200)
}

interface Row extends OpenSeries {
  readonly key: string
}

export async function readSeries(db: TenantQueryable, keys: readonly string[]): Promise<Map<string, OpenSeries>> {
  if (keys.length === 0) return new Map()
  const rows = await db.query<Row>('SELECT key, terms, entries FROM series WHERE tenant = $1 AND key = ANY ($2)', [
    db.tenant,
    [...new Set(keys)],
  ])
  return new Map(rows.map((row) => [row.key, row]))
}

/** The series of a batch, locked. */
export class LockedSeries {
  readonly #keys: readonly string[]
  readonly #open: Map<string, OpenSeries>
  readonly #changed = new Set<string>()

  private constructor(keys: readonly string[], open: Map<string, OpenSeries>) {
    this.#keys = keys
    this.#open = open
  }

  static async lock(tx: TenantQueryable, series: readonly Series[]): Promise<LockedSeries> {
    if (series.length === 0) return new LockedSeries([], new Map())
    const keys = [...new Set(series.map(({ key }) => key))].toSorted()
    await tx.execute(
      `INSERT INTO series (tenant, key, terms, entries) SELECT $1, key, '{}', '{}' FROM unnest($2::text[]) AS t(key) ORDER BY key
       ON CONFLICT DO NOTHING`,
      [tx.tenant, keys],
    )
    const rows = await tx.query<Row>(
      'SELECT key, terms, entries FROM series WHERE tenant = $1 AND key = ANY ($2::text[]) ORDER BY key FOR UPDATE',
      [tx.tenant, keys],
    )
    // A row without entries was inserted above.
    const open = rows.filter(({ entries }) => Object.keys(entries).length > 0)
    return new LockedSeries(keys, new Map(open.map((row) => [row.key, row])))
  }

  /** @throws Problem `series_terms_differ`, `series_entry_charged`. */
  check(series: Series): void {
    checkSeries(series, this.#open.get(series.key))
  }

  /** Adds a charge of the batch. */
  add({ key, entry, terms }: Series, charge: string): void {
    const open = this.#open.get(key) ?? { terms, entries: {} }
    this.#open.set(key, { terms: open.terms, entries: { ...open.entries, [entry]: charge } })
    this.#changed.add(key)
  }

  /** Writes what the batch added; a series of which nothing was charged leaves no row. */
  async write(tx: TenantQueryable): Promise<void> {
    const unused = this.#keys.filter((key) => !this.#open.has(key))
    if (unused.length > 0)
      await tx.execute('DELETE FROM series WHERE tenant = $1 AND key = ANY ($2)', [tx.tenant, unused])
    const changed = [...this.#changed].map((key) => ({ key, ...this.#open.get(key)! }))
    if (changed.length === 0) return
    await tx.execute(
      `UPDATE series s SET terms = t.terms::jsonb, entries = t.entries::jsonb
       FROM unnest($2::text[], $3::text[], $4::text[]) AS t(key, terms, entries) WHERE s.tenant = $1 AND s.key = t.key`,
      [
        tx.tenant,
        changed.map(({ key }) => key),
        changed.map(({ terms }) => JSON.stringify(terms)),
        changed.map(({ entries }) => JSON.stringify(entries)),
      ],
    )
  }
}
