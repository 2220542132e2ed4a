/** Runs a sandbox in a child process that tests can kill, restart and inspect. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
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
  /** Default: any free port, reused when the sandbox is restarted. */
  readonly port?: number
}

type InMicros<Row, Name extends keyof Row> = Omit<Row, Name> & Readonly<Record<Name, Micros>>

/** The sandbox's books with amounts in micros. */
export interface SandboxBooks extends Omit<BooksReport, 'orders' | 'refunds' | 'merchants'> {
  readonly merchants: readonly (Pick<BooksReport['merchants'][number], 'id' | 'feeRate' | 'movements'> & {
    /** By currency. */
    readonly balances: ReadonlyMap<string, Micros>
  })[]
  /** By number, which is unique per merchant: pass a merchant where there are several. */
  readonly orders: ReadonlyMap<string, InMicros<ReportedOrder, 'amount' | 'fee' | 'refunded' | 'feeReturned'>>
  readonly refunds: ReadonlyMap<string, InMicros<ReportedRefund, 'amount' | 'fee'>>
}

// .js in the package, whose files are compiled.
const ENTRY = fileURLToPath(new URL(`./provider/main${path.extname(import.meta.url)}`, import.meta.url))

/** Starts a sandbox on a new or existing data folder. It exits with this process at the latest. */
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

  /** Starts the process; a restart uses the same port. @throws Error with the process's output when it fails. */
  async start(): Promise<void> {
    if (this.#child) throw new Error('the sandbox runs already')
    // The child must not inherit the caller's settings, nor wait for a debugger attached to the caller.
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

  /** Kills the process with SIGKILL. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Stops the process with SIGTERM, which closes its books. Does nothing when it isn't running. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  /** Returns input for {@link parseSandboxSettings} for the given merchant, by default the first. */
  settings(more: Partial<SandboxSettings> = {}): SandboxSettings {
    const { url, merchants } = this.#known()
    const merchant = merchants.find(({ id }) => more.merchant === undefined || id === more.merchant)
    if (!merchant) throw new Error(`the sandbox has no merchant ${more.merchant}`)
    return { baseUrl: url, merchant: merchant.id, secret: merchant.secret, ...more }
  }

  /** Adds a merchant, or returns the existing one. */
  async addMerchant(merchant: Partial<Merchant> & { readonly id: string }): Promise<Merchant> {
    const added = await this.ask<Merchant>('POST', '/merchants', merchant)
    const ready = this.#known()
    this.#ready = { ...ready, merchants: [...ready.merchants.filter(({ id }) => id !== added.id), added] }
    return added
  }

  /** Simulates the payer paying an order on a phone, successfully or not. */
  async pay(
    number: string,
    { merchant, outcome }: { merchant?: string; outcome?: 'paid' | 'failed' } = {},
  ): Promise<void> {
    const body = { ...(merchant && { merchant }), ...(outcome && { outcome }) }
    await this.ask('POST', `/orders/${encodeURIComponent(number)}/pay`, body)
  }

  /** Replaces the fault rates; `{}` disables faults. */
  async setFaults(rates: FaultRates): Promise<void> {
    await this.ask('PUT', '/faults', rates)
  }

  /** Forces a fault on the next matching call, refund or notification. */
  async forceFault(fault: ForcedFault): Promise<void> {
    await this.ask('POST', '/faults/next', fault)
  }

  /** Changes some of the conditions. */
  async setConditions(changes: Partial<Conditions>): Promise<void> {
    await this.ask('PUT', '/conditions', changes)
  }

  /**
   * Advances the clock. Everything that becomes due is done before it resolves, except the delivery of notifications.
   */
  async advanceClock(milliseconds: number): Promise<Date> {
    return new Date((await this.ask<{ now: string }>('POST', '/clock', { milliseconds })).now)
  }

  /** Resolves when delivery of every due notification was attempted. */
  async settle(): Promise<void> {
    await this.ask('POST', '/settle', {})
  }

  /** Credits a merchant's balance with external funds, or debits it if the amount is negative. */
  async addFunds(amount: Micros, currency: string, merchant = this.settings().merchant): Promise<void> {
    const body = { currency, amount: String(amount / minorUnit(currency)) }
    await this.ask('POST', `/merchants/${encodeURIComponent(merchant)}/funds`, body)
  }

  /** Returns the books of one merchant, or of all. */
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

  /** Calls a test endpoint. @throws Error with the sandbox's code and message. */
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

  /** Changes made at run time are stored in the books, so initial settings are passed on the first start only. */
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
