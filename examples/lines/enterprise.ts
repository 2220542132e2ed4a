/** Enterprise services over the API: `RECOUP_URL=… RECOUP_KEY=… node examples/lines/enterprise.ts`; prints enterprise.txt. */
import { play } from './story.ts'

await play({
  line: 'enterprise',
  product: 'contact-api',
  about: 'from the middle of December up to the end of January, cancelled with ten days of January left',
  parties: { cmp_tutor: { kind: 'company', name: 'Tutor & Co' } },
  event: { customer: 'cmp_tutor', from: '2026-12-16', to: '2027-02-01' },
  returns: [{ because: 'cancelled on 21 January', items: [{ id: '2027-01-01', quantity: '10' }] }],
})

await play({
  line: 'enterprise',
  product: 'archive',
  about: 'a month that begins on the 31st, in a zone of its own; never switched on',
  parties: { cmp_clinic: { kind: 'company', name: 'Clinic' } },
  event: {
    customer: 'cmp_clinic',
    from: '2026-10-31',
    to: '2026-11-30',
    anchor: '2026-10-31',
    zone: 'America/New_York',
  },
  returns: [{ because: 'never switched on' }],
})

await play({
  line: 'enterprise',
  product: 'community-kit',
  about: 'five seats for December; two of them leave with ten days to go',
  parties: { cmp_grocer: { kind: 'company', name: 'Grocer' } },
  event: { customer: 'cmp_grocer', from: '2026-12-01', to: '2027-01-01', seats: 5 },
  returns: [{ because: 'two seats, ten days: twenty seat-days', items: [{ id: '2026-12-01', quantity: '20' }] }],
})
