/** Cross-currency refunds at the current rate: who bears the difference, and that books and provider agree. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../../test/world.ts'
import { checkBooks } from '../charges/check.ts'
import type { ExchangeRule } from '../charges/policy.ts'
import type { ChargeRow } from '../charges/record.ts'
import type { RefundInput } from '../engine/engine.ts'
import { uuidToId } from '../ids.ts'
import { finalizeRefunds } from './finalize.ts'
import { readGatewayRefunds } from './gateway-refund.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  await world.party('mch_jp', {})
})
afterAll(() => world.close())

const reference = (rate: string) => ({ pair: 'CNY/JPY', rate, day: '2026-04-13', source: 'ECB' })
let orders = 0

async function abroad(throughGateway = false): Promise<ChargeRow> {
  const { charge } = await world.engine.charge(world.tenant, {
    of: {
      line: 'crossborder',
      product: 'overseas-pay',
      event: {
        payer: 'usr_x',
        merchant: 'mch_jp',
        market: 'JP',
        amount: { amount: '12800', currency: 'JPY' },
        reference: reference('23.3943402608'),
      },
    },
    ...(throughGateway && {
      payment: {
        gateway: 'pilot',
        order: `x-${++orders}`,
        rules: { windowDays: null, maxRefunds: null, minGapSeconds: 0 },
      },
    }),
  })
  return charge
}

const asked = (charge: ChargeRow, bearer: ExchangeRule['bearer'], rate?: string): RefundInput => ({
  charge: uuidToId('chg', charge.id),
  ask: {},
  reason: 'cancelled',
  reference: null,
  effectiveAt: null,
  previewHash: null,
  decided: {
    policy: charge.draft.refund,
    exchange: { rate: 'current', bearer },
    ...(rate && { rate: reference(rate) }),
  },
})

async function refund(charge: ChargeRow, bearer: ExchangeRule['bearer'], rate: string) {
  const request = asked(charge, bearer, rate)
  const preview = await world.engine.previewRefund(world.tenant, request)
  const result = await world.engine.refund(world.tenant, { ...request, previewHash: preview.hash })
  return result.refund
}
const differences = (plan: { transfers: { kind: string; from: string; to: string; amount: object }[] }) =>
  plan.transfers.filter(({ kind }) => kind === 'exchange-difference')

it('the platform bears the movement of the market: as cost if it lost, as revenue if it gained', async () => {
  const [lost] = differences((await refund(await abroad(), 'platform', '24.5')).plan)
  expect(lost).toMatchObject({ from: 'platform/cost', to: 'platform/position', amount: { currency: 'CNY' } })
  const [gained] = differences((await refund(await abroad(), 'platform', '22.5')).plan)
  expect(gained).toMatchObject({ from: 'platform/position', to: 'platform/revenue' })
  expect((await checkBooks(world.db)).faults).toEqual([])
})

it('a payer who bears a loss receives a smaller refund from the gateway', async () => {
  const charge = await abroad(true)
  const row = await refund(charge, 'payer', '24.5')
  const [loss] = differences(row.plan)
  const carried = (await readGatewayRefunds(world.db, [row.id])).get(row.id)!
  expect(carried.amount).toBeLessThan(charge.captured)
  expect(loss).toMatchObject({ from: 'usr_x/external', to: 'platform/position' })
  expect((await checkBooks(world.db)).faults).toEqual([])
  const { directory } = world.engine.tenant(world.tenant)
  await finalizeRefunds(world.db, directory, [{ refund: row.id, status: 'succeeded', at: null, failure: null }])
  expect(await world.balance('pilot/clearing')).toBe('0.00')
  expect((await checkBooks(world.db)).faults).toEqual([])
})

it('restores the position when the refund fails', async () => {
  const charge = await abroad(true)
  const position = await world.balance('platform/position')
  const row = await refund(charge, 'payer', '24.5')
  expect(await world.balance('platform/position')).not.toBe(position)
  const { directory } = world.engine.tenant(world.tenant)
  await finalizeRefunds(world.db, directory, [{ refund: row.id, status: 'failed', at: null, failure: 'closed' }])
  expect(await world.balance('platform/position')).toBe(position)
  expect((await checkBooks(world.db)).faults).toEqual([])
})

it('posts nothing without the current rate', async () => {
  const charge = await abroad()
  await expect(world.engine.previewRefund(world.tenant, asked(charge, 'payer'))).rejects.toMatchObject({
    code: 'refund_rate_missing',
  })
})
