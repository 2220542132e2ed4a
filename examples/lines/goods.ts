/** Digital goods over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/goods.ts`; prints goods.txt. */
import { cny, play } from './story.ts'

const payer = 'usr_1'
const studio = 'crt_studio'

await play({
  line: 'goods',
  product: 'sticker',
  about: 'a pack by an artist, never opened',
  parties: { crt_artist: { kind: 'creator', name: 'Sticker artist' } },
  event: { payer, items: [{ id: 'cats', price: cny('6.00'), quantity: 1, creator: 'crt_artist' }] },
  returns: [{ because: 'bought by mistake' }],
})

await play({
  line: 'goods',
  product: 'red-envelope-cover',
  about: 'a brand buys a thousand, forty are never claimed',
  event: { payer: 'brand_1', items: [{ id: 'spring', price: cny('1.00'), quantity: 1000 }] },
  returns: [{ because: 'unclaimed covers', items: [{ id: 'spring', quantity: '40' }] }],
})

await play({
  line: 'goods',
  product: 'game-item',
  about: 'a sword and ten potions from the wallet, four potions unused',
  parties: { [studio]: { kind: 'creator', name: 'Game studio' } },
  funds: { [`${payer}/wallet`]: cny('228.00') },
  event: {
    payer,
    paidFrom: 'wallet',
    items: [
      { id: 'sword', price: cny('198.00'), quantity: 1, creator: studio },
      { id: 'potion', price: cny('3.00'), quantity: 10, creator: studio },
    ],
  },
  returns: [{ because: 'unused potions', items: [{ id: 'potion', quantity: '4' }] }, { because: 'guardian’s request' }],
})

await play({
  line: 'goods',
  product: 'paid-content',
  about: 'one essay',
  parties: { crt_author: { kind: 'creator', name: 'Author' } },
  event: { payer, items: [{ id: 'essay-12', price: cny('9.90'), quantity: 1, creator: 'crt_author' }] },
  returns: [{ because: 'could not be opened' }],
})

await play({
  line: 'goods',
  product: 'membership',
  about: 'reading for December, left after ten days',
  event: { payer, scene: 'reading', from: '2026-12-01', to: '2027-01-01' },
  returns: [{ because: 'twenty-one days not used', items: [{ id: 'reading', quantity: '21' }] }],
})

await play({
  line: 'goods',
  product: 'tip',
  about: 'half goes to the singer',
  parties: { crt_singer: { kind: 'creator', name: 'Singer' } },
  event: { payer, creator: 'crt_singer', amount: cny('10.00') },
  returns: [{ because: 'tipped one zero too much', amount: cny('9.00') }],
})
