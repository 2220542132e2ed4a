/** A long id, cut in the middle of its randomness: the beginning tells what it is, the end tells it from others. */
export function Id({ of: id }: { readonly of: string }) {
  const [prefix, rest] = id.split('_')
  const short = rest && rest.length > 10 ? `${prefix}_…${rest.slice(-8)}` : id
  return (
    <span className="mono" title={id} style={{ whiteSpace: 'nowrap' }}>
      {short}
    </span>
  )
}
