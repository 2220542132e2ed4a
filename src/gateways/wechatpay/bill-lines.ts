/** Splits the bytes of a bill into lines: decompressed, counted, limited in length and checked to be UTF-8. */
import { isUtf8 } from 'node:buffer'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Problem } from '../../problem.ts'
import { asUtf8 } from './bill-encoding.ts'

export type ByteSource = AsyncIterable<Uint8Array> | NodeJS.ReadableStream

export interface BillLine {
  readonly number: number
  /** The line without its line end; the readable part when there is a fault. */
  readonly text: string
  readonly fault: 'too-long' | 'not-utf8' | null
  /** Whether a line end followed; the last line of a truncated file has none. */
  readonly ended: boolean
}

/**
 * Yields the lines of the source, one batch per chunk, so that a row doesn't cost a promise. Gzip is recognized by its
 * first two bytes.
 */
export async function* readLines(
  source: ByteSource,
  lineBytesMax: number,
): AsyncGenerator<BillLine[], void, undefined> {
  const splitter = new LineSplitter(lineBytesMax)
  for await (const piece of asUtf8(unpacked(source))) yield splitter.push(piece)
  yield splitter.end()
}

async function* pieces(source: ByteSource): AsyncGenerator<Buffer, void, undefined> {
  for await (const piece of source as AsyncIterable<Uint8Array | string>) {
    yield typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  }
}

/** Yields the bytes of a file, decompressed if its first two bytes are those of gzip. */
export async function* unpacked(source: ByteSource): AsyncGenerator<Buffer, void, undefined> {
  const rest = pieces(source)
  let head: Buffer = Buffer.alloc(0)
  while (head.length < 2) {
    const next = await rest.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const packed = head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b
  if (packed) yield* gunzipped(withHead(head, rest))
  else yield* withHead(head, rest)
}

async function* withHead(head: Buffer, rest: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head
  yield* rest
}

/** Bills compress to a tenth; a file that expands further than this is made to fill memory or disk. */
const EXPANSION_MAX = 200
/** Up to this size the expansion is not limited, because a small file may repeat itself. */
const EXPANSION_FREE_BYTES = 16 * 1024 ** 2

/** @throws Problem `bill_gzip_invalid` when the compressed file is damaged or truncated, `bill_expands_too_far`. */
async function* gunzipped(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip()
  pipeline(Readable.from(source, { objectMode: false }), gunzip, () => {})
  let bytes = 0
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > EXPANSION_FREE_BYTES && bytes > gunzip.bytesWritten * EXPANSION_MAX) {
        throw new Problem('bill_expands_too_far', { times: EXPANSION_MAX })
      }
      yield piece
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code.startsWith('Z_')) throw new Problem('bill_gzip_invalid', { reason: (error as Error).message })
    throw error
  }
}

/** Splits chunks into lines. Buffers at most one unfinished line, up to the length limit. */
class LineSplitter {
  private readonly bytesMax: number
  private parts: Buffer[] = []
  private length = 0
  private tooLong = false
  private number = 0

  constructor(bytesMax: number) {
    this.bytesMax = bytesMax
  }

  push(piece: Buffer): BillLine[] {
    const lines: BillLine[] = []
    let start = 0
    for (let end = piece.indexOf(0x0a); end !== -1; end = piece.indexOf(0x0a, start)) {
      this.keep(piece.subarray(start, end))
      lines.push(this.take(true))
      start = end + 1
    }
    this.keep(piece.subarray(start))
    return lines
  }

  end(): BillLine[] {
    return this.length > 0 ? [this.take(false)] : []
  }

  private keep(part: Buffer): void {
    if (part.length === 0) return
    const room = this.bytesMax - this.length
    if (part.length > room) this.tooLong = true
    const taken = part.length > room ? part.subarray(0, room) : part
    if (taken.length > 0) this.parts.push(taken)
    this.length += taken.length
  }

  private take(ended: boolean): BillLine {
    const bytes = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts)
    const fault = this.tooLong ? 'too-long' : isUtf8(bytes) ? null : 'not-utf8'
    this.parts = []
    this.length = 0
    this.tooLong = false
    this.number += 1
    const text = (fault === 'too-long' ? bytes.subarray(0, 400) : bytes).toString('utf8')
    return { number: this.number, text: tidy(text, this.number), fault, ended }
  }
}

function tidy(text: string, number: number): string {
  const start = number === 1 && text.startsWith('\uFEFF') ? 1 : 0
  return text.endsWith('\r') ? text.slice(start, -1) : start > 0 ? text.slice(start) : text
}
