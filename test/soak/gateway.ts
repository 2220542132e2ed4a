/**
 * Payments and refunds through a provider that fails in every way it can, while our server, its database and the
 * provider itself are killed (SIGKILL). The server is started as a user would, on its own folder; the provider is the
 * sandbox in a separate process, with faults drawn from the seed. Clients retry requests without an answer under the
 * same key. Once nothing is pending, our books, the books of the provider, and the reconciliation of both must agree to
 * the cent.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../src/db/connect.ts'
import { sandboxGateway } from '../../src/gateways/sandbox/client.ts'
import { type FaultRates, type SandboxProcess, startSandbox } from '../../src/gateways/sandbox/process.ts'
import { parseMicros } from '../../src/money/amount.ts'
import { readNote } from '../../src/server/data-folder.ts'
import { type BooksReport, compareBooks } from './gateway-books.ts'
import { draw, GATEWAY, Load, money, type Sent } from './gateway-load.ts'
import { freePort, pause, Site } from './site.ts'

export interface GatewaySettings {
  readonly seed: number
  readonly charges: number
  readonly refunds: number
  readonly kills: number
  /** Number of bulk refunds with two approvals among the refunds, and the rows of each. */
  readonly bulks: number
  readonly bulkRows: number
  /** Starts waiting jobs at once, including those of a killed server. For short runs. */
  readonly hurry: boolean
  readonly log: (line: string) => void
}

type Victim = 'server' | 'database' | 'sandbox'

export interface GatewayResult extends Omit<BooksReport, 'wrong'> {
  readonly soak: 'gateway'
  readonly ok: boolean
  readonly seed: number
  readonly seconds: number
  readonly kills: Readonly<Record<Victim, number>>
  readonly acknowledgedRefunds: number
  readonly refusedRefunds: number
  readonly unknownOutcomes: number
  readonly replays: number
  readonly unpaidOrders: number
  readonly redirected: number
  /** Refunds that failed at the provider, released their amount and were requested again. */
  readonly askedAgain: number
  readonly bookFaults: number
  readonly wrong: number
}

/** Together, about one call in nine and one notification in six go wrong. */
const FAULTS: FaultRates = {
  timeoutBefore: 0.01,
  timeoutAfter: 0.015,
  timeoutLate: 0.01,
  brokenBefore: 0.015,
  brokenAfter: 0.015,
  errorBefore: 0.01,
  errorAfter: 0.015,
  damaged: 0.01,
  busy: 0.01,
  refused: 0.003,
  slow: 0.02,
  short: 0.01,
  closed: 0.01,
  abnormal: 0.005,
  lost: 0.08,
  twice: 0.05,
  late: 0.04,
}
/** The channel cost of the default rate card for these categories, so that both sides calculate the same fee. */
const FEE_RATE = '0.0021'
const PENDING_MS = 600_000

export async function gateway(settings: GatewaySettings): Promise<GatewayResult> {
  const began = performance.now()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recoup-gateway-'))
  const site = new Site(folder, await freePort())
  const sandbox = await startSandbox({
    dataFolder: path.join(folder, 'sandbox'),
    seed: String(settings.seed),
    faults: FAULTS,
    conditions: { refundDelayMs: 100, lateMs: 2_500, slowMs: 3_000, shortMs: 3_000, lateNotificationMs: 3_000 },
    merchants: [{ id: 'shop', feeRate: FEE_RATE }],
  })
  try {
    await site.start()
    const approvers = await setUp(site, sandbox)
    const load = new Load(site, sandbox, approvers, settings)
    const kills = await underLoad({ site, sandbox, load }, settings)
    const seconds = () => Math.round((performance.now() - began) / 1000)
    await sandbox.setFaults({})
    settings.log(`the load is over after ${seconds()} s; waiting until nothing is pending`)
    const end = new End(site, sandbox, load, settings)
    await end.closeUnpaid()
    await end.nothingPending()
    await end.askAgain()
    await end.nothingPending()
    await sandbox.settle()
    settings.log(`nothing is pending after ${seconds()} s`)
    await putGateway(site, sandbox, { timeoutMs: 60_000 })
    const bookFaults = (await site.recoup('check', '--json')).code === 0 ? 0 : 1
    await site.stop()
    const { wrong: differences, ...report } = await compareBooks(site, await sandbox.books(), load)
    const wrong = [...load.contradictions, ...differences]
    for (const line of wrong.slice(0, 50)) settings.log(`WRONG: ${line}`)
    const refunds = load.sent.filter(({ kind }) => kind === 'refund')
    const { charges, kills: wanted } = settings
    const whole = report.charges >= charges && load.refundsMade >= settings.refunds && killsOf(kills) === wanted
    return {
      soak: 'gateway',
      ok: whole && wrong.length === 0 && bookFaults === 0,
      seed: settings.seed,
      seconds: seconds(),
      kills,
      acknowledgedRefunds: refunds.filter(({ id }) => id !== undefined).length,
      refusedRefunds: refunds.filter(({ refused }) => refused !== undefined).length,
      unknownOutcomes: load.unknownOutcomes,
      replays: load.replays,
      unpaidOrders: load.unpaid.length,
      redirected: end.redirected,
      askedAgain: end.again,
      ...report,
      bookFaults,
      wrong: wrong.length,
    }
  } finally {
    await site.stop()
    await sandbox.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const killsOf = (kills: Record<Victim, number>) => kills.server + kills.database + kills.sandbox

/** Creates merchants, a reward budget that runs out during the load, the gateway, and the keys of two approvers. */
async function setUp(site: Site, sandbox: SandboxProcess): Promise<string[]> {
  const done = async (method: string, to: string, body: object) => {
    const answer = await site.call(method, to, body)
    if (answer.status >= 300) throw new Error(`${method} ${to}: ${JSON.stringify(answer.body)}`)
  }
  for (let n = 0; n < 10; n += 1) {
    const attributes = { merchantCategory: n % 2 ? 'restaurant' : 'retail' }
    await done('PUT', `/v1/parties/mch_${n}`, { kind: 'merchant', name: `Shop ${n}`, attributes })
  }
  const transfer = { from: 'world/funding', to: 'cmp_cashback/budget', amount: money(parseMicros('50.00')) }
  await done('POST', '/v1/journal-entries', { description: 'a budget', transfers: [transfer] })
  await putGateway(site, sandbox, { timeoutMs: 1_500 })
  return Promise.all(['one', 'two'].map((name) => makeKey(site, name)))
}

/** Calls for payments and refunds time out early; the caller sets a longer timeout to download the bill of a day. */
async function putGateway(site: Site, sandbox: SandboxProcess, settings: { readonly timeoutMs: number }) {
  const own = sandbox.settings({ ...settings, unfinishedBills: true, rules: { maxRefunds: null } })
  const put = async (more: object) => {
    const body = { kind: 'sandbox', settings: { ...own, ...more } }
    const answer = await site.call<{ notifyPath: string }>('PUT', `/v1/gateways/${GATEWAY}`, body)
    if (answer.status >= 300) throw new Error(`the gateway was refused: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { notifyPath } = await put({})
  await put({ notifyUrl: site.url + notifyPath })
}

async function makeKey(site: Site, name: string): Promise<string> {
  const { stdout } = await site.recoup('keys', 'create', '--name', name, '--json')
  return (JSON.parse(stdout) as { secret: string }).secret
}

interface Scene {
  readonly site: Site
  readonly sandbox: SandboxProcess
  readonly load: Load
}

/**
 * Kills the server, the sandbox and the database equally often, in an order given by the seed and at even distances.
 */
async function underLoad(scene: Scene, settings: GatewaySettings): Promise<Record<Victim, number>> {
  const { load } = scene
  const { seed, kills, log } = settings
  const killed = { server: 0, database: 0, sandbox: 0 }
  const victims = Array.from({ length: kills }, (_, n) => (['server', 'sandbox', 'database'] as const)[n % 3]!)
  const order = victims.map((_, n) => n).sort((a, b) => draw(seed, 'order', a) - draw(seed, 'order', b))
  const running = { load: true }
  const loaded = load.run().finally(() => {
    running.load = false
  })
  const said = setInterval(() => log(progressOf(load, settings)), 10_000)
  const killing = async () => {
    for (const [place, which] of order.entries()) {
      while (running.load && load.progress < (place + 0.5) / kills) await pause(20)
      if (!running.load) return
      await pause(draw(seed, 'pause', place) * 100)
      const victim = victims[which]!
      log(`kill ${place + 1}/${kills}: ${victim} at ${(load.progress * 100).toFixed(0)}%`)
      await killOne(scene, victim, draw(seed, 'down', place) * (settings.hurry ? 100 : 1_000))
      killed[victim] += 1
    }
  }
  const hurrying = async () => {
    while (settings.hurry && running.load) {
      await hurryJobs(scene.site).catch(() => {}) // the database was killed, or is not up yet
      await pause(200)
    }
  }
  const ends = await Promise.allSettled([loaded, killing(), hurrying()])
  clearInterval(said)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return killed
}

function progressOf({ paid, refundsMade, unknownOutcomes }: Load, { charges, refunds }: GatewaySettings): string {
  return `${paid.length}/${charges} paid, ${refundsMade}/${refunds} refunds, ${unknownOutcomes} unknown at first`
}

/** Makes waiting jobs start now, and queues the jobs that a killed server had started. */
async function hurryJobs({ data, startedAt }: Site): Promise<void> {
  const note = await readNote(data)
  if (!note?.database) throw new Error('there is no server, or it left no note of its database')
  const database = openDatabase(note.database, { max: 1 })
  try {
    await database.system.execute(
      `UPDATE pgboss.job_common SET start_after = now() WHERE state < 'active' AND start_after > now()`,
    )
    await database.system.execute(
      `UPDATE pgboss.job_common SET state = 'retry', start_after = now() WHERE state = 'active' AND started_on < $1`,
      [startedAt],
    )
  } finally {
    await database.close()
  }
}

async function killOne({ site, sandbox }: Scene, victim: Victim, downMs: number): Promise<void> {
  if (victim === 'sandbox') await sandbox.kill()
  else await site.kill(victim)
  await pause(downMs)
  if (victim === 'sandbox') await sandbox.start()
  else await site.start()
}

interface Listed {
  readonly id: string
  readonly charge: string
  readonly amount: { readonly amount: string; readonly currency: string }
}

/** The phase after the load, in which everything reaches a final status. */
class End {
  redirected = 0
  again = 0
  readonly #site: Site
  readonly #sandbox: SandboxProcess
  readonly #load: Load
  readonly #settings: GatewaySettings
  readonly #known = new Set<string>()

  constructor(site: Site, sandbox: SandboxProcess, load: Load, settings: GatewaySettings) {
    this.#site = site
    this.#sandbox = sandbox
    this.#load = load
    this.#settings = settings
  }

  /** Closes unpaid orders: our own through our API, the others at the provider. */
  async closeUnpaid(): Promise<void> {
    const provider = sandboxGateway(this.#sandbox.settings())
    for (const number of this.#load.unpaid) {
      if (number.startsWith('pay_')) await this.#load.send('POST', `/v1/payments/${number}/close`)
      else await provider.closeOrder(number).catch(() => {}) // already closed, because the payer's bank declined
    }
  }

  /** Waits until nothing is pending. @throws Error with what is still pending when it takes too long. */
  async nothingPending(): Promise<void> {
    const begun = Date.now()
    for (let told = 0; ; ) {
      if (this.#settings.hurry) await hurryJobs(this.#site)
      const left = await this.#pending()
      if (left.length === 0) return
      if (Date.now() - begun > PENDING_MS) throw new Error(`still pending: ${left.slice(0, 20).join(', ')}`)
      if (Date.now() - told > 10_000) {
        this.#settings.log(`${left.length} pending`)
        told = Date.now()
      }
      await pause(this.#settings.hurry ? 100 : 1_000)
    }
  }

  async #pending(): Promise<string[]> {
    const left: string[] = []
    for (const status of ['created', 'open', 'paid']) {
      const payments = await this.#load.list<Listed>(`/v1/payments?status=${status}`)
      left.push(...payments.map(({ id }) => `${id} ${status}`))
    }
    for (const { id } of await this.#load.list<Listed>('/v1/refunds?status=pending')) {
      const { body } = await this.#load.send<{ status: string; lastCode: string }>('GET', `/v1/refunds/${id}/execution`)
      left.push(`${id} ${body.status} ${body.lastCode}`)
      if (body.status === 'abnormal' && body.lastCode === null) await this.#redirect(id)
    }
    return left
  }

  /** The payer's bank rejected the refund: redirects it to another card at the provider, and retries it here. */
  async #redirect(refund: string): Promise<void> {
    if (this.#known.has(refund)) return
    this.#known.add(refund)
    this.redirected += 1
    await sandboxGateway(this.#sandbox.settings()).redirectRefund(refund, 'payer_card')
    await this.#load.send('POST', `/v1/refunds/${refund}/resolve`, { outcome: 'ask-again' })
  }

  /** A failed refund has released its amount: it is requested again if the charge still has that much refundable. */
  async askAgain(): Promise<void> {
    for (const { id, charge, amount } of await this.#load.list<Listed>('/v1/refunds?status=failed')) {
      const { body } = await this.#load.send<{ refundable: Listed['amount'] }>('GET', `/v1/charges/${charge}`)
      if (parseMicros(body.refundable.amount) < parseMicros(amount.amount)) continue
      const sent: Sent = { key: `again-${id}`, kind: 'refund' }
      this.#load.sent.push(sent)
      const answer = await this.#load.send<Listed & { code?: string }>(
        'POST',
        '/v1/refunds',
        { charge, amount },
        { idempotencyKey: `again-${id}` },
      )
      if (answer.status >= 400) {
        this.#load.contradictions.push(`${id} failed and its money is not free: ${answer.body.code}`)
        sent.refused = answer.body.code ?? 'unknown'
      } else sent.id = answer.body.id
      this.again += 1
    }
  }
}
