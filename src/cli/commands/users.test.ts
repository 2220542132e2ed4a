import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { recoup, temporaryFolder } from '../../../test/program.ts'
import { Seal } from '../../seal.ts'
import { prepareFirstTenant } from '../../server/first-tenant.ts'
import { readSettings } from '../../server/settings.ts'
import { signInSettings } from '../../server/sign-in-settings.ts'
import { SignIn } from '../../users/sign-in.ts'

const home = temporaryFolder()
let database: TestDatabase
let signIn: SignIn
beforeAll(async () => {
  database = await testDatabase()
  signIn = new SignIn(database, new Seal(new Uint8Array(32)))
})
afterAll(async () => {
  await database.close()
  home.remove()
})

const tryOut = async (email: string, password: string) =>
  (await signIn.withPassword({ email, password }, { cookie: undefined, userAgent: undefined, address: '::1' })).answer

it('a new installation has one administrator, with the password in a file readable only by its owner', async () => {
  const prepare = () => prepareFirstTenant(database, home.folder, undefined)
  const [first, second] = await Promise.all([prepare(), prepare()])
  expect(second.admin).toEqual(first.admin)
  const { email, passwordFile } = first.admin!
  expect(passwordFile).toBe(path.join(home.folder, 'admin-password'))
  expect(statSync(passwordFile).mode & 0o777).toBe(0o600)
  expect(await tryOut(email, (await readFile(passwordFile, 'utf8')).trim())).toEqual({ status: 'signed_in' })
  expect(await database.system.query('SELECT FROM app_user')).toHaveLength(1)
  const elsewhere = temporaryFolder()
  expect((await prepareFirstTenant(database, elsewhere.folder, undefined)).admin).toBeNull()
  elsewhere.remove()
})

it('users are created and listed directly in the database', async () => {
  const environment = { RECOUP_DATA: home.folder, DATABASE_URL: database.url }
  const run = (...args: string[]) => recoup(['users', ...args, '--json'], environment)
  const [added, refused] = await Promise.all([
    run('add', '--email', 'ada@example.com', '--role', 'finance'),
    run('add', '--email', 'x@example.com', '--role', 'king'),
  ])
  expect(added.code).toBe(0)
  const { password, ...ada } = JSON.parse(added.stdout) as { password: string; email: string; role: string }
  expect(ada).toMatchObject({ email: 'ada@example.com', role: 'finance', hasPassword: true })
  expect(await tryOut('ada@example.com', password)).toEqual({ status: 'signed_in' })
  expect(JSON.parse(refused.stdout)).toMatchObject({ problem: { code: 'role_unknown' } })
  const [changed, alone] = await Promise.all([
    run('set-password', 'ada@example.com'),
    run('disable', 'admin@recoup.localhost'),
  ])
  expect(JSON.parse(alone.stdout)).toMatchObject({ problem: { code: 'last_admin' } })
  await expect(tryOut('ada@example.com', password)).rejects.toMatchObject({ code: 'sign_in_refused' })
  expect(await tryOut('ada@example.com', (JSON.parse(changed.stdout) as { password: string }).password)).toEqual({
    status: 'signed_in',
  })
})

it('company sign-in is configured completely or not at all', () => {
  const issuer = { RECOUP_OIDC_ISSUER: 'https://id.example.com/' }
  expect(signInSettings(readSettings({}), 1)).toEqual({})
  expect(() => signInSettings(readSettings(issuer), 1)).toThrow(/RECOUP_PUBLIC_URL, RECOUP_OIDC_CLIENT_ID/)
  const all = {
    ...issuer,
    RECOUP_PUBLIC_URL: 'https://pay.example.com',
    RECOUP_OIDC_CLIENT_ID: 'a',
    RECOUP_OIDC_CLIENT_SECRET: 'b',
  }
  const oidc = { issuer: 'https://id.example.com', clientId: 'a', clientSecret: 'b', tenant: 1 }
  expect(signInSettings(readSettings(all), 1)).toEqual({ publicUrl: 'https://pay.example.com', oidc })
  expect(() => readSettings({ RECOUP_PUBLIC_URL: 'https://pay.example.com/console' })).toThrow(/without a path/)
})
