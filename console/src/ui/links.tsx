import { Link } from 'react-router'
import { useMay, useMayOf } from '../api.ts'
import { Id } from './Id.tsx'

/** A party by its id, linked to its page if the user may see it. */
export function PartyLink({ party }: { readonly party: string }) {
  if (!useMayOf()('parties:read', party)) return party
  return <Link to={`/parties/${encodeURIComponent(party)}`}>{party}</Link>
}

/** An account as `party/purpose`, linked to its page if the user may see it. */
export function AccountLink({ path, currency }: { readonly path: string; readonly currency: string }) {
  const [party = ''] = path.split('/')
  if (!useMayOf()('accounts:read', party)) return path
  const query = new URLSearchParams({ path, currency })
  return <Link to={`/ledger/account?${query}`}>{path}</Link>
}

export function ChargeLink({ charge }: { readonly charge: string }) {
  if (!useMay()('charges:read')) return <Id of={charge} />
  return (
    <Link to={`/charges/${charge}`} title={charge}>
      <Id of={charge} />
    </Link>
  )
}
