/** Cross-border over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/crossborder.ts`; prints crossborder.txt. */
import { cny, play } from './story.ts'

const payer = 'usr_1'
const published = { day: '2026-04-13', source: 'ECB' }

await play({
  line: 'crossborder',
  product: 'overseas-pay',
  about: '12,800 yen in a shop; a part comes back at the rate of the purchase, in both currencies',
  parties: { mch_ramen: { kind: 'merchant', name: 'Ramen shop' } },
  event: {
    payer,
    merchant: 'mch_ramen',
    market: 'JP',
    amount: { amount: '12800', currency: 'JPY' },
    reference: { pair: 'CNY/JPY', rate: '23.3943402608', ...published },
  },
  returns: [{ because: 'one bowl less', amount: cny('100.00') }, { because: 'the kitchen was closed' }],
})

await play({
  line: 'crossborder',
  product: 'remittance',
  about: '5,000.00 to Germany, called back before it was picked up',
  parties: { usr_lena: { kind: 'consumer', name: 'Lena' } },
  event: {
    payer,
    payee: 'usr_lena',
    market: 'DE',
    amount: cny('5000.00'),
    currency: 'EUR',
    reference: { pair: 'EUR/CNY', rate: '7.9827', ...published },
  },
  returns: [{ because: 'sent to the wrong Lena' }],
})

await play({
  line: 'crossborder',
  product: 'fx-spread',
  about: 'exactly 1,500 dollars are bought; undone on the same day, the markup stays',
  event: {
    customer: payer,
    amount: { amount: '1500.00', currency: 'USD' },
    currency: 'USD',
    reference: { pair: 'CNY/USD', rate: '0.1463665176', ...published },
  },
  returns: [{ because: 'the trip was cancelled' }],
})
