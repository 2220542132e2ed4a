/**
 * Digital goods: stickers, envelope covers, game items, paid content, memberships, tips. README.md has worked examples.
 */
import { defineLine } from '../../engine/line.ts'
import { claimedQuantities } from './claims.ts'
import { demo } from './demo.ts'
import { noteGifts, returnGifts } from './gifts.ts'
import { soldByItem } from './items.ts'
import { membership } from './membership.ts'
import { report } from './report.ts'
import { claimRoutes } from './routes.ts'
import { unusedWithin } from './sale.ts'
import { stepTexts } from './steps.ts'
import { tip } from './tip.ts'

const artist = { id: 'crt_artist', kind: 'creator', name: 'Sticker artist', attributes: {} } as const
const studio = { id: 'crt_studio', kind: 'creator', name: 'Game studio', attributes: {} } as const
const author = { id: 'crt_author', kind: 'creator', name: 'Author', attributes: {} } as const
const cny = (amount: string) => ({ amount, currency: 'CNY' })

const sticker = soldByItem({
  id: 'sticker',
  title: { en: 'Animated sticker pack', zh: '动态表情包' },
  band: ['6', '18'],
  creatorShare: '0.5',
  refund: unusedWithin(7),
  example: {
    parties: [artist],
    event: { payer: 'usr_1', items: [{ id: 'cats', price: cny('6.00'), quantity: 1, creator: artist.id }] },
    components: { share: '3.00', commission: '3.00' },
  },
})

const redEnvelopeCover = soldByItem({
  id: 'red-envelope-cover',
  title: { en: 'Custom red-envelope cover', zh: '红包封面定制' },
  band: ['1', '10'],
  creatorShare: '0.5',
  refund: unusedWithin(7),
  example: {
    parties: [],
    event: { payer: 'cmp_brand', items: [{ id: 'spring', price: cny('1.00'), quantity: 1000 }] },
    components: { price: '1000.00' },
  },
})

const gameItem = soldByItem({
  id: 'game-item',
  title: { en: 'In-game item', zh: '游戏虚拟道具' },
  band: ['1', '198'],
  creatorShare: '0.7',
  refund: unusedWithin(7),
  example: {
    parties: [studio],
    funds: [{ path: 'usr_1/wallet', amount: '300.00' }],
    event: {
      payer: 'usr_1',
      paidFrom: 'wallet',
      items: [
        { id: 'sword', price: cny('198.00'), quantity: 1, creator: studio.id },
        { id: 'potion', price: cny('3.00'), quantity: 10, creator: studio.id },
      ],
    },
    components: { share: '159.60', commission: '68.40' },
  },
})

const paidContent = soldByItem({
  id: 'paid-content',
  title: { en: 'Paid channel content', zh: '频道付费内容' },
  band: ['1', '500'],
  creatorShare: '0.7',
  refund: unusedWithin(1),
  example: {
    parties: [author],
    event: { payer: 'usr_1', items: [{ id: 'essay-12', price: cny('9.90'), quantity: 1, creator: author.id }] },
    components: { share: '6.93', commission: '2.97' },
  },
})

const MINUTE_MS = 60_000

export const goods = defineLine({
  id: 'goods',
  title: { en: 'Digital goods', zh: '增值服务' },
  products: [sticker, redEnvelopeCover, gameItem, paidContent, membership, tip],
  stepTexts,
  report,
  demo,
  routes: claimRoutes,
  jobs: { periodic: [{ name: 'return gifts', everyMs: MINUTE_MS, run: returnGifts }] },
  migrations: new URL('./sql/', import.meta.url),
  hooks: { charged: noteGifts, usedQuantities: claimedQuantities },
})
