import { describe, expect, it } from 'vitest'
import { checkText, DEPTH_LIMIT, ELEMENT_LIMIT, FIELD_LIMIT } from './json-body.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('depth', () => {
  it('is limited', () => {
    expect(() => checkText(nested(DEPTH_LIMIT))).not.toThrow()
    expect(() => checkText(nested(DEPTH_LIMIT + 1))).toThrow(/deeper/)
    expect(() => checkText('{"a":'.repeat(40))).toThrow(/deeper/)
    expect(() => checkText('['.repeat(1_000_000))).toThrow(/deeper/)
  })

  it('counts nesting, not brackets', () => {
    expect(() => checkText(`[${'[],{},'.repeat(1000)}1]`)).not.toThrow()
    expect(() => checkText(JSON.stringify({ a: '['.repeat(100) }))).not.toThrow()
    expect(() => checkText(JSON.stringify({ a: `\\"${'['.repeat(100)}` }))).not.toThrow()
    expect(() => checkText(JSON.stringify({ '\\': '\\', b: `${'{'.repeat(100)}\\` }))).not.toThrow()
    expect(() => checkText(`{"a":"\\\\","b":${nested(40)}}`)).toThrow(/deeper/)
    expect(() => checkText(`"${'['.repeat(100)}`)).not.toThrow() // Not JSON: the parser reports it.
  })
})

describe('width', () => {
  const object = (fields: number) => `{${Array.from({ length: fields }, (_, n) => `"k${n}":1`).join(',')}}`
  const array = (elements: number) => `[${Array.from({ length: elements }, () => '1').join(',')}]`

  it('is limited per object and array', () => {
    expect(() => checkText(object(FIELD_LIMIT))).not.toThrow()
    expect(() => checkText(object(FIELD_LIMIT + 1))).toThrow(/more than 2000/)
    expect(() => checkText(array(ELEMENT_LIMIT))).not.toThrow()
    expect(() => checkText(array(ELEMENT_LIMIT + 1))).toThrow(/more than 10000/)
    expect(() => checkText(`{"a":${array(ELEMENT_LIMIT)},"b":${array(ELEMENT_LIMIT)}}`)).not.toThrow()
    expect(() => checkText(`[${object(2)},${object(FIELD_LIMIT + 1)}]`)).toThrow(/more than 2000/)
    expect(() => checkText(`["${','.repeat(20_000)}"]`)).not.toThrow()
  })
})

it('refuses U+0000, but not a text that spells it', () => {
  expect(() => checkText('{"a":"\\u0000"}')).toThrow(/U\+0000/)
  expect(() => checkText('{"a":"\\\\\\u0000"}')).toThrow(/U\+0000/)
  expect(() => checkText('{"a":"\\\\u0000"}')).not.toThrow()
})

it.each([
  ['\\ud83d', false],
  ['\\udc00', false],
  ['\\ud83d\\ud83d\\udc00', false],
  ['\\uD83D \\uDC00', false],
  ['\\\\ud83d\\udc00', false],
  ['\\ud83d\\n\\udc00', false],
  ['\\uD83D\\uDC00', true],
  ['\\\\ud83d', true],
  ['\\\\\\ud83d\\udc00', true],
  ['😀\\ud7ff\\ue000', true],
])('refuses an unpaired surrogate: %s', (text, whole) => {
  const check = () => checkText(`{"a":"${text}"}`)
  if (whole) expect(check).not.toThrow()
  else expect(check).toThrow(/an unpaired surrogate/)
  // As the parser receives it.
  expect(JSON.parse(`"${text}"`).isWellFormed()).toBe(whole)
})
