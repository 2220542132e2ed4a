import { Menu, type MenuProps } from 'antd'
import { useMemo } from 'react'
import { Link, matchPath, useLocation } from 'react-router'
import { useMe } from '../api.ts'
import { NAVIGATION, type NavigationEntry } from '../navigation.tsx'
import { isFor, routes } from '../routes.tsx'
import { type Texts, useTexts } from '../texts.ts'

/** The entries whose pages exist and may be used, as a menu. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTexts()
  const me = useMe().data
  const { pathname } = useLocation()
  const entries = useMemo(
    () =>
      visible(NAVIGATION, (path) => {
        const route = routes.find((each) => matchPath(`/${each.path}`, `/${path}`))
        // Until it is known who it is, nothing is hidden: most may see most.
        return route !== undefined && (!me || isFor(route, me))
      }),
    [me],
  )
  const here = pathOf(entries, pathname)
  return (
    <nav aria-label={t('layout.navigation')}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, background: 'transparent' }}
        selectedKeys={here ? [here] : []}
        defaultOpenKeys={entries.filter(({ children }) => children?.some(({ path }) => path === here)).map(keyOf)}
        items={entries.map((entry) => toItem(entry, t, onGo))}
      />
    </nav>
  )
}

function visible(entries: readonly NavigationEntry[], shown: (path: string) => boolean): NavigationEntry[] {
  return entries.flatMap((entry) => {
    if (!entry.children) return shown(entry.path!) ? [entry] : []
    const children = visible(entry.children, shown)
    return children.length > 0 ? [{ ...entry, children }] : []
  })
}

type Item = NonNullable<MenuProps['items']>[number]

const keyOf = ({ path, text }: NavigationEntry): string => path ?? text

function toItem(entry: NavigationEntry, t: Texts, onGo: (() => void) | undefined): Item {
  const { path, icon, children, text } = entry
  const common = { key: keyOf(entry), icon }
  if (children) return { ...common, label: t(text), children: children.map((child) => toItem(child, t, onGo)) }
  return {
    ...common,
    label: (
      <Link to={`/${path}`} onClick={onGo}>
        {t(text)}
      </Link>
    ),
  }
}

/** The longest path of an entry under which the page lies. */
function pathOf(entries: readonly NavigationEntry[], pathname: string): string | undefined {
  const paths = entries.flatMap(({ path, children }) => (children ? children.map((child) => child.path!) : [path!]))
  return paths
    .filter((path) => pathname === `/${path}` || pathname.startsWith(`/${path}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}
