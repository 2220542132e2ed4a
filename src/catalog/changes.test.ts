import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, changesBetween } from './changes.ts'
import { mergePatch } from './merge-patch.ts'

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom('0.006', '5', null, true, 7),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('fields'),
  ),
  fields: fc.dictionary(fc.constantFrom('model', 'by', 'rate', 'a/b', 'm~n', '__proto__'), tie('value')),
})).fields

/** Applies changes as a reader would: in order, field by field. */
function apply(value: unknown, changes: readonly Change[]): unknown {
  const root = { '': structuredClone(value) } as Record<string, unknown>
  for (const { pointer, kind, after } of changes) {
    const path = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    const name = path.pop()!
    const parent = path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root) as Record<
      string,
      unknown
    >
    if (Array.isArray(parent) && kind === 'removed') parent.splice(Number(name), 1)
    else if (kind === 'removed') delete parent[name]
    else Object.defineProperty(parent, name, { value: after, writable: true, enumerable: true, configurable: true })
  }
  return root['']
}

describe('changes between two cards', () => {
  it('applied to the first card give the second', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const changes = changesBetween(a, b)
        expect(apply(plain(a), changes)).toEqual(plain(b))
        for (const { kind, before, after } of changes) {
          expect(before === undefined).toBe(kind === 'added')
          expect(after === undefined).toBe(kind === 'removed')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('are empty between a card and itself, in any order of fields', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : value && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, each]) => [name, reversed(each)]),
            )
          : value
    fc.assert(fc.property(json, (a) => changesBetween(a, reversed(a)).length === 0))
  })

  it('report a price of another model as one change', () => {
    const before = { fee: { model: 'flat', price: '1' } }
    const after = { fee: { model: 'per_unit', price: '1' } }
    expect(changesBetween(before, after)).toEqual([
      { pointer: '/fee', kind: 'changed', before: before.fee, after: after.fee },
    ])
  })

  it('report tiers by position, and remove surplus tiers from the end', () => {
    const tier = (upTo: string | null, price: string) => ({ upTo, price })
    const before = { tiers: [tier('10', '3'), tier('20', '2'), tier(null, '1')] }
    const after = { tiers: [tier('10', '4')] }
    expect(changesBetween(before, after).map(({ pointer, kind }) => [pointer, kind])).toEqual([
      ['/tiers/0/price', 'changed'],
      ['/tiers/2', 'removed'],
      ['/tiers/1', 'removed'],
    ])
  })
})

/** Removes the random prototypes that the generator sets. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** The examples of RFC 7396, appendix A. */
describe.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j with the patch %j', (value, patch, result) => {
  it(`is ${JSON.stringify(result)}`, () => {
    const before = structuredClone(value)
    expect(mergePatch(value, patch)).toEqual(result)
    expect(value).toEqual(before)
  })
})
