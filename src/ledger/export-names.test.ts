import { describe, expect, it } from 'vitest'
import { isPartyId } from '../ids.ts'
import { purposes } from './account.ts'
import {
  accountOf,
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
  const characters = ['a', 'A', 'k', 'h', 'c', 'u', 'd', 'x', '0', '-', '_', '.', ':']
  let last = ['']
  const all: string[] = []
  for (let length = 1; length <= 4; length += 1) {
    last = last.flatMap((text) => characters.map((character) => text + character))
    all.push(...last.filter(isPartyId))
  }
  return all
}

const NAMES = new Map([
  ['mch_1', 'Noodle shop'],
  ['mch_2', 'Noodle shop'],
  ['mch_3', '面馆；(北京) : a  b | c'],
  ['mch_4', ' -- '],
  ['mch_5', 'mch_5'],
  ['mch_6', 'ßtraße--Mch-1'],
  ['mch_7', `Long${' name'.repeat(40)}`],
])
const inHledger = (path: string, names = new Map<string, string>()) => hledgerAccount(accountOf(path, names, false))
const inBeancount = (path: string, names = new Map<string, string>()) => beancountAccount(accountOf(path, names, false))

describe('accounts', () => {
  const paths = ids().map((id) => `${id}/balance`)

  it('have distinct, valid names in beancount', () => {
    const names = paths.map((path) => inBeancount(path))
    expect(names.filter((name) => !/^Liabilities:Balance:[A-Z0-9][A-Za-z0-9-]*$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(paths.length)
  })

  it('have distinct names in hledger, without extra levels', () => {
    const names = paths.map((path) => inHledger(path))
    expect(names.filter((name) => !/^Liabilities:balance:[^:\s;]+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(paths.length)
  })

  it('have readable names where possible', () => {
    expect(inBeancount('mch_1/balance')).toBe('Liabilities:Balance:Mch-1')
    expect(inBeancount('Mch_1/balance')).toBe('Liabilities:Balance:M--kch-1')
    expect(inBeancount('9-a.b:c__d_/wallet')).toBe('Liabilities:Wallet:9--ha--db--cc--u--ud--u')
    expect(inBeancount('a/from-the-future')).toBe('Equity:From--hthe--hfuture:A')
    expect(inHledger('a:b_c-d.e/debt')).toBe('Assets:debt:a%3Ab_c-d.e')
    expect(inHledger('platform/revenue')).toBe('Income:revenue:platform')
  })

  it('have the name of their party, and its id', () => {
    const paths = [...NAMES.keys()].map((id) => `${id}/balance`)
    expect(paths.map((path) => inHledger(path, NAMES).slice('Liabilities:balance:'.length))).toEqual([
      'Noodle shop (mch_1)',
      'Noodle shop (mch_2)',
      '面馆；（北京） ： a b ｜ c (mch_3)',
      '-- (mch_4)',
      'mch_5',
      'ßtraße--Mch-1 (mch_6)',
      `Long${' name'.repeat(11)} (mch_7)`,
    ])
    expect(paths.map((path) => inBeancount(path, NAMES).slice('Liabilities:Balance:'.length))).toEqual([
      'Noodle-shop--Mch-1',
      'Noodle-shop--Mch-2',
      '面馆-北京-a-b-c--Mch-3',
      'Mch-4',
      'Mch-5',
      'N-ßtraße-Mch-1--Mch-6',
      `Long${'-name'.repeat(11)}--Mch-7`,
    ])
  })

  it('of the outside world can be one for all parties', () => {
    expect(hledgerAccount(accountOf('mch_1/external', NAMES, true))).toBe('Assets:external')
    expect(beancountAccount(accountOf('*/external', NAMES, true))).toBe('Assets:External')
    expect(accountOf('mch_1/external', NAMES, true)).toMatchObject({ party: 'mch_1', partyName: 'Noodle shop' })
  })

  it('of one party differ by purpose', () => {
    const of = Object.keys(purposes).map((purpose) => `p/${purpose}`)
    expect(new Set(of.map((path) => inBeancount(path))).size).toBe(of.length)
    expect(new Set(of.map((path) => inHledger(path))).size).toBe(of.length)
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
