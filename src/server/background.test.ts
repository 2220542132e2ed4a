import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { createTenant } from '../tenants/tenants.ts'
import { startBackground } from './background.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('runs the work of the tenants after one whose work fails', async () => {
  const first = (await createTenant(database, 'First', 'Asia/Shanghai')).id
  const second = (await createTenant(database, 'Second', 'Asia/Shanghai')).id
  const done: number[] = []
  const reported: unknown[] = []
  const reached = Promise.withResolvers<void>()
  const run = async ({ tenant }: { readonly tenant: number }): Promise<number> => {
    if (tenant === first) throw new Error('no luck')
    done.push(tenant)
    if (tenant === second) reached.resolve()
    return 0
  }
  const background = startBackground(database, (error) => reported.push(error), [{ name: 'test', everyMs: 1, run }])
  await reached.promise
  await background.stop()
  expect(done).toContain(second)
  expect(reported[0]).toMatchObject({ message: 'no luck' })
})
