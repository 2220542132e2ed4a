/**
 * A hostile tenant and strangers beside a tenant that works: ten hostile behaviours at once, while the charges, refunds
 * and webhooks of the other tenant must be answered and none refused. Measured against the same work without them.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../src/db/connect.ts'
import { readNote } from '../../src/server/data-folder.ts'
import { createTenant } from '../../src/tenants/tenants.ts'
import { createKey } from '../../src/users/api-keys.ts'
import { SCOPES } from '../../src/users/identity.ts'
import { freePort, pause, Site } from './site.ts'

export interface NeighboursSettings {
  /** Duration of each of the two measurements. */
  readonly seconds: number
  readonly log: (line: string) => void
}

const WORK = ['charge', 'refund', 'webhook'] as const
type Work = (typeof WORK)[number]
type Times = Readonly<Record<Work, number[]>>

/** Milliseconds, the 99th percentile. */
type Figures = Readonly<Record<Work, number>>

export interface NeighboursResult {
  readonly soak: 'neighbours'
  readonly ok: boolean
  readonly quiet: Figures
  readonly hostile: Figures
  readonly charges: number
  /** Answers to the working tenant that were errors. */
  readonly refused: number
  /** Requests of each hostile behaviour that were answered. */
  readonly answered: Readonly<Record<string, number>>
}

/** How much slower the neighbour may become. Figures below a tick of the clock say nothing. */
const SLOWER_MOST = 10
const FIGURE_LEAST_MS = 20
const PAUSE_MS = 50

const SHOP = { kind: 'merchant', name: 'Shop', attributes: { merchantCategory: 'retail' } }
const EVENT = { payer: 'usr_1', merchant: 'mch_1', amount: { amount: '10.00', currency: 'CNY' }, channel: 'sandbox' }

export async function neighbours({ seconds, log }: NeighboursSettings): Promise<NeighboursResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-neighbours-'))
  const site = new Site(folder, await freePort())
  const silent = await listen(createServer(() => {}))
  const victim = new Victim(site)
  try {
    await site.start()
    await victim.prepare()
    await victim.work(1)
    const quiet = figuresOf(await victim.work(seconds))
    log(`quiet: ${JSON.stringify(quiet)}`)
    const key = await hostileKey(site)
    const hostiles = await startHostiles(site, key, silent.url)
    const times = await victim.work(seconds)
    const hostile = figuresOf(times)
    const answered = await hostiles.stop()
    log(`hostile: ${JSON.stringify(hostile)}, ${JSON.stringify(answered)}`)
    const slow = WORK.filter((work) => hostile[work] > SLOWER_MOST * Math.max(FIGURE_LEAST_MS, quiet[work]))
    const ok = slow.length === 0 && victim.refused === 0
    const charges = times.charge.length
    return { soak: 'neighbours', ok, quiet, hostile, charges, refused: victim.refused, answered }
  } finally {
    await site.stop()
    await victim.close()
    await silent.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresOf(times: Times): Figures {
  const p99 = (all: number[]) => {
    const sorted = all.toSorted((one, other) => one - other)
    return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY)
  }
  return { charge: p99(times.charge), refund: p99(times.refund), webhook: p99(times.webhook) }
}

interface Listening {
  readonly url: string
  close(): Promise<void>
}

async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

/** The tenant that works: charges, refunds and receives webhooks, two at a time. */
class Victim {
  refused = 0
  readonly #site: Site
  #inbox: Listening | undefined
  /** When each charge was answered, until its webhook arrives. */
  readonly #awaited = new Map<string, number>()
  #arrived: number[] = []
  readonly #early = new Set<string>()

  constructor(site: Site) {
    this.#site = site
  }

  async prepare(): Promise<void> {
    const inbox = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.end()
        const { data } = JSON.parse(Buffer.concat(chunks).toString()) as { data: { id: string } }
        const began = this.#awaited.get(data.id)
        // It can arrive before the answer to the charge.
        if (began === undefined) return void this.#early.add(data.id)
        this.#awaited.delete(data.id)
        this.#arrived.push(performance.now() - began)
      })
    })
    this.#inbox = await listen(inbox)
    await this.#must('PUT', '/v1/parties/mch_1', SHOP)
    await this.#must('POST', '/v1/webhooks', { url: this.#inbox.url, eventTypes: ['charge.created'] })
  }

  async #must(method: string, to: string, body: object): Promise<void> {
    const answer = await this.#site.call(method, to, body)
    if (answer.status >= 300) throw new Error(`${to}: ${JSON.stringify(answer.body)}`)
  }

  async work(seconds: number): Promise<Times> {
    const times: Times = { charge: [], refund: [], webhook: [] }
    this.#arrived = times.webhook
    const end = Date.now() + seconds * 1000
    const client = async () => {
      while (Date.now() < end) {
        await this.#charge(times)
        await pause(PAUSE_MS)
      }
    }
    await Promise.all([client(), client()])
    for (const limit = Date.now() + 30_000; this.#awaited.size > 0 && Date.now() < limit; ) await pause(20)
    // A webhook that did not arrive counts as long as it was awaited.
    for (const began of this.#awaited.values()) times.webhook.push(performance.now() - began)
    this.#awaited.clear()
    return times
  }

  async #charge(times: Times): Promise<void> {
    const charge = await this.#timed(times.charge, '/v1/charges', {
      line: 'payments',
      product: 'scan-pay',
      event: EVENT,
    })
    if (charge === undefined) return
    if (this.#early.delete(charge)) this.#arrived.push(0)
    else this.#awaited.set(charge, performance.now())
    await this.#timed(times.refund, '/v1/refunds', { charge, amount: { amount: '1.00', currency: 'CNY' } })
  }

  async #timed(times: number[], to: string, body: object): Promise<string | undefined> {
    const began = performance.now()
    const answer = await this.#site.call<{ id: string }>('POST', to, body).catch(() => undefined)
    times.push(performance.now() - began)
    if (answer?.status === 201) return answer.body.id
    this.refused += 1
    return undefined
  }

  async close(): Promise<void> {
    await this.#inbox?.close()
  }
}

/** A key with every scope, of a second tenant. */
async function hostileKey(site: Site): Promise<string> {
  const note = await readNote(site.data)
  const database = openDatabase(note!.database!)
  try {
    const { id } = await createTenant(database, 'Hostile', 'Asia/Shanghai')
    return (await createKey(database, id, { name: 'hostile', scopes: SCOPES })).secret
  } finally {
    await database.close()
  }
}

interface Hostiles {
  stop(): Promise<Record<string, number>>
}

/** Creates endpoints that never answer. */
async function silentEndpoints(site: Site, as: string, silent: string): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 6; n += 1) {
    const body = { url: `${silent}/hook${n}`, eventTypes: ['charge.created'] }
    const { body: made } = await site.call<{ id: string }>('POST', '/v1/webhooks', body, { as })
    ids.push(made.id)
  }
  return ids
}

async function startHostiles(site: Site, as: string, silent: string): Promise<Hostiles> {
  const stopping = new AbortController()
  const send = (to: string, init: RequestInit = {}) => fetch(site.url + to, { signal: stopping.signal, ...init })
  const json = { 'content-type': 'application/json' }
  const own = { authorization: `Bearer ${as}` }
  const post = (to: string, body: object | string, headers: Record<string, string> = own) =>
    send(to, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  // Written once: the time of this process would count as the server's.
  const fields = JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, 1])))
  const endpoints = await silentEndpoints(site, as, silent)
  const day = new Date().toISOString().slice(0, 10)
  const { body: card } = await site.call<{ card: object }>('GET', '/v1/rate-cards/current', undefined, { as })
  const settings = { baseUrl: silent, merchant: 'm', secret: 'sixteen letters!', timeoutMs: 1_000 }
  await site.call('PUT', '/v1/gateways/silent', { kind: 'sandbox', settings }, { as })
  await site.call('PUT', '/v1/parties/mch_1', SHOP, { as })
  const of = { line: 'payments', product: 'scan-pay', event: EVENT }
  let turn = 0
  const behaviours: Record<string, () => Promise<Response>> = {
    // The body is never read.
    unreadExports: () => send('/v1/ledger/export?format=csv', { headers: own }),
    silentWebhooks: () => post(`/v1/webhooks/${endpoints[turn++ % endpoints.length]}/test`, {}),
    silentProvider: () => post('/v1/payments', { of, gateway: 'silent', description: 'order', expiresIn: 7_200 }),
    lookups: () => post('/v1/receipt-lookups', fields, {}),
    sessions: () => send('/v1/charges', { headers: { cookie: 'recoup.session_token=forged.value' } }),
    unknownKeys: () => send('/v1/charges', { headers: { authorization: `Bearer rk_${'a'.repeat(43)}` } }),
    simulations: () => post('/v1/simulations', { ...card, from: day, to: day }),
    checks: () => send('/v1/ledger/check', { headers: own }),
    unknownFields: () => post('/v1/charges', fields),
    signIns: () =>
      post('/v1/sign-in', { email: 'a@example.com', password: 'wrong password' }, { 'x-recoup-csrf': '1' }),
  }
  const answered: Record<string, number> = {}
  const repeat = async (name: string, behave: () => Promise<Response>) => {
    answered[name] = 0
    while (!stopping.signal.aborted) {
      const answer = await behave().catch(() => undefined)
      if (answer) answered[name] += 1
      if (name !== 'unreadExports') await answer?.body?.cancel()
      await pause(PAUSE_MS)
    }
  }
  const running = Object.entries(behaviours).map(([name, behave]) => repeat(name, behave))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(running)
      return answered
    },
  }
}
