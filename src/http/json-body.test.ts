import { describe, expect, it } from 'vitest'
import { checkText, DEPTH_LIMIT } from './json-body.ts'

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
