/** Codes of refund requests, in the order in which they are shown. */
export const STATES = [
  'requested',
  'needs-evidence',
  'approved',
  'executing',
  'failed',
  'done',
  'declined',
  'withdrawn',
] as const

export const REASONS = [
  'changed-mind',
  'cancelled',
  'not-delivered',
  'not-as-described',
  'service-failure',
  'duplicate',
  'billing-error',
  'fraud',
  'goodwill',
  'minor',
  'unclaimed',
  'invalid-traffic',
] as const

export const ASKERS = ['payer', 'payee', 'guardian', 'agent'] as const

export const EVIDENCE = [
  'payment-record',
  'guardianship',
  'photo',
  'return-record',
  'traffic-report',
  'police-report',
  'bank-notice',
] as const

export const DECLINES = [
  'policy',
  'evidence-insufficient',
  'not-entitled',
  'duplicate',
  'suspected-abuse',
  'other',
] as const

/** Those that somebody has to answer. */
export const isWaiting = (status: string) => status === 'requested' || status === 'needs-evidence'
