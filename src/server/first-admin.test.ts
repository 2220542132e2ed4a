import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testSeal } from '../../test/api-server.ts'
import { Browser, listening } from '../../test/web-client.ts'
import { makeWorld, type World } from '../../test/world.ts'
import { prepareFirstAdmin, removeChangedPassword } from './first-admin.ts'
import { buildServer } from './http-server.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await makeWorld()
  folder = await mkdtemp(path.join(tmpdir(), 'recoup-admin-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

it('the password file is removed once the password was changed', async () => {
  const { database, tenant, engine } = world
  const file = path.join(folder, 'admin-password')
  const admin = (await prepareFirstAdmin(database, tenant, file))!
  expect(await prepareFirstAdmin(database, tenant, file)).toEqual(admin)
  const onPassword = () => removeChangedPassword(database, tenant, file)
  const app = await buildServer({ database, engine, seal: testSeal, signIn: { onPassword } })
  const browser = new Browser(await listening(app))
  try {
    const password = (await readFile(file, 'utf8')).trim()
    expect((await browser.post('/v1/sign-in', { email: admin.email, password })).status).toBe(200)
    const refused = { currentPassword: 'wrong wrong wrong', newPassword: 'a better password' }
    expect((await browser.put('/v1/me/password', refused)).body.code).toBe('password_refused')
    expect(existsSync(file)).toBe(true)
    const changed = await browser.put('/v1/me/password', {
      currentPassword: password,
      newPassword: 'a better password',
    })
    expect(changed.status).toBe(200)
    expect(existsSync(file)).toBe(false)
    expect(await prepareFirstAdmin(database, tenant, file)).toBeNull()
  } finally {
    app.server.closeAllConnections()
    await app.close()
  }
})
