/** Declaration of commands: flags, examples and context. */
import { type Command, InvalidArgumentError } from 'commander'
import { readSettings, type Settings } from '../server/settings.ts'
import { Submitted } from './client.ts'
import { ExitCode } from './exit-code.ts'
import { bold, count, faint, Screen } from './screen.ts'

export interface Context {
  readonly settings: Settings
  readonly screen: Screen
}

/** Executes a command with its parsed arguments and returns the exit code. */
export type Action<Args extends unknown[], Options> = (
  context: Context,
  options: Options,
  ...args: Args
) => Promise<ExitCode>

/**
 * Adds a command `name <arguments>`, with `--json`. `examples`: command lines without the program's name, each with its
 * description.
 */
export function addCommand(
  parent: Command,
  usage: string,
  description: string,
  examples: readonly (readonly [line: string, what: string])[] = [],
): Command {
  const command = parent
    .command(usage)
    .description(description)
    .option('--json', 'write exactly one JSON document to standard output')
  if (examples.length > 0) {
    const widest = Math.max(...examples.map(([line]) => line.length))
    const lines = examples.map(([line, what]) => `  recoup ${line.padEnd(widest)}  # ${what}`)
    command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
  }
  return command
}

/** Attaches an action to a command. */
export function runs<Args extends unknown[], Options>(command: Command, action: Action<Args, Options>): void {
  command.action(async (...given: unknown[]) => {
    const options = command.opts<{ json?: boolean }>()
    const args = given.slice(0, -2) as Args
    const context = { settings: readSettings(), screen: new Screen(options.json ?? false) }
    process.exitCode = await action(context, options as Options, ...args).catch(submitted(context.screen))
  })
}

/** Shows an act that waits for approval; anything else is a failure. */
function submitted(screen: Screen): (error: unknown) => ExitCode {
  return (error) => {
    if (!(error instanceof Submitted)) throw error
    const { id, act, approvals } = error.approval
    screen.answer(error.approval, () =>
      [
        `Nothing is done yet: ${bold(id)} (${act}) needs ${count(approvals, 'approval')} by other people.`,
        faint(`recoup approvals show ${id}`),
      ].join('\n'),
    )
    return ExitCode.ok
  }
}

/** Collects an option that may be given several times. */
export function several(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

/** Parses an option that is a whole number. @throws InvalidArgumentError where it is not one of at most nine digits. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number')
  return Number(text)
}

/** Parses an option that is a number of rows. @throws InvalidArgumentError */
export function positiveNumber(text: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (number === 0) throw new InvalidArgumentError('a whole number above zero')
  return number
}

/** Whether a text is a day of the calendar: YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}
