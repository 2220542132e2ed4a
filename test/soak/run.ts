/** `npm run soak -- NAME [--seed N] [--rounds N]`: long runs that kill things. Seeded; the last line is one JSON object. */
import { parseArgs } from 'node:util'
import { crash } from './crash.ts'

const soaks = { crash } as const

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, rounds: { type: 'string', default: '20' } },
})
const soak = soaks[positionals[0] as keyof typeof soaks]
if (!soak) {
  console.error(`which soak? npm run soak -- ${Object.keys(soaks).join(' | ')}`)
  process.exit(2)
}
const result = await soak({
  seed: Number(values.seed),
  rounds: Number(values.rounds),
  log: (line) => console.log(line),
})
console.log(JSON.stringify(result))
process.exit(result.ok ? 0 : 1)
