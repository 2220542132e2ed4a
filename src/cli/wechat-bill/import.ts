/**
 * Imports a daily trade bill: payments are charged as they are read, a thousand at a time; since rows are unordered,
 * refunds are posted after all payments, in chronological order. Held in memory meanwhile: the refunds, and the charge
 * of each payment.
 */
import type { Charge } from '../../api/charges/schema.ts'
import type { Refund } from '../../api/refunds/schema.ts'
import { type BillEntry, type BillPayment, parseTradeBill } from '../../gateways/wechatpay/bill.ts'
import { formatMicros, type Micros, parseMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import { type Client, type Page, type ProblemDocument, Refused } from '../client.ts'
import { checkKnown, findKnown } from './known.ts'
import { Merchants } from './merchants.ts'
import type { Report } from './report.ts'
import { type BillReturnRow, chargeRequest, merchantNumber, refundRequest, refundTime, whyNotPosted } from './rows.ts'
import { SeenNumbers } from './seen-numbers.ts'

export interface ImportOptions {
  readonly client: Client
  readonly source: AsyncIterable<Uint8Array>
  readonly report: Report
  /** Category under which unregistered merchants are created; undefined: their rows are skipped. */
  readonly category?: string | undefined
  /** Called after each request with a description of the progress. */
  readonly progress?: (state: string) => void
}

/** Elements per bulk request. */
const CHUNK = 1_000
/** Maximum number of payments held in memory, some 150 bytes each; for others the server is queried for the charge. */
const REMEMBERED = 500_000
const ATTEMPTS = 4

type Result<Name extends string, Thing> = { readonly [key in Name]?: Thing } & {
  readonly status: number
  readonly problem?: ProblemDocument
}

/**
 * Imports a bill. Returns the parties that were created.
 * @throws Problem when nothing of the file can be read; errors of the client.
 */
export async function importBill(options: ImportOptions): Promise<readonly string[]> {
  const merchants = await Merchants.load(options.client, options.category)
  await new BillImport(options, merchants).run(parseTradeBill(options.source))
  return merchants.registered
}

class BillImport {
  readonly #client: Client
  readonly #report: Report
  readonly #progress: (state: string) => void
  readonly #merchants: Merchants
  readonly #charges = new Map<string, string>()
  readonly #returns: BillReturnRow[] = []
  readonly #seen = new SeenNumbers(REMEMBERED)

  constructor({ client, report, progress = () => {} }: ImportOptions, merchants: Merchants) {
    this.#client = client
    this.#report = report
    this.#progress = progress
    this.#merchants = merchants
  }

  async run(entries: AsyncGenerator<BillEntry>): Promise<void> {
    let payments: BillPayment[] = []
    let underWay = Promise.resolve()
    for await (const entry of entries) {
      if (!this.#take(entry)) continue
      if (entry.kind === 'payment') payments.push(entry)
      else if (entry.kind !== 'bad' && entry.kind !== 'summary') this.#returns.push(slim(entry))
      if (payments.length < CHUNK) continue
      // One chunk is processed by the server while the next is read.
      await underWay
      underWay = this.#postPayments(payments)
      underWay.catch(() => {})
      payments = []
    }
    await underWay
    await this.#postPayments(payments)
    await this.#postReturns()
  }

  /** Counts an entry. Returns whether it is a row to post. */
  #take(entry: BillEntry): boolean {
    const { bill, faults, skipped } = this.#report
    if (entry.kind === 'summary') {
      this.#report.summary = entry
      return false
    }
    // A truncated file is reported for the file as a whole.
    if (entry.kind === 'bad' && entry.code === 'bill_summary_missing') {
      this.#report.cutOff = true
      return false
    }
    if (entry.kind === 'bad' && entry.ofSummary) {
      this.#report.summaryFault = { line: entry.line, code: entry.code, message: entry.message }
      return false
    }
    this.#report.rows += 1
    if (entry.kind === 'bad') {
      faults.add({ line: entry.line, code: entry.code, message: entry.message })
      return false
    }
    const repeated = this.#seen.repeats(entry)
    if (repeated !== undefined) {
      this.#fault(entry, repeated)
      return false
    }
    bill.fees += entry.fee
    if (entry.kind === 'payment') bill.payments += entry.settleAmount
    else bill.refunds += entry.settleRefundAmount
    const reason = whyNotPosted(entry)
    if (reason === undefined) return true
    skipped.add({ line: entry.line, reason, transaction: entry.transactionId })
    return false
  }

  async #postPayments(rows: readonly BillPayment[]): Promise<void> {
    const { report } = this
    await this.#post('charge', rows, report.payments, {
      prepare: async (row) => chargeRequest(row, await this.#merchants.partyOf(merchantNumber(row))),
      done: (row, charge: Charge) => {
        if (this.#charges.size < REMEMBERED) this.#charges.set(own(row.transactionId), charge.id)
        report.recoup.payments += parseMicros(charge.amount.amount)
        const components = charge.items.flatMap((item) => item.components)
        this.#compare(row, {
          amount: row.settleAmount,
          fee: feesOf(components),
          merchant: charge.payee ?? '',
          id: charge.id,
        })
      },
    })
    this.#progress(`${report.rows.toLocaleString('en-US')} rows`)
  }

  async #postReturns(): Promise<void> {
    const { report } = this
    this.#returns.sort((a, b) => compareText(refundTime(a), refundTime(b)) || a.line - b.line)
    for (let start = 0; start < this.#returns.length; start += CHUNK) {
      const rows = this.#returns.slice(start, start + CHUNK)
      await this.#post('refund', rows, report.refunds, {
        prepare: async (row) => refundRequest(row, await this.#chargeOf(row.transactionId)),
        done: (row, refund: Refund) => {
          report.recoup.refunds += parseMicros(refund.amount.amount)
          const merchant = refund.transfers.find(({ kind }) => kind === 'principal')?.from.split('/')[0] ?? ''
          this.#compare(row, {
            amount: row.settleRefundAmount,
            fee: -feesOf(refund.transfers),
            merchant,
            id: refund.id,
          })
        },
      })
      this.#progress(`${Math.min(start + CHUNK, this.#returns.length).toLocaleString('en-US')} refunds`)
    }
  }

  get report(): Report {
    return this.#report
  }

  /** Posts rows. Refused rows are listed; transient failures are retried. */
  async #post<Name extends 'charge' | 'refund', Row extends BillPayment | BillReturnRow, Thing extends Charge | Refund>(
    name: Name,
    rows: readonly Row[],
    outcomes: Report['payments'],
    { prepare, done }: { prepare(row: Row): Promise<object>; done(row: Row, thing: Thing): void },
  ): Promise<void> {
    let waiting: { row: Row; request: object }[] = []
    const known = await findKnown<Thing>(this.#client, `/v1/${name}s`, rows)
    for (const row of rows) {
      try {
        const thing = known.get(row)
        if (thing === undefined) {
          waiting.push({ row, request: await prepare(row) })
          continue
        }
        checkKnown(row, thing)
        outcomes.replayed += 1
        done(row, thing)
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error
        outcomes.refused += 1
        this.#fault(row, { code: error.code, detail: error.detail('en') })
      }
    }
    for (let attempt = 1; waiting.length > 0; attempt += 1) {
      const { body } = await this.#client
        .ask<{ results: Result<Name, Thing>[] }>(`/v1/${name}s/bulk`, {
          method: 'POST',
          body: { [`${name}s`]: waiting.map(({ request }) => request) },
        })
        .catch((error: unknown) => {
          throw error instanceof Refused && error.problem.status === 503
            ? stopped(waiting[0]!.row, error.problem)
            : error
        })
      const again: typeof waiting = []
      for (const [i, { status, problem, ...thing }] of body.results.entries()) {
        const sent = waiting[i]!
        if (status === 503 && attempt < ATTEMPTS) again.push(sent)
        else if (status === 503 && problem) throw stopped(sent.row, problem)
        else if (problem) {
          outcomes.refused += 1
          this.#fault(sent.row, problem)
        } else {
          outcomes[status === 201 ? 'posted' : 'replayed'] += 1
          done(sent.row, (thing as { [key in Name]: Thing })[name])
        }
      }
      waiting = again
    }
  }

  #fault(
    { line, transactionId }: BillPayment | BillReturnRow,
    { code, detail }: { code: string; detail: string },
  ): void {
    this.#report.faults.add({ line, code, message: detail, transaction: transactionId })
  }

  #compare(
    row: BillPayment | BillReturnRow,
    {
      amount,
      fee,
      merchant,
      id,
    }: { readonly amount: Micros; readonly fee: Micros; readonly merchant: string; readonly id: string },
  ): void {
    this.#report.recoup.fees += fee
    if (fee === row.fee) return
    this.#report.feeDifference += fee - row.fee
    const text = (micros: Micros) => formatMicros(micros, row.currency)
    this.#report.differences.add({
      line: row.line,
      kind: row.kind === 'payment' ? 'payment' : 'refund',
      transaction: row.transactionId,
      ...(row.kind !== 'payment' && row.refundId ? { refund: row.refundId } : {}),
      merchant,
      amount: text(amount),
      billRate: row.rateText,
      billFee: text(row.fee),
      recoupFee: text(fee),
      difference: text(fee - row.fee),
      id,
    })
  }

  /** @throws Problem `payment_not_found`. */
  async #chargeOf(transaction: string): Promise<string> {
    const known = this.#charges.get(transaction)
    if (known !== undefined) return known
    const query = { line: 'payments', reference: transaction, limit: 1 }
    const { data } = await this.#client.get<Page<Charge>>('/v1/charges', query)
    if (!data[0]) throw new Problem('payment_not_found', { reference: transaction })
    return data[0].id
  }
}

/** The server cannot write now: the rows are not to blame, and the next ones would fail too. */
function stopped({ line }: BillPayment | BillReturnRow, { detail }: { detail: string }): Problem {
  return new Problem('import_stopped', { line, reason: detail })
}

/** Drops the texts of a row, because many rows of a big bill wait in memory. */
function slim(row: BillReturnRow): BillReturnRow {
  const texts = { appId: '', device: '', orderNo: '', payerId: '', bank: '', goods: '', attach: '', rateNote: '' }
  return { ...row, ...texts, transactionId: own(row.transactionId), tradeTime: own(row.tradeTime) }
}

/** Copies a string, because a substring would keep the whole line in memory. */
function own(text: string): string {
  return Buffer.from(text).toString()
}

function feesOf(moves: readonly { kind: string; amount: { amount: string } }[]): Micros {
  return moves.reduce((sum, { kind, amount }) => (kind === 'fee' ? sum + parseMicros(amount.amount) : sum), 0n)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
