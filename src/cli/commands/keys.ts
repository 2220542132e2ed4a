/**
 * `recoup keys`: API keys. They are created directly in the database, not over HTTP: a caller with access to the data
 * folder or DATABASE_URL controls the books anyway.
 */
import type { Command } from 'commander'
import { parseInstant } from '../../http/instants.ts'
import type { ApiKey } from '../../users/api-keys.ts'
import { SCOPES } from '../../users/identity.ts'
import { withTenant } from '../books.ts'
import { addCommand, type Context, runs, several, wholeNumber } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, count, faint, harmless, table } from '../screen.ts'

const MAX_OVERLAP_HOURS = 720

export function keysCommand(program: Command): void {
  const keys = program.command('keys').description('Manage API keys (needs access to the database)')
  const create = addCommand(keys, 'create', 'Create an API key. It is shown once; its scopes cannot be changed', [
    ['keys create --name till', 'may do everything'],
    ['keys create --name reports --scope charges:read --scope ledger:read', 'may only look'],
    ['keys create --name noodles --party mch_noodles --scope charges:read', 'sees its own charges only'],
    [
      'keys create --name ci --expires 2027-01-01T00:00:00Z --network 203.0.113.0/24',
      'ends, and is used from there only',
    ],
  ])
    .requiredOption('--name <name>', 'name of the key')
    .option('--scope <scope>', `scope; repeatable: ${SCOPES.join(', ')}`, several)
    .option('--party <party>', 'restrict the key to the data of one party')
    .option('--expires <time>', 'when the key stops being accepted, as an RFC 3339 time', parseInstant)
    .option('--network <network>', 'address or network (CIDR) from which the key may be used; repeatable', several)
  runs(create, async ({ settings, screen }: Context, options: CreateOptions) => {
    const { name, party, expires, network: networks } = options
    if (party !== undefined && options.scope === undefined)
      throw new UsageError('--party needs --scope: what may it do?')
    const scopes = options.scope ?? SCOPES
    const { createKey } = await keyStore()
    const made = await withTenant(settings, (database, tenant) =>
      createKey(database, tenant, {
        ...{ name, scopes, party: party ?? null },
        ...(expires ? { expiresAt: expires } : {}),
        ...(networks ? { networks } : {}),
      }),
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
  rotateCommand(keys)
  const revoke = addCommand(keys, 'revoke <key>', 'Revoke an API key and the keys that were made with it', [
    ['keys revoke key_…', 'its id is in the list'],
  ])
  runs(revoke, async ({ settings, screen }: Context, _options: object, id: string) => {
    const { revokeKey } = await keyStore()
    const revoked = await withTenant(settings, (database, tenant) => revokeKey(database, tenant, id))
    const others = revoked.revokedWith > 0 ? ` and ${count(revoked.revokedWith, 'key')} made with it` : ''
    screen.answer(
      revoked,
      () => `${bold(revoked.id)}${others} revoked. Servers may accept it for up to five more seconds.`,
    )
    return ExitCode.ok
  })
}

function rotateCommand(keys: Command): void {
  const rotate = addCommand(keys, 'rotate <key>', 'Replace an API key with a new one that has the same rights', [
    ['keys rotate key_…', 'the old key is accepted for a day'],
    ['keys rotate key_… --overlap 0', 'the old key ends at once'],
  ]).option('--overlap <hours>', 'hours for which the old key is still accepted', wholeNumber, 24)
  runs(rotate, async ({ settings, screen }: Context, { overlap }: { overlap: number }, id: string) => {
    if (overlap > MAX_OVERLAP_HOURS) throw new UsageError(`--overlap: at most ${MAX_OVERLAP_HOURS} hours`)
    const { rotateKey } = await keyStore()
    const made = await withTenant(settings, (database, tenant) =>
      rotateKey(database, tenant, id, { overlapHours: overlap }),
    )
    const note = `Shown once; only its hash is kept. Its id is ${made.id}. ${id} ends in ${count(overlap, 'hour')}.`
    screen.answer(made, () => `${made.secret}\n\n${faint(note)}`)
    return ExitCode.ok
  })
}

/** Loaded on demand like all database code, which other commands don't need. */
const keyStore = () => import('../../users/api-keys.ts')

interface CreateOptions {
  readonly name: string
  readonly scope?: string[]
  readonly party?: string
  readonly expires?: Date
  readonly network?: string[]
}

function describe(keys: readonly ApiKey[]): string {
  const rows = keys.map(({ id, name, scopes, party, createdAt, lastUsedAt, networks, ...ends }) => [
    id,
    harmless(name),
    scopes.length === SCOPES.length
      ? 'everything'
      : scopes.length > 3
        ? count(scopes.length, 'scope')
        : scopes.join(' '),
    party ?? '',
    createdAt.toISOString().slice(0, 10),
    lastUsedAt?.toISOString().slice(0, 16) ?? '',
    networks?.join(' ') ?? '',
    endInWords(ends),
  ])
  return table(['id', 'name', 'may', 'party', 'made', 'last used', 'networks', ''], rows)
}

function endInWords({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>): string {
  if (revokedAt) return `revoked ${revokedAt.toISOString().slice(0, 10)}`
  if (!expiresAt) return ''
  return `${expiresAt.getTime() <= Date.now() ? 'expired' : 'expires'} ${expiresAt.toISOString().slice(0, 16)}`
}
