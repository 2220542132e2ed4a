/**
 * A line that is not part of the product: the test of adding a line copies this folder to src/lines. It has one
 * product, and one of everything else that a line may define: a table, a route, a job, a command, a hook and a report
 * row.
 */
import Type, { type Static } from 'typebox'
import { defineProduct } from '../../catalog/product.ts'
import type { ChargeRow } from '../../charges/record.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/connect.ts'
import { defineLine } from '../../engine/line.ts'
import { money, nameColumn, number } from '../../engine/report-cells.ts'
import { PartyId, RefundPolicy } from '../../engine/schemas.ts'
import { operation } from '../../http/operation.ts'
import { named } from '../../http/shapes.ts'
import { accountName, PLATFORM } from '../../ledger/account.ts'
import { PerUnitTerms, perUnit } from '../../pricing/per-unit.ts'

const Event = Type.Object(
  { driver: PartyId, minutes: Type.Integer({ minimum: 1, maximum: 10_000 }) },
  { additionalProperties: false, title: 'parking/ticket' },
)
const Terms = Type.Object({ minute: PerUnitTerms, refund: RefundPolicy }, { additionalProperties: false })
type Event = Static<typeof Event>
type Terms = Static<typeof Terms>

const ticket = defineProduct({
  id: 'ticket',
  title: { en: 'Parking ticket', zh: '停车票' },
  event: Event,
  terms: Terms,
  defaultTerms: {
    minute: { model: 'per_unit', price: '0.05' },
    refund: { windowDays: 7, maxRefunds: null, minGapSeconds: 0, shortage: 'reject' },
  },
  customer: 'driver',
  activity: ({ minutes }: Event) => ({ measures: { minutes: BigInt(minutes) } }),
  compile(terms: Terms, currency: string) {
    const price = perUnit.compile(terms.minute, currency)
    return {
      needs: () => ({}),
      charge({ driver, minutes }: Event) {
        const { amount, steps } = price({ quantity: BigInt(minutes) * 1_000_000n })
        const from = accountName(driver, 'external', currency).path
        const to = accountName(PLATFORM, 'revenue', currency).path
        const component = {
          kind: 'fee',
          from,
          to,
          amount,
          unit: currency,
          returns: 'pro-rata',
          quantum: 10_000n,
        } as const
        const items = [{ id: 'minutes', quantity: BigInt(minutes), components: [{ ...component, why: steps }] }]
        return { payer: driver, payerAccount: from, payee: null, unit: currency, items, refund: terms.refund }
      },
    }
  },
  example: { parties: [], event: { driver: 'usr_driver', minutes: 60 }, components: { fee: '3.00' } },
})

/** Records the visits in the transaction that posts their charges. */
async function rememberVisits(tx: TenantTransaction, charges: readonly ChargeRow[]): Promise<void> {
  await tx.execute(
    'INSERT INTO parking_visit (tenant, charge, minutes) SELECT $1, * FROM unnest($2::uuid[], $3::integer[])',
    [tx.tenant, charges.map(({ id }) => id), charges.map(({ draft }) => draft.items[0]!.quantity)],
  )
}

function openBarrier(db: TenantDatabase): Promise<number> {
  return db.execute('UPDATE parking_visit SET left_at = now() WHERE tenant = $1 AND left_at IS NULL', [db.tenant])
}

const visits = operation({
  id: 'countParkingVisits',
  tag: 'Charges',
  summary: 'Count parking visits',
  scope: 'charges:read',
  answers: {
    200: {
      description: 'How many visits there were, and how many are over',
      schema: named('ParkingVisits', Type.Object({ visits: Type.Integer(), over: Type.Integer() })),
    },
  },
})

export const parking = defineLine({
  id: 'parking',
  title: { en: 'Parking', zh: '停车' },
  products: [ticket],
  stepTexts: {},
  report: {
    columns: [
      nameColumn('product', { en: 'Product', zh: '产品' }),
      { id: 'minutes', title: { en: 'Minutes', zh: '分钟' }, kind: 'number', note: { en: 'Parked', zh: '停车时长' } },
      { id: 'paid', title: { en: 'Paid', zh: '金额' }, kind: 'money', note: { en: 'Paid', zh: '已付' } },
    ],
    rows: [
      {
        product: 'ticket',
        cells: ({ sums }) => ({
          minutes: number({ numerator: sums.count('minutes'), denominator: 1n }),
          paid: money(sums.amounts('captured')),
        }),
      },
    ],
  },
  demo: { traffic: [] },
  routes(app, { engine }) {
    app.get('/v1/parking/visits', visits, async ({ identity: { tenant } }) => {
      const { db } = engine.tenant(tenant)
      const [row] = await db.query<{ visits: number; over: number }>(
        'SELECT count(*)::int AS visits, count(left_at)::int AS over FROM parking_visit WHERE tenant = $1',
        [tenant],
      )
      return row!
    })
  },
  jobs: { periodic: [{ name: 'open the barrier', everyMs: 100, run: openBarrier }] },
  commands: async () => (program) => {
    program
      .command('parking-price')
      .description('Show what a minute costs by default')
      .action(() => console.log(ticket.defaultTerms))
  },
  migrations: new URL('./sql/', import.meta.url),
  hooks: { charged: rememberVisits },
})
