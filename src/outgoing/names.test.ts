import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { isPublicAddress } from './address.ts'
import { nameServerResolver } from './connector.ts'
import { Outgoing } from './outgoing.ts'

/** Addresses that the tenant's name server returns for each question, by name; the last one repeats. */
let zone: Record<string, string[][]> = {}
let asked: string[] = []
let nameServer: Socket
let servers: string[]
let calls = 0
const internal = createServer((_, response) => {
  calls += 1
  response.end('secret')
})

beforeAll(async () => {
  nameServer = createSocket('udp4', (question, { port, address }) => {
    const answer = answerTo(question)
    if (answer) nameServer.send(answer, port, address)
  })
  nameServer.bind(0, '127.0.0.1')
  await once(nameServer, 'listening')
  servers = [`127.0.0.1:${nameServer.address().port}`]
  await once(internal.listen(0, '127.0.0.1'), 'listening')
})
beforeEach(() => {
  zone = {}
  asked = []
})
afterAll(() => {
  nameServer.close()
  internal.close()
})

/** A name server for A records; it is silent about names that it does not know. */
function answerTo(question: Buffer): Buffer | undefined {
  const labels: string[] = []
  let at = 12
  for (; question[at]! > 0; at += question[at]! + 1)
    labels.push(question.toString('latin1', at + 1, at + 1 + question[at]!))
  const isA = question.readUInt16BE(at + 1) === 1
  const name = labels.join('.').toLowerCase()
  const turns = zone[name]
  if (!turns) return undefined
  if (isA) asked.push(name)
  const addresses = isA ? (turns.length > 1 ? turns.shift()! : turns[0]!) : []
  const head = Buffer.from(question.subarray(0, at + 5))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(addresses.length, 6)
  head.writeUInt16BE(0, 8)
  head.writeUInt16BE(0, 10)
  const records = addresses.map((address) =>
    Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  )
  return Buffer.concat([head, ...records])
}

const LIMITS = { timeoutMs: 9_000, bytesMax: 1_000 }
const call = (host: string) => {
  const { port } = internal.address() as AddressInfo
  return { method: 'GET', url: `https://${host}:${port}/`, headers: {} } as const
}

it('asks again for every connection, and refuses the address that a name has changed to', async () => {
  zone['rebind.example'] = [['10.0.0.1'], ['127.0.0.1'], ['169.254.169.254'], ['0.0.0.0'], ['168.63.129.16']]
  const outgoing = new Outgoing({ targets: 'public', resolve: nameServerResolver(servers) })
  for (let turn = 0; turn < 5; turn += 1)
    await expect(outgoing.ask(1, call('rebind.example'), LIMITS)).rejects.toMatchObject({ code: 'address_forbidden' })
  expect(asked).toHaveLength(5)
  expect(calls).toBe(0)
  await outgoing.close()
})

it('passes on the allowed addresses of a name only, and a bounded number', async () => {
  zone['many.example'] = [Array.from({ length: 30 }, (_, n) => `${n % 2 === 0 ? '93.184.216' : '10.0.0'}.${n}`)]
  const found = await new Promise<string[]>((resolve) => {
    nameServerResolver(servers)('many.example', { all: true }, (_, addresses) =>
      resolve(addresses.map(({ address }) => address)),
    )
  })
  expect(found.length).toBeLessThanOrEqual(16)
  expect(found.filter((address) => isPublicAddress(address)).length).toBeLessThan(found.length)
})

it('a silent name server holds nothing but its own call', async () => {
  const outgoing = new Outgoing({ targets: 'public', resolve: nameServerResolver(servers) })
  const slow = Array.from({ length: 40 }, (_, n) => outgoing.ask(1, call(`silent${n}.example`), LIMITS))
  const outcomes = Promise.allSettled(slow)
  zone['quick.example'] = [['127.0.0.1']]
  const began = performance.now()
  await expect(outgoing.ask(2, call('quick.example'), LIMITS)).rejects.toMatchObject({ code: 'address_forbidden' })
  expect(performance.now() - began).toBeLessThan(1_500)
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'no_answer', sent: false } })
  await outgoing.close()
}, 20_000)
