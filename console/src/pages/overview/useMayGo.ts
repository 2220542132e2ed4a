import { matchPath } from 'react-router'
import { useMe } from '../../api.ts'
import { routes } from '../../routes.tsx'

/** Whether there is a page at a path of the console, and whoever is signed in may see it. */
export function useMayGo(): (path: string) => boolean {
  const scopes = useMe().data?.scopes
  return (path) => {
    const pathname = path.split('?', 1)[0]!
    const route = routes.find((each) => matchPath(`/${each.path}`, pathname))
    return route !== undefined && (!route.scope || (scopes?.includes(route.scope) ?? false))
  }
}
