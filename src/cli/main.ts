/** The command line: the commands, and what becomes of what they throw. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { accountsCommand } from './commands/accounts.ts'
import { chargeCommand } from './commands/charge.ts'
import { checkCommand } from './commands/check.ts'
import { debtsCommand } from './commands/debts.ts'
import { demoCommand } from './commands/demo.ts'
import { explainCommand } from './commands/explain.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { keysCommand } from './commands/keys.ts'
import { payoutsCommand } from './commands/payouts.ts'
import { productsCommand } from './commands/products.ts'
import { rateCardCommand } from './commands/rate-card.ts'
import { reconcileCommand } from './commands/reconcile.ts'
import { refundCommand } from './commands/refund.ts'
import { reportCommand } from './commands/reports.ts'
import { requestsCommand } from './commands/requests.ts'
import { sandboxCommand } from './commands/sandbox.ts'
import { serveCommand, startCommand } from './commands/serve.ts'
import { settingsCommand } from './commands/settings.ts'
import { simulateCommand } from './commands/simulate.ts'
import { usersCommand } from './commands/users.ts'
import { webhooksCommand } from './commands/webhooks.ts'
import { ExitCode, UsageError } from './exit-code.ts'
import { describe, understand } from './failure.ts'

const EPILOGUE = `
Commands talk to the server that runs on the data folder (RECOUP_DATA), or at RECOUP_URL with RECOUP_KEY.
Begin with: npm start. In a clone, recoup is: npm run -s recoup -- <command>. All settings: recoup settings.

Exit codes: 0 done · 1 refused, faults found, or rows left out · 2 the command line makes no sense · 3 no server
answers · 4 the server cannot start or go on · 130 interrupted at a question`

function buildProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const program = new Command('recoup')
    .description('Charge, split, explain and give back, on a double-entry ledger.')
    .version(version)
    .addHelpText('after', EPILOGUE)
    .showHelpAfterError('Try --help.')
    .exitOverride()
  const commands = [startCommand, serveCommand, chargeCommand, refundCommand, explainCommand, accountsCommand]
  const more = [
    productsCommand,
    rateCardCommand,
    simulateCommand,
    reportCommand,
    requestsCommand,
    sandboxCommand,
    debtsCommand,
    payoutsCommand,
    checkCommand,
    exportCommand,
    importCommand,
    demoCommand,
    reconcileCommand,
    webhooksCommand,
    keysCommand,
    usersCommand,
    settingsCommand,
  ]
  for (const add of [...commands, ...more]) add(program)
  return program
}

/** With `--json` a refusal is a document as well. */
function fail(error: unknown): void {
  const json = process.argv.includes('--json')
  if (error instanceof CommanderError) {
    // Commander has said it, on standard error, help on standard output; asking for help is no mistake.
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

// `| head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(ExitCode.ok)
  throw error
})

await buildProgram().parseAsync().catch(fail)
