/**
 * `recoup keys`: API keys. They are created directly in the database, not over HTTP: a caller with access to the data
 * folder or DATABASE_URL controls the books anyway.
 */
import type { Command } from 'commander'
import type { ApiKey } from '../../users/api-keys.ts'
import { SCOPES } from '../../users/identity.ts'
import { withTenant } from '../books.ts'
import { addCommand, type Context, runs, several } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, count, faint, harmless, table } from '../screen.ts'

export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('Manage API keys (needs access to the database)')
  const create = addCommand(keys, 'create', 'Create an API key. It is shown once; its scopes cannot be changed', [
    ['keys create --name till', 'may do everything'],
    ['keys create --name reports --scope charges:read --scope ledger:read', 'may only look'],
    ['keys create --name noodles --party mch_noodles --scope charges:read', 'sees its own charges only'],
  ])
    .requiredOption('--name <name>', 'name of the key')
    .option('--scope <scope>', `scope; repeatable: ${SCOPES.join(', ')}`, several)
    .option('--party <party>', 'restrict the key to the data of one party')
  runs(create, async ({ settings, screen }: Context, options: { name: string; scope?: string[]; party?: string }) => {
    const { name, party } = options
    if (party !== undefined && options.scope === undefined)
      throw new UsageError('--party needs --scope: what may it do?')
    const scopes = options.scope ?? SCOPES
    const { createKey } = await keyStore()
    const made = await withTenant(settings, (database, tenant) =>
      createKey(database, tenant, { name, scopes, party: party ?? null }),
    )
    screen.answer(made, () => `${made.secret}\n\n${faint(`Shown once; only its hash is kept. Its id is ${made.id}.`)}`)
    return ExitCode.ok
  })
  const list = addCommand(keys, 'list', 'List API keys. The secrets are not stored')
  runs(list, async ({ settings, screen }: Context) => {
    const found = await withTenant(settings, (await keyStore()).listKeys)
    screen.answer({ data: found }, () => describe(found))
    return ExitCode.ok
  })
  const revoke = addCommand(keys, 'revoke <key>', 'End a key', [['keys revoke key_…', 'its id is in the list']])
  runs(revoke, async ({ settings, screen }: Context, _options: object, id: string) => {
    const { revokeKey } = await keyStore()
    const revoked = await withTenant(settings, (database, tenant) => revokeKey(database, tenant, id))
    screen.answer(revoked, () => `${bold(revoked.id)} ends; servers take it for five seconds more at most.`)
    return ExitCode.ok
  })
}

/** Loaded on demand like all database code, which other commands don't need. */
const keyStore = () => import('../../users/api-keys.ts')

function describe(keys: readonly ApiKey[]): string {
  const rows = keys.map(({ id, name, scopes, party, createdAt, revokedAt }) => [
    id,
    harmless(name),
    scopes.length === SCOPES.length
      ? 'everything'
      : scopes.length > 3
        ? count(scopes.length, 'scope')
        : scopes.join(' '),
    party ?? '',
    createdAt.toISOString().slice(0, 10),
    revokedAt ? `revoked ${revokedAt.toISOString().slice(0, 10)}` : '',
  ])
  return table(['id', 'name', 'may', 'party', 'made', ''], rows)
}
