/**
 * Encryption of secrets that must be readable (a gateway's key, a webhook's secret): AES-256-GCM under the
 * installation's key, bound to the secret's owner, so that ciphertext moved to another row can't be decrypted. Each
 * ciphertext names its key, so that the key can be replaced. Keys for other purposes are derived from the same key
 * (HKDF, RFC 5869).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Without the id of a key, as written before keys could be replaced. */
const WITHOUT_KEY_ID = 1
const VERSION = 2
const KEY_ID = 4
const NONCE = 12
const TAG = 16

/** A key derived from an earlier key of the installation. */
export interface RetiredKey {
  readonly purpose: string
  readonly key: Buffer
  /** What is made later does not depend on it. */
  readonly until: Date
}

interface Root {
  readonly root: Buffer
  readonly key: Buffer
  readonly id: Buffer
}

export class Seal {
  readonly #current: Root
  readonly #previous: readonly Root[]
  readonly #retired: readonly RetiredKey[]

  /**
   * @param key 32 random bytes, kept outside the database.
   * @param previous earlier keys, whose ciphertexts can still be decrypted.
   */
  constructor(key: Uint8Array, previous: readonly Uint8Array[] = [], retired: readonly RetiredKey[] = []) {
    this.#current = rootOf(key)
    this.#previous = previous.map(rootOf)
    this.#retired = retired
  }

  /** The same seal, with keys that earlier keys of the installation derived. */
  with(retired: readonly RetiredKey[]): Seal {
    const previous = this.#previous.map(({ root }) => root)
    return new Seal(this.#current.root, previous, retired)
  }

  /** The first bytes of what the current key encrypts. */
  get mark(): Buffer {
    return Buffer.concat([Buffer.of(VERSION), this.#current.id])
  }

  /** The id of the current key, as text. */
  get keyId(): string {
    return this.#current.id.toString('hex')
  }

  /** Derives a deterministic key of 32 bytes for a purpose. */
  derive(purpose: string): Buffer {
    return derive(this.#current.root, purpose)
  }

  /** What the earlier keys derive for a purpose. */
  derivePrevious(purpose: string): Buffer[] {
    return this.#previous.map(({ root }) => derive(root, purpose))
  }

  /** Keys for a purpose on which things made before a rotation depend. */
  retired(purpose: string): readonly RetiredKey[] {
    return this.#retired.filter((each) => each.purpose === purpose)
  }

  /** Encrypts a secret. `of`: the owner of the secret, table and row. */
  close(secret: string, of: string): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', this.#current.key, nonce).setAAD(Buffer.from(of))
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
    return Buffer.concat([this.mark, nonce, sealed, cipher.getAuthTag()])
  }

  /** Decrypts a secret. @throws Error when it was encrypted under another key or for another owner, or was modified. */
  open(sealed: Uint8Array, of: string): string {
    const bytes = Buffer.from(sealed)
    const keys = [this.#current, ...this.#previous]
    if (bytes[0] === VERSION) {
      const id = bytes.subarray(1, 1 + KEY_ID)
      const known = keys.find((each) => each.id.equals(id))
      if (!known) throw new Error('sealed with a key that this process does not have')
      return decrypt(known.key, bytes.subarray(1 + KEY_ID), of)
    }
    if (bytes[0] !== WITHOUT_KEY_ID) throw new Error('not a sealed secret')
    for (const { key } of this.#previous) {
      try {
        return decrypt(key, bytes.subarray(1), of)
      } catch {
        // sealed with another one of the keys
      }
    }
    return decrypt(this.#current.key, bytes.subarray(1), of)
  }

  /** Encrypts a secret again, under the current key. @throws Error as {@link open} does. */
  renew(sealed: Uint8Array, of: string): Buffer {
    return this.close(this.open(sealed, of), of)
  }
}

function rootOf(key: Uint8Array): Root {
  if (key.length !== 32) throw new RangeError('the key of a seal has 32 bytes')
  const root = Buffer.from(key)
  return { root, key: derive(root, 'seal'), id: derive(root, 'key-id').subarray(0, KEY_ID) }
}

function derive(root: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `recoup/${purpose}`, 32))
}

/** `bytes`: nonce, ciphertext and tag. */
function decrypt(key: Buffer, bytes: Buffer, of: string): string {
  if (bytes.length < NONCE + TAG) throw new Error('not a sealed secret')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(of))
    .setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
}
