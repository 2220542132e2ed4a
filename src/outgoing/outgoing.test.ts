import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Resolver } from './connector.ts'
import { type AnswerLimits, type FailedCall, Outgoing, type OutgoingOptions } from './outgoing.ts'

const LIMITS: AnswerLimits = { timeoutMs: 2_000, bytesMax: 1_000 }

let server: Server
let port: number
let calls: IncomingMessage[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
const open: Outgoing[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    calls.push(request)
    answer(request, response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  calls = []
  answer = (_, response) => response.end('ok')
})
afterAll(async () => {
  await Promise.all(open.map((each) => each.close()))
  server.closeAllConnections()
  server.close()
})

function client(options: OutgoingOptions): Outgoing {
  const outgoing = new Outgoing(options)
  open.push(outgoing)
  return outgoing
}

const get = (url: string) => ({ method: 'GET', url, headers: {} }) as const
const here = (path = '/') => `http://127.0.0.1:${port}${path}`
const forbidden = { code: 'address_forbidden', sent: false }

describe('targets', () => {
  it.each([
    ...['http://127.0.0.1', 'https://127.0.0.1', 'https://127.1', 'https://2130706433', 'https://0x7f000001'],
    ...['https://0177.0.0.1', 'https://127.0.0.1.', 'https://localhost', 'https://LOCALHOST.', 'https://a.localhost'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://[::ffff:7f00:1]', 'https://[::127.0.0.1]'],
    ...['https://[0:0:0:0:0:ffff:7f00:1]', 'https://[64:ff9b::7f00:1]', 'https://[64:ff9b:1::7f00:1]'],
    ...['https://[2002:7f00:1::]', 'https://[fe80::1]', 'https://[fc00::1]', 'https://[ff02::1]', 'https://0.0.0.0'],
    ...['https://169.254.169.254', 'https://168.63.129.16', 'https://100.100.100.200', 'https://192.0.0.192'],
    ...[
      'https://224.0.0.1',
      'https://255.255.255.255',
      'https://１２７.０.０.１',
      'https://127。0。0。1',
      'https://①②⑦.0.0.1',
    ],
    ...['https://user:pw@example.com', 'https://example.com@127.0.0.1', 'ftp://example.com', 'file:///etc/passwd'],
  ])('%s is refused without a connection', async (url) => {
    const call = client({ targets: 'public' }).ask(1, get(`${url}:${port}/`.replace(/^file.*/, url)), LIMITS)
    await expect(call).rejects.toMatchObject(forbidden)
    expect(calls).toEqual([])
  })

  it('refuses a name that resolves to a forbidden address, also when its answers change', async () => {
    const answers = [['93.184.216.34'], ['127.0.0.1'], ['::ffff:127.0.0.1'], ['10.0.0.1', '169.254.169.254']]
    let turn = 0
    const resolve: Resolver = (_hostname, _options, done) => {
      turn += 1
      const family = (address: string) => (address.includes(':') ? 6 : 4)
      done(
        null,
        answers[turn]!.map((address) => ({ address, family: family(address) })),
      )
    }
    const outgoing = client({ targets: 'public', resolve })
    while (turn < answers.length - 1) {
      await expect(outgoing.ask(1, get(`https://rebound.example:${port}/`), LIMITS)).rejects.toMatchObject(forbidden)
    }
    expect(calls).toEqual([])
  })

  it('connects to the allowed addresses of a name only', async () => {
    const seen: string[] = []
    const resolve: Resolver = (hostname, _options, done) => {
      seen.push(hostname)
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address: '192.0.2.1', family: 4 },
      ])
    }
    const outgoing = client({ targets: 'loopback', resolve })
    expect(await outgoing.ask(1, get(`http://localhost:${port}/`), LIMITS)).toMatchObject({ status: 200 })
    expect(seen).toEqual(['localhost'])
  })

  it('allows this machine with loopback, and no other network', async () => {
    const outgoing = client({ targets: 'loopback' })
    expect(await outgoing.ask(1, get(here()), LIMITS)).toMatchObject({ status: 200, complete: true })
    for (const url of ['http://10.0.0.1/', 'https://10.0.0.1/', 'http://example.com/', 'https://169.254.169.254/']) {
      await expect(outgoing.ask(1, get(url), LIMITS)).rejects.toMatchObject(forbidden)
    }
  })

  it('uses no proxy from the environment', async () => {
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = 'http://127.0.0.1:1'
    try {
      expect(await client({ targets: 'any' }).ask(1, get(here()), LIMITS)).toMatchObject({ status: 200 })
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY
      else process.env.HTTP_PROXY = before
    }
  })
})

describe('answers', () => {
  it('redirects are not followed', async () => {
    answer = (_, response) => response.writeHead(302, { location: here('/secret') }).end()
    expect(await client({ targets: 'any' }).ask(1, get(here()), LIMITS)).toMatchObject({ status: 302 })
    expect(calls).toHaveLength(1)
  })

  it('are read up to the limit and never decompressed', async () => {
    answer = (_, response) => response.end('x'.repeat(5_000_000))
    const outgoing = client({ targets: 'any' })
    const long = await outgoing.ask(1, get(here()), LIMITS)
    expect(long.body).toHaveLength(1_000)
    expect(long.complete).toBe(false)
    const packed = gzipSync('x'.repeat(100_000))
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed)
    expect((await outgoing.ask(1, get(here()), LIMITS)).body).toEqual(packed)
    answer = (_, response) => response.writeHead(200, { 'x-long': 'y'.repeat(40_000) }).end()
    await expect(outgoing.ask(1, get(here()), LIMITS)).rejects.toMatchObject({ code: 'no_answer' })
  })

  it('that drip end at the time limit, whatever arrives', async () => {
    answer = (_, response) => {
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    }
    const began = performance.now()
    const call = client({ targets: 'any' }).ask(1, get(here()), { timeoutMs: 300, bytesMax: 100_000 })
    await expect(call).rejects.toMatchObject({ code: 'no_answer', sent: true })
    expect(performance.now() - began).toBeLessThan(1_500)
  })

  it('that break off count where their status is enough', async () => {
    answer = (_, response) => void response.write('the beginning')
    const limits = { timeoutMs: 200, bytesMax: 1_000 }
    const outgoing = client({ targets: 'any' })
    await expect(outgoing.ask(1, get(here()), limits)).rejects.toMatchObject({ code: 'no_answer' })
    const broken = await outgoing.ask(1, get(here()), { ...limits, partial: true })
    expect(broken).toMatchObject({ status: 200, complete: false, body: Buffer.from('the beginning') })
  })

  it('with endless informational answers or headers end at the limits', async () => {
    const endless = createTcpServer((socket) => {
      socket.on('error', () => {})
      const more = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'), 5)
      socket.on('close', () => clearInterval(more))
    })
    await once(endless.listen(0, '127.0.0.1'), 'listening')
    const { port: at } = endless.address() as AddressInfo
    const call = client({ targets: 'any' }).ask(1, get(`http://127.0.0.1:${at}/`), { timeoutMs: 300, bytesMax: 1_000 })
    await expect(call).rejects.toMatchObject({ code: 'no_answer' })
    endless.close()
  })

  it('files end at the size, the pause and the time limit', async () => {
    const read = async (limits: { timeoutMs: number; pauseMs: number; bytesMax: number }) => {
      let bytes = 0
      for await (const chunk of client({ targets: 'any' }).download(1, get(here()), limits, () => new Error('refused')))
        bytes += chunk.length
      return bytes
    }
    const limits = { timeoutMs: 3_000, pauseMs: 1_000, bytesMax: 2_000_000 }
    answer = (_, response) => response.end('x'.repeat(1_000_000))
    expect(await read(limits)).toBe(1_000_000)
    await expect(read({ ...limits, bytesMax: 999_999 })).rejects.toMatchObject({ code: 'answer_too_large' })
    answer = (_, response) => response.writeHead(404).end('secret')
    await expect(read(limits)).rejects.toThrow('refused')
    answer = (_, response) => void response.write('x')
    await expect(read({ ...limits, pauseMs: 100 })).rejects.toMatchObject({ code: 'no_answer' })
    answer = (_, response) => {
      const drip = setInterval(() => response.write('x'), 10)
      response.on('close', () => clearInterval(drip))
    }
    await expect(read({ ...limits, timeoutMs: 200 })).rejects.toMatchObject({ code: 'no_answer' })
  })
})

describe('failures', () => {
  it('closed, reset and silent ports have one code; the difference is for the log', async () => {
    const reset = createTcpServer((socket) => socket.on('data', () => socket.resetAndDestroy()))
    const silent = createTcpServer(() => {})
    for (const each of [reset, silent]) await once(each.listen(0, '127.0.0.1'), 'listening')
    const portOf = (each: typeof reset) => (each.address() as AddressInfo).port
    const failures: FailedCall[] = []
    const outgoing = client({ targets: 'any' })
    outgoing.reportTo((failure) => failures.push(failure))
    for (const each of [1, portOf(reset), portOf(silent)]) {
      const call = outgoing.ask(1, get(`http://127.0.0.1:${each}/`), { ...LIMITS, timeoutMs: 200 })
      await expect(call).rejects.toMatchObject({ code: 'no_answer' })
    }
    expect(failures.map(({ reason }) => reason)).toEqual(['ECONNREFUSED', 'ECONNRESET', 'timeout'])
    await outgoing.close()
    for (const each of [reset, silent]) each.close()
  })

  it('an aborted call throws the reason of its signal', async () => {
    answer = () => {}
    const stopping = new AbortController()
    const reason = new Error('the process stops')
    setTimeout(() => stopping.abort(reason), 50)
    const call = client({ targets: 'any' }).ask(1, { ...get(here()), signal: stopping.signal }, LIMITS)
    await expect(call).rejects.toBe(reason)
  })
})

describe('tenants', () => {
  const limits = { perOrigin: 2, total: 3, waiting: 4 }

  it('a slow target delays neither other tenants nor other targets of its tenant', async () => {
    const held: ServerResponse[] = []
    answer = ({ url }, response) => void (url === '/slow' ? held.push(response) : response.end('ok'))
    const other = createServer((_, response) => response.end('ok'))
    await once(other.listen(0, '127.0.0.1'), 'listening')
    const outgoing = client({ targets: 'any', limits })
    const slow = Array.from({ length: 4 }, () => outgoing.ask(1, get(here('/slow')), LIMITS))
    await expect.poll(() => held.length).toBe(2)
    expect(await outgoing.ask(2, get(here('/')), LIMITS)).toMatchObject({ status: 200 })
    const elsewhere = get(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    expect(await outgoing.ask(1, elsewhere, LIMITS)).toMatchObject({ status: 200 })
    expect(held).toHaveLength(2)
    for (let served = 0; served < 4; served += 1) {
      await expect.poll(() => held.length).toBeGreaterThan(served)
      held[served]!.end()
    }
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    other.close()
  })

  it('refuses calls beyond those that may wait, and those that wait too long', async () => {
    answer = () => {}
    const outgoing = client({ targets: 'any', limits })
    const patient = { ...LIMITS, timeoutMs: 500 }
    const under = Array.from({ length: 6 }, () => outgoing.ask(1, get(here()), patient).catch(({ code }) => code))
    await expect(outgoing.ask(1, get(here()), patient)).rejects.toMatchObject({ code: 'busy', sent: false })
    expect(await Promise.all(under)).toEqual(['no_answer', 'no_answer', ...Array(4).fill('busy')])
  })
})
