/**
 * The key of the installation, which encrypts secrets in the database (src/seal.ts): from the environment, otherwise
 * from a file in the data folder, created with a new database. All processes on a database need the same one.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Database } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import { Seal } from '../seal.ts'
import { readKey, writeKey } from './data-folder.ts'

const FILE = 'secret.key'
/** "recour": one more than the lock of the first tenant. */
const LOCK = 0x7265636f7572

/**
 * Loads or creates the key.
 * @param given the setting RECOUP_SECRET_KEY.
 * @throws Problem `secret_key_wrong` where this database's secrets were encrypted with another key,
 * `secret_key_unusable` where the file contains no valid key, `data_folder_not_writable`.
 */
export async function prepareSeal(database: Database, folder: string, given: string | undefined): Promise<Seal> {
  return database.session(async (session) => {
    await session.query(`select pg_advisory_lock(${LOCK})`)
    try {
      const [known] = await session.query<{ fingerprint: Buffer }>('SELECT fingerprint FROM seal_key')
      const file = path.join(folder, FILE)
      const key = given ?? (await readKey(file)) ?? (known ? undefined : await makeKey(file))
      if (key === undefined) throw new Problem('secret_key_wrong', { source: `${file}, which does not exist` })
      if (!/^[0-9a-f]{64}$/i.test(key)) throw new Problem('secret_key_unusable', { file })
      const seal = new Seal(Buffer.from(key, 'hex'))
      const fingerprint = seal.derive('fingerprint')
      if (!known) await session.execute('INSERT INTO seal_key (fingerprint) VALUES ($1)', [fingerprint])
      else if (!fingerprint.equals(known.fingerprint))
        throw new Problem('secret_key_wrong', { source: given === undefined ? file : 'RECOUP_SECRET_KEY' })
      return seal
    } finally {
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {}) // a broken connection has released it
    }
  })
}

async function makeKey(file: string): Promise<string> {
  const key = randomBytes(32).toString('hex')
  await writeKey(file, key)
  return key
}
