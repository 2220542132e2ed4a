/**
 * Shared by the scripts of this folder: charges something over the HTTP API, explains where every cent went, and
 * refunds it. The address of the API and a key with every scope come from the environment.
 */
import { randomUUID } from 'node:crypto'

const url = process.env.RECOUP_URL ?? 'http://127.0.0.1:8080'
const key = process.env.RECOUP_KEY ?? ''

interface Money {
  readonly amount: string
  readonly currency: string
}

interface Transfer {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly amount: Money
}

interface Charge {
  readonly id: string
  readonly amount: Money
  readonly items: readonly { readonly id: string; readonly components: readonly Transfer[] }[]
}

/** The refund to request: items, or an amount; without either, everything that is left. */
export interface Return {
  readonly because: string
  readonly items?: readonly { readonly id: string; readonly quantity?: string }[]
  readonly amount?: Money
}

export interface Scene {
  readonly line: string
  readonly product: string
  readonly about: string
  readonly parties?: Readonly<Record<string, { readonly kind: string; readonly name: string }>>
  /** Accounts to fund first. */
  readonly funds?: Readonly<Record<string, Money>>
  readonly event: unknown
  readonly returns: readonly Return[]
}

export const cny = (amount: string): Money => ({ amount, currency: 'CNY' })

/** Charges, explains and refunds as the scene describes, and prints the results. */
export async function play({ line, product, about, parties = {}, funds = {}, event, returns }: Scene): Promise<void> {
  console.log(`\n== ${line}/${product}: ${about}`)
  for (const [id, party] of Object.entries(parties)) await call('PUT', `/v1/parties/${id}`, party)
  for (const [to, amount] of Object.entries(funds)) {
    const transfers = [{ from: 'example/funding', to, amount, kind: 'funding' }]
    await call('POST', '/v1/journal-entries', { description: `example: money for ${to}`, transfers })
  }
  const charge = await call<Charge>('POST', '/v1/charges', { line, product, event })
  console.log(`charged ${said(charge.amount)}`)
  for (const { components } of charge.items) printTransfers(components)
  for (const language of ['en', 'zh']) {
    const { text } = await call<{ text: string }>('GET', `/v1/charges/${charge.id}/explanation?language=${language}`)
    console.log(indented(text))
  }
  for (const each of returns) await giveBack(charge, each)
}

/** Previews the refund, then executes the preview. */
async function giveBack({ id: charge }: Charge, { because, ...ask }: Return): Promise<void> {
  const preview = await call<{ hash: string }>('POST', '/v1/refunds/preview', { charge, ...ask })
  const order = { charge, ...ask, previewHash: preview.hash, reason: because }
  const refund = await call<{ id: string; amount: Money; transfers: Transfer[] }>('POST', '/v1/refunds', order)
  console.log(`gave back ${said(refund.amount)}: ${because}`)
  printTransfers(refund.transfers)
  for (const language of ['en', 'zh']) {
    const { text } = await call<{ text: string }>('GET', `/v1/refunds/${refund.id}/explanation?language=${language}`)
    console.log(indented(text))
  }
}

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' && !path.endsWith('/preview') ? { 'idempotency-key': randomUUID() } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

const said = ({ amount, currency }: Money) => `${amount} ${currency}`
const indented = (text: string) => text.replaceAll(/^/gm, '    | ')

function printTransfers(transfers: readonly Transfer[]): void {
  for (const { kind, from, to, amount } of transfers) {
    console.log(`  ${kind.padEnd(11)} ${said(amount).padStart(14)}  ${from} → ${to}`)
  }
}
