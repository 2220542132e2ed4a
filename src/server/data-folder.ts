/** What the server leaves in its data folder for the commands: where it is (server.json) and the first key (key). */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive, notWritable } from '../db/folder.ts'

export interface ServerNote {
  readonly pid: number
  readonly url: string
  /** The file with a key to it, where there is one. */
  readonly keyFile: string | null
  /** Address of the built-in database, password included, for `recoup keys`; null where there is a DATABASE_URL. */
  readonly database: string | null
}

const NOTE = 'server.json'

/** Makes the folder where missing. @throws Problem `data_folder_not_writable`. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error) => {
    throw notWritable(folder, error)
  })
}

/** For its owner only. */
export async function writeNote(folder: string, note: ServerNote): Promise<void> {
  await writePrivate(folder, NOTE, `${JSON.stringify(note, null, 2)}\n`)
}

/** Of a server that is alive. */
export async function readNote(folder: string): Promise<ServerNote | undefined> {
  const text = await readFile(path.join(folder, NOTE), 'utf8').catch(() => '')
  try {
    const note = JSON.parse(text) as ServerNote
    return isAlive(note.pid) ? note : undefined
  } catch {
    return undefined
  }
}

/** Only our own: another server on the same folder (with a DATABASE_URL) may have written since. */
export async function removeNote(folder: string): Promise<void> {
  const note = await readNote(folder)
  if (note?.pid === process.pid) await rm(path.join(folder, NOTE), { force: true })
}

/** The key in a file; undefined where there is none. */
export async function readKey(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim() || undefined
}

export async function writeKey(file: string, secret: string): Promise<void> {
  await writePrivate(path.dirname(file), path.basename(file), `${secret}\n`)
}

/** Whole or not at all, and never readable by others, not even for a moment. */
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
