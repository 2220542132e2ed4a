/** Reads an uploaded bill with the same parser as a downloaded one. */
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { BillLine } from '../../gateways/gateway.ts'
import { readBill } from '../../gateways/sandbox/bill-download.ts'
import { openScratchFile, type ScratchFile } from '../../gateways/scratch.ts'
import { unpacked } from '../../gateways/wechatpay/bill-lines.ts'
import type { WechatPayClient } from '../../gateways/wechatpay/connection.ts'
import { downloadBill } from '../../gateways/wechatpay/trade-bill.ts'
import { Problem } from '../../problem.ts'

/** Larger bills have to be downloaded from the provider. */
const UPLOAD_BYTES_MAX = 512 * 1024 ** 2

interface SavedFile {
  readonly file: FileHandle
  readonly bytes: number
  readonly sha1: string
  readonly sha256: string
}

export interface UploadedBill {
  readonly tenant: number
  /** Kind of the gateway. */
  readonly kind: string
  readonly date: string
  /** The merchant's number that the bill must have. */
  readonly merchant: string | undefined
}

type Reader = (file: SavedFile, bill: UploadedBill) => AsyncIterable<BillLine>

/**
 * The readers verify a digest before they yield lines. An uploaded file has none, so its own digest is used, computed
 * while it was saved.
 */
const READERS: Readonly<Record<string, Reader>> = {
  sandbox: ({ file, bytes, sha256 }, { tenant, date }) => readBill(contentOf(file), { date, bytes, sha256 }, tenant),
  wechatpay: ({ file, sha1 }, { tenant, date, merchant = '' }) => {
    const answer = { hash_type: 'SHA1', hash_value: sha1, download_url: 'https://uploaded' }
    // Implements only what the download calls on a client: the bill request, and the file it refers to.
    const atHand = { tenant, call: async () => answer, file: () => contentOf(file) } as unknown as WechatPayClient
    return downloadBill(atHand, { date, merchant, mayBeEmpty: false })
  },
}

/**
 * Yields the lines of an uploaded file, plain or gzip-compressed, in constant memory.
 * @throws Problem `bill_refused`: too large, or files of this provider are not supported; `bill_gzip_invalid`;
 * GatewayError `refused` as for a download.
 */
export async function* uploadedBill(
  bill: UploadedBill,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<BillLine, void, undefined> {
  const reader = READERS[bill.kind]
  if (!reader)
    throw new Problem('bill_refused', {
      code: 'kind_unknown',
      reason: `bill files of gateway kind ${bill.kind} are not supported`,
    })
  const file = await openScratchFile(bill.tenant)
  try {
    yield* reader(await save(source, file), bill)
  } finally {
    await file.close()
  }
}

const contentOf = (file: FileHandle) => file.createReadStream({ start: 0, autoClose: false })

/** Writes an uploaded file, decompressed. @throws Problem `bill_refused`, `bill_gzip_invalid`. */
export async function save(source: AsyncIterable<Uint8Array>, file: ScratchFile): Promise<SavedFile> {
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
    await file.write(chunk)
  }
  return { file: file.handle, bytes, sha1: sha1.digest('hex'), sha256: sha256.digest('hex') }
}
