/**
 * Files that commands write. A regular file is written whole or not at all: first beside it, then renamed, so that an
 * interrupted command leaves the former file. Pipes and devices, such as /dev/stdout, are written to; a link stays one,
 * and the file behind it is replaced.
 */
import { createWriteStream, type Stats } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OutputError, UsageError } from './exit-code.ts'

type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

interface OutputOptions {
  /** Whether to refuse a file that exists. */
  readonly isNew?: boolean
}

/** Creates the output before the work begins, so that an unwritable path is found first. */
export class OutputFile {
  readonly #target: string
  /** Null: a pipe or device, which is written to directly. */
  readonly #partial: string | null
  readonly #name: string

  private constructor(name: string, target: string, partial: string | null) {
    this.#name = name
    this.#target = target
    this.#partial = partial
  }

  /** @throws UsageError if the path cannot be written. */
  static async open(name: string, { isNew = false }: OutputOptions = {}): Promise<OutputFile> {
    if (name.trim() === '') throw new UsageError('the output file has no name')
    const found = await existing(name)
    if (found?.stats.isDirectory()) throw new UsageError(`${name} is a folder`)
    if (found && isNew) throw new UsageError(`${name} already exists`)
    if (found && !found.stats.isFile()) return new OutputFile(name, name, null)
    const target = found?.path ?? name
    const partial = `${target}.${process.pid}.partial`
    // What is exported is confidential: a new file is for its owner only.
    const handle = await open(partial, 'wx', found ? found.stats.mode & 0o777 : 0o600).catch(unwritable(name))
    await handle.close()
    return new OutputFile(name, target, partial)
  }

  /** Returns the number of bytes written. @throws OutputError; the former file is unchanged then. */
  async write(chunks: Chunks): Promise<number> {
    let bytes = 0
    const counted = async function* () {
      for await (const chunk of chunks) {
        bytes += Buffer.byteLength(chunk)
        yield chunk
      }
    }
    const stream = createWriteStream(this.#partial ?? this.#target, { flags: this.#partial === null ? 'w' : 'r+' })
    try {
      await pipeline(Readable.from(counted()), stream)
      if (this.#partial !== null) await rename(this.#partial, this.#target)
    } catch (error) {
      await this.discard()
      throw isOfFile(error) ? new OutputError(`cannot write ${this.#name}: ${error.code}`) : error
    }
    return bytes
  }

  /** Removes what was written so far. */
  async discard(): Promise<void> {
    if (this.#partial !== null) await rm(this.#partial, { force: true })
  }
}

async function existing(name: string): Promise<{ path: string; stats: Stats } | undefined> {
  try {
    return { path: await realpath(name), stats: await stat(name) }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    throw unwritable(name)(error)
  }
}

const unwritable = (name: string) => (error: unknown) => {
  throw new UsageError(`cannot write ${name}: ${(error as NodeJS.ErrnoException).code}`)
}

function isOfFile(error: unknown): error is NodeJS.ErrnoException {
  const { code, syscall } = error as NodeJS.ErrnoException
  return (
    typeof code === 'string' && typeof syscall === 'string' && ['open', 'write', 'rename', 'close'].includes(syscall)
  )
}

/** Writes a text. See {@link OutputFile}. */
export async function writeOutput(name: string, text: string, options?: OutputOptions): Promise<void> {
  await (await OutputFile.open(name, options)).write([text])
}
