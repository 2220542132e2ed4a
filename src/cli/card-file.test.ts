import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultCard } from '../catalog/terms.ts'
import { lines } from '../lines/index.ts'
import { parseCard, writeCard } from './card-file.ts'

const DEFAULT = new URL('../../docs/default-rate-card.yaml', import.meta.url)

describe('a card as a file', () => {
  it.each(['yaml', 'json'])('is unchanged after a round trip through %s', (format) => {
    expect(parseCard(writeCard(defaultCard(lines), format), 'card').card).toEqual(defaultCard(lines))
  })

  it('equals the default of the lines: npm run -s recoup -- rate-card export --default --output docs/default-rate-card.yaml', () => {
    expect(readFileSync(DEFAULT, 'utf8')).toBe(writeCard(defaultCard(lines), 'yaml'))
  })

  it('finds the line of every field, or of the nearest parent', () => {
    const { placeOf } = parseCard(
      'currency: CNY\nproducts:\n  goods/tip:\n    refund:\n      windowDays: 3\n',
      'a.yaml',
    )
    expect(placeOf('/currency')).toBe('a.yaml:1')
    expect(placeOf('/products/goods~1tip/refund/windowDays')).toBe('a.yaml:5')
    expect(placeOf('/products/goods~1tip/creatorShare')).toBe('a.yaml:4')
    expect(placeOf('/nowhere')).toBe('a.yaml:1')
    const json = parseCard('{\n "currency": "CNY",\n "products": {}\n}', 'a.json')
    expect(json.placeOf('/products')).toBe('a.json:3')
  })

  it.each([
    ['currency: CNY\nproducts:\n  a: [', /^card:3 /],
    ['currency: CNY\nproducts: {}\ncurrency: USD', /^card:3 .*unique/],
    ['currency: CNY\nproducts:\n  goods/tip: { rate: 0.5 }\n', /^card:3 write 0.5 in quotes: "0.5"$/],
    ['currency: CNY\nproducts:\n  x: { a: 1e3, b: .inf }\n', /^card:3 write 1e3 in quotes: "1e3"\ncard:3 write .inf/],
    ['currency: CNY\nproducts:\n  x: 12345678901234567890\n', /in quotes/],
    ['products: {}', /currency is missing/],
    ['currency: CNY', /products are missing/],
    ['currency: CNY\nproducts: []', /products are missing/],
    ['currency: CNY\nproducts: {}\nversion: 3', /version is not known/],
    ['', /a rate card has currency and products/],
    ['- 1', /a rate card has currency and products/],
    ['--- a\n--- b\n', /multiple documents/],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]},`.repeat(9)}]`).join('\n')}`,
      /alias/,
    ],
  ])('is refused with the line number: %j', (text, message) => {
    expect(() => parseCard(text, 'card')).toThrow(message)
  })
})
