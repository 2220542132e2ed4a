/**
 * Prices of the demo world: a version of the rate card that came half a year ago, one that is published and still to come,
 * and customers with contracts. Before the first charge of the world: prices change forward.
 */
import { Temporal } from 'temporal-polyfill'
import { mergePatch } from '../catalog/merge-patch.ts'
import { agree, publish } from '../catalog/price-changes.ts'
import { listRateCards, type RateCard, readRateCard } from '../catalog/rate-card.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import { fingerprint } from '../ledger/idempotency.ts'
import { lines } from '../lines/index.ts'
import type { DemoDay } from './calendar.ts'
import type { Schedule } from './schedule.ts'

const scanPay = (options: Readonly<Record<string, string>>) => ({
  products: { 'payments/scan-pay': { fee: { rate: { options } } } },
})

/** Jewellers' fee came down; next month restaurants pay more and schools less. */
const CHANGES = [scanPay({ jewelry: '0.011' }), scanPay({ restaurant: '0.0065', education: '0.007' })] as const

/** Half a year of days before the last one. */
const AGO = 183

/**
 * A tenant that has charges keeps its prices: they were charged by them. So does one with versions of the card of its own.
 */
export async function setPrices(db: TenantDatabase, { days, scene, timeZone }: Schedule): Promise<void> {
  if ((await db.query('SELECT 1 FROM charge WHERE tenant = $1 LIMIT 1', [db.id])).length > 0) return
  const [first, last] = [days[0]!, days.at(-1)!]
  const changed = startOfMonth(days.at(-1 - AGO)!.date, 0, timeZone)
  const coming = startOfMonth(last.date, 1, timeZone)
  const dates = await listRateCards(db, db.id)
  const theirs = dates.filter(
    ({ effectiveAt }) => ![0, changed.getTime(), coming.getTime()].includes(effectiveAt.getTime()),
  )
  if (theirs.length === 0) {
    const { card } = (await readRateCard(db, db.id, dates.at(-1)!.version))!
    const since = mergePatch(card, CHANGES[0]) as RateCard
    await publish(lines, db, since, changed)
    await publish(lines, db, mergePatch(since, CHANGES[1]) as RateCard, coming)
  }
  for (const [n, contract] of contracts(scene.cast, first, changed, coming).entries()) {
    const key = `demo ${scene.seed} contract ${n}`
    const reference = `C-${first.date.slice(0, 4)}-${String(n + 1).padStart(3, '0')}`
    await agree(lines, db, { ...contract, reference }, { key, fingerprint: fingerprint(key) })
  }
}

/** A large shop, one whose year is over, one that begins next month; a developer and a company. */
function contracts(
  { merchants, developers, companies }: Schedule['scene']['cast'],
  first: DemoDay,
  since: Date,
  coming: Date,
) {
  const begin = new Date(first.start)
  const fee = (rate: string) => ({ line: 'payments', product: 'scan-pay', terms: { fee: { rate } } })
  return [
    { ...fee('0.0045'), party: merchants[0]!, effectiveAt: begin, until: null },
    { ...fee('0.005'), party: merchants[1]!, effectiveAt: begin, until: since },
    { ...fee('0.0055'), party: merchants[2]!, effectiveAt: coming, until: null },
    {
      ...{ line: 'apis', product: 'ocr', terms: { call: { price: '0.004' } } },
      ...{ party: developers[0]!.id, effectiveAt: since, until: null },
    },
    {
      ...{ line: 'enterprise', product: 'archive', terms: { price: { price: '900' } } },
      ...{ party: companies.get('healthcare')![0]!, effectiveAt: begin, until: null },
    },
  ]
}

/** The first moment of the month of a day, or of one some months after it. */
function startOfMonth(date: string, months: number, timeZone: string): Date {
  const first = Temporal.PlainDate.from(date).with({ day: 1 }).add({ months })
  return new Date(first.toZonedDateTime(timeZone).epochMilliseconds)
}
