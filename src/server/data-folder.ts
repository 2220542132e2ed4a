/**
 * Files that the server writes to its data folder for the commands: its address (server.json) and the first key (key).
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive, notWritable } from '../db/folder.ts'

export interface ServerNote {
  readonly pid: number
  readonly url: string
  /** The file with an API key for it, if any. */
  readonly keyFile: string | null
  /** Address of the built-in database including its password, for `recoup keys`; null with a DATABASE_URL. */
  readonly database: string | null
}

const NOTE = 'server.json'

/** Creates the folder if missing. @throws Problem `data_folder_not_writable`. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
    throw notWritable(folder, error)
  })
}

/** Writes the note, readable only by its owner. */
export async function writeNote(folder: string, note: ServerNote): Promise<void> {
  await writePrivate(folder, NOTE, `${JSON.stringify(note, null, 2)}\n`)
}

/** Reads the note of a running server. */
export async function readNote(folder: string): Promise<ServerNote | undefined> {
  const text = await readFile(path.join(folder, NOTE), 'utf8').catch(() => '')
  try {
    const note = JSON.parse(text) as ServerNote
    return isAlive(note.pid) ? note : undefined
  } catch {
    return undefined
  }
}

/** Removes the note if it is our own: another server on the same folder (with a DATABASE_URL) may have replaced it. */
export async function removeNote(folder: string): Promise<void> {
  const note = await readNote(folder)
  if (note?.pid === process.pid) await rm(path.join(folder, NOTE), { force: true })
}

/** Reads the key in a file; undefined without one. */
export async function readKey(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim() || undefined
}

export async function writeKey(file: string, secret: string): Promise<void> {
  await writePrivate(path.dirname(file), path.basename(file), `${secret}\n`)
}

/** Writes a file atomically and never readable by others, not even briefly. */
async function writePrivate(folder: string, name: string, text: string): Promise<void> {
  const file = path.join(folder, name)
  const partial = `${file}.${process.pid}`
  try {
    await rm(partial, { force: true })
    await writeFile(partial, text, { mode: 0o600, flag: 'wx' })
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw notWritable(folder, error as NodeJS.ErrnoException)
  }
}
