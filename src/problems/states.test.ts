import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { states } from './states.ts'

const SQL = new URL('../../sql/', import.meta.url)

it('has a word for exactly the states that the tables allow', () => {
  const texts = readdirSync(SQL).map((name) => readFileSync(new URL(name, SQL), 'utf8'))
  const lists = texts.flatMap((text) => [...text.matchAll(/CHECK \(status IN\s*\(([^)]*)\)/g)].map(([, list]) => list!))
  const inTables = new Set(lists.flatMap((list) => [...list.matchAll(/'([a-z-]+)'/g)].map(([, state]) => state!)))
  expect(inTables.size).toBeGreaterThan(30)
  expect([...inTables].filter((state) => !states.includes(state))).toEqual([])
  expect(states.filter((state) => !inTables.has(state))).toEqual([])
})

it('describes states in words and joins lists with the language’s separator', () => {
  const closed = new Problem('refund_request_closed', { status: 'needs-evidence' })
  expect(closed.detail('en')).toBe('The refund request is waiting for evidence.')
  expect(closed.detail('zh')).toBe('退款申请的状态为“待补凭证”。')
  expect(closed.params).toEqual({ status: 'needs-evidence' })
  const unknown = new Problem('scope_unknown', { scope: 'x', known: ['a:read', 'b:write'] })
  expect(unknown.detail('en')).toContain('a:read, b:write')
  expect(unknown.detail('zh')).toContain('a:read、b:write')
})
