/** Payments over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/payments.ts`; prints payments.txt. */
import { cny, play } from './story.ts'

const payer = 'usr_1'
const shop = { kind: 'merchant', name: 'Noodle shop', attributes: { merchantCategory: 'restaurant' } }

await play({
  line: 'payments',
  product: 'scan-pay',
  about: 'a fee by merchant category, the channel’s cost, a campaign that gives part of the fee back',
  parties: { mch_noodles: shop, cmp_cashback: { kind: 'campaign', name: 'Cashback' } },
  funds: { 'cmp_cashback/budget': cny('50.00') },
  event: { payer, merchant: 'mch_noodles', amount: cny('100.00') },
  returns: [{ because: 'one of two dishes was sold out', amount: cny('40.00') }],
})

await play({
  line: 'payments',
  product: 'card-repayment',
  about: '3,000.00 to the card’s bank, which turns it away',
  parties: { bnk_harbor: { kind: 'company', name: 'Harbor Bank' } },
  event: { payer, issuer: 'bnk_harbor', amount: cny('3000.00') },
  returns: [{ because: 'the card is closed' }],
})

await play({
  line: 'payments',
  product: 'wealth',
  about: 'one day of one holder; the fund’s yield is restated the day after',
  event: {
    fund: 'fnd_tide',
    holder: payer,
    day: '2026-11-23',
    holding: cny('36500.00'),
    fundYield: '0.025',
    holderYield: '0.018',
  },
  returns: [{ because: 'yield restated, accrued anew' }],
})
