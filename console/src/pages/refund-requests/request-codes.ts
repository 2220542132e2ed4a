/** The codes of refund requests, in the order in which they are shown. */
import type { Shapes } from '@recoup/sdk'
import { codesOf } from '../../api-codes.ts'
import type { RequestInFull } from './request.ts'

type Status = RequestInFull['status']

export const STATUSES = codesOf<Status>({
  requested: true,
  'needs-evidence': true,
  approved: true,
  executing: true,
  failed: true,
  done: true,
  declined: true,
  withdrawn: true,
})

/** Whom a user can make a request for. */
export type Requester = Exclude<RequestInFull['asker'], 'system'>

export const REQUESTERS = codesOf<Requester>({ payer: true, payee: true, guardian: true, agent: true })

export type DeclineReason = Shapes['RefundDecline']['code']

export const DECLINE_REASONS = codesOf<DeclineReason>({
  policy: true,
  'evidence-insufficient': true,
  'not-entitled': true,
  duplicate: true,
  'suspected-abuse': true,
  other: true,
})

/** Whether the request awaits a response. */
export const isWaiting = (status: Status) => status === 'requested' || status === 'needs-evidence'
