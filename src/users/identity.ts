/** Who is asking: what an API key or a session stands for. */
import type { Role } from './roles.ts'

export { PARTY_SCOPES, SCOPES, type Scope } from './scopes.ts'

export interface Identity {
  /**
   * For audit trails, and for rules that want two people: "user usr_…" for a person and for the keys that this person
   * made, "key key_…" for a key that was made where the database is. Nobody is two actors.
   */
  readonly actor: string
  /** UUID of the key; null: a session. */
  readonly key: string | null
  /** UUID of the person who is signed in; null: a key. */
  readonly user: string | null
  /** UUID of that person's session. */
  readonly session: string | null
  readonly role: Role | null
  readonly tenant: number
  /** The tenant's, an IANA name: texts tell instants in it. */
  readonly timeZone: string
  /** The party that the key or the person is bound to: sees only what that party paid or earned. Null: sees the tenant. */
  readonly party: string | null
  readonly scopes: ReadonlySet<string>
}
