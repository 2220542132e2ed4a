/**
 * Events for the laws: traffic of any size at prices down to one micro, on our own pages and on those of a publisher.
 */
import fc from 'fast-check'
import { formatMicros } from '../../src/money/amount.ts'

const price = fc.bigInt(1n, 200_000_000n).map((micros) => ({ amount: formatMicros(micros, 'CNY'), currency: 'CNY' }))

const traffic = (publisher: string, ...bases: string[]) =>
  fc.record(
    {
      advertiser: fc.constant('adv_1'),
      campaign: fc.constant('spring'),
      publisher: fc.constant(publisher),
      traffic: fc
        .array(fc.record({ basis: fc.constantFrom(...bases), count: fc.integer({ min: 1, max: 5000 }), price }), {
          minLength: 1,
          maxLength: 4,
        })
        .map((lots) => lots.map((lot, n) => ({ id: `lot-${n + 1}`, ...lot }))),
    },
    { requiredKeys: ['advertiser', 'campaign', 'traffic'] },
  )

export const generate: Record<string, fc.Arbitrary<unknown>> = {
  feed: traffic('pub_account', 'cpc', 'cpm'),
  article: traffic('pub_journal', 'cpc'),
  rewarded: traffic('pub_game', 'cpm'),
}
