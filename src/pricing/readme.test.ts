import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { priceOnce } from '../../test/pricing.ts'
import { formatMicros } from '../money/amount.ts'
import { readInput } from './examples.ts'
import { modelIds } from './index.ts'
import { stepTexts } from './steps.ts'

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')

interface Example {
  readonly terms: { readonly model: keyof typeof stepTexts }
  readonly input: unknown
  readonly amount: string
  readonly because: readonly string[]
}

const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => JSON.parse(text!) as Example)
const rows = [...readme.matchAll(/^\| \[`(\w+)`\]\(#\w+\) \|.*: ([\d,.]+) \|$/gm)].map(([, model, amount]) => [
  model,
  amount,
])

describe('the README of prices', () => {
  it.each(examples)('$terms.model gives $amount', ({ terms, input, amount, because }) => {
    const { amount: micros, steps } = priceOnce(terms, readInput(input))
    const sentences = steps.map(({ code, params }) =>
      stepTexts[code as keyof typeof stepTexts].en.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!),
    )
    expect([formatMicros(micros, 'CNY'), ...sentences]).toEqual([amount, ...because])
  })

  it('has a row and an example for every model, with the same amount', () => {
    expect(rows.map(([model]) => model).toSorted()).toEqual(modelIds.toSorted())
    for (const [model, amount] of rows) {
      const shown = examples.findLast(({ terms }) => terms.model === model)
      expect([model, shown?.amount]).toEqual([model, amount])
    }
  })
})
