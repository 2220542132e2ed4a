/**
 * Maps merchant numbers of a bill to parties: the party with the attribute `wechatMerchantId`, otherwise the one named
 * `wx_` followed by the number.
 */
import { Problem } from '../../problem.ts'
import type { Client } from '../client.ts'
import { UsageError } from '../exit-code.ts'

export const NUMBER_ATTRIBUTE = 'wechatMerchantId'

interface Merchant {
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
}

export class Merchants {
  /** Parties created for this bill. */
  readonly registered: string[] = []
  readonly #client: Client
  readonly #category: string | undefined
  readonly #byNumber: Map<string, string>

  private constructor(client: Client, category: string | undefined, byNumber: Map<string, string>) {
    this.#client = client
    this.#category = category
    this.#byNumber = byNumber
  }

  /**
   * Loads the merchants. `category`: category of unregistered merchants to create; undefined: they are not created.
   * @throws UsageError for a category that the rate card has no price for.
   */
  static async load(client: Client, category: string | undefined): Promise<Merchants> {
    if (category !== undefined) await checkCategory(client, category)
    const byNumber = new Map<string, string>()
    for await (const { id, attributes } of client.list<Merchant>('/v1/parties', { kind: 'merchant' })) {
      const number = attributes[NUMBER_ATTRIBUTE]
      if (number !== undefined) byNumber.set(number, id)
      else if (id.startsWith('wx_') && !byNumber.has(id.slice(3))) byNumber.set(id.slice(3), id)
    }
    return new Merchants(client, category, byNumber)
  }

  /** @throws Problem `merchant_not_registered`. */
  async partyOf(number: string): Promise<string> {
    return this.#byNumber.get(number) ?? this.#register(number)
  }

  async #register(number: string): Promise<string> {
    if (this.#category === undefined || !/^[A-Za-z0-9_.-]{1,60}$/.test(number)) {
      throw new Problem('merchant_not_registered', { number: number || '?' })
    }
    const id = `wx_${number}`
    await this.#client.ask(`/v1/parties/${encodeURIComponent(id)}`, {
      method: 'PUT',
      body: {
        kind: 'merchant',
        name: number,
        attributes: { merchantCategory: this.#category, [NUMBER_ATTRIBUTE]: number },
      },
    })
    this.#byNumber.set(number, id)
    this.registered.push(id)
    return id
  }
}

/** Checks the category before creating parties for which every payment would be refused. */
async function checkCategory(client: Client, category: string): Promise<void> {
  const { products } = await client.get<{ products: Record<string, unknown> }>('/v1/rate-cards/current')
  const terms = products['payments/scan-pay'] as { fee?: { rate?: string | { options?: object } } } | undefined
  const rate = terms?.fee?.rate
  const known = typeof rate === 'object' && rate.options ? Object.keys(rate.options) : undefined
  if (known && !known.includes(category)) {
    throw new UsageError(`--category ${category}: the rate card has ${known.join(', ')}`)
  }
}
