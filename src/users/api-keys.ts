/**
 * API keys: `rk_` and 32 random bytes. Only their SHA-256 is stored, so a key is shown once, when it is created; with
 * 256 random bits, a slow hash would add nothing.
 */
import { hash, randomBytes } from 'node:crypto'
import { recordAudit } from '../audit/audit.ts'
import type { Database, TenantQueryable } from '../db/connect.ts'
import { Gatherer } from '../db/gather.ts'
import { idToUuid, isPartyId, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { type Identity, PARTY_SCOPES, SCOPES, type Scope } from './identity.ts'
import { COMMAND_LINE } from './users.ts'

export interface ApiKey {
  /** Prefixed id; not the secret. */
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly party: string | null
  /**
   * The actor who created the key and to whom its requests are attributed; null if it was created with the command-line
   * tool and is an actor of its own.
   */
  readonly madeBy: string | null
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

interface KeyRow extends Omit<ApiKey, 'id'> {
  id: Uuid
  tenant: number
  hash: Buffer
}

/** Its id is still a UUID. */
type StoredKey = Omit<ApiKey, 'id'> & { readonly id: Uuid }

const KEY = /^rk_[A-Za-z0-9_-]{43}$/
const COLUMNS = 'id, name, scopes, party, made_by AS "madeBy", created_at AS "createdAt", revoked_at AS "revokedAt"'

export function looksLikeKey(text: string): boolean {
  return KEY.test(text)
}

/**
 * Creates a key; its `secret` cannot be retrieved later. `maker`: the actor who creates it over the API.
 * @throws Problem `scope_unknown`, `scope_not_for_party`, `party_id_invalid`.
 */
export async function createKey(
  database: Database,
  tenant: number,
  requested: { readonly name: string; readonly scopes: readonly string[]; readonly party?: string | null },
  maker: string | null = null,
): Promise<ApiKey & { readonly secret: string }> {
  const { name, party = null } = requested
  const scopes = checkScopes(requested.scopes, party)
  const secret = `rk_${randomBytes(32).toString('base64url')}`
  return database.tenant(tenant).transaction(async (tx) => {
    const [row] = await tx.query<StoredKey>(
      `INSERT INTO api_key (id, tenant, name, hash, scopes, party, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       RETURNING ${COLUMNS}`,
      [newUuid(), tenant, name, Buffer.from(hashOf(secret), 'base64'), scopes, party, maker],
    )
    const id = uuidToId('key', row!.id)
    const detail = { name, scopes, ...(party === null ? {} : { party }) }
    await recordAudit(tx, { actor: maker ?? COMMAND_LINE.actor, action: 'key_created', subject: id, detail })
    return { ...row!, id, secret }
  })
}

function checkScopes(scopes: readonly string[], party: string | null): Scope[] {
  if (party !== null && !isPartyId(party)) throw new Problem('party_id_invalid', { party: party.slice(0, 80) })
  for (const scope of scopes) {
    if (!SCOPES.includes(scope as Scope))
      throw new Problem('scope_unknown', { scope: scope.slice(0, 60), known: SCOPES })
    if (party !== null && !PARTY_SCOPES.includes(scope as Scope)) {
      throw new Problem('scope_not_for_party', { scope, allowed: PARTY_SCOPES })
    }
  }
  return [...new Set(scopes as readonly Scope[])]
}

/** All keys of a tenant, including revoked ones, newest first. */
export async function listKeys(database: Database, tenant: number): Promise<ApiKey[]> {
  return pageOfKeys(database.tenant(tenant), null)
}

/** Newest first, starting after the key with the UUID `before`. */
export async function pageOfKeys(db: TenantQueryable, limit: number | null, before?: string): Promise<ApiKey[]> {
  const rows = await db.query<StoredKey>(
    `SELECT ${COLUMNS} FROM api_key WHERE tenant = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [db.tenant, before ?? null, limit],
  )
  return rows.map((row) => ({ ...row, id: uuidToId('key', row.id) }))
}

/** Revokes a key; other servers may accept it for up to five more seconds. @throws Problem `api_key_unknown`. */
export async function revokeKey(
  database: Database,
  tenant: number,
  id: string,
  actor = COMMAND_LINE.actor,
): Promise<ApiKey> {
  const uuid = idToUuid('key', id)
  return database.tenant(tenant).transaction(async (tx) => {
    const [ended] = await tx.query<ApiKey>(
      `UPDATE api_key SET revoked_at = now() WHERE tenant = $1 AND id = $2 AND revoked_at IS NULL RETURNING ${COLUMNS}`,
      [tenant, uuid],
    )
    if (ended) await recordAudit(tx, { actor, action: 'key_revoked', subject: id, detail: { name: ended.name } })
    const [row] = ended
      ? [ended]
      : await tx.query<ApiKey>(`SELECT ${COLUMNS} FROM api_key WHERE tenant = $1 AND id = $2`, [tenant, uuid])
    if (!row) throw new Problem('api_key_unknown', { key: id })
    return { ...row, id }
  })
}

function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64')
}

interface Remembered {
  readonly identity: Identity | null
  /** When it was read, in milliseconds of the monotonic clock. */
  readonly at: number
}

const MAX_KNOWN_KEYS = 10_000
const MAX_UNKNOWN_KEYS = 1_000

/**
 * Maps keys to identities, cached for a few seconds. Lookups are batched over one connection, so that guessing keys,
 * however fast, does not use the connections that charges need. Keys are cached by hash, and unknown keys separately,
 * so that they cannot evict known ones.
 */
export class KeyRing {
  readonly #maxAge: number
  readonly #known = new Map<string, Remembered>()
  readonly #unknown = new Map<string, Remembered>()
  readonly #asking = new Map<string, Promise<Identity | null>>()
  readonly #lookups: Gatherer<string, Identity | null>
  #forgotten = 0

  /** `maxAge`: milliseconds for which a result is cached, and therefore for which a revoked key may still work. */
  constructor(database: Database, maxAge = 4_000) {
    this.#maxAge = maxAge
    this.#lookups = new Gatherer({ lanes: 1, maxBatch: 500, mayRetry: () => false }, (hashes) =>
      lookUp(database, hashes),
    )
  }

  /** Null if the key is unknown or revoked. Returns a promise only if the key is not cached. */
  find(secret: string): Identity | null | Promise<Identity | null> {
    const hashed = hashOf(secret)
    const remembered = this.#known.get(hashed) ?? this.#unknown.get(hashed)
    if (remembered && performance.now() - remembered.at < this.#maxAge) return remembered.identity
    return this.#asking.get(hashed) ?? this.#ask(hashed)
  }

  /** Clears the cache after a key was revoked in this process. */
  forget(): void {
    this.#known.clear()
    this.#forgotten += 1
  }

  #ask(hashed: string): Promise<Identity | null> {
    const at = performance.now()
    const forgotten = this.#forgotten
    const answer = this.#lookups
      .submit(hashed)
      .then((identity) => {
        if (forgotten === this.#forgotten) this.#remember(hashed, { identity, at })
        return identity
      })
      .finally(() => this.#asking.delete(hashed))
    this.#asking.set(hashed, answer)
    return answer
  }

  #remember(hashed: string, found: Remembered): void {
    this.#known.delete(hashed)
    this.#unknown.delete(hashed)
    const [cache, most] = found.identity ? [this.#known, MAX_KNOWN_KEYS] : [this.#unknown, MAX_UNKNOWN_KEYS]
    if (cache.size >= most) cache.delete(cache.keys().next().value!)
    cache.set(hashed, found)
  }
}

async function lookUp(database: Database, hashes: readonly string[]): Promise<(Identity | null)[]> {
  const rows = await database.system.query<KnownRow>(
    `SELECT k.id, k.tenant, k.hash, k.scopes, k.party, k.made_by AS "madeBy", t.time_zone AS "timeZone"
     FROM api_key k JOIN tenant t ON t.id = k.tenant
     WHERE k.hash = ANY ($1::bytea[]) AND k.revoked_at IS NULL`,
    [hashes.map((hashed) => Buffer.from(hashed, 'base64'))],
  )
  const found = new Map(rows.map((row): [string, Identity] => [row.hash.toString('base64'), identityOf(row)]))
  return hashes.map((hashed) => found.get(hashed) ?? null)
}

type KnownRow = Omit<KeyRow, 'name' | 'createdAt' | 'revokedAt'> & { timeZone: string }

function identityOf({ id, tenant, timeZone, scopes, party, madeBy }: KnownRow): Identity {
  const actor = madeBy ?? `key ${uuidToId('key', id)}`
  return { actor, key: id, user: null, session: null, role: null, tenant, timeZone, party, scopes: new Set(scopes) }
}
