/**
 * API keys: `rk_` and 32 random bytes. Only their SHA-256 is stored, so a key is shown once, when it is created; with
 * 256 random bits, a slow hash would add nothing.
 *
 * A caller that uses a key cannot escape its limits with another one: keys that it makes have its scopes at most, expire
 * no later and are used from its networks only; keys that may do more are out of its reach; and revoking a key revokes
 * those made with it.
 * Locks: the caller's key and the key in question, in order of id, then the keys made with it, in order of id.
 */
import { hash, randomBytes } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { recordAudit } from '../audit/audit.ts'
import type { Database, TenantQueryable, TenantTransaction } from '../db/connect.ts'
import { checkPartyId, idToUuid, newUuid, type Uuid, uuidToId } from '../ids.ts'
import { Problem } from '../problem.ts'
import { canonicalNetwork, isWithin } from './allow-list.ts'
import { PARTY_SCOPES, SCOPES, type Scope } from './identity.ts'
import { COMMAND_LINE } from './users.ts'

/** What limits a key besides its scopes. */
interface Limits {
  /** Null: does not expire. */
  readonly expiresAt: Date | null
  /** Networks in CIDR notation from which the key may be used; null: from everywhere. */
  readonly networks: readonly string[] | null
}

export interface ApiKey extends Limits {
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
  /** The key with which this one was made. */
  readonly madeWith: string | null
  /** The key that this one replaces. */
  readonly rotatedFrom: string | null
  readonly lastUsedAt: Date | null
  /** The network of the last use, not the address. */
  readonly lastUsedFrom: string | null
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

export type KeyWithSecret = ApiKey & { readonly secret: string }

/** Who makes, changes or ends a key. */
export type KeyMaker = Actor & { readonly scopes: ReadonlySet<string> }

export interface NewKey extends Partial<Limits> {
  readonly name: string
  readonly scopes: readonly string[]
  readonly party?: string | null
}

type StoredKey = Omit<ApiKey, 'id' | 'madeWith' | 'rotatedFrom'> & {
  readonly id: Uuid
  readonly madeWith: Uuid | null
  readonly rotatedFrom: Uuid | null
}

const KEY = /^rk_[A-Za-z0-9_-]{43}$/
const COLUMNS = `id, name, scopes, party, made_by AS "madeBy", made_with AS "madeWith", rotated_from AS "rotatedFrom",
  expires_at AS "expiresAt", networks, last_used_at AS "lastUsedAt", last_used_from AS "lastUsedFrom",
  created_at AS "createdAt", revoked_at AS "revokedAt"`

export function looksLikeKey(text: string): boolean {
  return KEY.test(text)
}

export function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64')
}

/**
 * Creates a key; its `secret` cannot be retrieved later. Without limits it has those of the maker's key.
 * @throws Problem `scope_unknown`, `scope_not_for_party`, `party_id_invalid`, `network_invalid`, `key_expiry_past`,
 * `key_limits_beyond_own`.
 */
export async function createKey(
  database: Database,
  tenant: number,
  requested: NewKey,
  maker: KeyMaker = COMMAND_LINE,
): Promise<KeyWithSecret> {
  const { name, party = null } = requested
  const scopes = checkScopes(requested.scopes, party)
  const asked = checkLimits(requested)
  return database
    .tenant(tenant)
    .as(maker)
    .transaction(async (tx) => {
      const own = await limitsOf(tx, maker)
      const limits = limitsWithin({ ...own, ...asked }, own)
      const madeBy = maker === COMMAND_LINE ? null : maker.actor
      const made = await insertKey(tx, { name, scopes, party, madeBy, rotatedFrom: null, ...limits })
      const detail = { name, scopes, ...(party === null ? {} : { party }), ...limitsText(asked) }
      await recordAudit(tx, { action: 'key_created', subject: made.id, detail })
      return made
    })
}

export interface Rotation {
  /** Hours for which the replaced key is still accepted. */
  readonly overlapHours: number
  /** Of the new key; undefined: as the replaced key had. */
  readonly expiresAt?: Date | null
}

/**
 * Replaces a key with a new one that has the same rights. Its requests are attributed to the actor who rotates, who
 * learns the secret.
 * @throws Problem `api_key_unknown`, `api_key_ended`, `api_key_rotated`, `key_stronger`, `key_expiry_past`,
 * `key_limits_beyond_own`.
 */
export async function rotateKey(
  database: Database,
  tenant: number,
  id: string,
  { overlapHours, by, ...asked }: Rotation & { readonly by?: KeyMaker },
): Promise<KeyWithSecret> {
  const maker = by ?? COMMAND_LINE
  const wanted = checkLimits(asked)
  return database
    .tenant(tenant)
    .as(maker)
    .transaction(async (tx) => {
      const { key, own } = await lockKey(tx, id, maker)
      assertCovered(key, own, maker)
      assertLive(key)
      const [successor] = await tx.query<{ id: Uuid }>(
        'SELECT id FROM api_key WHERE tenant = $1 AND rotated_from = $2',
        [tenant, key.id],
      )
      if (successor) throw new Problem('api_key_rotated', { key: id, successor: uuidToId('key', successor.id) })
      const limits = limitsWithin({ expiresAt: key.expiresAt, networks: key.networks, ...wanted }, own)
      const { name, scopes, party } = key
      const madeBy = by ? by.actor : (key.madeBy ?? `key ${id}`)
      const made = await insertKey(tx, { name, scopes, party, madeBy, rotatedFrom: key.id, ...limits })
      await tx.execute(
        `UPDATE api_key SET expires_at = least(expires_at, now() + make_interval(hours => $3)) WHERE tenant = $1 AND id = $2`,
        [tenant, key.id, overlapHours],
      )
      const detail = { name, successor: made.id, overlapHours, ...limitsText(wanted) }
      await recordAudit(tx, { action: 'key_rotated', subject: id, detail })
      return made
    })
}

export interface KeyChange extends Partial<Limits> {
  readonly name?: string
}

/**
 * Changes name and limits of a key; scopes never change.
 * @throws Problem `api_key_unknown`, `api_key_ended`, `key_stronger`, `network_invalid`, `key_expiry_past`,
 * `key_limits_beyond_own`.
 */
export async function changeKey(
  database: Database,
  tenant: number,
  id: string,
  { name, by, ...asked }: KeyChange & { readonly by: KeyMaker },
): Promise<ApiKey> {
  const wanted = checkLimits(asked)
  return database
    .tenant(tenant)
    .as(by)
    .transaction(async (tx) => {
      const { key, own } = await lockKey(tx, id, by)
      assertCovered(key, own, by)
      assertLive(key)
      const before = { name: key.name, expiresAt: key.expiresAt, networks: key.networks }
      const after = { ...before, ...(name === undefined ? {} : { name }), ...wanted }
      limitsWithin(after, own)
      const [changed] = await tx.query<StoredKey>(
        `UPDATE api_key SET name = $3, expires_at = $4, networks = $5 WHERE tenant = $1 AND id = $2 RETURNING ${COLUMNS}`,
        [tenant, key.id, after.name, after.expiresAt, after.networks],
      )
      await recordAudit(tx, { action: 'key_changed', subject: id, detail: { before, after } })
      return toKey(changed!)
    })
}

/**
 * Revokes a key and all keys made with it, directly or not; other servers may accept them for up to five more seconds.
 * Returns how many keys were revoked with it.
 * @throws Problem `api_key_unknown`, `key_stronger`.
 */
export async function revokeKey(
  database: Database,
  tenant: number,
  id: string,
  by: KeyMaker = COMMAND_LINE,
): Promise<ApiKey & { readonly revokedWith: number }> {
  return database
    .tenant(tenant)
    .as(by)
    .transaction(async (tx) => {
      const { key, own } = await lockKey(tx, id, by)
      if (by.key) assertCovered(key, own, by)
      await tx.execute('UPDATE api_key SET revoked_at = now() WHERE tenant = $1 AND id = $2 AND revoked_at IS NULL', [
        tenant,
        key.id,
      ])
      if (key.revokedAt === null)
        await recordAudit(tx, { action: 'key_revoked', subject: id, detail: { name: key.name } })
      let revokedWith = 0
      // Until none is left: a key may have made another one between the snapshot and its lock.
      for (;;) {
        const revoked = await revokeMadeWith(tx, key.id)
        if (revoked.length === 0) break
        revokedWith += revoked.length
        await recordAudit(
          tx,
          ...revoked.map(({ id: made, name }) => ({
            action: 'key_revoked' as const,
            subject: uuidToId('key', made),
            detail: { name, madeWith: id },
          })),
        )
      }
      const [row] = await tx.query<StoredKey>(`SELECT ${COLUMNS} FROM api_key WHERE tenant = $1 AND id = $2`, [
        tenant,
        key.id,
      ])
      return { ...toKey(row!), revokedWith }
    })
}

function revokeMadeWith(tx: TenantTransaction, id: Uuid): Promise<{ id: Uuid; name: string }[]> {
  return tx.query(
    `WITH RECURSIVE made AS (
       SELECT id FROM api_key WHERE tenant = $1 AND made_with = $2
       UNION SELECT k.id FROM api_key k JOIN made ON k.made_with = made.id WHERE k.tenant = $1
     ), locked AS (
       SELECT id FROM api_key WHERE tenant = $1 AND id IN (SELECT id FROM made) AND revoked_at IS NULL ORDER BY id FOR UPDATE
     )
     UPDATE api_key k SET revoked_at = now() FROM locked WHERE k.tenant = $1 AND k.id = locked.id RETURNING k.id, k.name`,
    [tx.tenant, id],
  )
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
  return rows.map(toKey)
}

type InsertedKey = Pick<StoredKey, 'name' | 'scopes' | 'party' | 'madeBy' | 'rotatedFrom'> & Limits

async function insertKey(tx: TenantTransaction, key: InsertedKey): Promise<KeyWithSecret> {
  const secret = `rk_${randomBytes(32).toString('base64url')}`
  const { name, scopes, party, madeBy, rotatedFrom, expiresAt, networks } = key
  const hashed = Buffer.from(hashOf(secret), 'base64')
  const [row] = await tx.query<StoredKey>(
    `INSERT INTO api_key (tenant, id, name, hash, scopes, party, made_by, made_with, rotated_from, expires_at, networks)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING ${COLUMNS}`,
    [tx.tenant, newUuid(), name, hashed, scopes, party, madeBy, tx.by.key ?? null, rotatedFrom, expiresAt, networks],
  )
  return { ...toKey(row!), secret }
}

type LockedKey = StoredKey & { readonly ended: boolean }

/** Locks a key and the one that the caller uses, which must not have been revoked meanwhile. */
async function lockKey(tx: TenantTransaction, id: string, by: KeyMaker): Promise<{ key: LockedKey; own: Limits }> {
  const uuid = idToUuid('key', id)
  const locked = await lockKeys(tx, by.key ? [uuid, by.key] : [uuid])
  const key = locked.find((each) => each.id === uuid)
  if (!key) throw new Problem('api_key_unknown', { key: id })
  return { key, own: ownLimits(locked, by) }
}

async function limitsOf(tx: TenantTransaction, by: KeyMaker): Promise<Limits> {
  return ownLimits(by.key ? await lockKeys(tx, [by.key]) : [], by)
}

function ownLimits(locked: readonly LockedKey[], by: KeyMaker): Limits {
  if (!by.key) return { expiresAt: null, networks: null }
  const own = locked.find((each) => each.id === by.key)
  if (!own || own.ended) throw new Problem('key_unknown', {})
  return { expiresAt: own.expiresAt, networks: own.networks }
}

function lockKeys(tx: TenantTransaction, ids: readonly Uuid[]): Promise<LockedKey[]> {
  return tx.query<LockedKey>(
    `SELECT ${COLUMNS}, revoked_at IS NOT NULL OR coalesce(expires_at <= now(), false) AS ended
     FROM api_key WHERE tenant = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [tx.tenant, ids],
  )
}

function assertLive({ id, ended }: LockedKey): void {
  if (ended) throw new Problem('api_key_ended', { key: uuidToId('key', id) })
}

/** @throws Problem `key_stronger` if a key may do more than the caller. */
function assertCovered(key: LockedKey, own: Limits, by: KeyMaker): void {
  const covered = key.scopes.every((scope) => by.scopes.has(scope)) && isLimited(key, own)
  if (!covered) throw new Problem('key_stronger', { key: uuidToId('key', key.id) })
}

function limitsWithin({ expiresAt, networks }: Limits, own: Limits): Limits {
  if (!isLimited({ expiresAt, networks }, own)) throw new Problem('key_limits_beyond_own', {})
  return { expiresAt, networks }
}

function isLimited({ expiresAt, networks }: Limits, own: Limits): boolean {
  const inTime = own.expiresAt === null || (expiresAt !== null && expiresAt <= own.expiresAt)
  const around = own.networks
  return inTime && (around === null || (networks?.every((each) => around.some((one) => isWithin(each, one))) ?? false))
}

/** Only the limits that are set. */
function checkLimits({ expiresAt, networks }: Partial<Limits>): Partial<Limits> {
  if (expiresAt && expiresAt.getTime() <= Date.now())
    throw new Problem('key_expiry_past', { at: expiresAt.toISOString() })
  return {
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(networks === undefined ? {} : { networks: networks && [...new Set(networks.map(canonicalNetwork))] }),
  }
}

function limitsText({ expiresAt, networks }: Partial<Limits>) {
  return {
    ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
    ...(networks ? { networks } : {}),
  }
}

function checkScopes(scopes: readonly string[], party: string | null): Scope[] {
  if (party !== null) checkPartyId(party)
  for (const scope of scopes) {
    if (!SCOPES.includes(scope as Scope))
      throw new Problem('scope_unknown', { scope: scope.slice(0, 60), known: SCOPES })
    if (party !== null && !PARTY_SCOPES.includes(scope as Scope)) {
      throw new Problem('scope_not_for_party', { scope, allowed: PARTY_SCOPES })
    }
  }
  return [...new Set(scopes as readonly Scope[])]
}

function toKey({ id, madeWith, rotatedFrom, ...rest }: StoredKey): ApiKey {
  const prefixed = (uuid: Uuid | null) => uuid && uuidToId('key', uuid)
  return { ...rest, id: uuidToId('key', id), madeWith: prefixed(madeWith), rotatedFrom: prefixed(rotatedFrom) }
}
