import Type, { type Static } from 'typebox'
import { describeTerms } from '../../catalog/changes-in-words.ts'
import { listRateCards, type RateCard, readRateCard } from '../../catalog/rate-card.ts'
import { modelWords } from '../../catalog/term-words.ts'
import { defaultCard, pricesIn } from '../../catalog/terms.ts'
import type { RefundPolicy as Policy } from '../../charges/draft.ts'
import type { TenantDatabase } from '../../db/connect.ts'
import { type Api, operation } from '../../http/operation.ts'
import { NextCursor, named } from '../../http/shapes.ts'
import { newUuid } from '../../ids.ts'
import { lines } from '../../lines/index.ts'
import { RefundPolicy } from '../charges/schema.ts'
import type { Services } from '../services.ts'

const Title = Type.Object({ en: Type.String(), zh: Type.String() })

const Product = named(
  'Product',
  Type.Object(
    {
      line: Type.String({ examples: ['payments'] }),
      id: Type.String({ examples: ['scan-pay'] }),
      title: Title,
      lineTitle: Title,
      event: Type.Unknown({ description: 'JSON Schema of the event' }),
      customer: Type.String({
        description: 'The field of the event that identifies the customer whose contract applies',
        examples: ['merchant'],
      }),
      terms: Type.Unknown({ description: 'JSON Schema of the product’s terms on a rate card' }),
      defaultTerms: Type.Unknown({ description: 'Terms on the default rate card' }),
      priced: Type.Boolean({ description: 'Whether the current rate card prices the product' }),
      priceModels: Type.Array(Type.String({ examples: ['percentage'] }), {
        description: 'Price models on the current rate card, or on the default one if the product is not priced',
      }),
      priceModelTitles: Type.Array(Title, { description: 'Names of the price models, in the same order' }),
      termsInWords: Type.Array(Type.Object({ name: Title, text: Title }), {
        description: 'Human-readable terms, field by field, on the current rate card or on the default one',
      }),
      refundPolicies: Type.Array(Type.Object({ pointer: Type.String(), policy: RefundPolicy }), {
        description: 'Refund policies with their location in the terms; one per channel where they differ',
      }),
      example: Type.Unknown({ description: 'Example event' }),
    },
    { description: 'A product that can be charged' },
  ),
)

const list = operation({
  id: 'listProducts',
  tag: 'Catalog',
  summary: 'List products',
  description: 'Grouped by line.',
  scope: 'catalog:read',
  answers: {
    200: {
      description: 'All products',
      schema: named('ProductList', Type.Object({ data: Type.Array(Product), nextCursor: NextCursor })),
    },
  },
})

const titles = operation({
  id: 'listProductTitles',
  tag: 'Catalog',
  summary: 'List product titles',
  description:
    'Names of products and their lines, for displaying charges. Does not include terms, which require `catalog:read`.',
  scope: 'charges:read',
  forParties: true,
  answers: {
    200: {
      description: 'All products',
      schema: named(
        'ProductTitleList',
        Type.Object({
          data: Type.Array(Type.Object({ line: Type.String(), id: Type.String(), title: Title, lineTitle: Title })),
          nextCursor: NextCursor,
        }),
      ),
    },
  },
})

function titlesOf({ line, product }: (typeof lines.products)[number]) {
  return { line: line.id, id: product.id, title: product.title, lineTitle: line.title }
}

export function productRoutes(app: Api, { engine }: Services): void {
  app.get('/v1/product-titles', titles, () => ({ data: lines.products.map(titlesOf), nextCursor: null }))

  // Half a megabyte that changes only with the rate card: browsers revalidate their copy.
  const program = newUuid()
  app.get('/v1/products', list, async ({ identity: { tenant }, headers }, reply) => {
    const { db } = engine.tenant(tenant)
    const version = (await listRateCards(db)).find(({ inForce }) => inForce)?.version
    const tag = `"${program}-${tenant}-${version ?? 0}"`
    reply.header('cache-control', 'private, no-cache').header('etag', tag)
    if (headers['if-none-match'] === tag) return reply.code(304).send()
    const { products, currency } = await readTerms(db, version)
    return {
      data: lines.products.map((each) => toProduct(each, products[`${each.line.id}/${each.product.id}`], currency)),
      nextCursor: null,
    }
  })
}

/** Without a rate card in force no product is priced, and default terms use the currency of the default card. */
async function readTerms(
  db: TenantDatabase,
  version: number | undefined,
): Promise<Pick<RateCard, 'products' | 'currency'>> {
  const found = version === undefined ? undefined : await readRateCard(db, version)
  return found?.card ?? { products: {}, currency: defaultCard(lines).currency }
}

function toProduct(
  { line, product }: (typeof lines.products)[number],
  terms: unknown,
  currency: string,
): Static<typeof Product> {
  const inForce = terms ?? product.defaultTerms
  const priceModels = [...new Set(pricesIn(inForce).map(({ model }) => model))]
  const [en, zh] = [describeTerms(inForce, currency, 'en'), describeTerms(inForce, currency, 'zh')]
  return {
    ...titlesOf({ line, product }),
    event: product.event,
    customer: product.customer,
    terms: product.terms,
    defaultTerms: product.defaultTerms,
    priced: terms !== undefined,
    priceModels,
    priceModelTitles: priceModels.map((model) => modelWords[model] ?? { en: model, zh: model }),
    termsInWords: en.map(({ name, text }, i) => ({
      name: { en: name, zh: zh[i]!.name },
      text: { en: text, zh: zh[i]!.text },
    })),
    refundPolicies: policiesIn(inForce),
    example: product.example.event,
  }
}

function policiesIn(terms: unknown, pointer = ''): { pointer: string; policy: Policy }[] {
  if (typeof terms !== 'object' || terms === null) return []
  if ('windowDays' in terms) return [{ pointer, policy: terms as Policy }]
  return Object.entries(terms).flatMap(([name, each]) => policiesIn(each, `${pointer}/${name}`))
}
