/** `recoup backup`, `recoup restore` and `recoup move`: the whole installation as a file, and back. */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import type { Command } from 'commander'
import { readNote } from '../../server/data-folder.ts'
import type { Restored } from '../../server/restore.ts'
import type { Settings } from '../../server/settings.ts'
import { withDatabaseUrl } from '../books.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { OutputFile } from '../output-file.ts'
import { bad, count, good, table } from '../screen.ts'

const KEY_REMARK =
  'Keep secret.key of the data folder (or RECOUP_SECRET_KEY) apart from it: the secrets inside need it.'

export function backupCommand(program: Command): void {
  const command = addCommand(
    program,
    'backup <file>',
    'Write one consistent snapshot of the whole installation to a new file, also while the server runs',
    [['backup books.recoup', 'compressed and checksummed; secrets stay encrypted']],
  )
  runs(command, async ({ settings, screen }: Context, _options, file: string) => {
    const output = await OutputFile.open(file, { isNew: true })
    const { compress, packFrames } = await import('../../db/backup/frames.ts')
    const { readSnapshot } = await import('../../db/backup/write.ts')
    const bytes = await withDatabaseUrl(settings, (url) => output.write(compress(packFrames(readSnapshot(url))))).catch(
      async (error) => {
        await output.discard()
        throw error
      },
    )
    screen.answer({ file, bytes }, () => `${good('Backup written')}: ${file}, ${count(bytes, 'byte')}.`)
    screen.remark(KEY_REMARK)
    return ExitCode.ok
  })
}

export function restoreCommand(program: Command): void {
  const command = addCommand(
    program,
    'restore <file>',
    'Restore a backup into the empty database of the settings, and verify the books. Exits with 1 if they do not balance',
    [['restore books.recoup', 'with RECOUP_DATA set to a folder that contains only secret.key, or with DATABASE_URL']],
  )
  runs(command, async (context: Context, _options, file: string) => {
    const { settings } = context
    await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`cannot read ${file}: ${error.code}`)
    })
    const { decompress, unpackFrames } = await import('../../db/backup/frames.ts')
    const { restore } = await import('../../server/restore.ts')
    const frames = unpackFrames(decompress(createReadStream(file)))
    return report(context, await restore(frames, { ...settings, keys: keysOf(settings) }))
  })
}

interface MoveOptions {
  to: string
  toOwner?: string
}

export function moveCommand(program: Command): void {
  const command = addCommand(
    program,
    'move',
    'Copy the whole installation into another, empty database, and verify the books there. Stop the server first',
    [['move --to postgres://recoup:…@db.example.com/recoup', 'then start with this address as DATABASE_URL']],
  )
    .requiredOption('--to <url>', 'address of the empty database')
    .option('--to-owner <url>', 'the same database as the role that owns its tables')
  runs(command, async (context: Context, { to, toOwner }: MoveOptions) => {
    const { settings } = context
    if (await readNote(settings.dataFolder))
      throw new UsageError('the server is running: what it writes meanwhile would be left behind. Stop it first')
    const { readSnapshot } = await import('../../db/backup/write.ts')
    const { restore } = await import('../../server/restore.ts')
    const target = { databaseUrl: to, databaseOwnerUrl: toOwner, dataFolder: settings.dataFolder }
    const restored = await withDatabaseUrl(settings, (url) =>
      restore(readSnapshot(url), { ...target, keys: keysOf(settings) }),
    )
    return report(context, restored)
  })
}

const keysOf = ({ secretKey, secretKeyPrevious }: Settings) => ({ given: secretKey, previous: secretKeyPrevious })

function report({ screen }: Context, restored: Restored): ExitCode {
  const { at, rows, tenants, transfers, faults } = restored
  const what = `${count(rows, 'row')} of ${count(tenants, 'tenant')}, ${count(transfers, 'transfer')}, as of ${at}`
  screen.answer({ ok: faults.length === 0, ...restored }, () => {
    if (faults.length === 0) return `${good('Restored, and the books are right.')} ${what}.`
    const found = faults.map(({ code, detail }) => [code, String(detail)])
    return `${bad(`Restored, with ${count(faults.length, 'fault')} in the books.`)} ${what}.\n\n${table(['fault', 'where'], found)}`
  })
  return faults.length === 0 ? ExitCode.ok : ExitCode.refused
}
