/**
 * `npm run soak -- NAME [options]`: long runs that kill processes or move the clock. The last line is one JSON object.
 */
import { parseArgs } from 'node:util'
import { calendar } from './calendar.ts'
import { crash } from './crash.ts'
import { gateway } from './gateway.ts'
import { neighbours } from './neighbours.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    /** crash: number of kills. */
    rounds: { type: 'string', default: '20' },
    /** gateway: number of charges, refunds and kills. */
    charges: { type: 'string', default: '10000' },
    refunds: { type: 'string', default: '4000' },
    kills: { type: 'string', default: '10' },
    /** neighbours: duration of each measurement. */
    seconds: { type: 'string', default: '60' },
    /** gateway: waiting jobs start at once instead of at their scheduled time. */
    hurry: { type: 'boolean', default: false },
    /**
     * calendar: runs only moments whose name, zone or time contains this text. Test files may follow the name of the
     * soak.
     */
    only: { type: 'string', default: '' },
    /** calendar: runs every test file, not only those that depend on the clock. */
    all: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const log = (line: string) => console.log(line)

const soaks = {
  calendar: () => calendar({ only: values.only, files: positionals.slice(1), all: values.all, log }),
  crash: () => crash({ seed, rounds: Number(values.rounds), log }),
  neighbours: () => neighbours({ seconds: Number(values.seconds), log }),
  gateway: () => {
    const [charges, refunds, kills] = [Number(values.charges), Number(values.refunds), Number(values.kills)]
    const bulkRows = Math.ceil(refunds / 20)
    return gateway({ seed, charges, refunds, kills, bulks: 2, bulkRows, hurry: values.hurry, log })
  },
}

const soak = soaks[positionals[0] as keyof typeof soaks]
if (!soak) {
  console.error(`which soak? npm run soak -- ${Object.keys(soaks).join(' | ')}`)
  process.exit(2)
}
// An interrupt also stops the processes that the run started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const result = await soak()
console.log(JSON.stringify(result))
process.exit(result.ok ? 0 : 1)
