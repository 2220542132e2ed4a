import { Link } from 'react-router'
import { useGet, useMay } from '../api.ts'
import { useTexts } from '../texts.ts'
import { Id } from './Id.tsx'

/** More than one page of users is rare; users beyond it are shown by id. */
const USERS = 200

/** An actor as the API names it ("user usr_…", "key key_…"). Users are shown by name if the viewer may see names. */
export function Actor({ of: actor }: { readonly of: string | null }) {
  const { t, term } = useTexts()
  const maySee = useMay()('users:read')
  const users = useGet('/v1/users', { params: { query: { limit: USERS } } }, { enabled: maySee, staleTime: 60_000 })
  if (actor === null) return t('actor.none')
  const [kind, id] = actor.split(' ')
  if (!id || (kind !== 'user' && kind !== 'key')) return term('actor', actor)
  if (kind === 'key') {
    return (
      <>
        {t('actor.key')} <Id of={id} />
      </>
    )
  }
  const name = users.data?.data.find((user) => user.id === id)?.name
  if (!maySee) return <Id of={id} />
  return (
    <Link to={`/users/${id}`} title={id}>
      {name ?? <Id of={id} />}
    </Link>
  )
}
