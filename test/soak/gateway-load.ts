/**
 * Clients that take payments through the sandbox and refund some of them, in every supported way. A request without an
 * answer is retried under the same key until it has one, so kills and faults only increase the number of attempts.
 */
import { createHash } from 'node:crypto'
import { GatewayError } from '../../src/gateways/gateway.ts'
import { type SandboxGateway, sandboxGateway } from '../../src/gateways/sandbox/client.ts'
import type { SandboxProcess } from '../../src/gateways/sandbox/process.ts'
import { formatMicros, type Micros } from '../../src/money/amount.ts'
import { type Answered, pause, type Sending, type Site } from './site.ts'

export const GATEWAY = 'sandbox'
export const UNIT = 'CNY'
const CLIENTS = 48
const MERCHANTS = 10
const BULK_ELEMENTS = 10
/** The time for which one request is retried before the run fails. */
const PATIENCE_MS = 240_000
const RETRY_MS = 250

export interface LoadSettings {
  readonly seed: number
  readonly charges: number
  readonly refunds: number
  /** Number of bulk refunds with two approvals, and the rows of each. */
  readonly bulks: number
  readonly bulkRows: number
}

/** A request that the server accepted or refused. */
export interface Sent {
  /** Idempotency key. */
  readonly key: string
  readonly kind: 'charge' | 'refund'
  /** Prefixed id; set once known. */
  id?: string
  refused?: string
}

/** A payment by the payer, and its charge once known. */
export interface PaidOrder {
  readonly number: string
  readonly amount: Micros
  charge?: string
}

interface Made {
  readonly id: string
  readonly code?: string
  readonly status?: string
  readonly charge?: string | null
}

/** Returns a number from 0 to 1 that is determined by the seed and the parts. */
export function draw(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readUIntBE(0, 6) / 2 ** 48
}

export class Load {
  readonly sent: Sent[] = []
  readonly paid: PaidOrder[] = []
  /** Orders that are never paid, or whose payment was declined by the payer's bank. */
  readonly unpaid: string[] = []
  /** Ids of bulk refunds that have run. */
  readonly bulks: string[] = []
  /** Requests with at least one attempt that had no answer or an inconclusive one (5xx, 429). */
  unknownOutcomes = 0
  /** Acknowledged refunds. */
  refundsMade = 0
  replays = 0
  /** Answers under one idempotency key that contradict each other. */
  readonly contradictions: string[] = []
  readonly #site: Site
  readonly #sandbox: SandboxProcess
  readonly #provider: SandboxGateway
  readonly #settings: LoadSettings
  readonly #approvers: readonly string[]
  #serial = 0
  #underWay = 0
  #refundsUnderWay = 0
  #actions = 0
  #bulksBegun = 0
  /** Payments whose charge is not known yet. */
  readonly #waiting: PaidOrder[] = []
  /** Charges that may be refunded, with their amount. */
  readonly #refundable: { readonly charge: string; readonly amount: Micros }[] = []

  /** @param approvers API keys of two users other than the requester. */
  constructor(site: Site, sandbox: SandboxProcess, approvers: readonly string[], settings: LoadSettings) {
    this.#site = site
    this.#sandbox = sandbox
    this.#provider = sandboxGateway(sandbox.settings({ timeoutMs: 1_500 }))
    this.#approvers = approvers
    this.#settings = settings
  }

  /** Share of the work that is done, from 0 to 1. */
  get progress(): number {
    const { charges, refunds } = this.#settings
    return (this.paid.length + Math.min(refunds, this.refundsMade)) / (charges + refunds)
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: CLIENTS }, () => this.#client()))
    while (this.#waiting.length > 0) {
      const before = this.#waiting.length
      await Promise.all(Array.from({ length: Math.min(CLIENTS, before) }, () => this.#look()))
      if (this.#waiting.length === before) await pause(100)
    }
    await Promise.all(Array.from({ length: CLIENTS }, () => this.#rest()))
  }

  async #rest(): Promise<void> {
    while (this.#refundsDue() > 0) {
      if (this.#refundable.length === 0) throw new Error('nothing is left to refund: more charges are needed')
      await this.#refund()
    }
  }

  async #client(): Promise<void> {
    const { charges } = this.#settings
    while (this.paid.length + this.#underWay < charges) {
      this.#underWay += 1
      await this.#order(this.#serial++).finally(() => {
        this.#underWay -= 1
      })
      await this.#look()
      if (this.#refundsDue() > 0 && this.#refundable.length > 0) await this.#refund()
    }
  }

  #refundsDue(): number {
    const { charges, refunds } = this.#settings
    const due = Math.min(refunds, Math.ceil((refunds * this.paid.length) / charges))
    return due - this.refundsMade - this.#refundsUnderWay
  }

  /** Places the n-th order: one in a hundred is never paid, and one in a hundred is declined by the payer's bank. */
  async #order(n: number): Promise<void> {
    const { seed } = this.#settings
    const amount = BigInt(100 + Math.floor(draw(seed, 'amount', n) * 50_000)) * 10_000n
    const event = {
      payer: `usr_${Math.floor(draw(seed, 'payer', n) * 500)}`,
      merchant: `mch_${Math.floor(draw(seed, 'merchant', n) * MERCHANTS)}`,
      amount: money(amount),
      channel: GATEWAY,
    }
    const of = { line: 'payments', product: 'scan-pay', event }
    const ends = draw(seed, 'ends', n)
    const outcome = ends < 0.01 ? 'never' : ends < 0.02 ? 'failed' : 'paid'
    if (draw(seed, 'way', n) < 0.5) await this.#throughPayment(n, of, amount, outcome)
    else await this.#throughOwnOrder(n, of, amount, outcome)
  }

  async #throughPayment(n: number, of: object, amount: Micros, outcome: 'paid' | 'failed' | 'never'): Promise<void> {
    const body = { of, gateway: GATEWAY, description: `order ${n}`, expiresIn: 7_200 }
    const { status, body: payment } = await this.send<Made>('POST', '/v1/payments', body, {
      idempotencyKey: `payment-${n}`,
    })
    if (status >= 400) return // refused by the provider, so it cannot be paid
    if (outcome !== 'paid') this.unpaid.push(payment.id)
    if (outcome === 'never') return
    await this.#pay(payment.id, outcome)
    if (outcome === 'failed') return
    const order: PaidOrder = { number: payment.id, amount }
    this.paid.push(order)
    this.#waiting.push(order)
  }

  async #throughOwnOrder(n: number, of: object, amount: Micros, outcome: 'paid' | 'failed' | 'never'): Promise<void> {
    const { seed } = this.#settings
    const number = `own-${n}`
    const expiresAt = new Date(Date.now() + 7_200_000)
    if (!(await this.#openOrder({ number, amount, description: `order ${n}`, expiresAt }))) return
    if (outcome !== 'paid') this.unpaid.push(number)
    if (outcome === 'never') return
    await this.#pay(number, outcome)
    if (outcome === 'failed') return
    const order: PaidOrder = { number, amount }
    this.paid.push(order)
    const body = { ...of, payment: { gateway: GATEWAY, order: number } }
    const charge: Sent = { key: `charge-${n}`, kind: 'charge' }
    this.sent.push(charge)
    const times = draw(seed, 'again', n) < 0.1 ? 2 : 1
    await Promise.all(Array.from({ length: times }, () => this.#make(charge, '/v1/charges', body)))
    if (charge.id === undefined) throw new Error(`the paid order ${number} was not charged: ${charge.refused}`)
    order.charge = charge.id
    this.#refundable.push({ charge: charge.id, amount })
    if (draw(seed, 'twice', n) < 0.02) {
      const second = await this.send<Made>('POST', '/v1/charges', body, { idempotencyKey: `charge-${n}-once-more` })
      if (second.status < 400) this.contradictions.push(`the order ${number} was charged twice`)
    }
  }

  async #openOrder(order: { number: string; amount: Micros; description: string; expiresAt: Date }): Promise<boolean> {
    return this.#patiently(`the order ${order.number}`, async () => {
      try {
        await this.#provider.createOrder({ ...order, unit: UNIT, method: { kind: 'native' } })
        return true
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        return error.kind === 'refused' ? false : undefined
      }
    })
  }

  /** Pays as the payer would. A payment that the sandbox recorded before it was killed counts. */
  async #pay(number: string, outcome: 'paid' | 'failed'): Promise<void> {
    await this.#patiently(`paying ${number}`, async () => {
      try {
        await this.#sandbox.pay(number, { outcome })
        return true
      } catch (error) {
        return String(error).includes(`order_${outcome}`) ? true : undefined
      }
    })
  }

  /** Checks whether the oldest waiting payment has been charged. */
  async #look(): Promise<void> {
    const order = this.#waiting.shift()
    if (!order) return
    const { body } = await this.send<Made>('GET', `/v1/payments/${order.number}`)
    if (body.status !== 'charged') {
      this.#waiting.push(order)
      return
    }
    order.charge = body.charge!
    this.#refundable.push({ charge: order.charge, amount: order.amount })
  }

  async #refund(): Promise<void> {
    const n = this.#actions++
    const way = draw(this.#settings.seed, 'refund', n)
    const [due, there] = [this.#refundsDue(), this.#refundable.length]
    const { bulks, bulkRows } = this.#settings
    const bulkDue = this.#bulksBegun < bulks && this.progress > (this.#bulksBegun + 1) / (bulks + 2)
    if (bulkDue && there >= bulkRows) {
      this.#bulksBegun += 1
      return this.#reserve(bulkRows, () => this.#bulkRefund(this.#bulksBegun))
    }
    if (way < 0.08 && due >= BULK_ELEMENTS && there >= BULK_ELEMENTS) {
      return this.#reserve(BULK_ELEMENTS, () => this.#together(n))
    }
    if (way < 0.2 && due >= 2) return this.#reserve(2, () => this.#severalAtOnce(n))
    return this.#reserve(1, () => this.#one(n, way))
  }

  async #reserve(count: number, work: () => Promise<void>): Promise<void> {
    this.#refundsUnderWay += count
    await work().finally(() => {
      this.#refundsUnderWay -= count
    })
  }

  #take(): { charge: string; amount: Micros } {
    return this.#refundable.shift()!
  }

  /**
   * Refunds a charge in full, or in part, after which another part may follow. One refund in ten is sent three times
   * under one key.
   */
  async #one(n: number, way: number): Promise<void> {
    const { charge, amount } = this.#take()
    const whole = way < 0.6
    const part = whole ? amount : cents(amount * BigInt(1 + Math.floor(way * 50)), 100n)
    const refund = this.#next(`refund-${n}`)
    const body = { charge, reason: 'soak', ...(whole ? {} : { amount: money(part) }) }
    const times = draw(this.#settings.seed, 'refund again', n) < 0.1 ? 3 : 1
    await Promise.all(Array.from({ length: times }, () => this.#make(refund, '/v1/refunds', body)))
    if (!whole) this.#refundable.push({ charge, amount: amount - part })
  }

  /** Requests three halves of a charge concurrently; at most two can succeed. */
  async #severalAtOnce(n: number): Promise<void> {
    const { charge, amount } = this.#take()
    const body = { charge, amount: money(cents(amount, 2n)) }
    const all = ['a', 'b', 'c'].map((each) => this.#next(`refund-${n}${each}`))
    await Promise.all(all.map((refund) => this.#make(refund, '/v1/refunds', body)))
  }

  async #together(n: number): Promise<void> {
    const all = Array.from({ length: BULK_ELEMENTS }, (_, i) => this.#next(`refund-${n}-${i}`))
    const refunds = all.map(({ key }) => ({ charge: this.#take().charge, idempotencyKey: key }))
    const { status, body } = await this.send<{ results: { status: number; refund?: Made; problem?: Made }[] }>(
      'POST',
      '/v1/refunds/bulk',
      { refunds },
    )
    if (status >= 400) throw new Error(`a bulk of refunds was refused: ${JSON.stringify(body)}`)
    for (const [i, { status: alone, refund, problem }] of body.results.entries()) {
      if (refund) this.#known(all[i]!, refund.id)
      // An element that failed on our side is retried as a single refund.
      else if (alone >= 500) {
        await this.#make(all[i]!, '/v1/refunds', { charge: refunds[i]!.charge })
      } else all[i]!.refused = problem!.code ?? 'unknown'
    }
  }

  /** Uploads a list, previews it, has other users approve it, and runs it in the background. */
  async #bulkRefund(number: number): Promise<void> {
    const rows = Array.from({ length: this.#settings.bulkRows }, () => ({ charge: this.#take().charge }))
    const ask = async <Body = Made>(to: string, body: object = {}, sending: Sending = {}) => {
      const answer = await this.send<Body>('POST', to, body, sending)
      if (answer.status >= 400) throw new Error(`POST ${to}: ${JSON.stringify(answer.body)}`)
      return answer.body
    }
    const begun = { reason: 'billing-error', note: 'soak' }
    const { id } = await ask('/v1/bulk-refunds', begun, { idempotencyKey: `bulk-${number}` })
    const at = `/v1/bulk-refunds/${id}`
    await ask(`${at}/rows?first=1`, { rows })
    await this.#step(at, 'preview', 'ready')
    const { body } = await this.send<{ preview: { hash: string; approvals: number } }>('GET', at)
    const { hash: previewHash, approvals } = body.preview
    for (const as of this.#approvers.slice(0, approvals)) {
      const last = as === this.#approvers[approvals - 1]
      await this.#step(at, 'approve', last ? 'approved' : 'ready', { body: { previewHash }, as })
    }
    await this.#step(at, 'run', 'done')
    this.bulks.push(id)
    for (const row of await this.list<{ number: number; refund: string | null; problem: Made | null }>(`${at}/rows`)) {
      const sent: Sent = { key: `bulk ${id}:${row.number}`, kind: 'refund' }
      if (row.refund) this.#known(sent, row.refund)
      else sent.refused = row.problem?.code ?? 'unknown'
      this.sent.push(sent)
    }
  }

  /**
   * Performs a step and waits for the status of the bulk refund. A step that succeeded although its answer was lost
   * counts.
   */
  async #step(
    at: string,
    step: string,
    until: string,
    { body = {}, as }: { readonly body?: object | undefined; readonly as?: string | undefined } = {},
  ): Promise<void> {
    const answer = await this.send<Made>('POST', `${at}/${step}`, body, as ? { as } : {})
    if (answer.status >= 400 && !['bulk_refund_closed', 'approval_twice'].includes(answer.body.code!)) {
      throw new Error(`${step} of ${at}: ${JSON.stringify(answer.body)}`)
    }
    await this.#patiently(`${step} of ${at}`, async () => {
      const now = await this.send<Made>('GET', at)
      if (['failed', 'cancelled'].includes(now.body.status!)) throw new Error(`${at} ${JSON.stringify(now.body)}`)
      return now.body.status === until || undefined
    })
  }

  #next(key: string): Sent {
    const refund: Sent = { key, kind: 'refund' }
    this.sent.push(refund)
    return refund
  }

  async #make(sent: Sent, to: string, body: object): Promise<void> {
    const answer = await this.send<Made>('POST', to, body, { idempotencyKey: sent.key })
    if (answer.status >= 400) {
      sent.refused = answer.body.code ?? String(answer.status)
      return
    }
    if (answer.status === 200) this.replays += 1
    this.#known(sent, answer.body.id)
  }

  #known(sent: Sent, id: string): void {
    if (sent.id !== undefined && sent.id !== id) this.contradictions.push(`${sent.key}: ${sent.id} and ${id}`)
    if (sent.id === undefined && sent.kind === 'refund') this.refundsMade += 1
    sent.id = id
  }

  /** Reads a list to the end, page by page. */
  async list<Row>(to: string): Promise<Row[]> {
    const all: Row[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = `${to.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${cursor}`}`
      const { body } = await this.send<{ data: Row[]; nextCursor: string | null }>('GET', to + query)
      all.push(...body.data)
      cursor = body.nextCursor
    }
    return all
  }

  /** Sends a request until it has a conclusive answer. */
  async send<Body>(method: string, to: string, body?: object, sending: Sending = {}): Promise<Answered<Body>> {
    let lost = 0
    return this.#patiently(`${method} ${to}`, async () => {
      try {
        const answer = await this.#site.call<Body>(method, to, body, sending)
        if (answer.status < 500 && answer.status !== 429) return answer
      } catch {
        // the connection broke: the outcome is unknown
      }
      lost += 1
      if (lost === 1) this.unknownOutcomes += 1
      return undefined
    })
  }

  async #patiently<Answer>(what: string, attempt: () => Promise<Answer | undefined>): Promise<Answer> {
    for (const begun = Date.now(); ; ) {
      const answer = await attempt()
      if (answer !== undefined) return answer
      if (Date.now() - begun > PATIENCE_MS) throw new Error(`${what}: no answer in ${PATIENCE_MS / 1000} s`)
      await pause(RETRY_MS)
    }
  }
}

export const money = (amount: Micros) => ({ amount: formatMicros(amount, UNIT), currency: UNIT })

/** Divides an amount, rounded down to whole cents; at least one cent. */
function cents(amount: Micros, by: bigint): Micros {
  const whole = (amount / by / 10_000n) * 10_000n
  return whole > 0n ? whole : 10_000n
}
