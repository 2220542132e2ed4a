import type { ComponentType } from 'react'
import { Navigate, type RouteObject, redirectDocument, useLoaderData } from 'react-router'
import { useMe } from '../api.ts'
import { loadTexts } from '../texts.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Layout } from './Layout.tsx'
import { NotAllowed, NotFound } from './NotFound.tsx'
import { PageNotLoaded, RouteFailure } from './RouteFailure.tsx'
import { canOpen, type PageRoute } from './routes.tsx'
import { isServerReachable } from './server-reachable.ts'

/** The table of routes as route objects: each page loads with its texts when it is opened. */
export function toRouteObjects(routes: readonly PageRoute[]): RouteObject[] {
  const pages = routes.map(
    (route): RouteObject => ({
      path: route.path,
      loader: ({ request }) => load(route, request.url),
      // The code does not depend on the URL. The router loads again what failed to load in any case.
      shouldRevalidate: () => false,
      Component: () => <Allowed route={route} page={useLoaderData() as ComponentType} />,
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
        // The server redirects here for sign-in; a user who reaches this route has already signed in.
        { path: 'sign-in', element: <Navigate to="/" replace /> },
        ...pages,
        { path: '*', element: <NotFound /> },
      ],
    },
  ]
}

/** Whether a page failed to load since the document was loaded. */
let failed = false

/**
 * Uses the router's loaders rather than its `lazy`, because the router draws nothing at all if `lazy` fails. The first failure
 * is shown. On the next failure, for this page or another, the document is reloaded if the server is reachable.
 */
async function load(route: PageRoute, url: string): Promise<ComponentType | Response> {
  try {
    const [{ default: Content }] = await Promise.all([route.load(), loadTexts(route.texts)])
    return Content
  } catch (error) {
    if (failed && (await isServerReachable())) return redirectDocument(url)
    failed = true
    throw new PageNotLoaded(error)
  }
}

interface AllowedProps {
  readonly route: PageRoute
  readonly page: ComponentType
}

/** A page, or the notice that the user has no access. The page is drawn without waiting until the user is known. */
function Allowed({ route, page: Content }: AllowedProps) {
  const me = useMe().data
  return me && !canOpen(route, me) ? <NotAllowed /> : <Content />
}

/** Redirects to the first page that the user may open. */
function Home({ routes }: { readonly routes: readonly PageRoute[] }) {
  const me = useMe()
  return (
    <Loaded of={me} rows={10}>
      {(user) => {
        const first = routes.find((route) => !route.path.includes(':') && canOpen(route, user))
        return first ? <Navigate to={`/${first.path}`} replace /> : <NotFound />
      }}
    </Loaded>
  )
}
