/**
 * Prices of the demo world: a rate-card version from half a year ago, one published for the future, and customers with
 * contracts. Set before the first charge of the world, because price changes are never retroactive.
 */
import { Temporal } from 'temporal-polyfill'
import { mergePatch } from '../catalog/merge-patch.ts'
import { agree, publish } from '../catalog/price-changes.ts'
import { listRateCards, type RateCard, readRateCard } from '../catalog/rate-card.ts'
import type { TenantDatabase } from '../db/connect.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { lines } from '../lines/index.ts'
import type { Schedule } from './schedule.ts'

/** Applies every line's changes to the rate card. */
function changed(card: RateCard, which: 'past' | 'coming'): RateCard {
  return lines.all.reduce((each, { demo }) => mergePatch(each, demo.priceChanges?.[which] ?? {}) as RateCard, card)
}

/** Half a year in days, counted back from the last day. */
const AGO = 183

/**
 * Sets the prices. A tenant that has charges keeps the prices by which they were made, and so does one with its own
 * rate-card versions.
 */
export async function setPrices(db: TenantDatabase, { days, world, timeZone }: Schedule): Promise<void> {
  if ((await db.query('SELECT 1 FROM charge WHERE tenant = $1 LIMIT 1', [db.tenant])).length > 0) return
  const [first, last] = [days[0]!, days.at(-1)!]
  const past = startOfMonth(days.at(-1 - AGO)!.date, 0, timeZone)
  const coming = startOfMonth(last.date, 1, timeZone)
  const dates = await listRateCards(db)
  const theirs = dates.filter(
    ({ effectiveAt }) => ![0, past.getTime(), coming.getTime()].includes(effectiveAt.getTime()),
  )
  if (theirs.length === 0) {
    const { card } = (await readRateCard(db, dates.at(-1)!.version))!
    const since = changed(card, 'past')
    await publish(lines, db, since, { effectiveAt: past })
    await publish(lines, db, changed(since, 'coming'), { effectiveAt: coming })
  }
  const contracts = lines.all.flatMap(({ id: line, demo }) =>
    (demo.contracts?.(world, { begin: new Date(first.start), past, coming }) ?? []).map((each) => ({ line, ...each })),
  )
  for (const [n, contract] of contracts.entries()) {
    const key = `demo ${world.seed} contract ${n}`
    const reference = `C-${first.date.slice(0, 4)}-${String(n + 1).padStart(3, '0')}`
    await agree(lines, db, { ...contract, reference }, { key, fingerprint: fingerprint(key) })
  }
}

/** Returns the start of a day's month, or of the month some months later. */
function startOfMonth(date: string, months: number, timeZone: string): Date {
  const first = Temporal.PlainDate.from(date).with({ day: 1 }).add({ months })
  return new Date(first.toZonedDateTime(timeZone).epochMilliseconds)
}
