/**
 * Finds the identity behind a key, and notes when and from where keys are used.
 */
import { texts, uuids } from '../db/arrays.ts'
import type { Database } from '../db/connect.ts'
import { Gatherer } from '../db/gather.ts'
import { type Uuid, uuidToId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { AllowList, networkAround } from './allow-list.ts'
import { hashOf } from './api-keys.ts'
import type { Identity } from './identity.ts'

/** A key that exists and was not revoked; it may have expired since. */
export interface KnownKey {
  readonly identity: Identity
  readonly expiresAt: Date | null
  /** When it expires, in milliseconds of the monotonic clock. */
  readonly endsAt: number
  /** Null: may be used from everywhere. */
  readonly allowed: AllowList | null
}

const OF_A_KEY = { freshUntil: Number.POSITIVE_INFINITY, secondFactorMissing: false } as const

interface Remembered {
  readonly key: KnownKey | null
  /** When it was read, in milliseconds of the monotonic clock. */
  readonly at: number
}

interface Use {
  readonly tenant: number
  readonly at: number
  readonly address: string
}

const MAX_KNOWN_KEYS = 10_000
const MAX_UNKNOWN_KEYS = 1_000
const USES_EVERY_MS = 60_000

/**
 * Maps keys to identities, cached for a few seconds. Lookups are batched over one connection, so that guessing keys,
 * however fast, does not use the connections that charges need. Keys are cached by hash, and unknown keys separately,
 * so that they cannot evict known ones.
 *
 * Uses are collected in memory and written once a minute, so that no request waits for them.
 */
export class KeyRing {
  readonly #database: Database
  readonly #maxAge: number
  readonly #known = new Map<string, Remembered>()
  readonly #unknown = new Map<string, Remembered>()
  readonly #asking = new Map<string, Promise<KnownKey | null>>()
  readonly #lookups: Gatherer<string, KnownKey | null>
  #forgotten = 0
  #uses = new Map<Uuid, Use>()
  #writing: NodeJS.Timeout | undefined

  /** `maxAge`: milliseconds for which a result is cached, and therefore for which a revoked key may still work. */
  constructor(database: Database, maxAge = 4_000) {
    this.#database = database
    this.#maxAge = maxAge
    this.#lookups = new Gatherer({ lanes: 1, maxBatch: 500, mayRetry: () => false }, (hashes) =>
      lookUp(database, hashes),
    )
  }

  /** Null if the key is unknown or revoked. Returns a promise only if the key is not cached. */
  find(secret: string): KnownKey | null | Promise<KnownKey | null> {
    const hashed = hashOf(secret)
    const remembered = this.#known.get(hashed) ?? this.#unknown.get(hashed)
    if (remembered && performance.now() - remembered.at < this.#maxAge) return remembered.key
    return this.#asking.get(hashed) ?? this.#ask(hashed)
  }

  /**
   * The identity behind a key, if the key may be used now and from this address; notes the use.
   * @throws Problem `key_expired`, `key_address_refused`.
   */
  use({ identity, endsAt, expiresAt, allowed }: KnownKey, address: string): Identity {
    const at = performance.now()
    if (at >= endsAt) throw new Problem('key_expired', { at: expiresAt!.toISOString() })
    if (allowed && !allowed.has(address)) throw new Problem('key_address_refused', { address })
    this.#uses.set(identity.key!, { tenant: identity.tenant, at, address })
    this.#writing ??= setTimeout(() => void this.writeUses(), USES_EVERY_MS).unref()
    return identity
  }

  /** Clears the cache after a key was changed in this process. */
  forget(): void {
    this.#known.clear()
    this.#forgotten += 1
  }

  /** Writes the uses since the last time. A failure loses them: a request must not fail because of them. */
  async writeUses(): Promise<void> {
    clearTimeout(this.#writing)
    this.#writing = undefined
    const uses = this.#uses
    this.#uses = new Map()
    for (const [tenant, ofTenant] of Map.groupBy(uses, ([, use]) => use.tenant)) {
      try {
        await writeUsesOf(this.#database, tenant, ofTenant)
      } catch {
        return
      }
    }
  }

  #ask(hashed: string): Promise<KnownKey | null> {
    const at = performance.now()
    const forgotten = this.#forgotten
    const answer = this.#lookups
      .submit(hashed)
      .then((key) => {
        if (forgotten === this.#forgotten) this.#remember(hashed, { key, at })
        return key
      })
      .finally(() => this.#asking.delete(hashed))
    this.#asking.set(hashed, answer)
    return answer
  }

  #remember(hashed: string, found: Remembered): void {
    this.#known.delete(hashed)
    this.#unknown.delete(hashed)
    const [cache, most] = found.key ? [this.#known, MAX_KNOWN_KEYS] : [this.#unknown, MAX_UNKNOWN_KEYS]
    if (cache.size >= most) cache.delete(cache.keys().next().value!)
    cache.set(hashed, found)
  }
}

interface KnownRow {
  readonly id: Uuid
  readonly tenant: number
  readonly hash: Buffer
  readonly scopes: string[]
  readonly party: string | null
  readonly madeBy: string | null
  readonly timeZone: string
  readonly expiresAt: Date | null
  /** Milliseconds until it expires, by the clock of the database. */
  readonly left: number | null
  readonly networks: string[] | null
}

/** Without a tenant, which the key tells: row-level security lets the system read keys, and only read them. */
async function lookUp(database: Database, hashes: readonly string[]): Promise<(KnownKey | null)[]> {
  const asked = performance.now()
  const rows = await database.system.query<KnownRow>(
    `SELECT k.id, k.tenant, k.hash, k.scopes, k.party, k.made_by AS "madeBy", t.time_zone AS "timeZone", k.networks,
       k.expires_at AS "expiresAt", (extract(epoch FROM k.expires_at - clock_timestamp()) * 1000)::float8 AS "left"
     FROM api_key k JOIN tenant t ON t.id = k.tenant
     WHERE k.hash = ANY ($1::bytea[]) AND k.revoked_at IS NULL`,
    [hashes.map((hashed) => Buffer.from(hashed, 'base64'))],
  )
  const found = new Map(rows.map((row) => [row.hash.toString('base64'), knownKey(row, asked)]))
  return hashes.map((hashed) => found.get(hashed) ?? null)
}

function knownKey({ hash: _, madeBy, expiresAt, left, networks, id, scopes, ...rest }: KnownRow, at: number): KnownKey {
  const actor = madeBy ?? `key ${uuidToId('key', id)}`
  return {
    identity: { ...rest, actor, key: id, user: null, session: null, role: null, scopes: new Set(scopes), ...OF_A_KEY },
    expiresAt,
    endsAt: left === null ? Number.POSITIVE_INFINITY : at + left,
    allowed: networks && new AllowList(networks),
  }
}

async function writeUsesOf(database: Database, tenant: number, uses: readonly (readonly [Uuid, Use])[]): Promise<void> {
  const now = performance.now()
  await database.tenant(tenant).execute(
    `UPDATE api_key k SET last_used_at = now() - make_interval(secs => u.age::float8), last_used_from = u.network
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS u (id, age, network)
     WHERE k.tenant = $1 AND k.id = u.id AND (k.last_used_at IS NULL OR k.last_used_at < now() - make_interval(secs => u.age::float8))`,
    [
      tenant,
      uuids(uses.map(([id]) => id)),
      texts(uses.map(([, { at }]) => String((now - at) / 1000))),
      texts(uses.map(([, { address }]) => networkAround(address))),
    ],
  )
}
