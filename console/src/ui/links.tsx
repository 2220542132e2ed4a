import { Link } from 'react-router'
import { Id } from './Id.tsx'

/** A party by its id, with the way to its page. */
export function PartyLink({ party }: { readonly party: string }) {
  return <Link to={`/parties/${encodeURIComponent(party)}`}>{party}</Link>
}

/** An account as `party/purpose`, with the way to its party. */
export function AccountLink({ path, currency }: { readonly path: string; readonly currency: string }) {
  const query = new URLSearchParams({ path, currency })
  return <Link to={`/ledger/account?${query}`}>{path}</Link>
}

export function ChargeLink({ charge }: { readonly charge: string }) {
  return (
    <Link to={`/charges/${charge}`} title={charge}>
      <Id of={charge} />
    </Link>
  )
}
