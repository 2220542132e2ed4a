import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { createTenant } from '../tenants/tenants.ts'
import { databaseAdapter } from './adapter.ts'
import { makeAuth } from './auth.ts'
import { COMMAND_LINE, createUser } from './users.ts'

let database: TestDatabase
let adapter: ReturnType<ReturnType<typeof databaseAdapter>>
let user: string
beforeAll(async () => {
  database = await testDatabase()
  const tenant = (await createTenant(database, 'test', 'UTC')).id
  user = (await createUser(database, tenant, { email: 'a@example.com', name: 'A', role: 'admin' }, COMMAND_LINE)).id
  const { options } = makeAuth(database, { secret: 'x'.repeat(40), publicUrl: undefined })
  adapter = databaseAdapter(database)(options as never)
})
afterAll(() => database.close())

const verification = (identifier: string, value = 'v') =>
  adapter.create<{ identifier: string; value: string; expiresAt: Date }, { id: string }>({
    model: 'verification',
    data: { identifier, value, expiresAt: new Date(Date.now() + 60_000) },
  })

describe('better-auth’s adapter', () => {
  it('creates, finds, updates and deletes', async () => {
    const { id } = await verification('one')
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    const where = [{ field: 'identifier', value: 'one' }]
    expect(await adapter.findOne({ model: 'verification', where })).toMatchObject({
      id,
      value: 'v',
      expiresAt: expect.any(Date),
    })
    expect(await adapter.update({ model: 'verification', where, update: { value: 'w' } })).toMatchObject({ value: 'w' })
    expect(await adapter.count({ model: 'verification', where })).toBe(1)
    await adapter.delete({ model: 'verification', where })
    expect(await adapter.findOne({ model: 'verification', where })).toBeNull()
  })

  it('applies conditions', async () => {
    for (const name of ['m1', 'm2', 'm3']) await verification(name, name)
    const found = async (...where: Parameters<typeof adapter.findMany>[0]['where'] & {}) =>
      (
        await adapter.findMany<{ value: string }>({
          model: 'verification',
          where,
          sortBy: { field: 'value', direction: 'desc' },
        })
      ).map(({ value }) => value)
    expect(await found({ field: 'value', operator: 'in', value: ['m1', 'm3'] })).toEqual(['m3', 'm1'])
    expect(await found({ field: 'value', operator: 'not_in', value: ['m1', 'm3'] })).toEqual(['m2'])
    expect(await found({ field: 'value', value: 'm1' }, { field: 'value', value: 'm2', connector: 'OR' })).toEqual([])
    expect(
      await found({ field: 'value', value: 'm1', connector: 'OR' }, { field: 'value', value: 'm2', connector: 'OR' }),
    ).toEqual(['m2', 'm1'])
    expect(await found({ field: 'value', value: 'M2', mode: 'insensitive' })).toEqual(['m2'])
    expect(await found({ field: 'expiresAt', operator: 'lt', value: new Date() })).toEqual([])
    await expect(found({ field: 'value', operator: 'contains', value: 'm' })).rejects.toThrow('not here')
    await expect(adapter.findOne({ model: 'nothing', where: [] })).rejects.toThrow()
    expect(
      await adapter.deleteMany({
        model: 'verification',
        where: [{ field: 'value', operator: 'in', value: ['m1', 'm2', 'm3'] }],
      }),
    ).toBe(3)
  })

  it('gives a single-use row to only one of many', async () => {
    await verification('once')
    const consume = () => adapter.consumeOne({ model: 'verification', where: [{ field: 'identifier', value: 'once' }] })
    const answers = await Promise.all(Array.from({ length: 8 }, consume))
    expect(answers.filter((row) => row !== null)).toHaveLength(1)
  })

  it('counts every attempt and stops at the limit', async () => {
    await adapter.create({ model: 'twoFactor', data: { userId: user, secret: 's', backupCodes: 'b', verified: true } })
    const guarded = () =>
      adapter.incrementOne<{ failedVerificationCount: number }>({
        model: 'twoFactor',
        where: [
          { field: 'userId', value: user },
          { field: 'failedVerificationCount', operator: 'lt', value: 5 },
        ],
        increment: { failedVerificationCount: 1 },
        set: { lockedUntil: null },
      })
    const answers = await Promise.all(Array.from({ length: 8 }, guarded))
    const counts = answers.flatMap((row) => (row ? [row.failedVerificationCount] : [])).toSorted()
    expect(counts).toEqual([1, 2, 3, 4, 5])
  })
})

describe('row-level security', () => {
  it('shows a tenant only its own users, and no pending verifications', async () => {
    const other = database.tenant((await createTenant(database, 'other', 'UTC')).id)
    await verification('waiting')
    for (const table of ['app_user', 'user_two_factor', 'user_session', 'user_credential', 'user_verification']) {
      expect(await other.query(`SELECT FROM ${table}`), table).toEqual([])
    }
    expect(await other.execute('UPDATE app_user SET name = $1', ['x'])).toBe(0)
  })
})
