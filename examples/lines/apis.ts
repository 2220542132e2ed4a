/** Platform APIs over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/apis.ts`; prints apis.txt. */
import { cny, play } from './story.ts'

await play({
  line: 'apis',
  product: 'ocr',
  about: '4,100 calls, a hundred of which failed; ten more were read wrongly',
  parties: { dev_ledgerly: { kind: 'developer', name: 'Ledgerly' } },
  funds: { 'dev_ledgerly/wallet': cny('100.00') },
  event: { developer: 'dev_ledgerly', calls: 4100, failed: 100 },
  returns: [{ because: 'ten pages read upside down', items: [{ id: 'calls', quantity: '10' }] }],
})

await play({
  line: 'apis',
  product: 'ocr',
  about: 'ten thousand calls bought ahead by the thousand, four thousand not used',
  event: { developer: 'dev_ledgerly', calls: 10_000, soldPer: 'thousand-calls' },
  returns: [{ because: 'unused calls', items: [{ id: 'calls', quantity: '4000' }] }],
})

await play({
  line: 'apis',
  product: 'compute',
  about: 'a host of 16 GB for a day, out of reach for an hour of it',
  parties: { dev_arcade: { kind: 'developer', name: 'Arcade' } },
  funds: { 'dev_arcade/wallet': cny('100.00') },
  event: { developer: 'dev_arcade', gigabytes: '16', seconds: 86_400 },
  returns: [{ because: 'an hour’s outage', items: [{ id: 'seconds', quantity: '3600' }] }],
})

await play({
  line: 'apis',
  product: 'semantic',
  about: 'ten queries a second reserved, twelve at the peak; four are given up',
  parties: { dev_lexicon: { kind: 'developer', name: 'Lexicon' } },
  funds: { 'dev_lexicon/wallet': cny('5000.00') },
  event: { developer: 'dev_lexicon', month: '2026-11', reserved: 10, peak: 12 },
  returns: [{ because: 'reserve given up', items: [{ id: 'reserve', quantity: '4' }] }],
})
