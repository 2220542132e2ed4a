/** A long id, shortened in the middle: the beginning shows its kind, the end distinguishes it from other ids. */
export function Id({ of: id }: { readonly of: string }) {
  const [prefix, rest] = id.split('_')
  const short = rest && rest.length > 10 ? `${prefix}_…${rest.slice(-8)}` : id
  return (
    <span className="mono" title={id} style={{ whiteSpace: 'nowrap' }}>
      {short}
    </span>
  )
}
