/**
 * The order of the side navigation. An entry is shown once the table of routes (routes.tsx) has its page and whoever is
 * signed in may use it. `text` is a key of texts/{en,zh}.json.
 */
import {
  AccountBookOutlined,
  AppstoreOutlined,
  BookOutlined,
  DashboardOutlined,
  RollbackOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'

export interface NavigationEntry {
  /** Absent for a group. */
  readonly path?: string
  readonly text: string
  readonly icon?: ReactNode
  readonly children?: readonly NavigationEntry[]
}

export const LINES = ['ads', 'goods', 'payments', 'enterprise', 'commerce', 'data', 'crossborder', 'apis'] as const
export type Line = (typeof LINES)[number]

export const NAVIGATION: readonly NavigationEntry[] = [
  { path: 'overview', text: 'nav.overview', icon: <DashboardOutlined /> },
  {
    text: 'nav.lines',
    icon: <AppstoreOutlined />,
    children: LINES.map((line) => ({ path: `lines/${line}`, text: `line.${line}` })),
  },
  { path: 'charges', text: 'nav.charges', icon: <WalletOutlined /> },
  {
    text: 'nav.refundCentre',
    icon: <RollbackOutlined />,
    children: [
      { path: 'refund-requests', text: 'nav.refundRequests' },
      { path: 'bulk-refunds', text: 'nav.bulkRefunds' },
      { path: 'refunds', text: 'nav.refunds' },
      { path: 'disputes', text: 'nav.disputes' },
      { path: 'reconciliation', text: 'nav.reconciliation' },
    ],
  },
  { path: 'parties', text: 'nav.parties', icon: <TeamOutlined /> },
  {
    text: 'nav.settlement',
    icon: <AccountBookOutlined />,
    children: [
      { path: 'debts', text: 'nav.debts' },
      { path: 'payouts', text: 'nav.payouts' },
    ],
  },
  { path: 'ledger', text: 'nav.ledger', icon: <BookOutlined /> },
  {
    text: 'nav.catalog',
    icon: <TagsOutlined />,
    children: [
      { path: 'products', text: 'nav.products' },
      { path: 'rate-cards', text: 'nav.rateCards' },
      { path: 'contracts', text: 'nav.contracts' },
    ],
  },
  {
    text: 'nav.administration',
    icon: <SettingOutlined />,
    children: [
      { path: 'users', text: 'nav.users' },
      { path: 'keys', text: 'nav.keys' },
      { path: 'gateways', text: 'nav.gateways' },
      { path: 'webhooks', text: 'nav.webhooks' },
      { path: 'audit', text: 'nav.audit' },
      { path: 'settings', text: 'nav.settings' },
    ],
  },
]
