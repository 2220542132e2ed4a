/** A short form of the prices in a product's terms: one for each field of the rate card that has a price. */

export interface Words {
  /** A price model, such as `per_unit`. */
  model(code: string): string
  /** A field of the rate card, such as `fee`. */
  field(code: string): string
  /** What a choice depends on, such as `merchantCategory`. */
  by(code: string): string
  /** A unit of time, such as `month`. */
  every(code: string): string
  share(decimal: string): string
  money(decimal: string): string
  from(amount: string): string
  colon: string
  separator: string
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isPrice = (value: unknown): value is Fields => isFields(value) && typeof value.model === 'string'

/** Refund terms are not prices. */
const LEFT_OUT = new Set(['refund', 'channels', 'cost'])

export function tellTerms(terms: unknown, words: Words): string[] {
  if (!isFields(terms)) return []
  const fields = Object.entries(terms).filter(([name]) => !LEFT_OUT.has(name))
  return fields.flatMap(([name, value]) => {
    const say = (text: string) => `${words.field(name)}${words.colon}${text}`
    if (isPrice(value)) return [say(tellPrice(value, words))]
    if (Array.isArray(value)) return value.filter(isPrice).map((price) => say(tellPrice(price, words)))
    return name === 'priceFrom' && typeof value === 'string' ? [say(words.from(words.money(value)))] : []
  })
}

function tellPrice(price: Fields, words: Words): string {
  const { model, basis, every, rate, markup, fixed, burst, min } = price
  const parts = [words.model(String(model))]
  if (typeof basis === 'string') parts.push(basis.toUpperCase())
  for (const share of [rate, markup]) if (share !== undefined) parts.push(...range(share, words.share, words))
  if (price.price !== undefined) parts.push(...range(price.price, words.money, words))
  if (typeof every === 'string') parts.push(words.every(every))
  if (typeof fixed === 'string') parts.push(`+ ${words.money(fixed)}`)
  if (typeof burst === 'string') parts.push(`${words.field('burst')} ${words.money(burst)}`)
  if (typeof min === 'string') parts.push(words.from(words.money(min)))
  return parts.join(words.separator)
}

/** One value, or the range of a choice with what it depends on. */
function range(value: unknown, write: (decimal: string) => string, words: Words): string[] {
  if (typeof value === 'string') return [write(value)]
  if (!isFields(value)) return []
  const { by, options, otherwise, min, max } = value
  const choices = [...(isFields(options) ? Object.values(options) : []), otherwise].filter(
    (each): each is string => typeof each === 'string',
  )
  const bounds = choices.length > 0 ? choices : [min, max].filter((each): each is string => typeof each === 'string')
  const sorted = bounds.toSorted((a, b) => Number(a) - Number(b))
  const [least, most] = [sorted[0], sorted.at(-1)]
  const parts: string[] = []
  if (least !== undefined && most !== undefined) {
    parts.push(least === most ? write(least) : `${write(least)}–${write(most)}`)
  }
  return typeof by === 'string' ? [...parts, words.by(by)] : parts
}
