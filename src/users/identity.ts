/** The identity of a caller: the owner of an API key or a session. */
import type { Uuid } from '../ids.ts'
import type { Role } from './roles.ts'

export { PARTY_SCOPES, SCOPES, type Scope } from './scopes.ts'

export interface Identity {
  /**
   * For the audit trail and rules that require two people: "user usr_…" for a user and the keys created by that user,
   * "key key_…" for a key created with the command-line tool. A person is always a single actor.
   */
  readonly actor: string
  /** UUID of the key; null for a session. */
  readonly key: Uuid | null
  /** UUID of the signed-in user; null for a key. */
  readonly user: Uuid | null
  /** UUID of the user's session. */
  readonly session: Uuid | null
  readonly role: Role | null
  readonly tenant: number
  /** The tenant's time zone, an IANA name, used for timestamps in texts. */
  readonly timeZone: string
  /**
   * The party that the key or user is bound to, which sees only what that party paid or earned. Null: sees the whole
   * tenant.
   */
  readonly party: string | null
  readonly scopes: ReadonlySet<string>
  /**
   * Until when sensitive operations need no new proof of the user, in milliseconds of the monotonic clock. Infinite for
   * keys, and where the tenant has switched step-up off.
   */
  readonly freshUntil: number
  /** The tenant requires a second factor of the user's role, and the user has none: only setting it up is possible. */
  readonly secondFactorMissing: boolean
}
