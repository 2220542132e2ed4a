/**
 * The format of a backup: gzip over frames of a type, a length and a payload. The last frame is the SHA-256 of all
 * others, so that a file that was cut off or changed is never taken for a whole one.
 */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Problem } from '../../problem.ts'

/** What a frame contains. */
export const FrameType = { header: 0x48, table: 0x54, data: 0x44, end: 0x45, checksum: 0x53 } as const

export interface Frame {
  readonly type: number
  readonly payload: Buffer
}

const HEAD = 5
/** Of what PostgreSQL sends, a row is the largest unit, and its rows stay far below. */
const MAX_PAYLOAD = 1 << 30
const SPEED = 1 // a tenth of the time of the default level, for a tenth more bytes

export async function* packFrames(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const frame of frames) {
    const head = headOf(frame)
    hash.update(head).update(frame.payload)
    yield head
    yield frame.payload
  }
  const checksum = { type: FrameType.checksum, payload: hash.digest() }
  yield headOf(checksum)
  yield checksum.payload
}

function headOf({ type, payload }: Frame): Buffer {
  const head = Buffer.alloc(HEAD)
  head.writeUInt8(type)
  head.writeUInt32BE(payload.length, 1)
  return head
}

/** @throws Problem `backup_damaged`, at the latest after the last frame: use no frame for good before the end. */
export async function* unpackFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const hash = createHash('sha256')
  const take = takeFrom(chunks)
  for (;;) {
    const head = await take(HEAD)
    const type = head.readUInt8()
    const length = head.readUInt32BE(1)
    if (length > MAX_PAYLOAD || !Object.values<number>(FrameType).includes(type)) throw damaged('it is not a backup')
    const payload = await take(length)
    if (type === FrameType.checksum) {
      if (!hash.digest().equals(payload)) throw damaged('its checksum is wrong')
      return
    }
    hash.update(head).update(payload)
    yield { type, payload }
  }
}

/** Returns a function that takes the next bytes. */
function takeFrom(chunks: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (length) => {
    if (rest.length >= length) {
      const taken = rest.subarray(0, length)
      rest = rest.subarray(length)
      return taken
    }
    const parts = [rest]
    let available = rest.length
    while (available < length) {
      const { value, done } = await source.next()
      if (done) throw damaged('it ends too early')
      parts.push(value)
      available += value.length
    }
    const all = Buffer.concat(parts)
    rest = all.subarray(length)
    return all.subarray(0, length)
  }
}

export async function* compress(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gzip = createGzip({ level: SPEED })
  const feeding = pipeline(Readable.from(chunks), gzip)
  feeding.catch(() => {}) // ends the reading below with the same error
  yield* gzip
  await feeding
}

/** @throws Problem `backup_damaged` */
export async function* decompress(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const feeding = pipeline(Readable.from(chunks), gunzip)
  feeding.catch(() => {}) // ends the reading below with the same error
  try {
    yield* gunzip
    await feeding
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw damaged('it ends too early')
    throw code?.startsWith('Z_') ? damaged('it is not a backup') : error
  }
}

/** Reads the JSON of a frame. @throws Problem `backup_damaged` */
export function contentOf({ payload }: Frame): unknown {
  try {
    return JSON.parse(payload.toString())
  } catch {
    throw damaged('a part of it is not readable')
  }
}

export function damaged(reason: string): Problem {
  return new Problem('backup_damaged', { reason })
}
