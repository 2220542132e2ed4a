/**
 * Crashes under load: a server is started as a user would, sixteen clients charge and refund over HTTP, and the server
 * (SIGKILL) or its database (SIGKILL of the postmaster) is killed repeatedly. Afterwards every request with an unknown
 * outcome is retried with its key, and the books are verified: every acknowledged charge and refund exists exactly once
 * and completely, and `recoup check` is clean.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { openDatabase } from '../../src/db/connect.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { idToUuid } from '../../src/ids.ts'
import { freePort, pause, Site } from './site.ts'

export interface CrashSettings {
  readonly seed: number
  readonly rounds: number
  readonly log: (line: string) => void
}

export interface CrashResult {
  readonly soak: 'crash'
  readonly ok: boolean
  readonly seed: number
  readonly rounds: number
  readonly serverKills: number
  readonly databaseKills: number
  readonly acknowledgedCharges: number
  readonly acknowledgedRefunds: number
  readonly unknownOutcomes: number
  readonly lost: number
  readonly doubled: number
  readonly faults: number
}

const CLIENTS = 16

/** A request that has been sent at least once under its key; `id` is set once its outcome is known. */
interface Sent {
  readonly path: '/v1/charges' | '/v1/refunds'
  readonly key: string
  readonly body: object
  id?: string
  refused?: string
}

export async function crash({ seed, rounds, log }: CrashSettings): Promise<CrashResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-crash-'))
  const port = await freePort()
  const random = fc.sample(fc.nat(1_000_000), { seed, numRuns: rounds * 2 })
  const site = new Site(folder, port)
  const sent: Sent[] = []
  const kills = { server: 0, database: 0 }
  try {
    await site.start()
    await site.call('PUT', '/v1/parties/mch_1', {
      kind: 'merchant',
      name: 'Shop',
      attributes: { merchantCategory: 'retail' },
    })
    const load = new Load(site, sent)
    for (let round = 0; round < rounds; round += 1) {
      await load.runFor(300 + (random[2 * round]! % 900))
      const what = random[2 * round + 1]! % 2 === 0 ? 'server' : 'database'
      kills[what] += 1
      await site.kill(what)
      await load.settle()
      log(
        `round ${round + 1}/${rounds}: ${what} killed; ${sent.filter(({ id }) => id).length} acknowledged, ${sent.filter(unknown).length} unknown`,
      )
      await site.start()
    }
    const unknownOutcomes = sent.filter(unknown).length
    await load.settleUnknown()
    const faults = (await site.recoup('check', '--json')).code === 0 ? 0 : 1
    await site.stop()
    const books = await readBooks(folder, sent)
    const charges = sent.filter(({ id, path: to }) => id && to === '/v1/charges').length
    const result = {
      soak: 'crash' as const,
      seed,
      rounds,
      serverKills: kills.server,
      databaseKills: kills.database,
      acknowledgedCharges: charges,
      acknowledgedRefunds: sent.filter(({ id }) => id).length - charges,
      unknownOutcomes,
      ...books,
      faults,
    }
    return { ...result, ok: books.lost === 0 && books.doubled === 0 && faults === 0 && !sent.some(unknown) }
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const unknown = ({ id, refused }: Sent) => id === undefined && refused === undefined

/** Sixteen clients that create charges and refund parts of them. */
class Load {
  readonly #site: Site
  readonly #sent: Sent[]
  #running = false
  #clients: Promise<void>[] = []

  constructor(site: Site, sent: Sent[]) {
    this.#site = site
    this.#sent = sent
  }

  async runFor(ms: number): Promise<void> {
    this.#running = true
    this.#clients = Array.from({ length: CLIENTS }, () => this.#client())
    await pause(ms)
  }

  async settle(): Promise<void> {
    this.#running = false
    await Promise.all(this.#clients)
  }

  /** Retries every request whose outcome is unknown until it is known, at most twenty times. */
  async settleUnknown(): Promise<void> {
    for (const request of this.#sent.filter(unknown)) {
      for (let attempt = 0; unknown(request) && attempt < 20; attempt += 1) {
        await this.#send(request)
        if (unknown(request)) await pause(100)
      }
    }
  }

  async #client(): Promise<void> {
    while (this.#running) {
      const charge = this.#next('/v1/charges', {
        line: 'payments',
        product: 'scan-pay',
        event: {
          payer: `usr_${this.#sent.length % 100}`,
          merchant: 'mch_1',
          amount: { amount: '10.00', currency: 'CNY' },
          channel: 'sandbox',
        },
      })
      await this.#send(charge)
      if (!charge.id) {
        await pause(20)
        continue
      }
      if (this.#sent.length % 3 > 0) continue
      await this.#send(this.#next('/v1/refunds', { charge: charge.id, amount: { amount: '3.33', currency: 'CNY' } }))
    }
  }

  #next(to: Sent['path'], body: object): Sent {
    const request: Sent = { path: to, body, key: `crash-${this.#sent.length}` }
    this.#sent.push(request)
    return request
  }

  async #send(request: Sent): Promise<void> {
    try {
      const { status, body } = await this.#site.call<{ id?: string; code?: string }>(
        'POST',
        request.path,
        request.body,
        {
          idempotencyKey: request.key,
        },
      )
      if (status < 300) request.id = body.id!
      else if (status < 500) request.refused = body.code ?? String(status)
    } catch {
      // the connection broke: the outcome is unknown
    }
  }
}

/** Opens the books without the server and looks up every acknowledged request. */
async function readBooks(folder: string, sent: readonly Sent[]): Promise<{ lost: number; doubled: number }> {
  const server = await startEmbedded({ folder: path.join(folder, 'data') })
  const database = openDatabase(server.url)
  try {
    const [tenant] = await database.system.query<{ id: number }>('SELECT id FROM tenant')
    const rows = await database
      .tenant(tenant!.id)
      .query<{ id: string; key: string }>(
        'SELECT id, idempotency_key AS key FROM charge UNION ALL SELECT id, idempotency_key FROM refund',
      )
    const byKey = new Map<string, string[]>()
    for (const { id, key } of rows) byKey.set(key, [...(byKey.get(key) ?? []), id])
    let lost = 0
    let doubled = 0
    for (const { id, key, path: to } of sent) {
      const found = byKey.get(key) ?? []
      if (found.length > 1) doubled += 1
      if (id && !found.includes(idToUuid(to === '/v1/charges' ? 'chg' : 'rfd', id))) lost += 1
    }
    return { lost, doubled }
  } finally {
    await database.close()
    await server.stop()
  }
}
