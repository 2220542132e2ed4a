/** A program of a customer: compiled against the published SDK, strictly, and run beside it. */
import { type Charge, isRecoupError, Recoup } from '@recoup/sdk'
import { verifyWebhook } from '@recoup/sdk/webhooks'

const recoup = new Recoup({ baseUrl: process.env.RECOUP_URL!, credentials: { key: process.env.RECOUP_KEY! } })

const charge: Charge = await recoup.post('/v1/charges', {
  body: {
    line: 'payments',
    product: 'scan-pay',
    event: { payer: 'usr_1', merchant: 'mch_noodles', amount: { amount: '100.00', currency: 'CNY' } },
  },
  params: { header: { 'Idempotency-Key': `order-${process.version}` } },
})

try {
  await recoup.get('/v1/charges/{charge}', { params: { path: { charge: 'chg_00000000000000000000000000' } } })
} catch (error) {
  if (!isRecoupError(error, 'charge_unknown')) throw error
}
// @ts-expect-error: the types name the paths of the API.
const unknown: () => Promise<unknown> = () => recoup.get('/v1/nothing')

console.log(JSON.stringify({ id: charge.id, webhooks: typeof verifyWebhook, unknown: typeof unknown }))
