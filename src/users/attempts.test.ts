import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { countAttempt } from './attempts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.system.execute('DELETE FROM sign_in_attempt'))

const limits = { perEmailAndAddress: 3, perEmail: 5, perAddress: 8 }
const attempt = (email: string, address: string) => countAttempt(database, limits, email, address)

/** The number of parallel attempts that are admitted. */
async function through(tries: number, email: (n: number) => string, address: (n: number) => string): Promise<number> {
  const all = Array.from({ length: tries }, (_, n) => attempt(email(n), address(n)))
  const results = await Promise.allSettled(all)
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'sign_in_limited' })
  }
  return results.filter(({ status }) => status === 'fulfilled').length
}

const owner = () => 'owner@example.com'

it('locks out the attacker, not the account under attack', async () => {
  expect(await through(20, owner, () => '192.0.2.1')).toBe(3)
  await expect(attempt(owner(), '198.51.100.7')).resolves.toBeDefined()
})

it('counts attempts of one address on many accounts, and none beyond its limit against them', async () => {
  expect(
    await through(
      30,
      (n) => `user_${n}@example.com`,
      () => '192.0.2.1',
    ),
  ).toBe(8)
  // Everything it sends from now on is refused without affecting others.
  expect(await through(20, owner, () => '192.0.2.1')).toBe(0)
  expect(await through(4, owner, (n) => `198.51.100.${n}`)).toBe(4)
})

it('limits attempts on one email from all addresses, and resets after a success', async () => {
  expect(await through(12, owner, (n) => `192.0.2.${n}`)).toBe(5)
  await database.system.execute('DELETE FROM sign_in_attempt')
  for (let n = 0; n < 7; n += 1) await (await attempt(owner(), `192.0.2.${n}`)).succeeded()
  expect(await through(12, owner, (n) => `192.0.2.${n}`)).toBe(5)
})
