/**
 * The key of the installation, which encrypts secrets in the database (src/seal.ts): from the environment, otherwise
 * from a file in the data folder, created with a new database. All processes on a database need the same one.
 *
 * The key is replaced by naming the earlier one beside it. The database then takes the mark of the new key and keeps
 * that of the earlier one until every secret was encrypted again (secret-rotation.ts). A key in a file is replaced by a
 * second file, which takes the place of the first at the end.
 */
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import type { Database, Scope } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import { type RetiredKey, Seal } from '../seal.ts'
import { readKey, writeKey } from './data-folder.ts'

const FILE = 'secret.key'
const NEXT = 'secret.key.next'
/** "recour": one more than the lock of the first tenant. */
const LOCK = 0x7265636f7572
/** Purposes of derived keys that things outside the database depend on, such as printed receipts. */
const LASTING = ['receipts'] as const
/** Processes that still have the earlier key print receipts with it until they are restarted. */
const OVERLAP_HOURS = 24

export interface SecretKeys {
  /** The setting RECOUP_SECRET_KEY. */
  readonly given?: string | undefined
  /** The setting RECOUP_SECRET_KEY_PREVIOUS: earlier keys. */
  readonly previous?: readonly string[] | undefined
}

/**
 * Loads or creates the key.
 * @throws Problem `secret_key_wrong` where this database's secrets were encrypted with another key,
 * `secret_key_unfinished` where some still are and the earlier key is missing, `secret_key_unusable` where the file
 * contains no valid key, `data_folder_not_writable`.
 */
export async function prepareSeal(database: Database, folder: string, keys: SecretKeys = {}): Promise<PreparedSeal> {
  return database.session(async (session) => {
    await session.query(`select pg_advisory_lock(${LOCK})`)
    try {
      const [known] = await session.query<Known>('SELECT fingerprint, previous FROM seal_key')
      const { current, previous, source } = await readKeys(folder, keys, known === undefined)
      const seal = new Seal(current, previous)
      await takeOver(session, { seal, previous: previous.map((key) => new Seal(key)), known, source })
      return { seal: seal.with(await readRetired(session, seal)), rotating: previous.length > 0 }
    } finally {
      await session.query(`select pg_advisory_unlock(${LOCK})`).catch(() => {}) // a broken connection has released it
    }
  })
}

export interface PreparedSeal {
  readonly seal: Seal
  /** Earlier keys are known: secrets may have to be encrypted again. */
  readonly rotating: boolean
}

interface Known {
  readonly fingerprint: Buffer
  readonly previous: Buffer | null
}

async function readKeys(folder: string, { given, previous = [] }: SecretKeys, create: boolean) {
  const file = path.join(folder, FILE)
  const next = given === undefined ? await readKey(path.join(folder, NEXT)) : undefined
  const inFile = given === undefined ? await readKey(file) : undefined
  const text = given ?? next ?? inFile ?? (create ? await makeKey(file) : undefined)
  if (text === undefined) throw new Problem('secret_key_wrong', { source: `${file}, which does not exist` })
  const earlier = [...previous, ...(next !== undefined && inFile !== undefined ? [inFile] : [])]
  const key = (each: string) => {
    if (!/^[0-9a-f]{64}$/i.test(each)) throw new Problem('secret_key_unusable', { file })
    return Buffer.from(each, 'hex')
  }
  const current = key(text)
  const others = earlier.map(key).filter((each) => !each.equals(current))
  return { current, previous: others, source: given === undefined ? file : 'RECOUP_SECRET_KEY' }
}

const fingerprintOf = (seal: Seal) => seal.derive('fingerprint')

interface TakeOver {
  readonly seal: Seal
  readonly previous: readonly Seal[]
  readonly known: Known | undefined
  readonly source: string
}

/**
 * Checks the key before secrets that it should open are there.
 * @throws Problem `secret_key_wrong` where it is missing or another one, `secret_key_unusable`.
 */
export async function assertKey(folder: string, keys: SecretKeys, fingerprint: string): Promise<void> {
  const { current, source } = await readKeys(folder, keys, false)
  if (fingerprintOf(new Seal(current)).toString('hex') !== fingerprint)
    throw new Problem('secret_key_wrong', { source })
}

/** Notes the key on first use, and a new key where an earlier one is the known one. */
async function takeOver(session: Scope, { seal, previous, known, source }: TakeOver): Promise<void> {
  const fingerprint = fingerprintOf(seal)
  if (!known) {
    await session.execute('INSERT INTO seal_key (fingerprint) VALUES ($1)', [fingerprint])
    return
  }
  const named = (mark: Buffer) => previous.find((each) => fingerprintOf(each).equals(mark))
  if (known.previous && !named(known.previous) && !fingerprint.equals(known.previous))
    throw new Problem('secret_key_unfinished', {})
  if (fingerprint.equals(known.fingerprint)) return
  const before = named(known.fingerprint)
  // After an interrupted rotation, all keys that secrets may have must be given: one more change would lose track.
  if (!before || known.previous) throw new Problem('secret_key_wrong', { source })
  await session.transaction(async (tx) => {
    for (const { purpose, key, until } of await readRetired(tx, before))
      await tx.execute('UPDATE retired_key SET sealed = $3 WHERE purpose = $1 AND until = $2', [
        ...[purpose, until],
        seal.close(key.toString('hex'), retiredOf(purpose)),
      ])
    for (const purpose of LASTING) {
      const sealed = seal.close(before.derive(purpose).toString('hex'), retiredOf(purpose))
      await tx.execute(
        `INSERT INTO retired_key (purpose, until, sealed)
         VALUES ($1, date_trunc('milliseconds', now()) + make_interval(hours => $2), $3)`,
        [purpose, OVERLAP_HOURS, sealed],
      )
    }
    await tx.execute('UPDATE seal_key SET fingerprint = $1, previous = $2', [fingerprint, known.fingerprint])
  })
}

const retiredOf = (purpose: string) => `retired_key/${purpose}`

async function readRetired(db: Pick<Scope, 'query'>, seal: Seal): Promise<RetiredKey[]> {
  const rows = await db.query<{ purpose: string; until: Date; sealed: Buffer }>(
    'SELECT purpose, until, sealed FROM retired_key ORDER BY until DESC LIMIT 20',
  )
  return rows.map(({ purpose, until, sealed }) => ({
    ...{ purpose, until },
    key: Buffer.from(seal.open(sealed, retiredOf(purpose)), 'hex'),
  }))
}

/** Begins to replace the key in the data folder; a key that was begun before is used. Returns false without a file. */
export async function beginRotation(folder: string): Promise<boolean> {
  if ((await readKey(path.join(folder, FILE))) === undefined) return false
  const next = path.join(folder, NEXT)
  if ((await readKey(next)) === undefined) await makeKey(next)
  return true
}

/** After every secret was encrypted again: the earlier key is no longer needed. */
export async function endRotation(database: Database, folder: string, seal: Seal): Promise<void> {
  await database.system.execute('UPDATE seal_key SET previous = NULL WHERE fingerprint = $1', [fingerprintOf(seal)])
  const next = path.join(folder, NEXT)
  const text = await readKey(next)
  if (text === undefined || !fingerprintOf(new Seal(Buffer.from(text, 'hex'))).equals(fingerprintOf(seal))) return
  await rename(next, path.join(folder, FILE))
}

async function makeKey(file: string): Promise<string> {
  const key = randomBytes(32).toString('hex')
  await writeKey(file, key)
  return key
}
