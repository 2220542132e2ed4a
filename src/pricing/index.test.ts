import { describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { compilePrice, modelIds } from './index.ts'

function refusal(terms: unknown, unit = 'CNY'): Problem {
  try {
    compilePrice(terms, unit)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('compiling prices', () => {
  it('lists the models if none is named', () => {
    for (const terms of [{}, null, 'percentage', { model: 'x' }, { model: 7 }, { model: 'toString' }]) {
      const problem = refusal(terms)
      expect([problem.code, problem.params.field]).toEqual(['terms_invalid', '/model'])
    }
    expect(refusal({}).message).toContain(modelIds[0])
  })

  it('reports every invalid field once', () => {
    const problem = refusal({ model: 'percentage', rate: '0,6', fixed: 10, zap: 1 })
    expect(problem.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(['/fixed', '/rate', '/zap'])
    expect(problem.status).toBe(422)
  })

  it('reports only the faults of the form that was meant', () => {
    expect(refusal({ model: 'percentage', rate: { by: 'c', options: { a: 'x' } } }).errors).toEqual([
      { pointer: '/rate/options/a', message: 'must be a decimal string like "0.006"' },
    ])
    expect(refusal({ model: 'recurring', price: '1', every: 'fortnight' }).errors).toEqual([
      { pointer: '/every', message: 'must be one of day, week, month, year' },
    ])
    expect(refusal({ model: 'percentage', rate: { given: 'r', band: '1' } }).errors).toEqual([
      { pointer: '/rate/band', message: 'is not a field of this model' },
    ])
  })

  it('refuses numbers, so that no float becomes a price', () => {
    expect(refusal({ model: 'per_unit', price: 0.005 }).params.field).toBe('/price')
    expect(refusal({ model: 'per_unit', price: '5e-3' }).params.field).toBe('/price')
    expect(refusal({ model: 'per_unit', price: '-1' }).params.field).toBe('/price')
  })

  it('refuses an unknown unit when the terms are compiled', () => {
    expect(refusal({ model: 'flat', price: '1' }, 'RMB').code).toBe('currency_unknown')
    expect(compilePrice({ model: 'per_unit', price: '5' }, 'nano-rho').price({ quantity: 3_000_000n }).amount).toBe(
      15_000_000n,
    )
  })

  it('refuses an amount that no account could hold', () => {
    const { price } = compilePrice({ model: 'per_unit', price: '999999999999' }, 'CNY')
    expect(() => price({ quantity: 10n ** 9n })).toThrow('larger than an account can hold')
  })
})
