import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { guardGlobalFetch } from './global-fetch.ts'

/** The issuer that the operator chose, and a server beside it. */
const servers = [0, 1].map(() =>
  createServer(({ url }, response) => {
    if (url === '/away') return response.writeHead(302, { location: `${origins[1]}/secret` }).end()
    if (url === '/long') return response.end('x'.repeat(5_000_000))
    return response.end('ok')
  }),
)
let origins: string[] = []
let restore: () => Promise<void>

beforeAll(async () => {
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening')
  origins = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  restore = guardGlobalFetch({ targets: 'public', origins: [origins[0]!] })
})
afterAll(async () => {
  await restore()
  expect((await fetch(origins[1]!)).status).toBe(200)
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

it('lets libraries reach the origin that the operator chose', async () => {
  expect(await (await fetch(`${origins[0]}/.well-known/openid-configuration`)).text()).toBe('ok')
})

it('refuses other internal servers, also where the chosen one redirects to them', async () => {
  for (const url of [
    ...[`${origins[1]}/token`, `${origins[0]}/away`, origins[1]!.replace('http', 'https')],
    ...[origins[1]!.replace('127.0.0.1', 'localhost'), 'https://169.254.169.254/', 'http://example.com/'],
  ]) {
    const error: unknown = await fetch(url).catch((thrown: unknown) => thrown)
    expect(error, url).toMatchObject({ cause: { code: 'ADDRESS_FORBIDDEN' } })
  }
})

it('bounds the size of answers', async () => {
  const answer = await fetch(`${origins[0]}/long`)
  await expect(answer.text()).rejects.toThrow()
})
