/** Data products over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/data.ts`; prints data.txt. */
import { cny, play } from './story.ts'

const nanoRho = (amount: string) => ({ amount, currency: 'nano-rho' })
const people = (name: string, members: string) => ({ kind: 'platform', name, attributes: { members } })

await play({
  line: 'data',
  product: 'audience-report',
  about: 'three copies at an agreed price; one comes back, what was disclosed doesn’t',
  parties: { pop_cities: people('Adults of the ten largest cities', '61000000') },
  funds: { 'pop_cities/privacy': nanoRho('50000000') },
  event: {
    buyer: 'cmp_soda',
    copies: 3,
    price: cny('60000.00'),
    disclosure: { population: 'pop_cities', release: 'rel_1', nanoRho: '5000000' },
  },
  returns: [{ because: 'one copy too many', items: [{ id: 'copies', quantity: '1' }] }],
})

await play({
  line: 'data',
  product: 'white-paper',
  about: 'one copy, taken back whole',
  parties: { pop_country: people('All users', '900000000') },
  funds: { 'pop_country/privacy': nanoRho('50000000') },
  event: { buyer: 'cmp_advisers', disclosure: { population: 'pop_country', release: 'rel_2', nanoRho: '1000000' } },
  returns: [{ because: 'a chapter was missing' }],
})

await play({
  line: 'data',
  product: 'training-set',
  about: 'a project of 800,000.00, first milestone: nothing leaves yet, nothing is disclosed',
  event: { buyer: 'cmp_lab', project: 'prj_1', quote: cny('800000.00'), milestone: 'start' },
  returns: [],
})

await play({
  line: 'data',
  product: 'training-set',
  about: 'its delivery: the data leave and the budget is spent; a part of the price is given back',
  parties: { pop_forum: people('Authors of public posts', '4200000') },
  funds: { 'pop_forum/privacy': nanoRho('200000000') },
  event: {
    buyer: 'cmp_lab',
    project: 'prj_1',
    quote: cny('800000.00'),
    milestone: 'delivery',
    disclosure: { population: 'pop_forum', release: 'rel_3', nanoRho: '100000000' },
  },
  returns: [{ because: 'delivered two weeks late', amount: cny('40000.00') }],
})
