import { Navigate, type RouteObject } from 'react-router'
import { useMe } from '../api.ts'
import type { PageRoute } from '../routes.tsx'
import { loadTexts } from '../texts.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Layout } from './Layout.tsx'
import { NotFound } from './NotFound.tsx'
import { RouteFailure } from './RouteFailure.tsx'

/** The table of routes as the router wants it: each page with its texts, loaded when it is gone to. */
export function toRouteObjects(routes: readonly PageRoute[]): RouteObject[] {
  const pages = routes.map(
    ({ path, texts, load }): RouteObject => ({
      path,
      lazy: async () => {
        const [{ default: Component }] = await Promise.all([load(), loadTexts(texts)])
        return { Component }
      },
      errorElement: <RouteFailure />,
    }),
  )
  return [
    {
      path: '/',
      element: <Layout />,
      errorElement: <RouteFailure />,
      hydrateFallbackElement: <PageSkeleton />,
      children: [
        { index: true, element: <Home routes={routes} /> },
        // Where the server sends people who have to sign in; whoever gets here has.
        { path: 'sign-in', element: <Navigate to="/" replace /> },
        ...pages,
        { path: '*', element: <NotFound /> },
      ],
    },
  ]
}

/** The first page that whoever is signed in may see. */
function Home({ routes }: { readonly routes: readonly PageRoute[] }) {
  const me = useMe()
  return (
    <Loaded of={me} rows={10}>
      {({ scopes }) => {
        const first = routes.find(({ path, scope }) => !path.includes(':') && (!scope || scopes.includes(scope)))
        return first ? <Navigate to={`/${first.path}`} replace /> : <NotFound />
      }}
    </Loaded>
  )
}
