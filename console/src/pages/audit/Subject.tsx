import { Link } from 'react-router'
import { Id } from '../../ui/Id.tsx'

/** Pages by the prefix of an id. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  chg: (id) => `/charges/${id}`,
  usr: (id) => `/users/${id}`,
  req: (id) => `/refund-requests/${id}`,
  whk: (id) => `/webhooks/${id}`,
  pyt: (id) => `/payouts/${id}`,
  blk: (id) => `/bulk-refunds/${id}`,
  rcn: (id) => `/reconciliation/${id}`,
}

export function Subject({ of: id }: { readonly of: string | null }) {
  if (id === null) return '–'
  const card = /^rate-card (\d+)$/.exec(id)
  const page = card ? () => `/rate-cards/${card[1]}` : PAGES[id.split('_')[0]!]
  if (!page) return <Id of={id} />
  return (
    <Link to={page(id)}>
      <Id of={id} />
    </Link>
  )
}
