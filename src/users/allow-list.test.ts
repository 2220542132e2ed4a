import { describe, expect, it } from 'vitest'
import { AllowList, canonicalNetwork, isWithin, networkAround } from './allow-list.ts'

describe('a network', () => {
  it('is written in one way', () => {
    const texts = [
      '10.1.2.3/8',
      '192.0.2.7',
      '2001:DB8:0:0::1/32',
      '::1',
      '::ffff:10.0.0.0/104',
      '0.0.0.0/0',
      '10.9.9.9/13',
    ]
    expect(texts.map(canonicalNetwork)).toEqual([
      '10.0.0.0/8',
      '192.0.2.7/32',
      '2001:db8::/32',
      '::1/128',
      '10.0.0.0/8',
      '0.0.0.0/0',
      '10.8.0.0/13',
    ])
  })

  it('is refused if it is not one', () => {
    for (const text of [
      '',
      '10',
      '10.1/8',
      '010.0.0.1',
      '10.0.0.0/33',
      '::/129',
      'example.com',
      '::ffff:0:0/90',
      '1.2.3.4/',
    ])
      expect(() => canonicalNetwork(text), text).toThrow(expect.objectContaining({ code: 'network_invalid' }))
  })

  it('contains smaller networks of its family', () => {
    expect(isWithin('10.1.0.0/16', '10.0.0.0/8')).toBe(true)
    expect(isWithin('10.0.0.0/8', '10.0.0.0/8')).toBe(true)
    expect(isWithin('10.0.0.0/8', '10.1.0.0/16')).toBe(false)
    expect(isWithin('11.0.0.0/16', '10.0.0.0/8')).toBe(false)
    expect(isWithin('10.0.0.0/8', '::/0')).toBe(false)
  })
})

it('an allow-list knows its addresses', () => {
  const list = new AllowList(['10.0.0.0/8', '2001:db8::/32'])
  expect(['10.255.0.1', '::ffff:10.0.0.1', '2001:db8:1::5'].map((address) => list.has(address))).toEqual([
    true,
    true,
    true,
  ])
  expect(['11.0.0.1', '::1', 'nonsense', ''].map((address) => list.has(address))).toEqual([false, false, false, false])
})

it('an address is noted by its network only', () => {
  expect(['203.0.113.77', '::ffff:203.0.113.77', '2001:db8:1:2:3::4', 'x'].map(networkAround)).toEqual([
    '203.0.113.0/24',
    '203.0.113.0/24',
    '2001:db8:1:2::/64',
    null,
  ])
})
