/** Runs the server in the foreground until it is stopped. */

import { type Lifetime, watchLifetime } from '../../server/lifetime.ts'
import { logStream } from '../../server/log-stream.ts'
import { type Service, startService } from '../../server/service.ts'
import type { Settings } from '../../server/settings.ts'
import { ExitCode } from '../exit-code.ts'
import { faint, type Screen } from '../screen.ts'
import { type Demo, type DemoChoice, prepareDemo } from './demo.ts'
import { importExample, isUntouched } from './example.ts'
import { describeBooks, nextSteps } from './next-steps.ts'

/** The output of `--json` once the server is ready. */
interface Ready {
  readonly url: string
  readonly docs: string
  readonly pid: number
  readonly dataFolder: string
  readonly keyFile: string | null
}

/** Grace period of the hurried shutdown after a second Ctrl-C, before the process exits. */
const HURRIED_MS = 3_000
const TOLD_MS = 1_500
const DATABASE_GONE = 'the built-in database ended by itself'

/** Runs `recoup serve`, which reports through its log. */
export function serve(settings: Settings, screen: Screen): Promise<ExitCode> {
  return runServer(settings, screen, {
    log: logStream(screen.json ? process.stderr : process.stdout),
    ready: async (service) => {
      if (screen.json) screen.answer(readyOf(service, settings), () => '')
      else service.log.info({ url: service.url, pid: process.pid, keyFile: service.keyFile }, 'ready')
    },
  })
}

interface Wanted {
  /** Whether to import the example into empty books. */
  readonly example: boolean
  readonly demo: DemoChoice
}

/** Runs `recoup start`, which is interactive and can import the example and the demo world. */
export function start(settings: Settings, screen: Screen, wanted: Wanted): Promise<ExitCode> {
  let demo: Demo | undefined
  return runServer(localDefaults(settings, process.env), screen, {
    log: logStream(process.stderr),
    notify: (line) => screen.remark(faint(line)),
    async ready(service) {
      const isNew = wanted.example && (await isUntouched(service, settings.dataFolder))
      if (isNew) await importExample(service, settings.dataFolder, screen)
      else screen.remark(await describeBooks(service, settings))
      demo = await prepareDemo(service, settings, { choice: wanted.demo, isNew, screen })
      screen.answer(readyOf(service, settings), () => nextSteps(service, demo!, settings))
      await demo.fill?.(screen)
    },
    leaving: async () => demo?.stop(),
  })
}

/**
 * The defaults of a server that people try out: a quiet log, and a provider or receiver on the same machine. The latter
 * only if the server itself is not reachable from other machines.
 */
export function localDefaults(settings: Settings, { LOG_LEVEL, OUTGOING_TARGETS }: NodeJS.ProcessEnv): Settings {
  return {
    ...settings,
    ...(!LOG_LEVEL && { logLevel: 'warn' as const }),
    ...(!OUTGOING_TARGETS && isLoopback(settings) && { outgoingTargets: 'loopback' as const }),
  }
}

/** A public URL or a trusted proxy says that a proxy on this machine passes on requests from elsewhere. */
function isLoopback({ host, publicUrl, trustProxy }: Settings): boolean {
  const hosts = [host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]
  return trustProxy === undefined && hosts.every((each) => /^(127\.[0-9.]+|\[?::1\]?|localhost)$/.test(each))
}

function readyOf({ url, keyFile }: Service, { dataFolder }: Settings): Ready {
  return { url, docs: `${url}/docs`, pid: process.pid, dataFolder, keyFile }
}

interface Manner {
  readonly log: { write(line: string): void }
  /** Receives the progress of the start; without it, the log does. */
  readonly notify?: (line: string) => void
  /** Called once the server is ready; abandoned when the server is stopped meanwhile. */
  ready(service: Service): Promise<void>
  /** Stops what `ready` started, before the server stops. */
  leaving?(): Promise<void>
}

async function runServer(settings: Settings, screen: Screen, manner: Manner): Promise<ExitCode> {
  const lifetime = watchLifetime()
  // A closed pipe or terminal doesn't stop the server.
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error').on('error', () => {})
  lifetime.hurry.addEventListener('abort', () => {
    screen.remark('Hurrying.')
    setTimeout(() => process.exit(ExitCode.cannotRun), HURRIED_MS)
  })
  const before: string[] = []
  const service = await startService(settings, manner.notify ?? ((line) => before.push(line)), manner.log)
  for (const line of before) service.log.info(line)
  const { exitCode, why } = await untilOver(service, lifetime, manner)
  if (manner.notify) screen.remark(`\nStopping (${why}) …`)
  else service.log.info({ why }, 'stopping')
  const patience = setTimeout(
    () => screen.remark('Finishing accepted requests. Press Ctrl-C again to stop at once.'),
    TOLD_MS,
  )
  await manner.leaving?.()
  await service.stop(lifetime.hurry)
  clearTimeout(patience)
  if (manner.notify) screen.remark('Stopped.')
  return leave(exitCode)
}

async function untilOver(
  service: Service,
  lifetime: Lifetime,
  manner: Manner,
): Promise<{ exitCode: ExitCode; why: string }> {
  const over = lifetime.over.then((why) => ({ exitCode: ExitCode.ok as ExitCode, why }))
  const databaseGone = service.databaseGone.then(() => ({ exitCode: ExitCode.cannotRun, why: DATABASE_GONE }))
  const failed = manner.ready(service).then(
    () => new Promise<never>(() => {}),
    (error) => ({ error }),
  )
  const first = await Promise.race([over, databaseGone, failed])
  if (!('error' in first)) {
    if (first.why === DATABASE_GONE) service.log.error('its log is postgres.log in the data folder')
    return first
  }
  await service.stop(lifetime.hurry)
  throw first.error
}

/** Exits even if something, such as an abandoned import, keeps the event loop alive; output is flushed first. */
async function leave(exitCode: ExitCode): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) await new Promise((done) => stream.write('', done))
  process.exit(exitCode)
}
