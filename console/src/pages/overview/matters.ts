/** Finds open tasks in the lists of the API. */
import type { Answer } from '@recoup/sdk'
import { signOf } from '../../format.ts'

export interface Matter {
  /** The key of its text is `attention.<key>`. */
  readonly key: string
  readonly count: number
  /** Whether there are more than `count`. */
  readonly more?: boolean
  /** Whether it awaits a decision or is failing. */
  readonly mood: 'wait' | 'bad'
  /** The page of the console with its filters. */
  readonly to: string
  /** The deadline, as RFC 3339. */
  readonly until?: string
  /** The amounts involved. */
  readonly sums?: readonly { readonly amount: string; readonly currency: string }[]
}

const REQUESTS = { requested: 'wait', 'needs-evidence': 'wait', failed: 'bad' } as const

export function ofRequests(summary: Answer<'/v1/refund-requests/summary'> | undefined): Matter[] {
  if (!summary) return []
  const counts = new Map(summary.byStatus.map(({ status, count }) => [status, count]))
  return [
    { key: 'request-overdue', count: summary.overdue, mood: 'bad', to: '/refund-requests?overdue=true' },
    ...(Object.keys(REQUESTS) as (keyof typeof REQUESTS)[]).map(
      (status): Matter => ({
        key: `request-${status}`,
        count: counts.get(status) ?? 0,
        mood: REQUESTS[status],
        to: `/refund-requests?status=${status}`,
      }),
    ),
  ]
}

export function ofRefunds(page: Answer<'/v1/refunds'> | undefined): Matter[] {
  if (!page) return []
  const { data, nextCursor } = page
  return [
    { key: 'refund-pending', count: data.length, more: nextCursor !== null, mood: 'wait', to: REFUNDS_ON_THEIR_WAY },
  ]
}

/** The page of refunds that the provider has not completed. */
const REFUNDS_ON_THEIR_WAY = '/refunds?status=pending'

export function ofDisputes(page: Answer<'/v1/disputes'> | undefined): Matter[] {
  if (!page) return []
  const { data, nextCursor } = page
  const until = data.flatMap(({ answerBy }) => answerBy ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
  return [
    {
      key: 'dispute-open',
      count: data.length,
      more: nextCursor !== null,
      mood: 'bad',
      to: '/disputes?status=open',
      ...(until ? { until } : {}),
    },
  ]
}

/** A later run of the same day supersedes an earlier one, unless it failed. */
export function ofRuns(runs: readonly Answer<'/v1/reconciliations'>['data'][number][]): Matter[] {
  const counting = runs.filter(({ status }) => status === 'completed')
  const sum = (name: 'proposed' | 'alerts') => counting.reduce((total, { differences }) => total + differences[name], 0)
  const latest = new Map<string, (typeof runs)[number]>()
  for (const run of runs) if (!latest.has(`${run.gateway} ${run.date}`)) latest.set(`${run.gateway} ${run.date}`, run)
  const failed = [...latest.values()].filter(({ status }) => status === 'failed')
  return [
    { key: 'difference-alert', count: sum('alerts'), mood: 'bad', to: '/reconciliation' },
    { key: 'difference-proposed', count: sum('proposed'), mood: 'wait', to: '/reconciliation' },
    { key: 'reconciliation-failed', count: failed.length, mood: 'bad', to: '/reconciliation?status=failed' },
  ]
}

export function ofDebts(totals: Answer<'/v1/reports/debts'>['totals']): Matter[] {
  const old = totals.filter(({ ages }) => signOf(ages.older) !== 0)
  const sums = old.map(({ ages, currency }) => ({ amount: ages.older, currency }))
  return [{ key: 'debt-old', count: old.length, mood: 'bad', to: '/debts', sums }]
}

/** A webhook that a user disabled is not a task. */
const BY_HAND = 'manual'

export function ofWebhooks(hooks: Answer<'/v1/webhooks'>['data']): Matter[] {
  const failing = hooks.filter(({ enabled, failingSince }) => enabled && failingSince !== null)
  const off = hooks.filter(({ enabled, disabledReason }) => !enabled && disabledReason !== BY_HAND)
  return [
    { key: 'webhook-failing', count: failing.length, mood: 'bad', to: '/webhooks' },
    { key: 'webhook-off', count: off.length, mood: 'bad', to: '/webhooks' },
  ]
}

export function ofGateways(gateways: Answer<'/v1/gateways'>['data']): Matter[] {
  const off = gateways.filter(({ enabled }) => !enabled)
  return [{ key: 'gateway-off', count: off.length, mood: 'wait', to: '/gateways' }]
}
