import { expect, it } from 'vitest'
import { termNames } from './cause.ts'
import { describeCause, termTexts } from './words.ts'

it('every term that can cause a change has a name', () => {
  expect(termNames.filter((name) => !Object.hasOwn(termTexts, name))).toEqual([])
})

it('describes what changed and for which parties', () => {
  const term = {
    kind: 'fee',
    step: 'rate_chosen',
    term: 'rate',
    before: '0.6',
    after: '0.8',
    where: { merchantCategory: 'restaurant' },
  }
  expect(describeCause([term], 'en')).toBe('fee: rate 0.6% → 0.8% where merchantCategory is restaurant')
  expect(describeCause([term], 'zh')).toBe('手续费：费率 0.6% → 0.8%（商户类别为餐饮）')
  expect(describeCause([{ ...term, before: null, where: {} }], 'en')).toBe('fee: rate – → 0.8%')
  expect(describeCause([], 'en')).not.toBe('')
})
