import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { countAttempt } from './attempts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.system.execute('DELETE FROM sign_in_attempt'))

const limits = { perAccountAndNetwork: 3, perAccount: 5, perNetwork: 8 }
const attempt = (email: string, address: string, device?: string) =>
  countAttempt(database, limits, email, { address, device })

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

it('counts attempts of one network on many accounts, and none beyond its limit against them', async () => {
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

it('slows an account down that is guessed from many networks, without locking it', async () => {
  // The first beyond the limit takes the turn of the next half minute.
  expect(await through(12, owner, (n) => `192.0.2.${n}`)).toBe(6)
  await expect(attempt(owner(), '198.51.100.1')).rejects.toMatchObject({ params: { wait: 30 } })
  await database.system.execute(`UPDATE sign_in_attempt SET since = since - interval '31 s'`)
  expect(await through(12, owner, (n) => `203.0.113.${n}`)).toBe(1)
})

it('resets the counts of an account after a success', async () => {
  for (let n = 0; n < 7; n += 1) await (await attempt(owner(), `192.0.2.${n}`)).succeeded()
  expect(await through(5, owner, (n) => `198.51.100.${n}`)).toBe(5)
})

it('counts an IPv6 /64 as one network', async () => {
  expect(await through(20, owner, (n) => `2001:db8:1:2::${n + 1}`)).toBe(3)
  expect(
    await through(
      20,
      (n) => `user_${n}@example.com`,
      (n) => `2001:db8:1:4:${n}::1`,
    ),
  ).toBe(8)
  await expect(attempt(owner(), '2001:db8:1:3::1')).resolves.toBeDefined()
})

it('never locks a browser in which the account has signed in before', async () => {
  await through(50, owner, (n) => `192.0.2.${n}`)
  await through(
    50,
    (n) => `user_${n}@example.com`,
    () => '198.51.100.7',
  )
  await expect(attempt(owner(), '198.51.100.7')).rejects.toMatchObject({ code: 'sign_in_limited' })
  await expect(attempt(owner(), '198.51.100.7', 'device 1')).resolves.toBeDefined()
  await attempt(owner(), '198.51.100.7', 'device 1')
  await attempt(owner(), '198.51.100.7', 'device 1')
  await expect(attempt(owner(), '198.51.100.8', 'device 1')).rejects.toMatchObject({ code: 'sign_in_limited' })
  await expect(attempt(owner(), '198.51.100.7', 'device 2')).resolves.toBeDefined()
})
