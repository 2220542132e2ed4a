/** Events for the laws: copies, agreed prices, milestones, and any share of what a product may disclose. */
import fc from 'fast-check'

const disclosure = (population: string, most: number) =>
  fc.record({
    population: fc.constant(population),
    release: fc.constant('rel_any'),
    nanoRho: fc.integer({ min: 1, max: most }).map(String),
  })
const copies = fc.integer({ min: 1, max: 20 })
const yuan = (min: number, max: number) =>
  fc.integer({ min, max }).map((amount) => ({ amount: `${amount}.00`, currency: 'CNY' }))

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  'audience-report': fc.record({
    buyer: fc.constant('cmp_any'),
    copies,
    price: yuan(50_000, 300_000),
    disclosure: disclosure('pop_cities', 8_000_000),
  }),
  'white-paper': fc.record({
    buyer: fc.constant('cmp_any'),
    copies,
    disclosure: disclosure('pop_country', 5_000_000),
  }),
  'training-set': fc
    .record({
      buyer: fc.constant('cmp_any'),
      // Each milestone of a project is charged once, and at one quote.
      project: fc.stringMatching(/^prj_[a-z0-9]{20}$/),
      quote: yuan(100_000, 9_000_000),
      milestone: fc.constantFrom('start', 'delivery', 'acceptance'),
      disclosure: disclosure('pop_forum', 8_000_000),
    })
    .map(({ disclosure, ...event }) => (event.milestone === 'delivery' ? { ...event, disclosure } : event)),
}
