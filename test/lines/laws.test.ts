/** The laws of laws.ts, for every product of the registry. */
import { IntlMessageFormat } from 'intl-messageformat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lines } from '../../src/lines/index.ts'
import { makeWorld, type World } from '../world.ts'
import * as laws from './laws.ts'

let first: World
beforeAll(async () => {
  first = await makeWorld()
})
afterAll(() => first.close())

describe.each(lines.products)('$line.id/$product.id', ({ line, product }) => {
  let trial: laws.Trial
  const newTrial = async (funded: boolean) => laws.makeTrial(await makeWorld({}, first), line, product, funded)
  beforeAll(async () => {
    trial = await newTrial(true)
  })

  it('refuses a percentage above 100% on the rate card', () => laws.sharesAreParts(product))
  it('charges the components that its example states', () => laws.exampleHolds(trial))
  it('moves what its components say, is refunded in full except what the policy retains, and explains both', () =>
    laws.thereAndBack(trial))
  it('returns the same charge for a retry', () => laws.retryGivesTheSame(trial))
  it('ends every split refund with the balances of the full refund', () => laws.splitsEndLikeTheWhole(trial))
  it('leaves no trace of a refused event', () => laws.refusedLeavesNoTrace(trial))
  it('leaves no trace of a payer without money', async () => laws.shortPayerLeavesNoTrace(await newTrial(false)))
})

describe('texts of steps', () => {
  it('cover every kind of component', () => {
    const used = new Set(lines.products.flatMap(({ product }) => Object.keys(product.example.components)))
    expect([...used].filter((kind) => !Object.hasOwn(lines.explanations.kinds, kind))).toEqual([])
  })

  it('use the same parameters in both languages', () => {
    const names = (text: string) => {
      const found = new Set<string>()
      const visit = (part: unknown): void => {
        if (Array.isArray(part)) part.forEach(visit)
        if (part === null || typeof part !== 'object' || Array.isArray(part)) return
        if ('type' in part && part.type !== 0 && 'value' in part) found.add(String(part.value))
        Object.values(part).forEach(visit)
      }
      visit(new IntlMessageFormat(text, 'en').getAst())
      return [...found].toSorted()
    }
    for (const [code, { en, zh }] of Object.entries(lines.explanations.steps)) {
      expect(names(zh), code).toEqual(names(en))
    }
  })
})
