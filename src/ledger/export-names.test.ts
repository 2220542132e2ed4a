import { describe, expect, it } from 'vitest'
import { isPartyId } from '../ids.ts'
import { purposes } from './account.ts'
import {
  beancountAccount,
  beancountCommodity,
  checkDistinct,
  hledgerAccount,
  hledgerCommodity,
} from './export-names.ts'

/**
 * Generates every party id of up to four of these characters: letters used by the escapes, and all escaped characters.
 */
function ids(): string[] {
  const characters = ['a', 'A', 'k', 'K', 'u', 'd', 'x', '0', '-', '_', '.', ':']
  let last = ['']
  const all: string[] = []
  for (let length = 1; length <= 4; length += 1) {
    last = last.flatMap((text) => characters.map((character) => text + character))
    all.push(...last.filter(isPartyId))
  }
  return all
}

describe('accounts', () => {
  const paths = ids().map((id) => `${id}/balance`)

  it('have distinct, valid names in beancount', () => {
    const names = paths.map(beancountAccount)
    expect(names.filter((name) => !/^Liabilities:Balance:[A-Z0-9][A-Za-z0-9-]*$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(paths.length)
  })

  it('have distinct names in hledger, without extra levels', () => {
    const names = paths.map(hledgerAccount)
    expect(names.filter((name) => !/^Liabilities:balance:[^:\s;]+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(paths.length)
  })

  it('have readable names where possible', () => {
    expect(beancountAccount('mch_1/balance')).toBe('Liabilities:Balance:Mch-u1')
    expect(beancountAccount('Mch_1/balance')).toBe('Liabilities:Balance:M-kch-u1')
    expect(beancountAccount('9-a.b:c/wallet')).toBe('Liabilities:Wallet:9--a-db-cc')
    expect(beancountAccount('a/from-the-future')).toBe('Equity:From--the--future:A')
    expect(hledgerAccount('a:b_c-d.e/debt')).toBe('Assets:debt:a%3Ab_c-d.e')
    expect(hledgerAccount('platform/revenue')).toBe('Income:revenue:platform')
  })

  it('of one party differ by purpose', () => {
    const of = Object.keys(purposes).map((purpose) => `p/${purpose}`)
    expect(new Set(of.map(beancountAccount)).size).toBe(of.length)
    expect(new Set(of.map(hledgerAccount)).size).toBe(of.length)
  })
})

describe('units', () => {
  it.for([
    ['CNY', 'CNY', 'CNY'],
    ['cny', 'CNY.U', 'cny'],
    ['nano-rho', 'NANO-RHO', '"nano-rho"'],
    ['true', 'TRUE.U', 'true'],
    ['ab-', 'AB-.U', '"ab-"'],
    ['gb2', 'GB2', '"gb2"'],
  ])('%s', ([unit, inBeancount, inHledger]) => {
    expect(beancountCommodity(unit!)).toBe(inBeancount)
    expect(hledgerCommodity(unit!)).toBe(inHledger)
  })

  it('get valid, distinct names even if they are long', () => {
    const units = ['1', '2'].map((last) => `u${'-'.repeat(30)}${last}`)
    expect(() => checkDistinct(units, beancountCommodity)).not.toThrow()
    for (const unit of units) expect(beancountCommodity(unit)).toMatch(/^[A-Z][A-Z0-9'._-]{0,22}[A-Z0-9]$/)
  })

  it('are refused if two of them would share a name', () => {
    expect(() => checkDistinct(['a', 'b'], () => 'same')).toThrow('units a and b')
  })
})
