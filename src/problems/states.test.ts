import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { states } from './states.ts'

const SQL = new URL('../../sql/', import.meta.url)

it('every state that a table can be in has a word, and no other', () => {
  const texts = readdirSync(SQL).map((name) => readFileSync(new URL(name, SQL), 'utf8'))
  const lists = texts.flatMap((text) => [...text.matchAll(/CHECK \(status IN\s*\(([^)]*)\)/g)].map(([, list]) => list!))
  const inTables = new Set(lists.flatMap((list) => [...list.matchAll(/'([a-z-]+)'/g)].map(([, state]) => state!)))
  expect(inTables.size).toBeGreaterThan(30)
  expect([...inTables].filter((state) => !states.includes(state))).toEqual([])
  expect(states.filter((state) => !inTables.has(state))).toEqual([])
})

it('is told in words, and lists are told apart', () => {
  const closed = new Problem('refund_request_closed', { status: 'needs-evidence' })
  expect(closed.detail('en')).toBe('the request is waiting for evidence')
  expect(closed.detail('zh')).toBe('退款申请当前状态为 待补凭证')
  expect(closed.params).toEqual({ status: 'needs-evidence' })
  const unknown = new Problem('scope_unknown', { scope: 'x', known: ['a:read', 'b:write'] })
  expect(unknown.detail('en')).toContain('a:read, b:write')
  expect(unknown.detail('zh')).toContain('a:read、b:write')
})
