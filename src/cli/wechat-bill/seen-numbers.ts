/** Finds rows that repeat a transaction of the same file, which would otherwise count twice in the totals of the bill. */
import { Problem } from '../../problem.ts'
import type { Row } from './known.ts'

export class SeenNumbers {
  readonly #numbers = new Set<string>()
  readonly #most: number

  /** @param most Numbers held in memory; later rows are only compared with these. */
  constructor(most: number) {
    this.#most = most
  }

  /** Returns the problem `bill_row_repeated` if a row before has the number, and remembers it otherwise. */
  repeats(row: Row): { code: string; detail: string } | undefined {
    const number = row.kind === 'payment' ? row.transactionId : (row.refundId ?? row.transactionId)
    const key = `${row.kind} ${number}`
    if (this.#numbers.has(key)) {
      const problem = new Problem('bill_row_repeated', { number })
      return { code: problem.code, detail: problem.detail('en') }
    }
    if (this.#numbers.size < this.#most) this.#numbers.add(key)
    return undefined
  }
}
