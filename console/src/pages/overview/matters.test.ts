import { expect, it } from 'vitest'
import { type Matter, ofDebts, ofDisputes, ofRequests, ofRuns, ofWebhooks } from './matters.ts'

const counted = (matters: readonly Matter[]) =>
  Object.fromEntries(matters.flatMap(({ key, count }) => (count > 0 ? [[key, count]] : [])))

it('counts differences of the run that is not superseded, and a failed run until a later run of its day succeeds', () => {
  const run = (gateway: string, date: string, status: string, proposed = 0, alerts = 0) =>
    ({ gateway, date, status, differences: { proposed, alerts, executing: 0, done: 0, declined: 0 } }) as never
  // Newest first, as in the list.
  const runs = [
    run('a', '2026-11-02', 'failed'),
    run('a', '2026-11-01', 'completed', 2, 1),
    run('a', '2026-11-01', 'failed'),
    run('b', '2026-11-01', 'completed', 3),
    run('b', '2026-11-01', 'superseded', 50, 50),
  ]
  expect(counted(ofRuns(runs))).toEqual({
    'difference-alert': 1,
    'difference-proposed': 5,
    'reconciliation-failed': 1,
  })
})

it('counts only debts of more than ninety days, per currency', () => {
  const total = (currency: string, older: string) => ({ currency, ages: { older } }) as never
  const [matter] = ofDebts([total('CNY', '12.50'), total('JPY', '0'), total('USD', '1.00')])
  expect(matter).toMatchObject({
    count: 2,
    sums: [
      { amount: '12.50', currency: 'CNY' },
      { amount: '1.00', currency: 'USD' },
    ],
  })
})

it('shows the earliest deadline of disputes', () => {
  const at = (answerBy: string | null) => ({ answerBy }) as never
  const data = [at(null), at('2026-11-20T08:00:00Z'), at('2026-11-20T09:00:00+08:00')]
  expect(ofDisputes({ data, nextCursor: 'more' })).toMatchObject([
    { count: 3, more: true, until: '2026-11-20T09:00:00+08:00' },
  ])
  expect(ofDisputes({ data: [at(null)], nextCursor: null })[0]).not.toHaveProperty('until')
})

it('ignores what a user disabled', () => {
  const hook = (enabled: boolean, disabledReason: string | null, failingSince: string | null = null) =>
    ({ enabled, disabledReason, failingSince }) as never
  const since = '2026-11-20T08:00:00Z'
  expect(
    counted(ofWebhooks([hook(true, null), hook(true, null, since), hook(false, 'manual', since), hook(false, 'gone')])),
  ).toEqual({ 'webhook-failing': 1, 'webhook-off': 1 })
})

it('links requests to their filtered list', () => {
  const summary = { byStatus: [{ status: 'needs-evidence', count: 4 }], overdue: 2, unassigned: 9 } as never
  const matters = ofRequests(summary).filter(({ count }) => count > 0)
  expect(matters.map(({ count, to }) => [count, to])).toEqual([
    [2, '/refund-requests?overdue=true'],
    [4, '/refund-requests?status=needs-evidence'],
  ])
})
