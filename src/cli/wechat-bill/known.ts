/**
 * Finds the rows of a bill that are in the ledger already, from any source: by the provider's number as reference,
 * or by our number where the order or refund went through a gateway.
 */
import type { Charge } from '../../api/charges/schema.ts'
import type { Refund } from '../../api/refunds/schema.ts'
import type { BillPayment } from '../../gateways/wechatpay/bill.ts'
import { formatMicros, type Micros, parseMicros } from '../../money/amount.ts'
import { Problem } from '../../problem.ts'
import type { Client } from '../client.ts'
import type { BillReturnRow } from './rows.ts'

/** Rows per request: two numbers of at most 32 characters each fit its query. */
const ROWS = 90
/** Other texts are no numbers of the provider. */
const NUMBER = /^[\w|*@.+-]{1,32}$/

export type Row = BillPayment | BillReturnRow
type Entered = Pick<Charge | Refund, 'id' | 'amount' | 'reference'> & { readonly payment?: Charge['payment'] }

/** Returns the entries of the ledger by row. */
export async function findKnown<Thing extends Entered>(
  client: Client,
  path: string,
  rows: readonly Row[],
): Promise<Map<Row, Thing>> {
  const known = new Map<Row, Thing>()
  for (let start = 0; start < rows.length; start += ROWS) {
    const asked = rows.slice(start, start + ROWS)
    const references = asked.flatMap(numbersOf).filter((number) => NUMBER.test(number))
    if (references.length === 0) continue
    const found = new Map<string, Thing>()
    for await (const thing of client.list<Thing>(path, { references: references.join(',') })) {
      for (const number of [thing.reference, thing.payment?.order, thing.id]) if (number) found.set(number, thing)
    }
    for (const row of asked) {
      const thing = numbersOf(row)
        .map((number) => found.get(number))
        .find((each) => each !== undefined)
      if (thing) known.set(row, thing)
    }
  }
  return known
}

/** The number of the provider, and ours. Order numbers of the merchant are unique for one merchant only. */
function numbersOf(row: Row): string[] {
  if (row.kind === 'payment') return [row.transactionId, ...(row.orderNo.startsWith('pay_') ? [row.orderNo] : [])]
  return [row.refundId ?? '', row.refundNo?.startsWith('rfd_') ? row.refundNo : ''].filter((number) => number !== '')
}

/**
 * Checks the entry of a row. An order is charged in the amount that the payer saw, an imported row in the settled one.
 * @throws Problem `bill_amount_differs`.
 */
export function checkKnown(row: Row, { id, amount }: Entered): void {
  const [settled, seen] = amountsOf(row)
  const ours = parseMicros(amount.amount)
  if (amount.currency === row.currency && (ours === settled || ours === seen)) return
  throw new Problem('bill_amount_differs', {
    id,
    ours: `${amount.amount} ${amount.currency}`,
    stated: `${formatMicros(settled, row.currency)} ${row.currency}`,
  })
}

function amountsOf(row: Row): readonly [Micros, Micros] {
  if (row.kind === 'payment') return [row.settleAmount, row.orderAmount]
  if (row.kind === 'refund') return [row.settleRefundAmount, row.requestedRefundAmount]
  return [row.settleRefundAmount || row.settleAmount, row.requestedRefundAmount || row.orderAmount]
}
