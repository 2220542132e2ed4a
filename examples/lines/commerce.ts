/** Commerce over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/commerce.ts`; prints commerce.txt. */
import { cny, play } from './story.ts'

const seller = 'sel_tea'
const parties = {
  [seller]: { kind: 'merchant', name: 'Tea house' },
  car_swift: { kind: 'carrier', name: 'Swift parcels' },
  prm_blog: { kind: 'creator', name: 'Tea blog' },
}

await play({
  line: 'commerce',
  product: 'commission',
  about: 'one order splits to seller, platform, carrier and promoter; called off before it is sent',
  parties,
  event: {
    buyer: 'usr_1',
    seller,
    items: [{ id: 'robe', category: 'apparel', price: cny('200.00'), quantity: 1 }],
    shipping: { carrier: 'car_swift', fee: cny('12.00'), service: 'standard' },
    promoter: { party: 'prm_blog', amount: cny('5.00') },
  },
  returns: [{ because: 'called off before shipping' }],
})

await play({
  line: 'commerce',
  product: 'commission',
  about: 'two categories, two commissions; one of three tins comes back, shipping doesn’t',
  parties,
  event: {
    buyer: 'usr_2',
    seller,
    items: [
      { id: 'tea', category: 'grocery', price: cny('33.30'), quantity: 3 },
      { id: 'cup', category: 'home', price: cny('88.00'), quantity: 1 },
    ],
    shipping: { carrier: 'car_swift', fee: cny('10.00'), service: 'express' },
    promoter: { party: 'prm_blog', amount: cny('6.00') },
  },
  returns: [{ because: 'a dented tin', items: [{ id: 'tea', quantity: '1' }] }],
})

await play({
  line: 'commerce',
  product: 'live-slot',
  about: 'ninety minutes at 2,000.00 an hour; the show ends half an hour early',
  event: { seller, minutes: 90, pricePerHour: cny('2000.00') },
  returns: [{ because: 'thirty minutes not held', items: [{ id: 'minutes', quantity: '30' }] }],
})

await play({
  line: 'commerce',
  product: 'logistics-share',
  about: 'a parcel whose fee the carrier was paid elsewhere',
  parties,
  funds: { 'car_swift/balance': cny('10.00') },
  event: { carrier: 'car_swift', fee: cny('12.00'), service: 'standard' },
  returns: [{ because: 'the parcel was lost and its fee returned' }],
})
