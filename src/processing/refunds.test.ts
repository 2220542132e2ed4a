/** How refunds share jobs. For the answers of providers see execution.test.ts. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testOutgoing, testSeal } from '../../test/api-server.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { newUuid, uuidToId } from '../ids.ts'
import { executeRefund } from '../refunds/queue.ts'
import { Gateways } from './gateways.ts'
import { runRefundJob } from './refunds.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

interface Waiting {
  readonly key: string | null
  readonly refunds: string[]
  readonly later: boolean
}
const waiting = () =>
  world.database.system.query<Waiting>(
    `SELECT singleton_key AS key, data->'refunds' AS refunds, start_after > now() AS later
     FROM pgboss.job_common WHERE name = $1 ORDER BY created_on, singleton_key`,
    [executeRefund.name],
  )
const clear = () => world.database.system.execute('DELETE FROM pgboss.job_common WHERE name = $1', [executeRefund.name])

/** Creates full refunds of payments through a gateway that is not configured. @returns their UUIDs. */
async function refunds(count: number): Promise<string[]> {
  const event = { payer: 'usr_1', merchant: 'mch_1', amount: { amount: '3.00', currency: 'CNY' }, channel: 'sandbox' }
  const rules = { windowDays: null, maxRefunds: null, minGapSeconds: 0 }
  const charges = await Promise.all(
    Array.from({ length: count }, () =>
      world.engine.charge(world.tenant, {
        of: { line: 'payments', product: 'scan-pay', event },
        payment: { gateway: 'nowhere', order: newUuid(), rules },
      }),
    ),
  )
  const nothing = { ask: {}, reason: null, reference: null, effectiveAt: null, previewHash: null }
  const results = await Promise.all(
    charges.map(({ charge }) => world.engine.refund(world.tenant, { charge: uuidToId('chg', charge.id), ...nothing })),
  )
  return results.map(({ refund }) => refund.id)
}

it('refunds of one batch share jobs, and a single refund has one job of its own', async () => {
  const many = await refunds(19)
  const jobs = await waiting()
  expect(jobs.map((job) => job.refunds.length)).toEqual([8, 8, 3])
  expect(jobs.flatMap((job) => job.refunds).toSorted()).toEqual(many.toSorted())
  await clear()
  const [one] = await refunds(1)
  expect(await waiting()).toEqual([{ key: one, refunds: [one], later: false }])
  await clear()
})

it('a refund with an internal error is moved from its shared job to its own and fails there', async () => {
  const context = { engine: world.engine, gateways: new Gateways(testSeal, testOutgoing) }
  const both = await refunds(2)
  await clear()
  await runRefundJob(context, { tenant: world.tenant, refunds: [...both, newUuid()] })
  expect(await waiting()).toEqual(both.toSorted().map((key) => ({ key, refunds: [key], later: true })))
  await expect(runRefundJob(context, { tenant: world.tenant, refunds: [both[0]!] })).rejects.toMatchObject({
    code: 'gateway_unknown',
  })
  await clear()
})
