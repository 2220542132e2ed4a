/** The table of pages. A page is a folder in pages/ with its texts and one row here; its code loads when the page is opened. */
import type { ComponentType } from 'react'
import { matchPath } from 'react-router'
import { loadTexts } from '../texts.ts'

export interface PageRoute {
  /** Below /console/, as react-router writes it. */
  readonly path: string
  /** The folder in pages/ that has its en.json and zh.json. */
  readonly texts: string
  /** The scope that it requires; undefined: none. */
  readonly scope?: string
  /** Whether users and keys that are bound to one party may open it as well. */
  readonly forParties?: true
  readonly load: () => Promise<{ readonly default: ComponentType }>
}

export const routes: readonly PageRoute[] = [
  { path: 'overview', texts: 'overview', scope: 'reports:read', load: () => import('../pages/overview/Overview.tsx') },
  {
    path: 'lines/:line',
    texts: 'lines',
    scope: 'reports:read',
    load: async () => (await Promise.all([import('../pages/lines/Line.tsx'), loadTexts('charges')]))[0],
  },
  {
    path: 'charges',
    texts: 'charges',
    forParties: true,
    scope: 'charges:read',
    load: () => import('../pages/charges/Charges.tsx'),
  },
  {
    path: 'charges/:charge',
    texts: 'charges',
    forParties: true,
    scope: 'charges:read',
    load: () => import('../pages/charges/Charge.tsx'),
  },
  {
    path: 'refund-requests',
    texts: 'refund-requests',
    forParties: true,
    scope: 'requests:read',
    load: () => import('../pages/refund-requests/RefundRequests.tsx'),
  },
  {
    path: 'refund-requests/new',
    texts: 'refund-requests',
    forParties: true,
    scope: 'requests:write',
    load: () => import('../pages/refund-requests/NewRequest.tsx'),
  },
  {
    path: 'refund-requests/:request',
    texts: 'refund-requests',
    forParties: true,
    scope: 'requests:read',
    load: async () =>
      (await Promise.all([import('../pages/refund-requests/RefundRequest.tsx'), loadTexts('charges')]))[0],
  },
  {
    path: 'bulk-refunds',
    texts: 'bulk-refunds',
    scope: 'requests:read',
    load: () => import('../pages/bulk-refunds/BulkRefunds.tsx'),
  },
  {
    path: 'bulk-refunds/new',
    texts: 'bulk-refunds',
    scope: 'requests:write',
    load: () => import('../pages/bulk-refunds/NewBulkRefund.tsx'),
  },
  {
    path: 'bulk-refunds/:bulk',
    texts: 'bulk-refunds',
    scope: 'requests:read',
    load: () => import('../pages/bulk-refunds/BulkRefund.tsx'),
  },
  {
    path: 'reconciliation',
    texts: 'reconciliation',
    scope: 'settlement:read',
    load: () => import('../pages/reconciliation/Reconciliations.tsx'),
  },
  {
    path: 'reconciliation/funds',
    texts: 'reconciliation',
    scope: 'settlement:read',
    load: () => import('../pages/reconciliation/FundBills.tsx'),
  },
  {
    path: 'reconciliation/funds/:bill',
    texts: 'reconciliation',
    scope: 'settlement:read',
    load: () => import('../pages/reconciliation/FundBill.tsx'),
  },
  {
    path: 'reconciliation/:reconciliation',
    texts: 'reconciliation',
    scope: 'settlement:read',
    load: () => import('../pages/reconciliation/Reconciliation.tsx'),
  },
  {
    path: 'disputes',
    texts: 'disputes',
    scope: 'settlement:read',
    load: () => import('../pages/disputes/Disputes.tsx'),
  },
  {
    path: 'refunds',
    texts: 'disputes',
    forParties: true,
    scope: 'refunds:read',
    load: () => import('../pages/disputes/PendingRefunds.tsx'),
  },
  {
    path: 'debts',
    texts: 'debts',
    forParties: true,
    scope: 'settlement:read',
    load: () => import('../pages/debts/Debts.tsx'),
  },
  {
    path: 'debts/:party',
    texts: 'debts',
    forParties: true,
    scope: 'settlement:read',
    load: () => import('../pages/debts/Debt.tsx'),
  },
  {
    path: 'payouts',
    texts: 'payouts',
    forParties: true,
    scope: 'settlement:read',
    load: () => import('../pages/payouts/Payouts.tsx'),
  },
  {
    path: 'payouts/statement',
    texts: 'payouts',
    forParties: true,
    scope: 'settlement:read',
    load: () => import('../pages/payouts/Statement.tsx'),
  },
  {
    path: 'payouts/:payout',
    texts: 'payouts',
    forParties: true,
    scope: 'settlement:read',
    load: () => import('../pages/payouts/Payout.tsx'),
  },
  {
    path: 'parties',
    texts: 'parties',
    forParties: true,
    scope: 'parties:read',
    load: () => import('../pages/parties/Parties.tsx'),
  },
  {
    path: 'parties/:party',
    texts: 'parties',
    forParties: true,
    scope: 'parties:read',
    load: () => import('../pages/parties/Party.tsx'),
  },
  { path: 'ledger', texts: 'ledger', scope: 'ledger:read', load: () => import('../pages/ledger/Ledger.tsx') },
  {
    path: 'ledger/account',
    texts: 'ledger',
    forParties: true,
    scope: 'accounts:read',
    load: () => import('../pages/ledger/Account.tsx'),
  },
  {
    path: 'contracts',
    texts: 'contracts',
    scope: 'catalog:read',
    load: () => import('../pages/contracts/Contracts.tsx'),
  },
  { path: 'products', texts: 'products', scope: 'catalog:read', load: () => import('../pages/products/Products.tsx') },
  {
    path: 'rate-cards',
    texts: 'rate-cards',
    scope: 'catalog:read',
    load: () => import('../pages/rate-cards/RateCards.tsx'),
  },
  {
    path: 'rate-cards/compare',
    texts: 'rate-cards',
    scope: 'catalog:read',
    load: () => import('../pages/rate-cards/Compare.tsx'),
  },
  {
    path: 'rate-cards/edit',
    texts: 'rate-cards',
    scope: 'catalog:write',
    load: () => import('../pages/rate-cards/Edit.tsx'),
  },
  {
    path: 'rate-cards/:version',
    texts: 'rate-cards',
    scope: 'catalog:read',
    load: () => import('../pages/rate-cards/RateCard.tsx'),
  },
  { path: 'profile', texts: 'profile', forParties: true, load: () => import('../pages/profile/Profile.tsx') },
  { path: 'users', texts: 'users', scope: 'users:read', load: () => import('../pages/users/Users.tsx') },
  { path: 'users/:user', texts: 'users', scope: 'users:read', load: () => import('../pages/users/User.tsx') },
  { path: 'keys', texts: 'keys', scope: 'keys:read', load: () => import('../pages/keys/Keys.tsx') },
  { path: 'gateways', texts: 'gateways', scope: 'gateways:read', load: () => import('../pages/gateways/Gateways.tsx') },
  { path: 'webhooks', texts: 'webhooks', scope: 'webhooks:read', load: () => import('../pages/webhooks/Webhooks.tsx') },
  {
    path: 'webhooks/:webhook',
    texts: 'webhooks',
    scope: 'webhooks:read',
    load: () => import('../pages/webhooks/Webhook.tsx'),
  },
  { path: 'approvals', texts: 'approvals', load: () => import('../pages/approvals/Approvals.tsx') },
  { path: 'audit', texts: 'audit', scope: 'users:read', load: () => import('../pages/audit/Audit.tsx') },
  { path: 'settings', texts: 'settings', load: () => import('../pages/settings/Settings.tsx') },
]

/** The page at a path of the console, without its query. */
export function routeAt(path: string): PageRoute | undefined {
  return routes.find((route) => matchPath(`/${route.path}`, path))
}

/** Whether a user may open a page. */
export function canOpen(
  route: PageRoute,
  { scopes, party }: { readonly scopes: readonly string[]; readonly party: string | null },
) {
  return (party === null || route.forParties === true) && (!route.scope || scopes.includes(route.scope))
}
