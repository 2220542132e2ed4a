/**
 * Laws of every price model, as properties for its tests: parts of a period add up to the whole, and every step has a
 * text.
 */
import fc from 'fast-check'
import { parseMicros } from '../src/money/amount.ts'
import { type CompiledPrice, compilePrice, type PriceInput } from '../src/pricing/index.ts'
import type { Priced, StepText } from '../src/pricing/price.ts'
import { stepTexts } from '../src/pricing/steps.ts'

/** Micros of a decimal, for examples: m('0.60'). */
export const m = parseMicros

/**
 * price(a) + increment(a, b) = price(b), and k increments in sequence = one price. `use(n)` is the use so far,
 * increasing with n.
 */
export function partsMakeTheWhole(price: CompiledPrice, use: (n: number) => PriceInput, most = 5_000): void {
  const { increment } = price
  if (!increment) throw new Error(`${price.model} does not accumulate`)
  const cuts = fc.array(fc.integer({ min: 0, max: most }), { minLength: 2, maxLength: 6 })
  const property = fc.property(cuts, (unsorted) => {
    const moments = unsorted.toSorted((a, b) => a - b)
    let charged = price.price({ ...use(moments[0]!), final: false }).amount
    for (let i = 1; i < moments.length; i++) {
      const part = increment(use(moments[i - 1]!), { ...use(moments[i]!), final: i === moments.length - 1 })
      explains(part)
      charged += part.amount
    }
    return charged === price.price(use(moments.at(-1)!)).amount
  })
  fc.assert(property, { numRuns: 60 })
}

/** Every step has a text in both languages that names exactly the parameters the step carries, as decimals and names. */
export function explains(priced: Priced): Priced {
  for (const { code, params } of priced.steps) {
    const text: StepText | undefined = stepTexts[code as keyof typeof stepTexts]
    if (!text) throw new Error(`no text for step ${code}`)
    for (const language of ['en', 'zh'] as const) {
      const named = placeholders(text[language])
      const given = Object.keys(params).toSorted()
      if (named.join() !== given.join()) throw new Error(`${code} (${language}) names ${named} and is given ${given}`)
    }
  }
  return priced
}

export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].toSorted()
}

/** Prices one input under some terms, and checks its texts. */
export function priceOnce(terms: unknown, input: PriceInput, unit = 'CNY'): Priced {
  return explains(compilePrice(terms, unit).price(input))
}
