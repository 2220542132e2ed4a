/**
 * Known devices: a browser in which a user has signed in keeps a cookie that proves it. Wrong passwords from elsewhere do
 * not lock such a browser (src/users/attempts.ts). The cookie is no sign-in.
 *
 * The cookie holds one entry per account, newest first: a random number and a MAC over it and the email address. Nothing
 * is stored on the server, and an entry says nothing about the account to which it belongs.
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const NONCE = 16
const MAC = 22
const ENTRY = new RegExp(`^[\\w-]{${NONCE + MAC}}$`)
const MOST_ENTRIES = 5
const DAYS = 180
/** Only requests that sign in carry it. */
const PATH = '/v1/sign-in'

export class Devices {
  readonly #key: Buffer
  readonly #secure: boolean

  constructor(key: Buffer, secure: boolean) {
    this.#key = key
    this.#secure = secure
  }

  get cookieName(): string {
    return `${this.#secure ? '__Secure-' : ''}recoup.device`
  }

  /** The id of the device if a `Cookie` header proves that the account has signed in on it before. */
  knownTo(account: string, cookies: string | undefined): string | undefined {
    return this.#entries(cookies).find((entry) => this.#fits(account, entry))
  }

  /** The value of `Set-Cookie` that makes a browser known to the account; earlier entries of other accounts stay. */
  remember(account: string, cookies: string | undefined): string {
    const others = this.#entries(cookies).filter((entry) => !this.#fits(account, entry))
    const nonce = randomBytes(12).toString('base64url')
    const value = [`${nonce}${this.#mac(account, nonce)}`, ...others].slice(0, MOST_ENTRIES).join('.')
    const attributes = `Max-Age=${DAYS * 86_400}; Path=${PATH}; HttpOnly; SameSite=Strict${this.#secure ? '; Secure' : ''}`
    return `${this.cookieName}=${value}; ${attributes}`
  }

  #entries(cookies: string | undefined): string[] {
    const prefix = `${this.cookieName}=`
    const pair = cookies?.split(/; */).find((each) => each.startsWith(prefix))
    const entries = pair?.slice(prefix.length).split('.', MOST_ENTRIES) ?? []
    return entries.filter((entry) => ENTRY.test(entry))
  }

  #fits(account: string, entry: string): boolean {
    const expected = this.#mac(account, entry.slice(0, NONCE))
    return timingSafeEqual(Buffer.from(entry.slice(NONCE)), Buffer.from(expected))
  }

  #mac(account: string, nonce: string): string {
    const mac = createHmac('sha256', this.#key)
      .update(JSON.stringify([account, nonce]))
      .digest('base64url')
    return mac.slice(0, MAC)
  }
}
