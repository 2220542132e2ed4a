export function Brand() {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 10, fontWeight: 650, fontSize: 17 }}>
      <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={26} height={26} />
      Recoup
    </span>
  )
}
