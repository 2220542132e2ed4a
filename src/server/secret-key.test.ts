import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { prepareSeal } from './secret-key.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-seal-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

it('is created once, readable only by its owner, and another one is refused', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => prepareSeal(database, folder)))
  expect(two!.seal.open(one!.seal.close('secret', 'x'), 'x')).toBe('secret')
  const file = path.join(folder, 'secret.key')
  const key = (await readFile(file, 'utf8')).trim()
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const elsewhere = path.join(folder, 'elsewhere')
  const from = (where: string, given?: string) => prepareSeal(database, where, { given })
  expect((await from(elsewhere, key.toUpperCase())).seal.derive('x')).toEqual(one!.seal.derive('x'))
  await expect(from(elsewhere)).rejects.toMatchObject({ code: 'secret_key_wrong' })
  await expect(from(elsewhere, 'ab'.repeat(32))).rejects.toMatchObject({
    code: 'secret_key_wrong',
    params: { source: 'RECOUP_SECRET_KEY' },
  })
  await writeFile(file, 'nonsense')
  await expect(from(folder)).rejects.toMatchObject({ code: 'secret_key_unusable' })
})
