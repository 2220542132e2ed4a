/** Uploads of files of any size. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Problem } from '../problem.ts'
import { readKey, readNote } from '../server/data-folder.ts'
import type { Settings } from '../server/settings.ts'
import { type Client, type ProblemDocument, Refused } from './client.ts'
import { UsageError } from './exit-code.ts'
import { startProgress } from './progress.ts'

interface Upload {
  readonly file: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** Sends the file as a stream, without holding it in memory. @throws UsageError, {@link Refused}, Problem. */
export async function uploadFile<Body>(
  settings: Settings,
  client: Client,
  { file, path, query }: Upload,
): Promise<Body> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot read ${file}: ${error.code}`)
  })
  if (found.isDirectory()) throw new UsageError(`${file} is a folder`)
  const note = await readNote(settings.dataFolder)
  const key = settings.key ?? (await readKey(note?.keyFile ?? `${settings.dataFolder}/key`))
  const url = new URL(path, client.url)
  url.search = new URLSearchParams(query).toString()
  const progress = startProgress('Reconciling', found.size)
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of createReadStream(file)) {
      bytes += (chunk as Buffer).length
      progress.update(bytes, 'reading')
      yield chunk as Uint8Array
    }
  }
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(Readable.from(counted())) as ReadableStream,
    duplex: 'half',
    redirect: 'error',
  } as RequestInit).catch((error) => {
    throw new Problem('server_unreachable', { url: client.url, reason: (error as Error).message })
  })
  const body = await response.json()
  progress.stop(response.ok ? 'done' : 'refused')
  if (!response.ok) throw new Refused(body as ProblemDocument)
  return body as Body
}
