/** Advertising: feed, article and rewarded placements, charged at cleared prices. README.md has worked examples. */
import { defineLine } from '../../engine/line.ts'
import { demo } from './demo.ts'
import { placement } from './placement.ts'
import { report } from './report.ts'
import { kindTexts, stepTexts } from './steps.ts'

const cny = (amount: string) => ({ amount, currency: 'CNY' })
const funds = [{ path: 'adv_1/wallet', amount: '1000.00' }]

const feed = placement({
  id: 'feed',
  title: { en: 'Social-feed ad', zh: '朋友圈广告' },
  bases: ['cpc', 'cpm'],
  example: {
    parties: [{ id: 'pub_account', kind: 'publisher', name: 'Shared account', attributes: {} }],
    funds,
    event: {
      advertiser: 'adv_1',
      campaign: 'spring',
      publisher: 'pub_account',
      traffic: [
        { id: 'shown', basis: 'cpm', count: 1000, price: cny('30.00') },
        { id: 'clicked', basis: 'cpc', count: 12, price: cny('0.85') },
      ],
    },
    components: { spend: '40.20', share: '28.14' },
  },
})

const article = placement({
  id: 'article',
  title: { en: 'Article ad', zh: '公众号推文广告' },
  bases: ['cpc'],
  example: {
    parties: [{ id: 'pub_journal', kind: 'publisher', name: 'Weekly journal', attributes: {} }],
    funds,
    event: {
      advertiser: 'adv_1',
      campaign: 'spring',
      publisher: 'pub_journal',
      traffic: [{ id: 'clicked', basis: 'cpc', count: 40, price: cny('1.25') }],
    },
    components: { spend: '50.00', share: '35.00' },
  },
})

const rewarded = placement({
  id: 'rewarded',
  title: { en: 'Rewarded mini-program ad', zh: '小程序激励广告' },
  bases: ['cpm'],
  example: {
    parties: [{ id: 'pub_game', kind: 'publisher', name: 'Puzzle game', attributes: {} }],
    funds,
    event: {
      advertiser: 'adv_1',
      campaign: 'spring',
      publisher: 'pub_game',
      traffic: [{ id: 'shown', basis: 'cpm', count: 1, price: cny('45.50') }],
    },
    components: { spend: '0.0455', share: '0.03185' },
  },
})

export const ads = defineLine({
  id: 'ads',
  title: { en: 'Advertising', zh: '广告' },
  products: [feed, article, rewarded],
  stepTexts,
  kindTexts,
  report,
  demo,
})
