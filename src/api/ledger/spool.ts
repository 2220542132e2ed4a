/**
 * Exports are written to an unnamed file before the first byte is sent. The transaction of the export lasts as long as
 * the database needs, not as long as the client reads.
 */
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { openUnnamedFile } from '../../gateways/unnamed-file.ts'
import { Problem } from '../../problem.ts'

/** About forty million transfers. */
const BYTES_MAX = 8 * 1024 ** 3
/** A client that takes nothing for this long has left. */
const PATIENCE_MS = 60_000

export interface SpoolOptions {
  readonly signal: AbortSignal
  /** Called once the file is closed, also after an error. */
  readonly ended: () => void
  readonly bytesMax?: number
  readonly patienceMs?: number
}

/**
 * Writes the chunks to a file and returns a stream of it, which is destroyed when its reader stalls.
 * @throws Problem `export_too_large`, `disk_full`; the error of the chunks; the reason of the signal.
 */
export async function spooled(
  chunks: AsyncIterable<string>,
  { signal, ended, bytesMax = BYTES_MAX, patienceMs = PATIENCE_MS }: SpoolOptions,
): Promise<Readable> {
  let file: FileHandle | undefined
  try {
    file = await openUnnamedFile()
    await write(chunks, file, { signal, bytesMax })
    return readBack(file, ended, patienceMs)
  } catch (error) {
    await file?.close()
    ended()
    throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new Problem('disk_full', {}) : error
  }
}

async function write(
  chunks: AsyncIterable<string>,
  file: FileHandle,
  { signal, bytesMax }: { readonly signal: AbortSignal; readonly bytesMax: number },
): Promise<void> {
  let bytes = 0
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    bytes += Buffer.byteLength(chunk)
    if (bytes > bytesMax) throw new Problem('export_too_large', { limit: bytesMax })
    await file.writeFile(chunk)
  }
  signal.throwIfAborted()
}

function readBack(file: FileHandle, ended: () => void, patienceMs: number): Readable {
  const stream = file.createReadStream({ start: 0 })
  let read = -1
  const watch = setInterval(() => {
    if (stream.bytesRead === read) stream.destroy(new Error('the reader stalled'))
    read = stream.bytesRead
  }, patienceMs)
  watch.unref()
  stream.once('close', () => {
    clearInterval(watch)
    ended()
  })
  return stream
}
