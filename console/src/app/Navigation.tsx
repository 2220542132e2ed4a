import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { useLines, useMe } from '../api.ts'
import { useTexts } from '../texts.ts'
import { type NavigationEntry, navigationEntries } from './navigation-entries.tsx'
import { canOpen, routeAt } from './routes.tsx'

/** The menu of all pages that exist and that the user may open. */
export function Navigation({ onOpen }: { readonly onOpen?: () => void }) {
  const { t } = useTexts()
  const me = useMe().data
  const { pathname } = useLocation()
  const all = navigationEntries(t, useLines())
  const entries = withoutHidden(all, (path) => {
    const route = routeAt(`/${path}`)
    // Until the user is known, no page is hidden: most users may open most pages.
    return route !== undefined && (!me || canOpen(route, me))
  })
  const current = currentPath(entries, pathname)
  return (
    <nav aria-label={t('layout.navigation')}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, background: 'transparent' }}
        selectedKeys={current ? [current] : []}
        defaultOpenKeys={[groupAt(all, pathname)]}
        items={entries.map((entry) => toItem(entry, onOpen))}
      />
    </nav>
  )
}

function withoutHidden(entries: readonly NavigationEntry[], isShown: (path: string) => boolean): NavigationEntry[] {
  return entries.flatMap((entry): NavigationEntry[] => {
    if (!('children' in entry)) return isShown(entry.path) ? [entry] : []
    const children = entry.children.filter(({ path }) => isShown(path))
    return children.length > 0 ? [{ ...entry, children }] : []
  })
}

type Item = NonNullable<MenuProps['items']>[number]

function toItem(entry: NavigationEntry, onOpen: (() => void) | undefined): Item {
  const { icon, label } = entry
  if ('children' in entry) {
    return { key: entry.group, icon, label, children: entry.children.map((child) => toItem(child, onOpen)) }
  }
  return {
    key: entry.path,
    icon,
    label: (
      <Link to={`/${entry.path}`} onClick={onOpen}>
        {label}
      </Link>
    ),
  }
}

/** The group of the current page. The pages of lines are in theirs even before the lines have loaded. */
function groupAt(entries: readonly NavigationEntry[], pathname: string): string {
  if (pathname.startsWith('/lines/')) return 'lines'
  const group = entries.find((entry) => 'children' in entry && currentPath(entry.children, pathname) !== undefined)
  return group && 'children' in group ? group.group : ''
}

/** The longest path of an entry that is a prefix of the current one. */
function currentPath(entries: readonly NavigationEntry[], pathname: string): string | undefined {
  return entries
    .flatMap((entry) => ('children' in entry ? entry.children.map(({ path }) => path) : [entry.path]))
    .filter((path) => pathname === `/${path}` || pathname.startsWith(`/${path}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}
