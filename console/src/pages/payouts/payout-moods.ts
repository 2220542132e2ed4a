import type { Shapes } from '@recoup/sdk'

/** The color of each status of a payout. */
export const PAYOUT_MOODS = {
  created: 'wait',
  approved: 'busy',
  sent: 'busy',
  paid: 'good',
  failed: 'bad',
  returned: 'bad',
  canceled: undefined,
} as const satisfies Record<Shapes['Payout']['status'], string | undefined>
