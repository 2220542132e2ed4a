/**
 * How often somebody may try. Tries are counted before the password is looked at, so that guesses sent together don't
 * slip through, and in the database, so that several processes count together.
 *
 * Three bounds in a quarter of an hour: ten for one email from one address, fifty for one email from wherever, a hundred
 * from one address. What an address sends beyond its own two bounds is not counted for the email: one address adds no more
 * than ten to the fifty. The second bound keeps a spread-out guesser within what NIST SP 800-63B §3.2.2 allows for an account (a
 * hundred in a row); the first is far below it, so that a stranger locks himself out long before he locks out the owner.
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
  /** It was no guess: what was counted for the email is forgotten. */
  succeeded(): Promise<void>
}

/** Counts one try. @throws Problem `sign_in_limited` with the seconds to wait. */
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
  // Only then: one address must not use up what an email has from wherever, or it would lock its owner out alone.
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

/** A code works for three half minutes (its own and one on each side), and once within them. */
const useCode = prepared(`INSERT INTO user_used_code AS u (user_id, code, used_at) VALUES ($1, $2, now())
  ON CONFLICT (user_id, code) DO UPDATE SET used_at = now() WHERE u.used_at < now() - interval '3 min'`)

/** Whether a user's code of the authenticator is used for the first time; counts as used from now on. */
export async function isFirstUse(database: Database, user: string, code: string): Promise<boolean> {
  return (await database.system.execute(useCode, [user, subjectOf('code', user, code)])) === 1
}

/** Hashed: what people typed as their email, passwords among it, is not kept. */
function subjectOf(kind: string, ...parts: readonly string[]): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest()
}
