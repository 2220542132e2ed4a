/** `recoup settings`: lists the environment variables; `--markdown` prints the table of the README. */
import type { Command } from 'commander'
import { describeSettings } from '../../server/settings.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode } from '../exit-code.ts'
import { table } from '../screen.ts'

export function settingsCommand(program: Command): void {
  const command = addCommand(program, 'settings', 'List the settings and their environment variables').option(
    '--markdown',
    'as a table for a document',
  )
  runs(command, async ({ screen }: Context, { markdown }: { markdown?: boolean }) => {
    const settings = describeSettings()
    screen.answer({ data: settings }, () => {
      const rows = settings.map(({ name, standard, meaning }) => [name, standard ?? '–', meaning])
      return markdown ? inMarkdown(rows) : table(['setting', 'without it', 'what it is'], rows)
    })
    return ExitCode.ok
  })
}

function inMarkdown(rows: readonly (readonly string[])[]): string {
  const lines = rows.map(([name, standard, meaning]) => {
    return `| \`${name}\` | ${standard === '–' ? '–' : `\`${standard}\``} | ${meaning} |`
  })
  return ['| Setting | Without it | What it is |', '|---|---|---|', ...lines].join('\n')
}
