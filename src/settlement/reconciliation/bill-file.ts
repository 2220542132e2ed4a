/** An uploaded bill: the provider's own file, read by the same parser as one that was downloaded. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { BillLine } from '../../gateways/gateway.ts'
import { readBill } from '../../gateways/sandbox/bill-download.ts'
import { openUnnamedFile } from '../../gateways/unnamed-file.ts'
import { unpacked } from '../../gateways/wechatpay/bill-lines.ts'
import type { WechatPayClient } from '../../gateways/wechatpay/connection.ts'
import { downloadBill } from '../../gateways/wechatpay/trade-bill.ts'
import { Problem } from '../../problem.ts'

/** Larger ones are for the provider's own interface. */
const UPLOAD_BYTES_MAX = 512 * 1024 ** 2

interface SavedFile {
  readonly file: FileHandle
  readonly bytes: number
  readonly sha1: string
  readonly sha256: string
}

type Reader = (file: SavedFile, date: string) => AsyncIterable<BillLine>

/** The readers check a digest before they tell anything; here it is the file's own, taken as it was written down. */
const READERS: Readonly<Record<string, Reader>> = {
  sandbox: ({ file, bytes, sha256 }, date) => readBill(contentOf(file), { date, bytes, sha256 }),
  wechatpay: ({ file, sha1 }, date) => {
    const answer = { hash_type: 'SHA1', hash_value: sha1, download_url: 'https://uploaded' }
    // What the download asks a client for: the note, and the file that it is about.
    const atHand = { call: async () => answer, file: () => contentOf(file) } as unknown as WechatPayClient
    return downloadBill(atHand, date)
  },
}

/**
 * The lines of an uploaded file, plain or packed with gzip, in constant memory.
 * @throws Problem `bill_refused`: too large, or this provider's files can't be read; `bill_gzip_invalid`; GatewayError `refused` as a download.
 */
export async function* uploadedBill(
  kind: string,
  date: string,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<BillLine, void, undefined> {
  const reader = READERS[kind]
  if (!reader)
    throw new Problem('bill_refused', {
      code: 'kind_unknown',
      reason: `bill files of gateway kind ${kind} are not supported`,
    })
  const file = await openUnnamedFile()
  try {
    yield* reader(await save(source, file), date)
  } finally {
    await file.close()
  }
}

const contentOf = (file: FileHandle) => file.createReadStream({ start: 0, autoClose: false })

async function save(source: AsyncIterable<Uint8Array>, file: FileHandle): Promise<SavedFile> {
  const [sha1, sha256] = [createHash('sha1'), createHash('sha256')]
  let bytes = 0
  for await (const chunk of unpacked(source)) {
    bytes += chunk.length
    if (bytes > UPLOAD_BYTES_MAX) {
      throw new Problem('bill_refused', {
        code: 'bill_too_large',
        reason: `the file is larger than ${UPLOAD_BYTES_MAX} bytes`,
      })
    }
    sha1.update(chunk)
    sha256.update(chunk)
    await file.writeFile(chunk)
  }
  return { file, bytes, sha1: sha1.digest('hex'), sha256: sha256.digest('hex') }
}
