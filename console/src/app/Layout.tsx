import { IdcardOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { useIsFetching } from '@tanstack/react-query'
import { Layout as AntdLayout, Button, Drawer, Dropdown } from 'antd'
import { Suspense, useState } from 'react'
import { Link, Outlet, useNavigate, useNavigation } from 'react-router'
import { queries, recoup, useMe } from '../api.ts'
import { signOut, useSigned } from '../auth.ts'
import { useTexts } from '../texts.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { useWide } from '../ui/screen.ts'
import { TimeZone } from '../ui/time-zone.ts'
import { Brand } from './Brand.tsx'
import { Navigation } from './Navigation.tsx'
import { Preferences } from './Preferences.tsx'

const SIDE = 232

/** The tenant's; the browser's where it cannot be learned. */
function useTenantTimeZone(): string | undefined {
  const { data, isError } = useMe()
  return data?.tenant.timeZone ?? (isError ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined)
}

/** What stands around every page. */
export function Layout() {
  const { t } = useTexts()
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const timeZone = useTenantTimeZone()
  return (
    <AntdLayout style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#main">
        {t('layout.skip')}
      </a>
      <AntdLayout.Header className="layout-header">
        {!wide && (
          <Button type="text" icon={<MenuOutlined />} aria-label={t('layout.menu')} onClick={() => setOpen(true)} />
        )}
        <Link to="/" style={{ color: 'inherit', lineHeight: 1 }} title={t('layout.home')}>
          <Brand />
        </Link>
        <span style={{ flex: 1 }} />
        <Preferences />
        <UserMenu />
      </AntdLayout.Header>
      <AntdLayout hasSider={wide}>
        {wide && (
          <AntdLayout.Sider width={SIDE} className="layout-side">
            <Navigation />
          </AntdLayout.Sider>
        )}
        <Drawer
          open={!wide && open}
          onClose={() => setOpen(false)}
          placement="left"
          size={280}
          title={<Brand />}
          styles={{ body: { padding: 8 } }}
        >
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
        <AntdLayout.Content id="main" className="layout-content" tabIndex={-1}>
          <ErrorBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <GoingBar />
              <TimeZone value={timeZone}>
                <Outlet />
              </TimeZone>
            </Suspense>
          </ErrorBoundary>
        </AntdLayout.Content>
      </AntdLayout>
    </AntdLayout>
  )
}

/** Tells that something is being loaded, where it takes longer than a moment. */
function GoingBar() {
  const going = useNavigation().state === 'loading'
  const asking = useIsFetching() > 0
  return going || asking ? <div className="going-bar" aria-hidden="true" /> : null
}

function UserMenu() {
  const { t } = useTexts()
  const signed = useSigned()
  const { user, tenant } = useMe().data ?? {}
  const navigate = useNavigate()
  const leave = async () => {
    // A session that cannot be ended now ends by itself; the page is left in any case.
    if (signed?.by === 'session') await recoup.post('/v1/sign-out').catch(() => {})
    queries.clear()
    signOut()
    // Whoever comes next may see other pages. A session that merely ended leads back to where one was.
    void navigate('/')
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'who', label: user ? `${user.name} · ${user.email}` : t('layout.byKey'), disabled: true },
          ...(tenant ? [{ key: 'tenant', label: `${tenant.name} · ${tenant.timeZone}`, disabled: true }] : []),
          { type: 'divider' },
          ...(user
            ? [{ key: 'profile', icon: <IdcardOutlined />, label: <Link to="/profile">{t('layout.profile')}</Link> }]
            : []),
          { key: 'out', icon: <LogoutOutlined />, label: t('layout.signOut'), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('layout.user')} />
    </Dropdown>
  )
}
