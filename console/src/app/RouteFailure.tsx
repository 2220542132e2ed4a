import { useRouteError } from 'react-router'
import { Failure } from '../ui/ErrorBoundary.tsx'

/** What the router shows where a page could not be loaded or broke while it was drawn. */
export function RouteFailure() {
  return <Failure error={useRouteError()} />
}
