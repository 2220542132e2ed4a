/**
 * Encryption of secrets that must be readable (a gateway's key, a webhook's secret): AES-256-GCM under the
 * installation's key, bound to the secret's owner, so that ciphertext moved to another row can't be decrypted. Keys for
 * other purposes are derived from the same key (HKDF, RFC 5869).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 1
const NONCE = 12
const TAG = 16

export class Seal {
  readonly #root: Buffer
  readonly #key: Buffer

  /** @param key 32 random bytes, kept outside the database. */
  constructor(key: Uint8Array) {
    if (key.length !== 32) throw new RangeError('the key of a seal has 32 bytes')
    this.#root = Buffer.from(key)
    this.#key = this.derive('seal')
  }

  /** Derives a deterministic key of 32 bytes for a purpose. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#root, '', `recoup/${purpose}`, 32))
  }

  /** Encrypts a secret. `of`: the owner of the secret, table and row. */
  close(secret: string, of: string): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(of))
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    return Buffer.concat([Buffer.of(VERSION), nonce, sealed, cipher.getAuthTag()])
  }

  /** Decrypts a secret. @throws Error when it was encrypted under another key or for another owner, or was modified. */
  open(sealed: Uint8Array, of: string): string {
    const bytes = Buffer.from(sealed)
    if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG) throw new Error('not a sealed secret')
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(1, 1 + NONCE))
      .setAAD(Buffer.from(of))
      .setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE, -TAG)), decipher.final()]).toString('utf8')
  }
}
