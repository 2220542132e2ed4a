/**
 * `recoup users`: console users. Like keys they can be created directly in the database by its owner: the first user,
 * and a recovery for an owner who is locked out.
 */
import type { Command } from 'commander'
import type { Database } from '../../db/connect.ts'
import { uuidToId } from '../../ids.ts'
import { ROLES } from '../../users/roles.ts'
import type { User } from '../../users/users.ts'
import { withTenant } from '../books.ts'
import { addCommand, type Context, runs } from '../command.ts'
import { ExitCode, UsageError } from '../exit-code.ts'
import { bold, faint, harmless, table } from '../screen.ts'

interface Adding {
  readonly email: string
  readonly role: string
  readonly name?: string
  readonly party?: string
  readonly ask?: boolean
}

export function usersCommand(program: Command): void {
  const users = program.command('users').description('Manage console users (needs access to the database)')
  addUser(users)
  listOfUsers(users)
  setPassword(users)
  changeRoleOf(users)
  disable(users)
}

function addUser(users: Command): void {
  const add = addCommand(users, 'add', 'Create a user. The password is shown once', [
    ['users add --email ada@example.com --role admin', 'may do everything'],
    ['users add --email ada@example.com --role finance --ask', 'asks for the password'],
    ['users add --email li@noodles.example --role party --party mch_noodles', 'sees what is that party’s only'],
  ])
    .requiredOption('--email <email>', 'email address used to sign in')
    .requiredOption('--role <role>', `role of the user: ${ROLES.join(', ')}`)
    .option('--name <name>', 'display name (default: the email address)')
    .option('--party <party>', 'party the user belongs to; required for the role party')
    .option('--ask', 'prompt for the password instead of generating one')
  runs(add, async ({ settings, screen }: Context, { email, role, name = email, party, ask }: Adding) => {
    const password = await newPassword(ask ?? false)
    const { COMMAND_LINE, createUser } = await userStore()
    const requested = { email, name, role, password, ...(party === undefined ? {} : { party }) }
    const made = await withTenant(settings, (database, tenant) => createUser(database, tenant, requested, COMMAND_LINE))
    screen.answer({ ...shown(made), ...(ask ? {} : { password }) }, () => told(made, ask ? undefined : password))
    return ExitCode.ok
  })
}

function listOfUsers(users: Command): void {
  const list = addCommand(users, 'list', 'List users')
  runs(list, async ({ settings, screen }: Context) => {
    const { listUsers } = await userStore()
    const found = await withTenant(settings, (database, tenant) => listUsers(database.tenant(tenant), {}, 10_000))
    screen.answer({ data: found.map(shown) }, () =>
      table(
        ['email', 'role', 'party', 'last signed in', ''],
        found.map(({ email, role, party, lastSignInAt, disabledAt, totp }) => [
          harmless(email),
          role,
          party ?? '',
          lastSignInAt?.toISOString().slice(0, 16).replace('T', ' ') ?? 'never',
          disabledAt ? `disabled ${disabledAt.toISOString().slice(0, 10)}` : totp ? 'second factor' : '',
        ]),
      ),
    )
    return ExitCode.ok
  })
}

function setPassword(users: Command): void {
  const command = addCommand(
    users,
    'set-password <email>',
    'Reset the password of a user and end the user’s sessions',
    [['users set-password ada@example.com', 'made up, and shown once']],
  ).option('--ask', 'prompt for the password instead of generating one')
  runs(command, async ({ settings, screen }: Context, { ask = false }: { ask?: boolean }, email: string) => {
    const password = await newPassword(ask)
    const { COMMAND_LINE, replacePassword } = await userStore()
    const user = await withUser(settings, email, async (database, tenant, found) => {
      await replacePassword(database, tenant, found.id, { password, by: COMMAND_LINE })
      return found
    })
    screen.answer({ ...shown(user), ...(ask ? {} : { password }) }, () => told(user, ask ? undefined : password))
    return ExitCode.ok
  })
}

function changeRoleOf(users: Command): void {
  const command = addCommand(users, 'role <email> <role>', 'Give a user another role', [
    ['users role ada@example.com finance', 'keys of the user that go beyond it end'],
  ]).option('--party <party>', 'party the user belongs to; required for the role party')
  runs(command, async ({ settings, screen }: Context, { party }: { party?: string }, email: string, role: string) => {
    const { changeRole, COMMAND_LINE } = await userStore()
    const requested = { role, ...(party === undefined ? {} : { party }) }
    const { user } = await withUser(settings, email, (database, tenant, { id }) =>
      changeRole(database, tenant, id, { ...requested, by: COMMAND_LINE }),
    )
    screen.answer(shown(user), () => `${bold(harmless(user.email))} is ${user.role}.`)
    return ExitCode.ok
  })
}

function disable(users: Command): void {
  const command = addCommand(users, 'disable <email>', 'Disable a user, end the sessions and revoke the keys')
  runs(command, async ({ settings, screen }: Context, _options: object, email: string) => {
    const { COMMAND_LINE, disableUser } = await userStore()
    const { user, revokedKeys } = await withUser(settings, email, (database, tenant, { id }) =>
      disableUser(database, tenant, id, { by: COMMAND_LINE }),
    )
    screen.answer({ ...shown(user), revokedKeys }, () => `${bold(harmless(user.email))} is out.`)
    return ExitCode.ok
  })
}

/** Loaded on demand, like all database code. */
const userStore = () => import('../../users/users.ts')

async function withUser<T>(
  settings: Context['settings'],
  email: string,
  work: (database: Database, tenant: number, user: User) => Promise<T>,
): Promise<T> {
  const { readUser } = await userStore()
  const { userByEmail } = await import('../../users/sign-in-record.ts')
  return withTenant(settings, async (database, tenant) => {
    const found = await userByEmail(database, tenant, email.trim().toLowerCase())
    if (!found) throw new UsageError(`there is no user ${email.slice(0, 100)}: see users list`)
    return work(database, tenant, await readUser(database.tenant(tenant), found.id))
  })
}

async function newPassword(ask: boolean): Promise<string> {
  const { checkPassword, makeUpPassword } = await import('../../users/password.ts')
  if (!ask) return makeUpPassword()
  const { password } = await import('@inquirer/prompts')
  const typed = await password({ message: 'Password (12 characters or more)' }, { output: process.stderr })
  checkPassword(typed)
  if ((await password({ message: 'Once more' }, { output: process.stderr })) !== typed) {
    throw new UsageError('these are two different passwords')
  }
  return typed
}

function told({ email, role }: User, password: string | undefined): string {
  const who = `${bold(harmless(email))} signs in as ${role}.`
  if (password === undefined) return who
  return `${password}\n\n${who} ${faint('The password is shown once; only its hash is kept.')}`
}

/** Formats a user as in the API. */
function shown({ id, ...rest }: User): Omit<User, 'id'> & { id: string } {
  return { id: uuidToId('usr', id), ...rest }
}
