import { IdcardOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { useIsFetching } from '@tanstack/react-query'
import { Layout as AntdLayout, Button, Drawer, Dropdown } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { Link, Navigate, Outlet, useLocation, useNavigate, useNavigation } from 'react-router'
import { queries, recoup, useMe } from '../api.ts'
import { signOut, useSignedIn } from '../auth.ts'
import { useTexts } from '../texts.ts'
import { CanOpen } from '../ui/can-open.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { useWide } from '../ui/screen.ts'
import { TimeZone } from '../ui/time-zone.ts'
import { Brand } from './Brand.tsx'
import { Navigation } from './Navigation.tsx'
import { Preferences } from './Preferences.tsx'
import { canOpen, routeAt } from './routes.tsx'
import { StepUp } from './StepUp.tsx'

const SIDE = 232

/** The time zone of the tenant, or of the browser if the tenant's cannot be loaded. */
function useTenantTimeZone(): string | undefined {
  const { data, isError } = useMe()
  return data?.tenant.timeZone ?? (isError ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined)
}

function useCanOpenPath(): (path: string) => boolean {
  const me = useMe().data
  return (path) => {
    const route = routeAt(path.split('?', 1)[0]!)
    return route !== undefined && me !== undefined && canOpen(route, me)
  }
}

/** The frame of every page: header, navigation and content. */
export function Layout() {
  const { t } = useTexts()
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const timeZone = useTenantTimeZone()
  const canOpenPath = useCanOpenPath()
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
          <Navigation onOpen={() => setOpen(false)} />
        </Drawer>
        <AntdLayout.Content id="main" className="layout-content" tabIndex={-1}>
          <ErrorBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <LoadingBar />
              <TimeZone value={timeZone}>
                <CanOpen value={canOpenPath}>
                  <SecondFactorFirst>
                    <Outlet />
                  </SecondFactorFirst>
                  <StepUp />
                </CanOpen>
              </TimeZone>
            </Suspense>
          </ErrorBoundary>
        </AntdLayout.Content>
      </AntdLayout>
    </AntdLayout>
  )
}

/** A user whose role requires a second factor sees only the profile until it is set up. */
function SecondFactorFirst({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  const missing = useMe().data?.user?.secondFactorMissing ?? false
  return missing && pathname !== '/profile' ? <Navigate to="/profile" replace /> : children
}

/** Shows that something is loading if it takes longer than a moment. */
function LoadingBar() {
  const navigating = useNavigation().state === 'loading'
  const fetching = useIsFetching() > 0
  return navigating || fetching ? <div className="loading-bar" aria-hidden="true" /> : null
}

function UserMenu() {
  const { t } = useTexts()
  const signedIn = useSignedIn()
  const { user, tenant } = useMe().data ?? {}
  const navigate = useNavigate()
  const leave = async () => {
    // The user leaves the page even if the session cannot be ended now; it expires by itself.
    if (signedIn?.by === 'session') await recoup.post('/v1/sign-out').catch(() => {})
    queries.clear()
    signOut()
    // The next user may not be allowed to see this page. After a session that merely expired, the same page opens again.
    void navigate('/')
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'user', label: user ? `${user.name} · ${user.email}` : t('layout.byKey'), disabled: true },
          ...(tenant ? [{ key: 'tenant', label: `${tenant.name} · ${tenant.timeZone}`, disabled: true }] : []),
          { type: 'divider' },
          ...(user
            ? [{ key: 'profile', icon: <IdcardOutlined />, label: <Link to="/profile">{t('layout.profile')}</Link> }]
            : []),
          { key: 'sign-out', icon: <LogoutOutlined />, label: t('layout.signOut'), onClick: () => void leave() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('layout.user')} />
    </Dropdown>
  )
}
