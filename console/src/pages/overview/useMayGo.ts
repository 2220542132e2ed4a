import { matchPath } from 'react-router'
import { useMe } from '../../api.ts'
import { isFor, routes } from '../../routes.tsx'

/** Whether there is a page at a path of the console, and whoever is signed in may see it. */
export function useMayGo(): (path: string) => boolean {
  const me = useMe().data
  return (path) => {
    const pathname = path.split('?', 1)[0]!
    const route = routes.find((each) => matchPath(`/${each.path}`, pathname))
    return route !== undefined && me !== undefined && isFor(route, me)
  }
}
