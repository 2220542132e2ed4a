/** Converts a bill to UTF-8 with line feeds: Windows and spreadsheets save GB18030 or UTF-16, some tools carriage returns. */
import { isUtf8 } from 'node:buffer'
import { Problem } from '../../problem.ts'

/** Contains the header of every bill. */
const HEAD_BYTES = 4_096
/** First columns of trade and fund-flow bills. */
const HEADER = /交易时间|记账时间/

/** @throws Problem `bill_is_archive` for a ZIP archive, which an Excel workbook is too. */
export async function* asUtf8(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* decodedPieces(source)
  } finally {
    // The head is read without a loop, so an early end has to close the source here.
    await source.return(undefined)
  }
}

async function* decodedPieces(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer = Buffer.alloc(0)
  while (head.length < HEAD_BYTES) {
    const next = await source.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') throw new Problem('bill_is_archive')
  const encoding = encodingOf(head)
  const decoder = encoding === null ? null : new TextDecoder(encoding)
  const decoded = (piece: Buffer) => (decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece)
  const first = decoded(head)
  const returns = first.includes(0x0d) && !first.includes(0x0a)
  yield returns ? withLineFeeds(first) : first
  for await (const piece of source) yield returns ? withLineFeeds(decoded(piece)) : decoded(piece)
  if (decoder) yield Buffer.from(decoder.decode())
}

/** Returns the encoding if it is known and not UTF-8. */
function encodingOf(head: Buffer): 'utf-16le' | 'utf-16be' | 'gb18030' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const line = head.subarray(0, head.indexOf(0x0a) === -1 ? head.length : head.indexOf(0x0a))
  if (isUtf8(line)) return null
  return HEADER.test(new TextDecoder('gb18030').decode(line)) ? 'gb18030' : null
}

function withLineFeeds(piece: Buffer): Buffer {
  const copy = Buffer.from(piece)
  for (let at = copy.indexOf(0x0d); at !== -1; at = copy.indexOf(0x0d, at + 1)) copy[at] = 0x0a
  return copy
}
