/**
 * `recoup demo`: fills a separate tenant with two years of plausible traffic. It uses the database directly, with or
 * without a running server, and resumes where it was stopped.
 */
import { type Command, InvalidArgumentError } from 'commander'
import type { FillProgress } from '../../demo/fill.ts'
import type { DemoAccess } from '../../server/demo-access.ts'
import type { Settings } from '../../server/settings.ts'
import { addCommand, type Context, runs, wholeNumber } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { type Progress, startProgress } from '../progress.ts'
import { bold, count, faint } from '../screen.ts'
import { shown } from '../start/next-steps.ts'

interface Options {
  readonly seed: number
  readonly charges: number
  readonly tenant: string
  readonly force?: true
}

export function demoCommand(program: Command): void {
  const command = addCommand(
    program,
    'demo',
    'Fill a demo tenant with two years of realistic traffic on all lines (needs access to the database)',
    [
      ['demo', '300,000 charges, the proportions of a very large platform at a millionth'],
      ['demo --charges 20000', 'a smaller one, in a moment'],
      ['demo --seed 8 --tenant demo2', 'another world, beside the first'],
    ],
  )
    .option('--seed <number>', 'random seed; the same seed creates identical charges', wholeNumber, 7)
    .option('--charges <number>', 'how many', wholeNumber, 300_000)
    .option('--tenant <name>', 'tenant to fill; created if missing', tenantName, 'demo')
    .option('--force', 'fill the tenant even if it already has charges')
  runs(command, demo)
}

async function demo({ settings, screen }: Context, { seed, charges, tenant: name, force }: Options): Promise<ExitCode> {
  const [
    { DEMO_ENGINE, fillDemo },
    { Engine },
    { lines },
    { createTenant, listTenants },
    { prepareDemoAccess },
    { watchLifetime },
    { prepareSeal },
  ] = await Promise.all([
    import('../../demo/fill.ts'),
    import('../../engine/engine.ts'),
    import('../../lines/index.ts'),
    import('../../tenants/tenants.ts'),
    import('../../server/demo-access.ts'),
    import('../../server/lifetime.ts'),
    import('../../server/secret-key.ts'),
  ])
  const stopping = new AbortController()
  const lifetime = watchLifetime()
  void lifetime.over.then(() => stopping.abort())
  lifetime.hurry.addEventListener('abort', () => process.exit(ExitCode.interrupted))
  const opened = await open(settings)
  try {
    const { database } = opened
    const found = (await listTenants(database)).find((each) => each.name === name)
    const tenant = found ?? (await createTenant(database, name, 'Asia/Shanghai'))
    const keys = { given: settings.secretKey, previous: settings.secretKeyPrevious }
    const { seal } = await prepareSeal(database, settings.dataFolder, keys)
    const bar = startProgress('Filling', charges)
    const progress = meter(bar)
    const filled = await fillDemo(new Engine(database, lines, DEMO_ENGINE), tenant.id, tenant.timeZone, {
      ...{ seed, charges, seal, progress: progress.tell, signal: stopping.signal, force: force ?? false },
    }).finally(progress.stop)
    const access = await prepareDemoAccess(database, tenant, settings)
    const document = { tenant: name, ...filled, until: filled.until.toISOString(), access }
    screen.answer(document, () => (filled.interrupted ? goesOn(name) : told(name, filled.made, access)))
    return filled.interrupted ? ExitCode.interrupted : ExitCode.ok
  } finally {
    await opened.close()
  }
}

/** Shows rate and remaining time of this run. */
function meter(bar: Progress) {
  const began = performance.now()
  let first: number | undefined
  let last = 'nothing to do'
  return {
    tell({ done, charges, refunds, day }: FillProgress) {
      first ??= done
      const seconds = (performance.now() - began) / 1000
      const rate = (done - first) / Math.max(seconds, 0.001)
      const left = rate > 0 ? `, ${minutes((charges - done) / rate)} left` : ''
      last = `${count(done, 'charge')}, ${count(refunds, 'refund')}`
      bar.update(done, `${day}  ${Math.round(rate).toLocaleString('en-US')}/s${left}`)
    },
    stop: () => bar.stop(last),
  }
}

const minutes = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

function goesOn(tenant: string): string {
  return `Stopped. Everything created so far is kept; run the same command to resume${tenant === 'demo' ? '' : ` in ${tenant}`}.`
}

function told(tenant: string, made: { charges: number; refunds: number }, access: DemoAccess): string {
  const what =
    made.charges === 0
      ? `The demo world in the tenant ${bold(tenant)} is complete.`
      : `${count(made.charges, 'charge')} and ${count(made.refunds, 'refund')} made in the tenant ${bold(tenant)}.`
  return [what, ...accessLines(access)].join('\n')
}

export function accessLines({ email, passwordFile, keyFile }: DemoAccess): string[] {
  return [
    ...(email && passwordFile
      ? [`Sign in as ${bold(email)} ${faint('with the password in')} ${shown(passwordFile)}`]
      : []),
    ...(keyFile ? [`Its key is in ${shown(keyFile)} ${faint('(RECOUP_KEY)')}`] : []),
  ]
}

/** Connections: two lanes of charges, refunds, folding, the chain, and queries in between. */
const CONNECTIONS = 8

/** Opens the database. The built-in one is reached through the running server's, or else started temporarily. */
async function open({ databaseUrl, databaseOwnerUrl, dataFolder }: Settings) {
  const { readNote } = await import('../../server/data-folder.ts')
  const running = databaseUrl === undefined ? (await readNote(dataFolder))?.database : databaseUrl
  if (running == null || running === databaseUrl) {
    const [{ openFromSettings }, { lines }] = await Promise.all([
      import('../../db/open.ts'),
      import('../../lines/index.ts'),
    ])
    return openFromSettings({
      ...{ databaseUrl, databaseOwnerUrl, dataFolder, migrations: lines.migrations },
      max: CONNECTIONS,
    })
  }
  const { openDatabase } = await import('../../db/connect.ts')
  const database = openDatabase(running, { max: CONNECTIONS })
  return { database, close: () => database.close() }
}

function tenantName(text: string): string {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(text)) throw new InvalidArgumentError('small letters, digits and hyphens')
  return text
}
