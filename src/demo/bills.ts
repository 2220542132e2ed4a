/** Reconciles the provider's bills of two days: the first matches, the second has every kind of difference. */
import type { BillLine } from '../gateways/gateway.ts'
import { minorUnit, parseMicros } from '../money/amount.ts'
import { approve } from '../settlement/reconciliation/approve.ts'
import { listDifferences, listRuns } from '../settlement/reconciliation/record.ts'
import { runOver } from '../settlement/reconciliation/run.ts'
import { AGENT, FINANCE, type FinishContext } from './finish-context.ts'
import { GATEWAY, type Paid, type PaidDay, providers } from './gateway.ts'

export async function reconcile(context: FinishContext, days: readonly PaidDay[]): Promise<void> {
  const { engine, tenant } = context
  const { db } = engine.tenant(tenant)
  const done = await listRuns(db, { gateway: GATEWAY, status: 'completed' }, 10)
  for (const [n, { date, payments }] of days.entries()) {
    if (done.some((run) => run.date === date)) continue
    const bill = billOf(payments)
    const lines = n === days.length - 1 ? spoiled(bill) : bill
    const run = await runOver(context, tenant, { gateway: GATEWAY, date, actor: AGENT }, inTurn(lines))
    // One difference is decided; the others stay open.
    const [fee] = await listDifferences(db, run.id, { class: 'fee_differs' }, { limit: 1 })
    if (fee) {
      const decision = { actor: FINANCE, note: '费率按合同核对无误 Checked against the contract' }
      await approve(context, tenant, run.id, { which: { numbers: [fee.n] }, decision })
    }
  }
}

async function* inTurn(lines: readonly BillLine[]): AsyncGenerator<BillLine> {
  yield* lines
}

/** Returns the provider's bill: fees in whole fen, whose total differs from ours by at most one fen. */
function billOf(payments: readonly Paid[]): BillLine[] {
  const fen = minorUnit('CNY')
  let [ours, theirs] = [0n, 0n]
  return payments.map(({ order, at, charge }) => {
    ours += feeOf(charge)
    const fee = ((ours + fen / 2n) / fen) * fen - theirs
    theirs += fee
    const { captured: amount, unit } = charge
    return {
      kind: 'payment',
      number: order,
      order,
      providerNumber: providers(order),
      amount,
      fee,
      unit,
      at,
      status: 'paid',
    }
  })
}

/** Returns the micros that the charge transferred on the provider's fee account. */
function feeOf({ draft }: Paid['charge']): bigint {
  return draft.items
    .flatMap(({ components }) => components)
    .filter(({ to }) => to === `${GATEWAY}/fees`)
    .reduce((sum, { amount }) => sum + parseMicros(amount.amount, amount.currency), 0n)
}

/**
 * Returns a bill with one payment missing, one lower amount, one higher fee, and a payment and a refund unknown here.
 */
function spoiled(bill: readonly BillLine[]): BillLine[] {
  const lines = bill.map((line, n): BillLine => {
    if (n === 7) return { ...line, amount: line.amount - 1_000_000n }
    if (n === 11) return { ...line, fee: line.fee! + 50_000n }
    return line
  })
  const strange = `X${bill[0]!.number}`
  const refunded = bill[14]!
  const refund = `X${refunded.number}R`
  return [
    ...lines.filter((_, n) => n !== 3),
    { ...bill[5]!, number: strange, order: strange, providerNumber: providers(strange) },
    {
      ...{ kind: 'refund', number: refund, order: refunded.order, providerNumber: providers(refund), unit: 'CNY' },
      ...{ amount: 5_000_000n, fee: 0n, at: new Date(refunded.at.getTime() + 3_600_000), status: 'succeeded' },
    },
  ]
}
