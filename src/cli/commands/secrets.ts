/** `recoup secrets`: the key that encrypts the secrets in the database. */
import type { Command } from 'commander'
import { readNote } from '../../server/data-folder.ts'
import { withTenant } from '../books.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { count } from '../screen.ts'

export function secretsCommand(program: Command): void {
  const secrets = program.command('secrets').description('Manage the key that encrypts the secrets in the database')
  const rotate = addCommand(
    secrets,
    'rotate',
    'Encrypt every secret again with a new key: RECOUP_SECRET_KEY, with the earlier key in RECOUP_SECRET_KEY_PREVIOUS, or else a new secret.key in the data folder. Stop the server first',
    [['secrets rotate', 'an interrupted run continues when it is repeated']],
  )
  runs(rotate, async ({ settings, screen }: Context) => {
    const { dataFolder, secretKey: given, secretKeyPrevious: previous } = settings
    if (await readNote(dataFolder)) throw new UsageError('the server runs with the earlier key: stop it first')
    if (given !== undefined && previous === undefined)
      throw new UsageError('set RECOUP_SECRET_KEY_PREVIOUS to the earlier key and RECOUP_SECRET_KEY to the new one')
    const { beginRotation, prepareSeal } = await import('../../server/secret-key.ts')
    const { rotateSecrets } = await import('../../server/secret-rotation.ts')
    if (given === undefined && !(await beginRotation(dataFolder)))
      throw new UsageError('there is no secret.key in the data folder')
    const renewed = await withTenant(settings, async (database) => {
      const { seal } = await prepareSeal(database, dataFolder, { given, previous })
      return rotateSecrets(database, dataFolder, seal)
    })
    screen.answer(
      { secrets: renewed },
      () => `${count(renewed, 'secret')} encrypted again. The earlier key is no longer needed.`,
    )
    return ExitCode.ok
  })
}
