/** `recoup serve` and `recoup start`: the server in the foreground. */
import { type Command, Option } from 'commander'
import { addCommand, type Context, runs } from '../command.ts'

export function serveCommand(program: Command): void {
  const command = addCommand(
    program,
    'serve',
    'Run the server: API, background work, and the built-in database unless DATABASE_URL is set',
    [
      ['serve', 'logs to standard output'],
      ['serve --json', 'one document when ready; logs to standard error'],
    ],
  )
  runs(command, async ({ settings, screen }: Context) => (await server()).serve(settings, screen))
}

export function startCommand(program: Command): void {
  const command = addCommand(
    program,
    'start',
    'Run the server and say what to do next; in an empty folder it first brings in an example (npm start)',
    [
      ['start', 'stop it with Ctrl-C'],
      ['start --no-example', 'with empty books'],
    ],
  )
    .addOption(new Option('--example', 'bring in the example though there is a DATABASE_URL'))
    .addOption(new Option('--no-example', 'do not bring in the example'))
  runs(command, async ({ settings, screen }: Context, { example }: { example?: boolean }) =>
    (await server()).start(settings, screen, example ?? settings.databaseUrl === undefined),
  )
}

/** Loaded when needed: it takes a second, and the other commands do without it. */
const server = () => import('../server/run.ts')
