/** Advertising over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/ads.ts`; prints ads.txt. */
import { cny, play } from './story.ts'

const advertiser = 'adv_1'
const campaign = 'spring'

await play({
  line: 'ads',
  product: 'feed',
  about: 'impressions and clicks of one campaign; a quarter of the impressions turn out to be bots',
  parties: { pub_account: { kind: 'publisher', name: 'Shared account' } },
  funds: { [`${advertiser}/wallet`]: cny('100.00') },
  event: {
    advertiser,
    campaign,
    publisher: 'pub_account',
    traffic: [
      { id: 'shown', basis: 'cpm', count: 1000, price: cny('30.00') },
      { id: 'clicked', basis: 'cpc', count: 12, price: cny('0.85') },
    ],
  },
  returns: [{ because: 'invalid traffic', items: [{ id: 'shown', quantity: '250' }] }],
})

await play({
  line: 'ads',
  product: 'article',
  about: 'forty clicks, all of them from one machine',
  parties: { pub_journal: { kind: 'publisher', name: 'Weekly journal' } },
  funds: { [`${advertiser}/wallet`]: cny('50.00') },
  event: {
    advertiser,
    campaign,
    publisher: 'pub_journal',
    traffic: [{ id: 'clicked', basis: 'cpc', count: 40, price: cny('1.25') }],
  },
  returns: [{ because: 'click farm' }],
})

await play({
  line: 'ads',
  product: 'rewarded',
  about: 'a single impression, exact to the micro',
  parties: { pub_game: { kind: 'publisher', name: 'Puzzle game' } },
  funds: { [`${advertiser}/wallet`]: cny('1.00') },
  event: {
    advertiser,
    campaign,
    publisher: 'pub_game',
    traffic: [{ id: 'shown', basis: 'cpm', count: 1, price: cny('45.50') }],
  },
  returns: [{ because: 'the reward was not granted' }],
})
