/**
 * Temporary files for bills, which must be verified completely before any line is used. The space is shared by all
 * tenants and by the embedded database, so each tenant gets a part of it, and some always stays free.
 */
import { type FileHandle, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { GatewayError } from './gateway.ts'
import { openUnnamedFile } from './unnamed-file.ts'

/** All bills of a tenant that are read at the same time; enough for five million payments. */
const TENANT_BYTES_MAX = 2 * 1024 ** 3
const TOTAL_BYTES_MAX = 8 * 1024 ** 3
/** Space that stays free on the disk. */
const FREE_BYTES_MIN = 1024 ** 3
/** How many bytes are written before the free space is measured again. */
const MEASURE_BYTES = 64 * 1024 ** 2

export interface ScratchLimits {
  readonly tenantBytes: number
  readonly totalBytes: number
  readonly freeBytes: number
}

export class ScratchSpace {
  readonly #limits: ScratchLimits
  readonly #used = new Map<number, number>()
  #total = 0

  constructor(limits: ScratchLimits) {
    this.#limits = limits
  }

  /** Opens a file, which counts against the tenant's space until it is closed. */
  async open(tenant: number): Promise<ScratchFile> {
    return new ScratchFile(this, tenant, await openUnnamedFile())
  }

  /**
   * Takes space for a file that already has `size` bytes.
   * @throws GatewayError `refused` if the file is too large, `busy` while other files take the space
   */
  take(tenant: number, bytes: number, size: number): void {
    const used = (this.#used.get(tenant) ?? 0) + bytes
    const { tenantBytes, totalBytes } = this.#limits
    if (size + bytes > tenantBytes)
      throw new GatewayError('refused', 'bill_too_large', `The bill is larger than ${tenantBytes} bytes.`)
    if (used > tenantBytes || this.#total + bytes > totalBytes) throw new GatewayError('busy', 'disk_full', NO_SPACE)
    this.#used.set(tenant, used)
    this.#total += bytes
  }

  release(tenant: number, bytes: number): void {
    const left = (this.#used.get(tenant) ?? 0) - bytes
    if (left > 0) this.#used.set(tenant, left)
    else this.#used.delete(tenant)
    this.#total -= bytes
  }

  /** @throws GatewayError `busy` if the disk is nearly full */
  async measure(): Promise<void> {
    const { bavail, bsize } = await statfs(tmpdir())
    if (bavail * bsize < this.#limits.freeBytes) throw new GatewayError('busy', 'disk_full', NO_SPACE)
  }
}

const NO_SPACE = 'The server has no disk space for another bill at the moment.'

export class ScratchFile {
  readonly handle: FileHandle
  readonly #space: ScratchSpace
  readonly #tenant: number
  #bytes = 0
  #measured = Number.NEGATIVE_INFINITY

  constructor(space: ScratchSpace, tenant: number, handle: FileHandle) {
    this.#space = space
    this.#tenant = tenant
    this.handle = handle
  }

  /** @throws GatewayError `bill_too_large`, `disk_full` */
  async write(chunk: Uint8Array): Promise<void> {
    this.#space.take(this.#tenant, chunk.length, this.#bytes)
    this.#bytes += chunk.length
    if (this.#bytes - this.#measured >= MEASURE_BYTES) {
      await this.#space.measure()
      this.#measured = this.#bytes
    }
    try {
      await this.handle.writeFile(chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new GatewayError('busy', 'disk_full', NO_SPACE) : error
    }
  }

  async close(): Promise<void> {
    await this.handle.close()
    this.#space.release(this.#tenant, this.#bytes)
    this.#bytes = 0
  }
}

/** The space of this process. */
const scratch = new ScratchSpace({
  tenantBytes: TENANT_BYTES_MAX,
  totalBytes: TOTAL_BYTES_MAX,
  freeBytes: FREE_BYTES_MIN,
})

export const openScratchFile = (tenant: number): Promise<ScratchFile> => scratch.open(tenant)

/** No bill can be larger. */
export const BILL_BYTES_MAX = TENANT_BYTES_MAX
