/**
 * The whole server as a unit that starts and stops: database, engine, API, background work, and the note for the
 * commands.
 */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type OpenedDatabase, openFromSettings } from '../db/open.ts'
import { Engine } from '../engine/engine.ts'
import { lines } from '../lines/index.ts'
import { guardGlobalFetch } from '../outgoing/global-fetch.ts'
import { Outgoing } from '../outgoing/outgoing.ts'
import { Problem } from '../problem.ts'
import { connectableHost } from './address.ts'
import { type Background, startBackground } from './background.ts'
import { ensureConsole } from './console-build.ts'
import { makeFolder, removeNote, writeNote } from './data-folder.ts'
import { removeChangedPassword } from './first-admin.ts'
import { type FirstTenant, prepareFirstTenant } from './first-tenant.ts'
import { buildServer } from './http-server.ts'
import { prepareSeal } from './secret-key.ts'
import { rotateSecrets } from './secret-rotation.ts'
import type { Settings } from './settings.ts'
import { signInSettings } from './sign-in-settings.ts'
import { startWorkers, type Workers } from './workers.ts'

export interface Service extends FirstTenant {
  readonly url: string
  readonly database: OpenedDatabase
  readonly log: FastifyInstance['log']
  /** Settles when the built-in database exits unexpectedly; never without one. */
  readonly databaseGone: Promise<void>
  /** Finishes accepted work, then stops everything. Once the signal is aborted, it stops as fast as possible. */
  stop(hurry: AbortSignal): Promise<void>
}

/** Connections: two lanes of posting, refunds, reads, the check, the background. */
const CONNECTIONS = 12
const DEADLINE_MS = 20_000

/**
 * Starts everything. `notify` receives the progress of the start, before there is a log.
 * @throws Problem `data_folder_…`, `database_…`, `schema_…`, `secret_key_…`, `port_taken`, `address_unusable`; nothing
 * is left running then.
 */
export async function startService(
  settings: Settings,
  notify: (line: string) => void,
  log: { write(line: string): void },
): Promise<Service> {
  const { dataFolder, databaseUrl, databaseOwnerUrl, logLevel, logRequests } = settings
  await makeFolder(dataFolder)
  await assertFree(settings)
  const opened = await openFromSettings({
    ...{ databaseUrl, databaseOwnerUrl, dataFolder, migrations: lines.migrations },
    ...{ max: CONNECTIONS, log: notify },
  })
  try {
    const first = await prepareFirstTenant(opened.database, dataFolder, databaseUrl)
    const built = settings.console === 'on' ? await ensureConsole(notify) : undefined
    const keys = { given: settings.secretKey, previous: settings.secretKeyPrevious }
    const { seal, rotating } = await prepareSeal(opened.database, dataFolder, keys)
    if (rotating) {
      const renewed = await rotateSecrets(opened.database, dataFolder, seal)
      if (renewed > 0) notify(`encrypted ${renewed} secrets again, with the new key`)
    }
    const engine = new Engine(opened.database, lines)
    const outgoing = guardOutgoing(settings)
    const app = await buildServer({
      database: opened.database,
      engine,
      seal,
      signIn: { ...signInSettings(settings, first.tenant.id), ...forgetPasswordFile(opened, first) },
      settings: {
        rateLimit: settings.rateLimit,
        metrics: settings.metrics,
        outgoing,
        console: built,
        ...(settings.trustProxy === undefined ? {} : { trustProxy: settings.trustProxy }),
      },
      log: { level: logLevel, requests: logRequests === 'on', stream: log },
    })
    for (const warning of opened.warnings) app.log.warn(warning)
    const workers = await startWorkers(opened.database, { engine, seal, outgoing }, app.log)
    const url = await listen(app, settings).catch(async (error) => {
      await workers.stop()
      throw error
    })
    const background = startBackground(opened.database, (error, job) => app.log.warn({ err: error, job }, 'job failed'))
    await writeNote(dataFolder, {
      pid: process.pid,
      url,
      keyFile: first.keyFile,
      database: opened.embedded?.applicationUrl ?? null,
    })
    return {
      ...first,
      url,
      database: opened,
      log: app.log,
      databaseGone: opened.embedded?.exited ?? new Promise(() => {}),
      stop: (hurry) => stop({ app, work: [background, workers], outgoing, opened, dataFolder }, hurry),
    }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Guards the calls of this process, including those of libraries. */
function guardOutgoing({ outgoingTargets: targets, oidcIssuer }: Settings): Outgoing {
  guardGlobalFetch({ targets, origins: oidcIssuer === undefined ? [] : [new URL(oidcIssuer).origin] })
  return new Outgoing({ targets })
}

/** The file with the first password is of no use, and a risk, once the password was changed. */
function forgetPasswordFile({ database }: OpenedDatabase, { tenant, admin }: FirstTenant) {
  if (!admin) return {}
  return { onPassword: () => removeChangedPassword(database, tenant.id, admin.passwordFile) }
}

/**
 * Checks that the port is free before a database is created or migrated in vain. Listening may still fail later, which
 * is handled as well.
 */
async function assertFree({ host, port }: Settings): Promise<void> {
  const probe = createServer()
  try {
    await once(probe.listen({ host, port }), 'listening')
  } catch (error) {
    throw cannotListen(error, host, port)
  }
  await new Promise((done) => probe.close(done))
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    throw cannotListen(error, host, port)
  }
  const { port: taken } = app.server.address() as AddressInfo
  return `http://${connectableHost(host)}:${taken}`
}

function cannotListen(error: unknown, host: string, port: number): Problem {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new Problem('port_taken', { host, port })
  return new Problem('address_unusable', { host, port, reason: code ?? message })
}

async function stop(
  {
    app,
    work,
    outgoing,
    opened,
    dataFolder,
  }: {
    readonly app: FastifyInstance
    readonly work: readonly (Background | Workers)[]
    readonly outgoing: Outgoing
    readonly opened: OpenedDatabase
    readonly dataFolder: string
  },
  hurry: AbortSignal,
): Promise<void> {
  await removeNote(dataFolder)
  const hurried = new Promise<void>((resolve) => {
    if (hurry.aborted) resolve()
    hurry.addEventListener('abort', () => resolve(), { once: true })
  })
  await Promise.race([
    Promise.all([app.stop({ deadlineMs: DEADLINE_MS }), ...work.map((each) => each.stop())]),
    hurried,
  ])
  if (hurry.aborted) app.server.closeAllConnections()
  await outgoing.close()
  // Skips the graceful closing of the pool: the database rolls back running transactions when it stops.
  if (hurry.aborted) await opened.embedded?.stop()
  else await opened.close()
}
