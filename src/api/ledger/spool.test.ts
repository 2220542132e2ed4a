import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer, type TestServer } from '../../../test/api-server.ts'
import { Turns } from '../../http/turns.ts'
import { spooled } from './spool.ts'

const { signal } = new AbortController()

async function* rows(count: number): AsyncGenerator<string> {
  for (let n = 0; n < count; n++) yield `row ${n} 行\n`
}

describe('a spooled export', () => {
  it('reads all chunks before its reader reads any, and ends once', async () => {
    let taken = 0
    async function* counted() {
      for await (const row of rows(20_000)) {
        taken += 1
        yield row
      }
    }
    let ends = 0
    const stream = await spooled(counted(), { signal, ended: () => ends++ })
    expect([taken, ends]).toEqual([20_000, 0])
    const text = Buffer.concat(await stream.toArray()).toString()
    expect(text.split('\n')).toHaveLength(20_001)
    expect(text.endsWith('row 19999 行\n')).toBe(true)
    await sleep(20)
    expect(ends).toBe(1)
  })

  it('is bounded, and stops when its client has left', async () => {
    let ends = 0
    const ended = () => ends++
    await expect(spooled(rows(1_000), { signal, ended, bytesMax: 100 })).rejects.toMatchObject({
      code: 'export_too_large',
    })
    const gone = AbortSignal.abort(new Error('left'))
    await expect(spooled(rows(1_000), { signal: gone, ended })).rejects.toThrow('left')
    expect(ends).toBe(2)
  })

  it('is closed when its reader stalls', async () => {
    const ended = Promise.withResolvers<void>()
    const stream = await spooled(rows(50_000), { signal, ended: () => ended.resolve(), patienceMs: 30 })
    stream.on('error', () => {})
    stream.read(0)
    await ended.promise
    expect(stream.destroyed).toBe(true)
  })
})

it('gives each tenant its own turns', () => {
  const turns = new Turns(2)
  const end = turns.take(1)
  turns.take(1)
  expect(() => turns.take(1)).toThrow(expect.objectContaining({ code: 'operations_limited' }))
  turns.take(2)
  end()
  end()
  turns.take(1)
  expect(() => turns.take(1)).toThrow(expect.objectContaining({ code: 'operations_limited' }))
})

describe('clients that do not read', () => {
  let api: TestServer
  let url = ''
  beforeAll(async () => {
    api = await makeServer()
    url = await api.app.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => api.close())

  it('hold no connection of the database and are limited in number', async () => {
    const headers = { authorization: `Bearer ${api.key}` }
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => fetch(`${url}/v1/ledger/export?format=csv`, { headers })),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status !== 200 && status !== 429)).toEqual([])
    expect(statuses).toContain(200)
    expect(statuses).toContain(429)
    const { load } = api.world.database
    expect(load.total - load.idle).toBe(0)
    await Promise.all(answers.map((answer) => answer.text()))
    expect((await fetch(`${url}/v1/ledger/export?format=csv`, { headers })).status).toBe(200)
  })
})
