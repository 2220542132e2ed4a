/**
 * Faults, drawn deterministically from the seed: of a call by operation, number and attempt, of a refund by its number,
 * of a notification by its subject. The same requests under the same seed meet the same faults.
 */
import { createHash } from 'node:crypto'
import Type, { type Static } from 'typebox'
import type { Books } from './books.ts'
import { form } from './form.ts'
import { Refusal } from './refusal.ts'

/** Faults of a call. `…Before`: it was not executed; `…After`: it was executed, but the merchant gets no answer. */
const CALL_FAULTS = [
  'timeoutBefore',
  'timeoutAfter',
  /** The call times out and is executed later, possibly after a query. */
  'timeoutLate',
  'brokenBefore',
  'brokenAfter',
  'errorBefore',
  'errorAfter',
  /** Executed, but the answer is corrupted; a bill doesn't match its digest. */
  'damaged',
  /** 429. */
  'busy',
] as const
/** Faults of an accepted refund. `short`: the merchant temporarily lacks funds. */
const REFUND_FAULTS = ['slow', 'short', 'closed', 'abnormal'] as const
const NOTIFICATION_FAULTS = ['lost', 'twice', 'late'] as const
/** `refused`: orders and refunds with this number are always refused. */
const FAULTS = ['refused', ...CALL_FAULTS, ...REFUND_FAULTS, ...NOTIFICATION_FAULTS] as const

export type CallFault = (typeof CALL_FAULTS)[number]
export type RefundFault = (typeof REFUND_FAULTS)[number]
export type NotificationFault = (typeof NOTIFICATION_FAULTS)[number]
export type Fault = (typeof FAULTS)[number]

const OPERATIONS = [
  'createOrder',
  'queryOrder',
  'closeOrder',
  'refund',
  'queryRefund',
  'redirectRefund',
  'bill',
] as const
export type Operation = (typeof OPERATIONS)[number]

/**
 * Probability of each fault, 0 to 1. Faults of calls exclude each other, as do those of refunds and of notifications.
 */
export type FaultRates = Partial<Record<Fault, number>>

const Rate = Type.Number({ minimum: 0, maximum: 1 })
export const FaultRates = Type.Object(
  Object.fromEntries(FAULTS.map((fault) => [fault, Type.Optional(Rate)])) as Record<
    Fault,
    ReturnType<typeof Type.Optional<typeof Rate>>
  >,
  { additionalProperties: false },
)

/** A fault forced on the next matching call, once or `times` times. */
export const ForcedFault = Type.Object(
  {
    fault: Type.Enum([...FAULTS]),
    operation: Type.Optional(Type.Enum([...OPERATIONS])),
    /** Of the order or refund. */
    number: Type.Optional(Type.String({ maxLength: 64 })),
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  },
  { additionalProperties: false },
)
export type ForcedFault = Static<typeof ForcedFault>

export const readForcedFault = form(ForcedFault)

const fittingRates = form(FaultRates)

/** @throws Refusal `request_invalid`, also where rates that exclude each other add up to more than one. */
export function readFaultRates(json: unknown): FaultRates {
  const rates = fittingRates(json) as FaultRates
  for (const group of [CALL_FAULTS, REFUND_FAULTS, NOTIFICATION_FAULTS]) {
    const sum = group.reduce((total, fault) => total + (rates[fault] ?? 0), 0)
    if (sum > 1 + 1e-9) {
      throw new Refusal(400, 'request_invalid', `the sum of the rates of ${group.join(', ')} is ${sum}, more than 1`)
    }
  }
  return rates
}

export interface Subject {
  readonly operation?: Operation
  readonly merchant: string
  readonly number: string
}

export class Faults {
  readonly #books: Books
  readonly seed: string
  rates: FaultRates

  constructor(books: Books, seed: string, rates: FaultRates) {
    this.#books = books
    this.seed = seed
    this.rates = rates
  }

  /**
   * Returns the fault of this attempt. Call it in the transaction that executes the call: it consumes a forced fault.
   */
  ofCall(subject: Required<Subject>): CallFault | undefined {
    const forced = this.#forced(CALL_FAULTS, subject)
    if (forced) return forced
    if (!CALL_FAULTS.some((fault) => this.rates[fault])) return undefined
    const { merchant, operation, number } = subject
    const { count } = this.#books.get<{ count: bigint }>(
      `INSERT INTO attempts VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`,
      merchant,
      operation,
      number,
    )!
    return this.#pick(CALL_FAULTS, ['call', merchant, operation, number, count])
  }

  /** Returns whether orders or refunds with this number are refused; the same on every attempt. */
  isRefused({ merchant, operation, number }: Required<Subject>): boolean {
    if (this.#forced(['refused'], { merchant, operation, number })) return true
    return this.#pick(['refused'], ['refused', merchant, operation, number]) !== undefined
  }

  ofRefund({ merchant, number }: Subject): RefundFault | undefined {
    const forced = this.#forced(REFUND_FAULTS, { operation: 'refund', merchant, number })
    return forced ?? this.#pick(REFUND_FAULTS, ['refund', merchant, number])
  }

  ofNotification({ merchant, number }: Subject, type: string): NotificationFault | undefined {
    const forced = this.#forced(NOTIFICATION_FAULTS, { merchant, number })
    return forced ?? this.#pick(NOTIFICATION_FAULTS, ['notification', merchant, number, type])
  }

  /** Returns a number from 0 to 1, deterministic for seed and parts. */
  draw(...parts: readonly (string | bigint)[]): number {
    const hash = createHash('sha256')
      .update(JSON.stringify([this.seed, ...parts.map(String)]))
      .digest()
    return hash.readUIntBE(0, 6) / 2 ** 48
  }

  #pick<Name extends Fault>(names: readonly Name[], parts: readonly (string | bigint)[]): Name | undefined {
    let left = this.draw(...parts)
    return names.find((name) => {
      left -= this.rates[name] ?? 0
      return left < 0
    })
  }

  #forced<Name extends Fault>(names: readonly Name[], { operation, number }: Subject): Name | undefined {
    const rows = this.#books.all<{ id: bigint; fault: Name; operation: string | null; number: string | null }>(
      'SELECT id, fault, operation, number FROM forced ORDER BY id',
    )
    const found = rows.find(
      (row) =>
        names.includes(row.fault) &&
        (row.operation === null || row.operation === operation) &&
        (row.number === null || row.number === number),
    )
    if (found) this.#books.run('DELETE FROM forced WHERE id = ?', found.id)
    return found?.fault
  }
}
