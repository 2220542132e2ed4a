/** Scratch space for bills that must be checked as a whole before any line of them is used. */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A file in the temporary folder without a name, to write and then to read from position 0. The name is removed as soon as the
 * file is open, so the kernel frees the space when the handle closes, also when the process is killed. Nothing has to be cleaned
 * up at the next start.
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
