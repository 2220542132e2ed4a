/** Restores a backup into an empty database, and proves the books that it contained. */
import { checkBooks } from '../charges/check.ts'
import type { Frame } from '../db/backup/frames.ts'
import { assertSameSchema, readHeader } from '../db/backup/header.ts'
import { assertEmpty, restoreRows } from '../db/backup/restore.ts'
import type { Database } from '../db/connect.ts'
import { startEmbedded } from '../db/embedded.ts'
import { openFromSettings } from '../db/open.ts'
import type { Fault } from '../ledger/fault.ts'
import { lines } from '../lines/index.ts'
import { listTenants } from '../tenants/tenants.ts'
import { assertKey, type SecretKeys } from './secret-key.ts'

export interface RestoreTarget {
  /** Undefined: the built-in database of the data folder. */
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  readonly dataFolder: string
  readonly keys: SecretKeys
}

export interface Restored {
  /** When the snapshot was taken. */
  readonly at: string
  readonly rows: number
  readonly tenants: number
  readonly transfers: number
  readonly faults: readonly Fault[]
}

/**
 * Refuses before anything is written what can be refused before.
 * @throws Problem `backup_damaged`, `backup_schema_differs`, `secret_key_wrong`, `restore_target_not_empty`, and those
 * of opening a database
 */
export async function restore(frames: AsyncGenerator<Frame>, target: RestoreTarget): Promise<Restored> {
  const { dataFolder, keys } = target
  const header = await readHeader(frames)
  await assertSameSchema(header, lines.migrations)
  if (header.keyFingerprint !== null) await assertKey(dataFolder, keys, header.keyFingerprint)
  const embedded = target.databaseUrl === undefined ? await startEmbedded({ folder: dataFolder }) : undefined
  try {
    const databaseUrl = target.databaseUrl ?? embedded!.applicationUrl
    const ownerUrl = embedded?.url ?? target.databaseOwnerUrl
    await assertEmpty(ownerUrl ?? databaseUrl)
    const { migrations } = lines
    const opened = await openFromSettings({ databaseUrl, databaseOwnerUrl: ownerUrl, dataFolder, migrations, max: 2 })
    try {
      const counts = await restoreRows(ownerUrl ?? databaseUrl, frames)
      const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
      return { at: header.at, rows, ...(await proveBooks(opened.database)) }
    } finally {
      await opened.close()
    }
  } finally {
    await embedded?.stop()
  }
}

async function proveBooks(database: Database): Promise<Pick<Restored, 'tenants' | 'transfers' | 'faults'>> {
  const tenants = await listTenants(database)
  const faults: Fault[] = []
  let transfers = 0
  for (const { id } of tenants) {
    const report = await checkBooks(database.tenant(id))
    transfers += report.transfers
    faults.push(...report.faults)
  }
  return { tenants: tenants.length, transfers, faults }
}
