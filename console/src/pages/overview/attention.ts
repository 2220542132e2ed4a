/** The open tasks, from several lists of the API. Lists that the user may not read are not requested. */
import { useGet, useMe } from '../../api.ts'
import { type Matter, ofDebts, ofDisputes, ofGateways, ofRefunds, ofRequests, ofRuns, ofWebhooks } from './matters.ts'

/** The largest page of a list. */
const PAGE = 200
/** The runs of the last days: one per day and gateway. */
const RUNS = 60
const REFRESH_MS = 60_000

/** `isPending`: at least one list has not loaded yet. */
export function useAttention(): { matters: Matter[]; isPending: boolean; errors: Error[] } {
  const scopes = useMe().data?.scopes
  const reading = (scope: string) => ({ enabled: scopes?.includes(scope) ?? false, refetchInterval: REFRESH_MS })
  const list = { limit: PAGE }
  const requests = useGet('/v1/refund-requests/summary', undefined, reading('requests:read'))
  const refunds = useGet('/v1/refunds', { params: { query: { status: 'pending', ...list } } }, reading('refunds:read'))
  const disputes = useGet(
    '/v1/disputes',
    { params: { query: { status: 'open', ...list } } },
    reading('settlement:read'),
  )
  const runs = useGet('/v1/reconciliations', { params: { query: { limit: RUNS } } }, reading('settlement:read'))
  const debts = useGet('/v1/reports/debts', { params: { query: { limit: 1 } } }, reading('reports:read'))
  const webhooks = useGet('/v1/webhooks', { params: { query: list } }, reading('webhooks:read'))
  const gateways = useGet('/v1/gateways', undefined, reading('gateways:read'))
  const all = [requests, refunds, disputes, runs, debts, webhooks, gateways]
  return {
    matters: [
      ...ofRequests(requests.data),
      ...ofRefunds(refunds.data),
      ...ofDisputes(disputes.data),
      ...ofRuns(runs.data?.data ?? []),
      ...ofDebts(debts.data?.totals ?? []),
      ...ofWebhooks(webhooks.data?.data ?? []),
      ...ofGateways(gateways.data?.data ?? []),
    ].filter(({ count }) => count > 0),
    isPending: !scopes || all.some(({ isLoading }) => isLoading),
    errors: all.flatMap(({ error }) => error ?? []),
  }
}
