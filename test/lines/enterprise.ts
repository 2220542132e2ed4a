/** Events for the laws: periods of up to three years, any anchor, zones with and without clock changes. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

const start = Temporal.PlainDate.from('2024-01-01')
const stretch = fc
  .record({
    first: fc.nat(1_000),
    days: fc.integer({ min: 1, max: 1_100 }),
    anchor: fc.option(fc.nat(400), { nil: undefined }),
    zone: fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York'),
  })
  .map(({ first, days, anchor, zone }) => ({
    customer: 'cmp_any',
    from: start.add({ days: first }).toString(),
    to: start.add({ days: first + days }).toString(),
    zone,
    ...(anchor === undefined ? {} : { anchor: start.add({ days: anchor }).toString() }),
  }))

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  'contact-api': stretch,
  archive: stretch,
  'community-kit': fc.tuple(stretch, fc.integer({ min: 1, max: 300 })).map(([event, seats]) => ({ ...event, seats })),
}
