/** A sandbox in a process of its own, as tests want one: to be killed, started again, and looked into. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { faketimeVariables } from '../../faketime.ts'
import { type Micros, minorUnit } from '../../money/amount.ts'
import type { Conditions } from './provider/conditions.ts'
import type { Merchant } from './provider/context.ts'
import type { FaultRates, ForcedFault } from './provider/faults.ts'
import type { BooksReport, ReportedOrder, ReportedRefund } from './provider/report.ts'
import type { Provider, ProviderOptions } from './provider/start.ts'
import type { SandboxSettings } from './settings.ts'

export type { Conditions, FaultRates, ForcedFault, Merchant, ProviderOptions }

export interface SandboxOptions extends Omit<ProviderOptions, 'port'> {
  /** Without it, any free one, which the sandbox then keeps when it is started again. */
  readonly port?: number
}

type InMicros<Row, Name extends keyof Row> = Omit<Row, Name> & Readonly<Record<Name, Micros>>

/** The sandbox's books, in micros as elsewhere here. */
export interface SandboxBooks extends Omit<BooksReport, 'orders' | 'refunds' | 'merchants'> {
  readonly merchants: readonly (Pick<BooksReport['merchants'][number], 'id' | 'feeRate' | 'movements'> & {
    /** By currency. */
    readonly balances: ReadonlyMap<string, Micros>
  })[]
  /** By number: of several merchants, ask for one. */
  readonly orders: ReadonlyMap<string, InMicros<ReportedOrder, 'amount' | 'fee' | 'refunded' | 'feeReturned'>>
  readonly refunds: ReadonlyMap<string, InMicros<ReportedRefund, 'amount' | 'fee'>>
}

const ENTRY = fileURLToPath(new URL('./provider/main.ts', import.meta.url))

/** Starts a sandbox on a data folder, new or used before. It ends with this process at the latest. */
export async function startSandbox(options: SandboxOptions): Promise<SandboxProcess> {
  const sandbox = new SandboxProcess(options)
  await sandbox.start()
  return sandbox
}

export class SandboxProcess {
  readonly #options: SandboxOptions
  #child: ChildProcess | undefined
  #ready: Pick<Provider, 'url' | 'seed' | 'merchants'> | undefined

  constructor(options: SandboxOptions) {
    this.#options = options
  }

  get url(): string {
    return this.#known().url
  }

  get seed(): string {
    return this.#known().seed
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts it, again on the same port. @throws Error with what it said when it can't. */
  async start(): Promise<void> {
    if (this.#child) throw new Error('the sandbox runs already')
    // What it reads is none of the caller's settings, and it must not wait for a debugger that listens to the caller.
    const env = { ...faketimeVariables, PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV }
    const child = spawn(process.execPath, [ENTRY], { stdio: ['pipe', 'pipe', 'pipe'], env })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000)
    })
    child.stdin.on('error', () => {})
    child.stdin.write(`${JSON.stringify(this.#nextOptions())}\n`)
    const lines = createInterface({ input: child.stdout })
    const ended = once(child, 'close').then(([code]) => {
      throw new Error(`the sandbox ended with ${code}: ${said.trim()}`)
    })
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
    ended.catch(() => {})
    this.#ready = JSON.parse(line) as Provider
    this.#child = child
  }

  /** SIGKILL, wherever it is. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** SIGTERM: it closes its books. Nothing where it doesn't run. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  /** What {@link parseSandboxSettings} takes, for the merchant named, else the first one. */
  settings(more: Partial<SandboxSettings> = {}): SandboxSettings {
    const { url, merchants } = this.#known()
    const merchant = merchants.find(({ id }) => more.merchant === undefined || id === more.merchant)
    if (!merchant) throw new Error(`the sandbox has no merchant ${more.merchant}`)
    return { baseUrl: url, merchant: merchant.id, secret: merchant.secret, ...more }
  }

  /** A merchant more, or the one that there is. */
  async addMerchant(merchant: Partial<Merchant> & { readonly id: string }): Promise<Merchant> {
    const added = await this.ask<Merchant>('POST', '/merchants', merchant)
    const ready = this.#known()
    this.#ready = { ...ready, merchants: [...ready.merchants.filter(({ id }) => id !== added.id), added] }
    return added
  }

  /** The payer pays an order on a phone, or tries to. */
  async pay(
    number: string,
    { merchant, outcome }: { merchant?: string; outcome?: 'paid' | 'failed' } = {},
  ): Promise<void> {
    const body = { ...(merchant && { merchant }), ...(outcome && { outcome }) }
    await this.ask('POST', `/orders/${encodeURIComponent(number)}/pay`, body)
  }

  /** Replaces the rates of faults; `{}`: none. */
  async setFaults(rates: FaultRates): Promise<void> {
    await this.ask('PUT', '/faults', rates)
  }

  /** A fault for the next call, refund or notification that fits. */
  async forceFault(fault: ForcedFault): Promise<void> {
    await this.ask('POST', '/faults/next', fault)
  }

  /** Changes some of its conditions. */
  async setConditions(changes: Partial<Conditions>): Promise<void> {
    await this.ask('PUT', '/conditions', changes)
  }

  /** Moves its clock; what comes due meanwhile is done before it answers, but for the delivery of notifications. */
  async advanceClock(milliseconds: number): Promise<Date> {
    return new Date((await this.ask<{ now: string }>('POST', '/clock', { milliseconds })).now)
  }

  /** Resolves when every notification that is due was tried. */
  async settle(): Promise<void> {
    await this.ask('POST', '/settle', {})
  }

  /** Puts money on a merchant's balance from elsewhere, or takes it off (below zero). */
  async addFunds(amount: Micros, currency: string, merchant = this.settings().merchant): Promise<void> {
    const body = { currency, amount: String(amount / minorUnit(currency)) }
    await this.ask('POST', `/merchants/${encodeURIComponent(merchant)}/funds`, body)
  }

  /** Everything it has in its books, of one merchant or of all. */
  async books(merchant?: string): Promise<SandboxBooks> {
    const query = merchant === undefined ? '' : `?merchant=${encodeURIComponent(merchant)}`
    const report = await this.ask<BooksReport>('GET', `/books${query}`)
    const micros = (amount: string, currency: string) => BigInt(amount) * minorUnit(currency)
    return {
      ...report,
      merchants: report.merchants.map(({ balances, ...each }) => ({
        ...each,
        balances: new Map(balances.map(({ currency, balance }) => [currency, micros(balance, currency)])),
      })),
      orders: new Map(
        report.orders.map((order) => {
          const of = (name: 'amount' | 'fee' | 'refunded' | 'feeReturned') => micros(order[name], order.currency)
          const amounts = { amount: of('amount'), fee: of('fee'), refunded: of('refunded') }
          return [order.number, { ...order, ...amounts, feeReturned: of('feeReturned') }]
        }),
      ),
      refunds: new Map(
        report.refunds.map((refund) => {
          const amounts = { amount: micros(refund.amount, refund.currency), fee: micros(refund.fee, refund.currency) }
          return [refund.number, { ...refund, ...amounts }]
        }),
      ),
    }
  }

  /** One of its test endpoints. @throws Error with the sandbox's code and sentence. */
  async ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const answer = (await response.json()) as Answer & { code?: string; message?: string }
    if (!response.ok) throw new Error(`${method} ${path}: ${answer.code} ${answer.message}`)
    return answer
  }

  /** What was changed while it ran is in its books: only the first start says how things begin. */
  #nextOptions(): ProviderOptions {
    const { dataFolder, host } = this.#options
    if (!this.#ready) return { ...this.#options, port: this.#options.port ?? 0 }
    return { dataFolder, port: Number(new URL(this.#ready.url).port), ...(host && { host }) }
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child) return
    this.#child = undefined
    if (child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
  }

  #known(): Pick<Provider, 'url' | 'seed' | 'merchants'> {
    if (!this.#ready) throw new Error('the sandbox was not started')
    return this.#ready
  }
}
