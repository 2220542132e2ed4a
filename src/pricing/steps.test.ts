import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeholders } from '../../test/pricing.ts'
import { stepTexts } from './steps.ts'

describe('texts of steps', () => {
  it.each(Object.entries(stepTexts))('%s names the same parameters in both languages', (_, { en, zh }) => {
    expect(placeholders(en)).toEqual(placeholders(zh))
    expect(`${en}${zh}`).not.toMatch(/'|\{\w+,/)
  })

  it('exist for exactly the codes that are emitted', () => {
    const folder = new URL('.', import.meta.url)
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/test|steps/.test(name))
    const code = sources.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n')
    const emitted = new Set([...code.matchAll(/'(\w+)'/g)].map(([, word]) => word!))
    expect(Object.keys(stepTexts).filter((name) => !emitted.has(name))).toEqual([])
    for (const [, name] of code.matchAll(/\bstep\('(\w+)'/g)) expect(Object.keys(stepTexts)).toContain(name)
  })
})
