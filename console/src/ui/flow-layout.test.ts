import { expect, it } from 'vitest'
import { layOut } from './flow-layout.ts'

const link = (from: string, to: string, amount: string, text = 'x') => ({ from, to, amount, text })

it('places each account to the right of its payers, and flows back in the rightmost column', () => {
  const laid = layOut(
    [link('payer', 'merchant', '100.00'), link('merchant', 'revenue', '0.60'), link('cost', 'channel', '0.21')],
    [link('merchant', 'payer', '50.00'), link('revenue', 'merchant', '0.30')],
  )
  const depths = laid.nodes.map(({ account, returned, depth }) => [account, returned, depth])
  expect(depths).toEqual([
    ['payer', false, 0],
    ['merchant', false, 1],
    ['revenue', false, 2],
    ['cost', false, 0],
    ['channel', false, 1],
    ['payer', true, 3],
    ['merchant', true, 3],
  ])
  expect(laid.links.filter(({ returned }) => returned)).toHaveLength(2)
})

it('merges streams of the same kind with an exact sum, and keeps flows back separate', () => {
  const { links } = layOut(
    [link('a', 'b', '0.10', 'fee'), link('a', 'b', '0.20', 'price')],
    [link('b', 'a', '0.10', 'fee'), link('b', 'a', '0.10', 'fee')],
  )
  expect(links.map(({ returned, total, parts }) => [returned, total, parts.length])).toEqual([
    [false, '0.30', 2],
    [true, '0.20', 2],
  ])
})

it('draws a circular flow as a line', () => {
  const laid = layOut([link('a', 'b', '1'), link('b', 'c', '1'), link('c', 'a', '1'), link('b', 'a', '1')], [])
  expect(laid.nodes.map(({ account, depth }) => [account, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['a', 3],
  ])
})

it('widens thin streams to stay visible, and reports it', () => {
  expect(layOut([link('a', 'b', '100'), link('b', 'c', '0.01')], []).widened).toBe(true)
  const laid = layOut([link('a', 'b', '100'), link('b', 'c', '50')], [])
  expect([laid.widened, laid.links.map(({ width }) => width)]).toEqual([false, [100, 50]])
  expect(layOut([], []).nodes).toEqual([])
})
