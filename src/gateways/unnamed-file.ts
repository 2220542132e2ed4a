/** Scratch space for bills, which must be verified completely before any line is used. */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Opens an unnamed file in the temporary folder, to write and then to read from position 0. The name is removed as soon
 * as the file is open, so the kernel frees the space when the handle closes, also when the process is killed. No
 * cleanup is needed at the next start.
 */
export async function openUnnamedFile(): Promise<FileHandle> {
  const name = path.join(tmpdir(), `recoup-bill-${randomUUID()}`)
  const handle = await open(name, 'wx+', 0o600)
  try {
    await rm(name)
  } catch (error) {
    await handle.close()
    throw error
  }
  return handle
}
