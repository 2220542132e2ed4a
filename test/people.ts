/** For tests: users who can sign in, all with one password, which is hashed once. */
import { newUuid } from '../src/ids.ts'
import { hashPassword } from '../src/users/password.ts'
import { COMMAND_LINE, createUser, type NewUser, type User } from '../src/users/users.ts'
import type { World } from './world.ts'

export const PASSWORD = 'correct horse battery'
let hashed: Promise<string> | undefined

export async function makeUser(
  { database, tenant }: Pick<World, 'database' | 'tenant'>,
  user: Omit<NewUser, 'name' | 'password'>,
): Promise<User> {
  hashed ??= hashPassword(PASSWORD)
  const made = await createUser(database, tenant, { name: user.email, ...user }, COMMAND_LINE)
  await database.system.execute(
    `INSERT INTO user_credential (id, user_id, provider_id, account_id, password) VALUES ($1, $2, 'credential', $3, $4)`,
    [newUuid(), made.id, made.id, await hashed],
  )
  return made
}
