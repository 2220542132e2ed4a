/**
 * The demo world of `npm start`. A separate process fills it after the server has started, so that the console responds
 * meanwhile.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readStanding } from '../../demo/progress.ts'
import { DEMO_TENANT, type DemoAccess, prepareDemoAccess, readDemoAccess } from '../../server/demo-access.ts'
import type { Service } from '../../server/service.ts'
import type { Settings } from '../../server/settings.ts'
import { createTenant, listTenants, type Tenant } from '../../tenants/tenants.ts'
import { START } from '../own-command.ts'
import type { Screen } from '../screen.ts'

export type DemoChoice = Settings['demo']

export interface Demo {
  /** Null: there is no demo world. */
  readonly access: DemoAccess | null
  /** Begins or resumes filling; resolves at its end. */
  readonly fill: ((screen: Screen) => Promise<void>) | null
  /** Stops filling; the data created so far remains. */
  stop(): Promise<void>
}

const QUESTION_MS = 20_000

/**
 * Prepares the demo world. Asks only in a terminal and with new books. A world already begun is resumed unless it is
 * declined.
 */
export async function prepareDemo(
  service: Service,
  settings: Settings,
  { choice, isNew, screen }: { readonly choice: DemoChoice; readonly isNew: boolean; readonly screen: Screen },
): Promise<Demo> {
  const { database } = service.database
  const found = (await listTenants(database)).find(({ name }) => name === DEMO_TENANT)
  const standing = found ? await readStanding(database.tenant(found.id)) : null
  if (found && standing?.finished) return demo(await readDemoAccess(database, found, settings), null)
  const wanted = choice === 'yes' || (choice === 'ask' && (standing !== null || (isNew && (await ask(screen)))))
  if (!wanted) return demo(found && standing ? await readDemoAccess(database, found, settings) : null, null)
  const tenant: Tenant = found ?? (await createTenant(database, DEMO_TENANT, service.tenant.timeZone))
  const options = standing ? ['--seed', `${standing.seed}`, '--charges', `${standing.charges}`] : []
  return demo(await prepareDemoAccess(database, tenant, settings), options)
}

/** Asks only in a terminal. Without an answer the demo is filled after a time-out. */
async function ask(screen: Screen): Promise<boolean> {
  if (screen.json || !process.stdin.isTTY || !process.stderr.isTTY) return false
  const { confirm } = await import('@inquirer/prompts')
  const message = `Fill a demo world, 300,000 charges, meanwhile? (yes in ${QUESTION_MS / 1000} s)`
  const patience = AbortSignal.timeout(QUESTION_MS)
  return confirm(
    { message, default: true },
    { input: process.stdin, output: process.stderr, signal: patience, clearPromptOnDone: true },
  ).catch((error) => {
    if (patience.aborted) return true
    throw error
  })
}

const PROGRAM = fileURLToPath(new URL('../recoup.js', import.meta.url))

function demo(access: DemoAccess | null, options: readonly string[] | null): Demo {
  let child: ChildProcess | undefined
  let stopping = false
  return {
    access,
    fill:
      options &&
      (async (screen) => {
        if (stopping) return
        child = spawn(process.execPath, [PROGRAM, 'demo', ...options], {
          stdio: ['ignore', 'ignore', 'inherit'],
          // Makes the child exit when this process disappears, as no other process would stop it.
          env: { ...process.env, RECOUP_FOLLOW_PARENT: '1' },
        })
        const [code] = (await once(child, 'exit')) as [number | null]
        if (stopping) return
        screen.remark(
          code === 0 ? 'The demo world is complete.' : `The demo world is incomplete. ${START} resumes filling it.`,
        )
      }),
    async stop() {
      stopping = true
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const over = once(child, 'exit')
      child.kill('SIGTERM')
      await over
    },
  }
}
