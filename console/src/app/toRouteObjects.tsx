import type { ComponentType } from 'react'
import { Navigate, type RouteObject } from 'react-router'
import { useMe } from '../api.ts'
import { isFor, type PageRoute } from '../routes.tsx'
import { loadTexts } from '../texts.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Layout } from './Layout.tsx'
import { NotAllowed, NotFound } from './NotFound.tsx'
import { RouteFailure } from './RouteFailure.tsx'

/** The table of routes as the router wants it: each page with its texts, loaded when it is gone to. */
export function toRouteObjects(routes: readonly PageRoute[]): RouteObject[] {
  const pages = routes.map(
    (route): RouteObject => ({
      path: route.path,
      lazy: async () => {
        const [{ default: Content }] = await Promise.all([route.load(), loadTexts(route.texts)])
        return { Component: () => <Allowed route={route} page={Content} /> }
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

interface AllowedProps {
  readonly route: PageRoute
  readonly page: ComponentType
}

/** A page, or that it is not for whoever is signed in: as soon as that is known, without waiting for it. */
function Allowed({ route, page: Content }: AllowedProps) {
  const me = useMe().data
  return me && !isFor(route, me) ? <NotAllowed /> : <Content />
}

/** The first page that whoever is signed in may see. */
function Home({ routes }: { readonly routes: readonly PageRoute[] }) {
  const me = useMe()
  return (
    <Loaded of={me} rows={10}>
      {(who) => {
        const first = routes.find((route) => !route.path.includes(':') && isFor(route, who))
        return first ? <Navigate to={`/${first.path}`} replace /> : <NotFound />
      }}
    </Loaded>
  )
}
