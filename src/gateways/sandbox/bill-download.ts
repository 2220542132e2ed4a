/** Download of a bill: written to a scratch file, verified against its digest and only then parsed. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { type Micros, parseMicros } from '../../money/amount.ts'
import { isCurrency } from '../../money/currency.ts'
import { Problem } from '../../problem.ts'
import { type BillLine, GatewayError } from '../gateway.ts'
import { openScratchFile, type ScratchFile } from '../scratch.ts'
import { BILL_COLUMNS, type BillNote } from './wire.ts'

/** Maximum length of a row; without it, an unclosed quote would hold the rest of the file in memory. */
const ROW_MAX = 64 * 1024

/**
 * Streams the lines of a bill in constant memory. Yields nothing from a file that doesn't match its note.
 * @throws GatewayError `refused`: `digest_mismatch`, `bill_invalid`, `bill_totals_differ`,
 * `bill_too_large`; `busy`: `disk_full`.
 */
export async function* readBill(
  source: AsyncIterable<Uint8Array>,
  note: BillNote,
  tenant: number,
): AsyncGenerator<BillLine, void, undefined> {
  const file = await openScratchFile(tenant)
  try {
    if ((await save(source, file)) !== note.sha256) {
      throw new GatewayError('refused', 'digest_mismatch', 'the bill is not what its digest says')
    }
    yield* linesOf(file.handle)
  } finally {
    await file.close()
  }
}

/** Returns the digest of the bytes written. */
async function save(source: AsyncIterable<Uint8Array>, file: ScratchFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of source) {
    hash.update(chunk)
    await file.write(chunk)
  }
  return hash.digest('hex')
}

async function* linesOf(file: FileHandle): AsyncGenerator<BillLine, void, undefined> {
  const totals = new Totals()
  let number = 0
  const text = file.createReadStream({ start: 0, autoClose: false })
  const rows = text.compose(parse({ bom: true, relax_column_count: false, max_record_size: ROW_MAX })) as AsyncIterable<
    string[]
  >
  try {
    for await (const row of rows) {
      number += 1
      if (number === 1) checkHeader(row)
      else if (row[0] === 'total') totals.state(row)
      else yield totals.add(lineOf(row))
    }
  } catch (error) {
    if (error instanceof Problem || (error as { code?: string }).code?.startsWith('CSV_')) {
      throw new GatewayError('refused', 'bill_invalid', `line ${number}: ${(error as Error).message}`, { cause: error })
    }
    throw error
  }
  totals.check()
}

function checkHeader(row: readonly string[]): void {
  if (row.join() !== BILL_COLUMNS.join()) throw invalid('the columns do not match')
}

const STATUSES = ['paid', 'processing', 'succeeded', 'closed', 'abnormal'] as const

function lineOf(row: readonly string[]): BillLine {
  const [kind, at, number, order, providerNumber, amount, fee, unit, stated] = row as [string, ...string[]]
  const time = new Date(at!)
  const status = STATUSES.find((each) => each === stated)
  if ((kind !== 'payment' && kind !== 'refund') || Number.isNaN(time.getTime()) || !status || !isCurrency(unit!)) {
    throw invalid(`invalid row: ${row.join().slice(0, 120)}`)
  }
  return {
    kind,
    number: number!,
    order: order!,
    providerNumber: providerNumber!,
    amount: parseMicros(amount!, unit),
    fee: parseMicros(fee!, unit),
    unit: unit!,
    at: time,
    status,
  }
}

interface Sums {
  payments: bigint
  paid: Micros
  paymentFees: Micros
  refunds: bigint
  refunded: Micros
  refundFees: Micros
}

/** The totals computed from the rows and those stated in the bill, by currency. */
class Totals {
  readonly #counted = new Map<string, Sums>()
  readonly #stated = new Map<string, Sums>()

  add(line: BillLine): BillLine {
    if (this.#stated.size > 0) throw invalid('rows after the totals')
    const sums = this.#counted.get(line.unit) ?? {
      payments: 0n,
      paid: 0n,
      paymentFees: 0n,
      refunds: 0n,
      refunded: 0n,
      refundFees: 0n,
    }
    if (line.kind === 'payment') {
      sums.payments += 1n
      sums.paid += line.amount
      sums.paymentFees += line.fee ?? 0n
    } else {
      sums.refunds += 1n
      sums.refunded += line.amount
      sums.refundFees += line.fee ?? 0n
    }
    this.#counted.set(line.unit, sums)
    return line
  }

  state(row: readonly string[]): void {
    const [, rows, payments, paid, paymentFees, refunds, refunded, refundFees, unit] = row as [string, ...string[]]
    const sums = {
      payments: countOf(payments!),
      paid: parseMicros(paid!, unit),
      paymentFees: parseMicros(paymentFees!, unit),
      refunds: countOf(refunds!),
      refunded: parseMicros(refunded!, unit),
      refundFees: parseMicros(refundFees!, unit),
    }
    if (countOf(rows!) !== sums.payments + sums.refunds || this.#stated.has(unit!)) throw invalid('invalid totals')
    this.#stated.set(unit!, sums)
  }

  check(): void {
    if (this.#stated.size === 0) throw invalid('the totals are missing')
    // A day without rows has one total without a currency.
    if (this.#counted.size === 0 && this.#stated.get('')?.payments === 0n && this.#stated.get('')?.refunds === 0n)
      return
    const units = new Set([...this.#counted.keys(), ...this.#stated.keys()])
    for (const unit of units) {
      const counted = this.#counted.get(unit)
      const stated = this.#stated.get(unit)
      const same =
        counted && stated && (Object.keys(counted) as (keyof Sums)[]).every((key) => counted[key] === stated[key])
      if (!same) throw new GatewayError('refused', 'bill_totals_differ', `the rows in ${unit} come to something else`)
    }
  }
}

function countOf(text: string): bigint {
  if (!/^\d{1,15}$/.test(text)) throw invalid('a count is not a number')
  return BigInt(text)
}

const invalid = (why: string) => new GatewayError('refused', 'bill_invalid', why)
