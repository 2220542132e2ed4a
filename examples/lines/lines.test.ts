/**
 * Every script of this folder prints the committed text next to it. `npx vitest run examples/lines -u` updates the
 * texts.
 */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../test/api-server.ts'

const folder = import.meta.dirname
const scripts = readdirSync(folder).filter((file) => /^(?!story)[a-z]+\.ts$/.test(file))
const run = promisify(execFile)

let api: TestServer
let url: string
beforeAll(async () => {
  api = await makeServer()
  url = await api.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => api.close())

it.each(scripts)('%s prints the committed text', async (script) => {
  const env = { ...process.env, RECOUP_URL: url, RECOUP_KEY: api.key }
  const { stdout } = await run(process.execPath, [`${folder}/${script}`], { env })
  await expect(stdout).toMatchFileSnapshot(`${folder}/${script.replace('.ts', '.txt')}`)
})
