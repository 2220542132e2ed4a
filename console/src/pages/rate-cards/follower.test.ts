import { expect, it } from 'vitest'
import { followerOf } from './follower.ts'

const VERSIONS = [
  { version: 3, effectiveAt: '2026-09-01T00:00:00Z' },
  { version: 4, effectiveAt: '2026-07-01T00:00:00Z' },
  { version: 2, effectiveAt: '2026-01-01T00:00:00Z' },
  { version: 1, effectiveAt: '1970-01-01T00:00:00Z' },
]
const NOW = new Date('2026-06-01T00:00:00Z')

it('finds the next version', () => {
  expect(followerOf(VERSIONS, undefined, NOW)?.version).toBe(4)
  expect(followerOf(VERSIONS, '2026-08-01T00:00:00Z', NOW)?.version).toBe(3)
  // Of two versions with the same start, the later version applies: the new one.
  expect(followerOf(VERSIONS, '2026-09-01T00:00:00Z', NOW)).toBeUndefined()
  expect(followerOf([], undefined, NOW)).toBeUndefined()
})

it('finds the effective one of two versions with the same start', () => {
  expect(followerOf([...VERSIONS, { version: 5, effectiveAt: '2026-07-01T00:00:00Z' }], undefined, NOW)?.version).toBe(
    5,
  )
})
