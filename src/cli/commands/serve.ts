/** `recoup serve` and `recoup start`: the server in the foreground. */
import { type Command, Option } from 'commander'
import { addCommand, type Context, runs } from '../command.ts'

export function serveCommand(program: Command): void {
  const command = addCommand(
    program,
    'serve',
    'Run the server: API, background jobs, and the built-in database unless DATABASE_URL is set',
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
    'Run the server and print next steps. Imports an example into an empty folder first (npm start)',
    [
      ['start', 'stop it with Ctrl-C'],
      ['start --no-example', 'with empty books'],
      ['start --demo', 'fills the demo world in the background, without asking'],
    ],
  )
    .addOption(new Option('--example', 'import the example even if DATABASE_URL is set'))
    .addOption(new Option('--no-example', 'do not import the example'))
    .addOption(new Option('--demo', 'fill the demo world (RECOUP_DEMO=yes)'))
    .addOption(new Option('--no-demo', 'do not fill the demo world and do not ask (RECOUP_DEMO=no)'))
  runs(command, async ({ settings, screen }: Context, { example, demo }: { example?: boolean; demo?: boolean }) =>
    (await server()).start(settings, screen, {
      example: example ?? settings.databaseUrl === undefined,
      demo: demo === undefined ? settings.demo : demo ? 'yes' : 'no',
    }),
  )
}

/** Loaded on demand, because it takes a second and other commands don't need it. */
const server = () => import('../start/run.ts')
