/** The command line: its commands, and the handling of their errors. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { ExitCode, OutputError, UsageError } from './exit-code.ts'
import { describe, understand } from './failure.ts'
import { RECOUP, START } from './own-command.ts'

const EPILOGUE = `
Commands talk to the server that runs on the data folder (RECOUP_DATA), or at RECOUP_URL with RECOUP_KEY.
Begin with: ${START}. Here, recoup is: ${RECOUP} <command>. All settings: recoup settings.

Exit codes: 0 done · 1 refused, faults found, or rows left out · 2 the command line makes no sense · 3 no server
answers · 4 the server cannot start or go on · 130 interrupted at a question`

/** Commands by name, in the order of the help; each is loaded on demand with its dependencies. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  start: async () => (await import('./commands/serve.ts')).startCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  charge: async () => (await import('./commands/charge.ts')).chargeCommand,
  refund: async () => (await import('./commands/refund.ts')).refundCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  accounts: async () => (await import('./commands/accounts.ts')).accountsCommand,
  products: async () => (await import('./commands/products.ts')).productsCommand,
  'rate-card': async () => (await import('./commands/rate-card.ts')).rateCardCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  report: async () => (await import('./commands/reports.ts')).reportCommand,
  requests: async () => (await import('./commands/requests.ts')).requestsCommand,
  sandbox: async () => (await import('./commands/sandbox.ts')).sandboxCommand,
  debts: async () => (await import('./commands/debts.ts')).debtsCommand,
  approvals: async () => (await import('./commands/approvals.ts')).approvalsCommand,
  payouts: async () => (await import('./commands/payouts.ts')).payoutsCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/backup.ts')).restoreCommand,
  move: async () => (await import('./commands/backup.ts')).moveCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  webhooks: async () => (await import('./commands/webhooks.ts')).webhooksCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  secrets: async () => (await import('./commands/secrets.ts')).secretsCommand,
  users: async () => (await import('./commands/users.ts')).usersCommand,
  settings: async () => (await import('./commands/settings.ts')).settingsCommand,
}

/** Builds the program with the requested command, or with all commands for the help and for unknown names. */
async function buildProgram(requested: string | undefined): Promise<Command> {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const program = new Command('recoup')
    .description('Charge, split, explain and refund payments on a double-entry ledger.')
    .version(version)
    .addHelpText('after', EPILOGUE)
    .showHelpAfterError('Try --help.')
    .exitOverride()
  const known = requested !== undefined && Object.hasOwn(commands, requested)
  const load = known ? [commands[requested]!] : [...Object.values(commands), ...(await lineCommands())]
  for (const add of await Promise.all(load.map((each) => each()))) add(program)
  return program
}

/** Loads the commands of lines. That takes longer than most commands, so only the help and unknown names need it. */
async function lineCommands() {
  const { lines } = await import('../lines/index.ts')
  return lines.all.flatMap((line) => line.commands ?? [])
}

/** Reports an error; with `--json` as a document. */
function fail(error: unknown): void {
  const json = process.argv.includes('--json')
  if (error instanceof CommanderError) {
    // Commander has already printed it: errors to standard error, help to standard output, which is not an error.
    process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.usage
    if (error.exitCode === 0 || !json) return
    const usage = understand(new UsageError(error.message.replace(/^error: /, '')))
    process.stdout.write(`${JSON.stringify({ problem: usage.problem }, null, 2)}\n`)
    return
  }
  const failure = understand(error)
  process.exitCode = failure.exitCode
  if (json) process.stdout.write(`${JSON.stringify({ problem: failure.problem }, null, 2)}\n`)
  process.stderr.write(describe(failure, error, process.env.LOG_LEVEL === 'debug'))
}

// A closed pipe, such as that of head, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.ok)
  // A stream that is piped to it and fails destroys it with its own error, which the command reports.
  if (error.syscall !== 'write') return
  fail(new OutputError(`cannot write the output: ${error.code}`))
  process.exit()
})

// A question that ends with its input, by Ctrl-D, never settles.
let isDone = false
process.once('beforeExit', () => {
  if (isDone) return
  process.stderr.write('\nrecoup: interrupted; nothing was done\n')
  process.exit(ExitCode.interrupted)
})

await buildProgram(process.argv[2])
  .then((program) => program.parseAsync())
  .catch(fail)
isDone = true
