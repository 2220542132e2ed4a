/** Writes a fictitious trade bill of WeChat Pay to standard output. See README.md. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readArguments, usage } from './arguments.ts'
import { type BillPlan, generateBill } from './bill.ts'

/** Buffers text, because writing single rows is slow. */
const CHUNK_CHARACTERS = 64 * 1024

function* chunks(texts: Iterable<string>): Generator<string, void, undefined> {
  let chunk = ''
  for (const text of texts) {
    chunk += text
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function planOrExit(): BillPlan {
  try {
    return readArguments(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

try {
  await pipeline(Readable.from(chunks(generateBill(planOrExit()))), process.stdout)
} catch (error) {
  // The reader, such as `| head`, has closed the pipe.
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
}
