/** Real objects in a new server: their ids by path parameter, and requests that it accepts by operation. */
import { lines } from '../../src/lines/index.ts'
import type { Site } from '../soak/site.ts'

/** The path parameter that takes an id, by the prefix of the id. */
export const PREFIXES: Readonly<Record<string, string>> = {
  chg: 'charge',
  rfd: 'refund',
  req: 'request',
  blk: 'bulk',
  hld: 'hold',
  qte: 'quote',
  dsp: 'dispute',
  pay: 'payment',
  pyt: 'payout',
  pfl: 'file',
  dbt: 'entry',
  ctr: 'contract',
  whk: 'webhook',
  usr: 'user',
  key: 'key',
  rcn: 'reconciliation',
  apr: 'approval',
}

export interface FuzzObjects {
  readonly ids: Record<string, string[]>
  readonly bodies: Record<string, unknown[]>
}

const cny = (amount: string) => ({ amount, currency: 'CNY' })

/** Creates parties, charges of every product and one or more of every other object. */
export async function makeObjects(site: Site): Promise<FuzzObjects> {
  const ids: Record<string, string[]> = {}
  const add = (name: string, id: string) => {
    const known = ids[name]
    if (known) known.push(id)
    else ids[name] = [id]
  }
  const must = async (method: string, to: string, body?: object) => {
    const answer = await site.call<{ id: string }>(method, to, body)
    if (answer.status >= 300) throw new Error(`${method} ${to}: ${JSON.stringify(answer.body)}`)
    const name = PREFIXES[answer.body.id?.split('_')[0] ?? '']
    if (name) add(name, answer.body.id)
    return answer.body
  }
  const charges: { line: string; product: string; event: unknown }[] = []
  for (const { line, product } of lines.products) {
    for (const { id, kind, attributes } of product.example.parties) {
      await must('PUT', `/v1/parties/${id}`, { kind, name: id, attributes })
      add('party', id)
    }
    charges.push({ line: line.id, product: product.id, event: product.example.event })
  }
  for (const party of new Set(ids.party)) {
    for (const account of ['balance', 'wallet']) {
      // Above 10,000, a journal entry would wait for a second person.
      const transfers = [{ from: 'world/funding', to: `${party}/${account}`, amount: cny('9000.00') }]
      await must('POST', '/v1/journal-entries', { description: 'funds', transfers })
    }
  }
  const accepted = []
  for (const charge of charges) {
    const answer = await site.call<{ id: string }>('POST', '/v1/charges', charge)
    if (answer.status !== 201) continue
    accepted.push(charge)
    add('charge', answer.body.id)
  }
  const scan = {
    line: 'payments',
    product: 'scan-pay',
    event: { payer: 'usr_fuzz', merchant: ids.party![0]!, amount: cny('20.00'), channel: 'sandbox' },
  }
  await must('PUT', `/v1/parties/${ids.party![0]!}`, {
    ...{ kind: 'merchant', name: 'Fuzz', attributes: { merchantCategory: 'restaurant' } },
  })
  const charged = async () => (await must('POST', '/v1/charges', scan)).id
  for (let n = 0; n < 10; n += 1) await charged()
  await must('POST', '/v1/refunds', { charge: await charged(), amount: cny('5.00') })
  await must('POST', '/v1/refund-requests', { charge: await charged(), reason: 'minor', asker: 'payer' })
  await must('POST', '/v1/refund-requests', { charge: await charged(), reason: 'goodwill', asker: 'agent' })
  await must('POST', '/v1/disputes', { charge: await charged(), reason: 'unknown' })
  const hold = { account: { path: `${ids.party![0]!}/wallet`, currency: 'CNY' }, amount: cny('5.00'), expiresIn: 600 }
  await must('POST', '/v1/holds', hold)
  await must('POST', '/v1/quotes', { ...scan, expiresIn: 3_600 })
  const webhook = { url: 'https://example.com/hook', eventTypes: ['charge.created'] }
  await must('POST', '/v1/webhooks', webhook)
  const payout = { party: ids.party![0]!, currency: 'CNY', amount: '10.00' }
  await must('POST', '/v1/payouts', payout)
  await must('POST', '/v1/bulk-refunds', { reason: 'service-failure' })
  const contract = { party: ids.party![0]!, line: 'payments', product: 'scan-pay', terms: { fee: { rate: '0.0038' } } }
  await must('POST', '/v1/contracts', contract)
  await must('POST', '/v1/users', { email: 'fuzz@example.com', name: 'Fuzz', role: 'viewer' }).catch(() => undefined)
  await must('POST', '/v1/keys', { name: 'fuzz', scopes: ['charges:read'] })
  const settings = { baseUrl: 'http://127.0.0.1:9', merchant: 'm1', secret: 'a secret that is long enough' }
  await must('PUT', '/v1/gateways/sandbox', { kind: 'sandbox', settings })
  ids.gateway = ['sandbox']
  ids.line = ['payments', 'goods', 'commerce']
  return { ids, bodies: bodiesOf(accepted.concat(scan), ids) }
}

function bodiesOf(charges: object[], ids: Record<string, string[]>): Record<string, unknown[]> {
  const transfers = [{ from: 'world/funding', to: `${ids.party![0]!}/balance`, amount: cny('1.00') }]
  return {
    createCharge: charges,
    createCharges: [{ charges }],
    createQuote: charges,
    previewRefund: ids.charge!.map((charge) => ({ charge })),
    createRefund: ids.charge!.map((charge) => ({ charge, amount: cny('0.50') })),
    createRefunds: [{ refunds: ids.charge!.map((charge) => ({ charge, amount: cny('0.50') })) }],
    createRefundRequest: ids.charge!.map((charge) => ({ charge, reason: 'goodwill', asker: 'agent' })),
    openDispute: ids.charge!.map((charge) => ({ charge, reason: 'unknown' })),
    createJournalEntry: [{ description: 'fuzz', transfers }],
    createPayout: ids.party!.map((party) => ({ party, currency: 'CNY', amount: '1.00' })),
    createHold: [
      { account: { path: `${ids.party![0]!}/wallet`, currency: 'CNY' }, amount: cny('1.00'), expiresIn: 60 },
    ],
  }
}
