import { Link } from 'react-router'
import { useGet, useMay } from '../api.ts'
import { useTexts } from '../texts.ts'
import { Id } from './Id.tsx'

/** More than one page of them is rare; who is beyond it is shown by id. */
const USERS = 200

/** Who did something, as the API names actors ("user usr_…", "key key_…"): a person by name where that may be seen. */
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
