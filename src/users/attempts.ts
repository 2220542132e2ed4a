/**
 * Rate limits of sign-ins. Attempts are counted before the password is checked, so that parallel guesses do not slip
 * through, and in the database, so that several processes share the count.
 *
 * A stranger must not be able to lock an owner out, so only the stranger's own network is ever locked. Per quarter of an
 * hour: ten attempts on one account from one network, a hundred from one network. An IPv6 network is a /64
 * (src/users/network.ts), because each subscriber has at least one.
 *
 * Guessing from many networks slows the account down instead of locking it: beyond fifty attempts in a quarter of an
 * hour, unknown browsers get one attempt every thirty seconds between them. That keeps an account within the hundred
 * attempts of NIST SP 800-63B §3.2.2. Attempts beyond the limits of a network do not count for the account, so one
 * network adds at most ten to the fifty.
 *
 * A browser in which the account has signed in before (src/users/device.ts) is counted by itself, with ten attempts per
 * quarter of an hour: neither its network nor the slow-down of the account applies to it. The same holds for a signed-in
 * user who enters the password again. Single sign-on is not counted here, and a password link is counted by itself and
 * makes the browser known.
 * https://pages.nist.gov/800-63-4/sp800-63b.html
 */
import { createHash } from 'node:crypto'
import { type Database, prepared } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import { networkOf } from './network.ts'

export interface AttemptLimits {
  /** Per account and network, and per account and known browser. */
  readonly perAccountAndNetwork: number
  /** Per account from all unknown browsers, after which the account slows down. */
  readonly perAccount: number
  readonly perNetwork: number
}

export const ATTEMPT_LIMITS: AttemptLimits = { perAccountAndNetwork: 10, perAccount: 50, perNetwork: 100 }
const WINDOW_SECONDS = 900
const SLOW_SECONDS = 30

/** Length of the window of a row's subject. */
const WINDOW = 'make_interval(secs => ($2::int[])[array_position($1::bytea[], a.subject)])'
const count = prepared(`INSERT INTO sign_in_attempt AS a (subject, count, since)
  SELECT subject, 1, now() FROM unnest($1::bytea[]) AS subject ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET
    count = CASE WHEN a.since < now() - ${WINDOW} THEN 1 ELSE a.count + 1 END,
    since = CASE WHEN a.since < now() - ${WINDOW} THEN now() ELSE a.since END
  RETURNING subject, count, extract(epoch FROM now() - since)::float8 AS age`)
const forget = prepared('DELETE FROM sign_in_attempt WHERE subject = ANY ($1::bytea[])')
const takeBack = prepared('UPDATE sign_in_attempt SET count = greatest(count - 1, 0) WHERE subject = $1')

/** Where an attempt comes from. */
export interface AttemptOrigin {
  readonly address: string
  /** Id of the browser, if the account has signed in on it before. */
  readonly device?: string | undefined
}

export interface Attempt {
  /** The sign-in succeeded: resets the counts of the account. */
  succeeded(): Promise<void>
}

/** Counts one attempt on an account. @throws Problem `sign_in_limited` with the seconds to wait. */
export async function countAttempt(
  database: Database,
  limits: AttemptLimits,
  account: string,
  { address, device }: AttemptOrigin,
): Promise<Attempt> {
  const whole = windowOf(limits.perAccount, 'email', account)
  const slow = { subject: subjectOf('slow', account), most: 1, seconds: SLOW_SECONDS }
  if (device !== undefined) {
    const known = windowOf(limits.perAccountAndNetwork, 'device', account, device)
    await countAll(database, [known])
    return { succeeded: () => forgetAll(database, [known, whole, slow]) }
  }
  const network = networkOf(address)
  const pair = windowOf(limits.perAccountAndNetwork, 'pair', account, network)
  const from = windowOf(limits.perNetwork, 'network', network)
  await countAll(database, [pair, from])
  // Only then: one network must not use up the attempts of an account, or it could slow down its owner alone.
  const [total] = await countRows(database, [whole])
  if (total!.count > whole.most) await countAll(database, [slow])
  return {
    async succeeded() {
      await forgetAll(database, [pair, whole, slow])
      await database.system.execute(takeBack, [from.subject])
    },
  }
}

interface Bound {
  readonly subject: Buffer
  readonly most: number
  readonly seconds: number
}

interface Counted {
  readonly subject: Buffer
  readonly count: number
  /** Seconds since the window began. */
  readonly age: number
}

function windowOf(most: number, kind: string, ...parts: readonly string[]): Bound {
  return { subject: subjectOf(kind, ...parts), most, seconds: WINDOW_SECONDS }
}

async function countAll(database: Database, bounds: readonly Bound[]): Promise<void> {
  const rows = await countRows(database, bounds)
  const waits = bounds.flatMap(({ subject, most, seconds }) => {
    const row = rows.find((each) => each.subject.equals(subject))!
    return row.count > most ? [Math.max(1, Math.ceil(seconds - row.age))] : []
  })
  if (waits.length > 0) throw new Problem('sign_in_limited', { wait: Math.max(...waits) })
}

function countRows(database: Database, bounds: readonly Bound[]): Promise<Counted[]> {
  return database.system.query<Counted>(count, [
    bounds.map(({ subject }) => subject),
    bounds.map(({ seconds }) => seconds),
  ])
}

async function forgetAll(database: Database, bounds: readonly Bound[]): Promise<void> {
  await database.system.execute(forget, [bounds.map(({ subject }) => subject)])
}

/** A code is valid for three half minutes (its own and one on each side), and only once. */
const useCode = prepared(`INSERT INTO user_used_code AS u (user_id, code, used_at) VALUES ($1, $2, now())
  ON CONFLICT (user_id, code) DO UPDATE SET used_at = now() WHERE u.used_at < now() - interval '3 min'`)

/** Whether a code of the user's authenticator is used for the first time; marks it as used. */
export async function isFirstUse(database: Database, user: string, code: string): Promise<boolean> {
  return (await database.system.execute(useCode, [user, subjectOf('code', user, code)])) === 1
}

/** Hashed, because people sometimes type passwords into the email field. */
function subjectOf(kind: string, ...parts: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest()
}
