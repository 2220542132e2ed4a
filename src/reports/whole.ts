/** The platform report: earnings per line, revenue per user, payouts, and the conversion funnel. */

import type { Title } from '../catalog/product.ts'
import type { TenantDatabase } from '../db/connect.ts'
import type { Amounts } from '../engine/report.ts'
import { countShare, each } from '../engine/report-cells.ts'
import { lines } from '../lines/index.ts'
import { type Rate, ratio } from '../money/rate.ts'
import { MONEY } from '../rollups/days.ts'
import { type DayRange, readPayers, readSums, type SumRow } from '../rollups/read.ts'
import { readActiveUsers, type UserMonths, userMonths } from './active-users.ts'
import { amountsOf, type Compared, EARNED, type Figures, figuresOf } from './figures.ts'
import { type ReportPeriod, readPeriod } from './period.ts'

interface FunnelStep {
  readonly id: 'quotes' | 'quoted' | 'charges' | 'refunds' | 'active' | 'paying' | 'repeat'
  readonly title: Title
  readonly count: bigint
  /** Relative to the preceding step. */
  readonly rate: Rate | null
}

export interface Whole {
  readonly period: ReportPeriod
  readonly lines: readonly { readonly line: string; readonly title: Title; readonly figures: readonly Figures[] }[]
  readonly total: readonly Figures[]
  readonly users: UserMonths
  /** Revenue per user and month, and per payer and month, over the whole months that the period touches. */
  readonly arpu: Amounts
  readonly arppu: Amounts
  readonly layers: {
    /** Users who didn't pay. */
    readonly free: { readonly users: bigint; readonly share: Rate | null }
    readonly paid: { readonly users: bigint; readonly share: Rate | null; readonly captured: Amounts }
    readonly ecosystem: {
      readonly paidOut: Amounts
      readonly revenue: Amounts
      readonly cost: Amounts
      /** paidOut as a share of paidOut plus revenue. */
      readonly share: ReadonlyMap<string, Rate>
    }
  }
  readonly funnel: readonly FunnelStep[]
}

const LINES = lines.all.map(({ id }) => id)

/** @throws Problem `report_period_invalid`. */
export async function reportWhole(db: TenantDatabase, range: DayRange): Promise<Whole> {
  return db.transaction(
    async (tx) => {
      const period = await readPeriod(tx, range)
      const { touched, previous, yearBefore } = period
      const compared: Compared = {
        now: await readSums(tx, period, LINES, [...MONEY, 'quotes', 'quoted']),
        previous: await readSums(tx, previous, LINES, EARNED),
        yearBefore: await readSums(tx, yearBefore, LINES, EARNED),
      }
      const aligned = touched.from === period.from && touched.to === period.to
      const monthly = aligned ? compared.now : await readSums(tx, touched, LINES, EARNED)
      const payers = await readPayers(tx, touched, [''])
      const users = userMonths(touched, await readActiveUsers(tx, touched), payers)
      return makeWhole(period, compared, monthly, users)
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

function makeWhole(period: ReportPeriod, compared: Compared, monthly: readonly SumRow[], users: UserMonths): Whole {
  const total = figuresOf(compared)
  const [revenue, paidOut] = [amountsOf(total, (of) => of.revenue), amountsOf(total, (of) => of.paidOut)]
  const earned = amountsOf(figuresOf({ now: monthly, previous: [], yearBefore: [] }), (of) => of.revenue)
  const { active, payers } = users
  const free = active > payers ? active - payers : 0n
  const shares = total.flatMap(({ unit, revenue, paidOut }) =>
    revenue + paidOut > 0n ? [[unit, ratio(paidOut, revenue + paidOut)] as const] : [],
  )
  return {
    period,
    lines: lines.all.map(({ id, title }) => ({
      line: id,
      title,
      figures: figuresOf(compared, { line: id }),
    })),
    total,
    users,
    arpu: each(earned, active),
    arppu: each(earned, payers),
    layers: {
      free: { users: free, share: countShare(free, active) },
      paid: { users: payers, share: countShare(payers, active), captured: amountsOf(total, (of) => of.captured) },
      ecosystem: { paidOut, revenue, cost: amountsOf(total, (of) => of.cost), share: new Map(shares) },
    },
    funnel: funnelOf(compared.now, users),
  }
}

const titles: Record<FunnelStep['id'], Title> = {
  quotes: { en: 'Quotes', zh: '报价' },
  quoted: { en: 'Quotes charged', zh: '报价成交' },
  charges: { en: 'Charges', zh: '交易' },
  refunds: { en: 'Refunds', zh: '退款' },
  active: { en: 'Active users', zh: '活跃用户' },
  paying: { en: 'Paying users', zh: '付费用户' },
  repeat: { en: 'Repeat payers', zh: '复购用户' },
}

function funnelOf(rows: readonly SumRow[], { active, payers, repeatPayers }: UserMonths): FunnelStep[] {
  const count = (measure: string) =>
    rows.filter((row) => row.measure === measure).reduce((sum, { amount }) => sum + amount, 0n)
  const [quotes, quoted, charges, refunds] = [count('quotes'), count('quoted'), count('charges'), count('refunds')]
  const step = (id: FunnelStep['id'], count: bigint, of?: bigint): FunnelStep => ({
    id,
    title: titles[id],
    count,
    rate: of === undefined ? null : countShare(count, of),
  })
  return [
    step('quotes', quotes),
    step('quoted', quoted, quotes),
    step('charges', charges),
    step('refunds', refunds, charges),
    step('active', active),
    step('paying', payers, active),
    step('repeat', repeatPayers, payers),
  ]
}
