/** A small demo world: the same for the same seed, right in its books, and something in every cell of every report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { checkBooks } from '../charges/check.ts'
import { type LineId, lines } from '../lines/index.ts'
import { parseMicros } from '../money/amount.ts'
import { lineReports, reportLine } from '../reports/line-report.ts'
import { checkRollups } from '../reports/rebuild.ts'
import { reportRefunds } from '../reports/refunds.ts'
import { reportWhole } from '../reports/whole.ts'
import { type Filled, fillDemo } from './fill.ts'
import { readStanding } from './progress.ts'
import { LEAST_CHARGES, type PlannedCharge, Schedule } from './schedule.ts'

const UNTIL = new Date('2026-11-20T12:00:00Z')
const YEAR = { from: '2025-11-21', to: '2026-11-21' }
const settings = { seed: 7, charges: LEAST_CHARGES, until: UNTIL, timeZone: 'Asia/Shanghai' }

const plain = (schedule: Schedule) =>
  JSON.stringify(
    schedule.days.flatMap((day) => schedule.traffic(day)),
    withBigints,
  )
const withBigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

describe('the plan', () => {
  it('is the same for the same seed, another for another', () => {
    const text = plain(new Schedule(settings))
    expect(plain(new Schedule(settings))).toBe(text)
    expect(plain(new Schedule({ ...settings, seed: 8 }))).not.toBe(text)
  })

  it('has as many charges as were asked for, each with a key of its own, in order, never in the future', () => {
    const schedule = new Schedule({ ...settings, charges: 20_000 })
    const all = schedule.days.flatMap((day) => schedule.traffic(day))
    expect(all).toHaveLength(20_000)
    expect(new Set(all.map(({ key }) => key)).size).toBe(20_000)
    const times = all.map(({ at }) => at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(UNTIL.getTime())
    for (const { refund, at } of all) {
      if (!refund) continue
      expect(refund.at.getTime()).toBeGreaterThan(at.getTime())
      expect(refund.at.getTime()).toBeLessThanOrEqual(UNTIL.getTime())
    }
  })

  it('knows the seasons: covers for the Spring Festival, orders on 11 November, terms on the first', () => {
    const schedule = new Schedule({ ...settings, charges: 60_000 })
    const count = (product: string, is: (date: string) => boolean) =>
      schedule.days
        .filter(({ date }) => is(date))
        .flatMap((day) => schedule.traffic(day))
        .filter((charge: PlannedCharge) => charge.of.product === product).length
    const covers = (month: string) => count('red-envelope-cover', (date) => date.startsWith(month))
    expect(covers('2026-02')).toBeGreaterThan(2.5 * covers('2026-05'))
    const orders = (date: string) => count('commission', (each) => each === date)
    expect(orders('2026-11-11')).toBeGreaterThan(3 * orders('2026-10-20'))
    expect(count('archive', (date) => date.startsWith('2026-05'))).toBe(
      count('archive', (date) => date === '2026-05-01'),
    )
  })
})

describe('the world', () => {
  let world: World
  let filled: Filled
  beforeAll(async () => {
    world = await makeWorld()
    filled = await fill()
  }, 120_000)
  afterAll(() => world.close())

  const fill = (more: object = {}) =>
    fillDemo(world.engine, world.tenant, 'Asia/Shanghai', {
      ...{ seed: 7, charges: LEAST_CHARGES, until: UNTIL },
      ...more,
    })

  it('is filled with the charges of the plan, whole, and the books are right', async () => {
    expect(filled).toMatchObject({ made: { charges: LEAST_CHARGES }, interrupted: false })
    expect(filled.made.refunds).toBeGreaterThan(20)
    expect((await checkBooks(world.db)).faults).toEqual([])
    expect((await checkRollups(world.db)).faults).toEqual([])
    expect(await readStanding(world.db)).toMatchObject({ finished: true, seed: 7 })
  })
})
