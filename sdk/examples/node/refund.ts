/**
 * Creates a charge, previews its refund, and executes exactly that preview.
 *
 * ```sh
 * RECOUP_KEY=$(cat data/key) node sdk/examples/node/refund.ts
 * ```
 */
import { isRecoupError, Recoup, type RefundPreview } from '@recoup/sdk'

const { RECOUP_KEY: key, RECOUP_URL: baseUrl = 'http://127.0.0.1:4870' } = process.env
if (!key) throw new Error('set RECOUP_KEY')
const recoup = new Recoup({ baseUrl, credentials: { key } })

await recoup.put('/v1/parties/{party}', {
  params: { path: { party: 'mch_example' } },
  body: { kind: 'merchant', name: 'Example', attributes: { merchantCategory: 'restaurant' } },
})

const order = `order-${Date.now()}`
const charge = await recoup.post('/v1/charges', {
  body: {
    line: 'payments',
    product: 'scan-pay',
    event: {
      payer: 'usr_1',
      merchant: 'mch_example',
      amount: { amount: '100.00', currency: 'CNY' },
      channel: 'sandbox',
    },
    reference: order,
  },
  params: { header: { 'Idempotency-Key': order } },
})
console.log(`charged ${charge.amount.amount} ${charge.amount.currency} as ${charge.id}`)

const ask = { charge: charge.id, amount: { amount: '40.00', currency: 'CNY' } }
let preview: RefundPreview = await recoup.post('/v1/refunds/preview', { body: ask })
for (const { kind, from, to, amount } of preview.transfers) console.log(`  ${kind}: ${from} → ${to} ${amount.amount}`)

try {
  await recoup.post('/v1/refunds', { body: { ...ask, previewHash: preview.hash } })
} catch (error) {
  if (!isRecoupError(error, 'refund_preview_stale')) throw error
  // Someone else made a change in the meantime: a person should check the new preview.
  preview = error.problem.preview as RefundPreview
  console.log(`now it would give back ${preview.amount.amount}`)
}

for await (const refund of recoup.each('/v1/refunds', { params: { query: { charge: charge.id } } })) {
  console.log(`${refund.id} gave back ${refund.amount.amount}; ${refund.refundableAfter.amount} are left`)
}
