import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntdApp, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queries } from '../api.ts'
import { useSignedIn } from '../auth.ts'
import { type Language, useTexts } from '../texts.ts'
import { useDarkMode } from '../ui/dark-mode.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { themeOf } from './antd-theme.ts'
import { routes } from './routes.tsx'
import { SetPassword } from './SetPassword.tsx'
import { SignIn } from './SignIn.tsx'
import { toRouteObjects } from './toRouteObjects.tsx'

/** The texts inside antd's components: pagination, pickers, empty tables. */
const LOCALES: Record<Language, () => Promise<Locale>> = {
  en: async () => (await import('antd/es/locale/en_US')).default,
  zh: async () => {
    const [{ default: locale }, { default: dayjs }] = await Promise.all([
      import('antd/es/locale/zh_CN'),
      import('dayjs'),
      import('dayjs/locale/zh-cn'),
    ])
    dayjs.locale('zh-cn')
    return locale
  },
}

function useLocale(language: Language): Locale | undefined {
  const [loaded, setLoaded] = useState<{ language: Language; locale: Locale }>()
  useEffect(() => {
    let current = true
    void LOCALES[language]().then((locale) => current && setLoaded({ language, locale }))
    return () => {
      current = false
    }
  }, [language])
  return loaded?.locale
}

export function App() {
  const { language } = useTexts()
  const dark = useDarkMode()
  const locale = useLocale(language)
  const theme = useMemo(() => themeOf(dark), [dark])
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
    document.body.style.background = dark ? '#0d1214' : '#f4f6f7'
  }, [dark])
  if (!locale) return null
  return (
    <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
      {/* One message at a time: several would cover the heading. */}
      <AntdApp message={{ maxCount: 1 }}>
        <QueryClientProvider client={queries}>
          <ErrorBoundary>
            <Suspense fallback={<PageSkeleton />}>
              <Content />
            </Suspense>
          </ErrorBoundary>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  )
}

function Content() {
  const signedIn = useSignedIn()
  const router = useMemo(() => createBrowserRouter(toRouteObjects(routes), { basename: '/console' }), [])
  // An invitation link works whether or not the browser is signed in.
  if (window.location.pathname === `${import.meta.env.BASE_URL}set-password`) return <SetPassword />
  return signedIn ? <RouterProvider router={router} /> : <SignIn />
}
