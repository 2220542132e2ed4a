/** Maps session cookies to identities, cached for a few seconds like keys (src/users/api-keys.ts). */
import { hash } from 'node:crypto'
import type { Identity } from './identity.ts'
import { ROLE_SCOPES, type Role } from './roles.ts'
import type { SignedIn, SignIn } from './sign-in.ts'
import { actorOfUser } from './sign-in-record.ts'

interface Remembered {
  readonly identity: Identity | null
  /** When it was requested, in milliseconds of the monotonic clock. */
  readonly at: number
}

const MOST = 10_000
/** A signed token has about 80 characters; longer values are not ours. */
const COOKIE = /^[\w%.~+/=-]{1,300}$/
const SCOPES_OF = Object.fromEntries(
  Object.entries(ROLE_SCOPES).map(([role, scopes]) => [role, new Set<string>(scopes)]),
) as unknown as Record<Role, ReadonlySet<string>>

export class SessionRing {
  readonly #signIn: SignIn
  readonly #maxAge: number
  readonly #found = new Map<string, Remembered>()
  /** Incremented when the cache is cleared, so that lookups in flight are not cached afterwards. */
  #forgotten = 0

  constructor(signIn: SignIn, maxAge = 4_000) {
    this.#signIn = signIn
    this.#maxAge = maxAge
  }

  /** The value of the session cookie in a `Cookie` header; undefined if there is none. */
  valueIn(header: string | undefined): string | undefined {
    const prefix = `${this.#signIn.cookieName}=`
    const pair = header?.split(/; */).find((each) => each.startsWith(prefix))
    return pair?.slice(prefix.length)
  }

  /** Null if the session is unknown or has ended; a forged value is refused by its signature, without further work. */
  async find(value: string): Promise<Identity | null> {
    if (!COOKIE.test(value) || !this.#signIn.isSigned(value)) return null
    const hashed = hash('sha256', value, 'base64')
    const remembered = this.#found.get(hashed)
    const at = performance.now()
    if (remembered && at - remembered.at < this.#maxAge) return remembered.identity
    const forgotten = this.#forgotten
    const signedIn = await this.#signIn.find(value)
    const identity = signedIn && identityOf(signedIn)
    if (forgotten === this.#forgotten) this.#remember(hashed, { identity, at })
    return identity
  }

  /** Clears the cache after a user was changed or a session ended in this process. */
  forget(user: string): void {
    this.#forgotten += 1
    for (const [hashed, { identity }] of this.#found) if (identity?.user === user) this.#found.delete(hashed)
  }

  #remember(hashed: string, found: Remembered): void {
    this.#found.delete(hashed)
    if (this.#found.size >= MOST) this.#found.delete(this.#found.keys().next().value!)
    this.#found.set(hashed, found)
  }
}

function identityOf({ expiresAt: _, ...signedIn }: SignedIn): Identity {
  return { actor: actorOfUser(signedIn.user), key: null, ...signedIn, scopes: SCOPES_OF[signedIn.role] }
}
