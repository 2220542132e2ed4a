/** Uses types that openapi-typescript generated, with openapi-fetch. */
import createClient from 'openapi-fetch'
import type { components, paths } from './generated.ts'

const { RECOUP_URL, RECOUP_KEY } = process.env
const client = createClient<paths>({
  baseUrl: RECOUP_URL!,
  headers: { authorization: `Bearer ${RECOUP_KEY}` },
})

function expectData<Data>({ data, error }: { data?: Data; error?: components['schemas']['Problem'] }): Data {
  if (data === undefined) throw new Error(`refused: ${error?.code}: ${error?.detail}`)
  return data
}

const charge = expectData(
  await client.POST('/v1/charges', {
    params: { header: { 'Idempotency-Key': 'typescript-charge' } },
    body: {
      line: 'payments',
      product: 'scan-pay',
      event: {
        payer: 'usr_typescript',
        merchant: 'mch_1',
        amount: { amount: '100.00', currency: 'CNY' },
        channel: 'sandbox',
      },
    },
  }),
)

let listed = 0
let cursor: string | null = null
do {
  const query = { limit: 2, ...(cursor === null ? {} : { cursor }) }
  const page: components['schemas']['ChargePage'] = expectData(await client.GET('/v1/charges', { params: { query } }))
  listed += page.data.length
  cursor = page.nextCursor
} while (cursor !== null)

const refund = { charge: charge.id, amount: { amount: '40.00', currency: 'CNY' } }
const preview = expectData(await client.POST('/v1/refunds/preview', { body: refund }))
const answer = expectData(
  await client.POST('/v1/refunds', {
    params: { header: { 'Idempotency-Key': 'typescript-refund' } },
    body: { ...refund, previewHash: preview.hash },
  }),
)

// A refund above the approval limits would wait for another person instead.
if ('act' in answer) throw new Error(`waits for approval ${answer.id}`)
const executed = answer

console.log(JSON.stringify({ charge: charge.id, listed, refund: executed.id, refunded: executed.amount.amount }))
