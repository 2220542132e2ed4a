/** Shared context of the sandbox: books, clock, faults and conditions. */
import { randomBytes } from 'node:crypto'
import { Books } from './books.ts'
import { type Conditions, readConditions, standardConditions } from './conditions.ts'
import { type FaultRates, Faults, type ForcedFault, readFaultRates } from './faults.ts'
import { Refusal } from './refusal.ts'

export interface Merchant {
  readonly id: string
  readonly secret: string
  /** A decimal: 0.006 is 0.6%. */
  readonly feeRate: string
  readonly notifyUrl: string | null
}

export interface ContextOptions {
  readonly dataFolder: string
  /** Default: the stored seed; on the first start, a random one. */
  readonly seed?: string
  /** Default: the stored rates; on the first start, none. */
  readonly faults?: FaultRates
  readonly conditions?: Partial<Conditions>
}

export class ProviderContext {
  readonly books: Books
  readonly faults: Faults
  #conditions: Conditions
  /** Offset of the sandbox's clock from the real one in milliseconds. */
  #ahead: number

  constructor(options: ContextOptions) {
    this.books = new Books(options.dataFolder)
    const seed = options.seed ?? this.#stored('seed') ?? randomBytes(8).toString('hex')
    const rates = readFaultRates(options.faults ?? JSON.parse(this.#stored('faults') ?? '{}'))
    this.faults = new Faults(this.books, seed, rates)
    const stored = JSON.parse(this.#stored('conditions') ?? '{}') as Partial<Conditions>
    this.#conditions = { ...standardConditions, ...stored, ...readConditions(options.conditions ?? {}) }
    this.#ahead = Number(this.#stored('ahead') ?? 0)
    this.books.transaction(() => {
      this.#store('seed', seed)
      this.setFaults(rates)
      this.#store('conditions', JSON.stringify(this.#conditions))
    })
  }

  /** Returns the sandbox's time in milliseconds since 1970. The clock never goes backwards. */
  now(): number {
    return Date.now() + this.#ahead
  }

  get conditions(): Conditions {
    return this.#conditions
  }

  setConditions(changes: Partial<Conditions>): void {
    const conditions = { ...this.#conditions, ...changes }
    this.#store('conditions', JSON.stringify(conditions))
    this.#conditions = conditions
  }

  setFaults(rates: FaultRates): void {
    this.#store('faults', JSON.stringify(rates))
    this.faults.rates = rates
  }

  forceFault({ fault, operation, number, times = 1 }: ForcedFault): void {
    this.books.transaction(() => {
      for (let time = 0; time < times; time += 1) {
        const sql = 'INSERT INTO forced (fault, operation, number) VALUES (?, ?, ?)'
        this.books.run(sql, fault, operation ?? null, number ?? null)
      }
    })
  }

  advance(milliseconds: number): void {
    const ahead = this.#ahead + milliseconds
    this.#store('ahead', String(ahead))
    this.#ahead = ahead
  }

  /**
   * Adds a merchant. Repeating it returns the existing merchant with its secret.
   * @throws Refusal `merchant_mismatch`.
   */
  addMerchant({ id, secret, feeRate, notifyUrl }: Partial<Merchant> & { readonly id: string }): Merchant {
    const known = this.merchant(id)
    if (known) {
      const same =
        (secret ?? known.secret) === known.secret &&
        (feeRate ?? known.feeRate) === known.feeRate &&
        (notifyUrl ?? known.notifyUrl) === known.notifyUrl
      if (!same) throw new Refusal(409, 'merchant_mismatch', `there is another merchant ${id}`)
      return known
    }
    const added = {
      id,
      secret: secret ?? randomBytes(32).toString('base64url'),
      feeRate: feeRate ?? '0.006',
      notifyUrl: notifyUrl ?? null,
    }
    const sql = 'INSERT INTO merchants (id, secret, fee_rate, notify_url, created_at) VALUES (?, ?, ?, ?, ?)'
    this.books.run(sql, added.id, added.secret, added.feeRate, added.notifyUrl, this.now())
    return added
  }

  merchant(id: string): Merchant | undefined {
    return this.books.get<Merchant>(`${MERCHANTS} WHERE id = ?`, id)
  }

  merchants(): Merchant[] {
    return this.books.all<Merchant>(`${MERCHANTS} ORDER BY id`)
  }

  #stored(name: string): string | undefined {
    return this.books.get<{ value: string }>('SELECT value FROM setup WHERE name = ?', name)?.value
  }

  #store(name: string, value: string): void {
    this.books.run('INSERT INTO setup VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', name, value)
  }
}

const MERCHANTS = 'SELECT id, secret, fee_rate AS feeRate, notify_url AS notifyUrl FROM merchants'
