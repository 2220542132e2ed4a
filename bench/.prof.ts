import pg from 'pg'

const acc = new Map<string, { n: number; ms: number }>()
const orig = pg.Client.prototype.query
// @ts-expect-error profile
pg.Client.prototype.query = function (config: any, ...rest: any[]) {
  const text = (typeof config === 'string' ? config : config.text) as string
  const t = performance.now()
  const r = orig.call(this, config, ...rest) as any
  if (r?.then)
    r.then(
      () => {
        const k = text.trim().replace(/\s+/g, ' ').slice(0, 60)
        const e = acc.get(k) ?? { n: 0, ms: 0 }
        e.n++
        e.ms += performance.now() - t
        acc.set(k, e)
      },
      () => {},
    )
  return r
}
process.on('exit', () => {
  for (const [k, v] of [...acc].sort((a, b) => b[1].ms - a[1].ms).slice(0, 14))
    console.log(v.ms.toFixed(0).padStart(7), String(v.n).padStart(6), (v.ms / v.n).toFixed(2).padStart(8), k)
})
await import('./.quick.ts')
