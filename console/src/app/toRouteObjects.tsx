import type { ComponentType } from 'react'
import { Navigate, type RouteObject, redirectDocument, useLoaderData } from 'react-router'
import { useMe } from '../api.ts'
import { isFor, type PageRoute } from '../routes.tsx'
import { loadTexts } from '../texts.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Layout } from './Layout.tsx'
import { NotAllowed, NotFound } from './NotFound.tsx'
import { PageNotLoaded, RouteFailure } from './RouteFailure.tsx'
import { isServerThere } from './server-there.ts'

/** The table of routes as the router wants it: each page with its texts, loaded when it is gone to. */
export function toRouteObjects(routes: readonly PageRoute[]): RouteObject[] {
  const pages = routes.map(
    (route): RouteObject => ({
      path: route.path,
      loader: ({ request }) => load(route, request.url),
      // Its code stays the same whatever the address says; what did not load is loaded anew in any case.
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
        // Where the server sends people who have to sign in; whoever gets here has.
        { path: 'sign-in', element: <Navigate to="/" replace /> },
        ...pages,
        { path: '*', element: <NotFound /> },
      ],
    },
  ]
}

/** Whether something did not come since the document was loaded. */
let failed = false

/**
 * By the router's loaders rather than its `lazy`: where that fails, the router draws nothing at all. The first failure is
 * shown; whoever then tries again, or goes anywhere that does not load either, gets a new document, once there is a server.
 */
async function load(route: PageRoute, url: string): Promise<ComponentType | Response> {
  try {
    const [{ default: Content }] = await Promise.all([route.load(), loadTexts(route.texts)])
    return Content
  } catch (error) {
    if (failed && (await isServerThere())) return redirectDocument(url)
    failed = true
    throw new PageNotLoaded(error)
  }
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
