/** The entries of the side navigation, in order. An entry is shown if routes.tsx has its page and the user may open it. */
import {
  AccountBookOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BookOutlined,
  DashboardOutlined,
  RollbackOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Texts } from '../texts.ts'

interface NavigationPage {
  readonly path: string
  readonly label: string
  readonly icon?: ReactNode
}

interface NavigationGroup {
  readonly group: string
  readonly label: string
  readonly icon: ReactNode
  readonly children: readonly NavigationPage[]
}

export type NavigationEntry = NavigationPage | NavigationGroup

/** @param lines The lines as the API lists them. */
export function navigationEntries(
  t: Texts,
  lines: readonly { readonly value: string; readonly label: string }[],
): NavigationEntry[] {
  return [
    { path: 'overview', label: t('nav.overview'), icon: <DashboardOutlined /> },
    {
      group: 'lines',
      label: t('nav.lines'),
      icon: <AppstoreOutlined />,
      children: lines.map(({ value, label }) => ({ path: `lines/${value}`, label })),
    },
    { path: 'charges', label: t('nav.charges'), icon: <WalletOutlined /> },
    {
      group: 'refund-center',
      label: t('nav.refundCenter'),
      icon: <RollbackOutlined />,
      children: [
        { path: 'refund-requests', label: t('nav.refundRequests') },
        { path: 'bulk-refunds', label: t('nav.bulkRefunds') },
        { path: 'refunds', label: t('nav.refunds') },
        { path: 'disputes', label: t('nav.disputes') },
        { path: 'reconciliation', label: t('nav.reconciliation') },
      ],
    },
    { path: 'parties', label: t('nav.parties'), icon: <TeamOutlined /> },
    {
      group: 'settlement',
      label: t('nav.settlement'),
      icon: <AccountBookOutlined />,
      children: [
        { path: 'debts', label: t('nav.debts') },
        { path: 'payouts', label: t('nav.payouts') },
      ],
    },
    { path: 'approvals', label: t('nav.approvals'), icon: <AuditOutlined /> },
    { path: 'ledger', label: t('nav.ledger'), icon: <BookOutlined /> },
    {
      group: 'catalog',
      label: t('nav.catalog'),
      icon: <TagsOutlined />,
      children: [
        { path: 'products', label: t('nav.products') },
        { path: 'rate-cards', label: t('nav.rateCards') },
        { path: 'contracts', label: t('nav.contracts') },
      ],
    },
    {
      group: 'administration',
      label: t('nav.administration'),
      icon: <SettingOutlined />,
      children: [
        { path: 'users', label: t('nav.users') },
        { path: 'keys', label: t('nav.keys') },
        { path: 'gateways', label: t('nav.gateways') },
        { path: 'webhooks', label: t('nav.webhooks') },
        { path: 'audit', label: t('nav.audit') },
        { path: 'settings', label: t('nav.settings') },
      ],
    },
  ]
}
