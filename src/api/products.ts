import Type from 'typebox'
import { allProducts } from '../lines/index.ts'
import { type Api, operation } from './operation.ts'
import { named } from './shapes.ts'

const Title = Type.Object({ en: Type.String(), zh: Type.String() })

const Product = named(
  'Product',
  Type.Object(
    {
      line: Type.String({ examples: ['payments'] }),
      id: Type.String({ examples: ['scan-pay'] }),
      title: Title,
      lineTitle: Title,
      event: Type.Unknown({ description: 'JSON Schema of the event that it is told' }),
      terms: Type.Unknown({ description: 'JSON Schema of its row on a rate card' }),
      example: Type.Unknown({ description: 'An event' }),
    },
    { description: 'What can be charged' },
  ),
)

const list = operation({
  id: 'listProducts',
  tag: 'Catalog',
  summary: 'What can be charged, line by line',
  scope: 'catalog:read',
  answers: {
    200: {
      description: 'All products',
      schema: named('ProductList', Type.Object({ data: Type.Array(Product), nextCursor: Type.Null() })),
    },
  },
})

export function productRoutes(app: Api): void {
  const data = allProducts.map(({ line, product }) => ({
    line: line.id,
    id: product.id,
    title: product.title,
    lineTitle: line.title,
    event: product.event,
    terms: product.terms,
    example: product.example.event,
  }))
  app.get('/v1/products', list, async () => ({ data, nextCursor: null }))
}
