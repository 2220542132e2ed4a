/**
 * Rate limits of sign-ins. Attempts are counted before the password is checked, so that parallel guesses do not slip
 * through, and in the database, so that several processes share the count.
 *
 * Three limits per quarter of an hour: ten for one email from one address, fifty for one email from all addresses, a
 * hundred from one address. Attempts beyond the two limits of an address are not counted for the email, so one address
 * adds at most ten to the fifty. The second limit keeps a distributed attack within what NIST SP 800-63B §3.2.2 allows
 * for an account (a hundred in a row); the first is far below it, so that an attacker is locked out long before the
 * owner.
 * https://pages.nist.gov/800-63-4/sp800-63b.html
 */
import { createHash } from 'node:crypto'
import { type Database, prepared } from '../db/connect.ts'
import { Problem } from '../problem.ts'

export interface AttemptLimits {
  readonly perEmailAndAddress: number
  readonly perEmail: number
  readonly perAddress: number
}

export const ATTEMPT_LIMITS: AttemptLimits = { perEmailAndAddress: 10, perEmail: 50, perAddress: 100 }
const WINDOW_SECONDS = 900

const count = prepared(`INSERT INTO sign_in_attempt AS a (subject, count, since)
  SELECT subject, 1, now() FROM unnest($1::bytea[]) AS subject ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET
    count = CASE WHEN a.since < now() - interval '${WINDOW_SECONDS} s' THEN 1 ELSE a.count + 1 END,
    since = CASE WHEN a.since < now() - interval '${WINDOW_SECONDS} s' THEN now() ELSE a.since END
  RETURNING subject, count, ceil(extract(epoch FROM since + interval '${WINDOW_SECONDS} s' - now()))::int AS wait`)
const forget = prepared('DELETE FROM sign_in_attempt WHERE subject = ANY ($1::bytea[])')
const takeBack = prepared('UPDATE sign_in_attempt SET count = greatest(count - 1, 0) WHERE subject = $1')

export interface Attempt {
  /** The sign-in succeeded: resets the count of the email. */
  succeeded(): Promise<void>
}

/** Counts one attempt. @throws Problem `sign_in_limited` with the seconds to wait. */
export async function countAttempt(
  database: Database,
  limits: AttemptLimits,
  email: string,
  address: string,
): Promise<Attempt> {
  const pair = { subject: subjectOf('pair', email, address), most: limits.perEmailAndAddress }
  const account = { subject: subjectOf('email', email), most: limits.perEmail }
  const from = { subject: subjectOf('address', address), most: limits.perAddress }
  await countAll(database, [pair, from])
  // Only then: one address must not use up the total limit of an email, or it could lock out its owner alone.
  await countAll(database, [account])
  return {
    async succeeded() {
      await database.system.execute(forget, [[pair.subject, account.subject]])
      await database.system.execute(takeBack, [from.subject])
    },
  }
}

interface Bound {
  readonly subject: Buffer
  readonly most: number
}

async function countAll(database: Database, bounds: readonly Bound[]): Promise<void> {
  const rows = await database.system.query<{ subject: Buffer; count: number; wait: number }>(count, [
    bounds.map(({ subject }) => subject),
  ])
  const mostOf = (row: { subject: Buffer }) => bounds.find(({ subject }) => subject.equals(row.subject))!.most
  const waits = rows.filter((row) => row.count > mostOf(row)).map(({ wait }) => wait)
  if (waits.length > 0) throw new Problem('sign_in_limited', { wait: Math.max(1, ...waits) })
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
