/**
 * Rate limits of receipt lookups. Attempts are counted before anything is read, so that parallel guesses do not slip
 * through, and in the database, so that all processes share the count.
 *
 * By number and secret: ten per minute and address; five wrong secrets per hour for one number from one address, and
 * fifty for one number from all addresses, after which the number is locked for the rest of the hour. One address adds
 * at most five to the fifty, so that an attacker locks out himself and not the payer. Guessing takes 2^70 attempts: the
 * limits protect the database and the logs, the length of the secret protects the receipt.
 * By link: sixty per minute and address.
 */
import { createHash } from 'node:crypto'
import { type Database, prepared } from '../db/connect.ts'
import { Problem } from '../problem.ts'
import { networkOf } from '../users/network.ts'

const MINUTE = 60
const HOUR = 3_600

interface Bound {
  readonly subject: Buffer
  readonly most: number
  readonly seconds: number
}

/** Length of the window of a row's subject. */
const WINDOW = 'make_interval(secs => ($2::int[])[array_position($1::bytea[], a.subject)])'
const count = prepared(`INSERT INTO receipt_attempt AS a (subject, count, since)
  SELECT subject, 1, now() FROM unnest($1::bytea[]) AS subject ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET
    count = CASE WHEN a.since < now() - ${WINDOW} THEN 1 ELSE a.count + 1 END,
    since = CASE WHEN a.since < now() - ${WINDOW} THEN now() ELSE a.since END
  RETURNING subject, count, extract(epoch FROM now() - since)::float8 AS age`)
const forget = prepared('DELETE FROM receipt_attempt WHERE subject = ANY ($1::bytea[])')
const clear = prepared(`DELETE FROM receipt_attempt WHERE subject IN (
  SELECT subject FROM receipt_attempt WHERE since < now() - interval '2 hours' ORDER BY since LIMIT 100 FOR UPDATE SKIP LOCKED)`)

export interface Attempt {
  /** The secret was right: resets the count of the number. */
  succeeded(): Promise<void>
}

/** Counts an attempt with number and secret. @throws Problem `rate_limited`. */
export async function countTry(database: Database, number: string, address: string): Promise<Attempt> {
  const from = networkOf(address)
  const pair = { subject: subjectOf('pair', number, from), most: 5, seconds: HOUR }
  const whole = { subject: subjectOf('number', number), most: 50, seconds: HOUR }
  await countAll(database, [{ subject: subjectOf('address', from), most: 10, seconds: MINUTE }, pair])
  // Only then: attempts beyond the limits of the address must not count against the number, or one address could lock
  // it.
  await countAll(database, [whole])
  return {
    async succeeded() {
      await database.system.execute(forget, [[pair.subject, whole.subject]])
    },
  }
}

/** Counts a lookup by link. @throws Problem `rate_limited`. */
export async function countVisit(database: Database, address: string): Promise<void> {
  await countAll(database, [{ subject: subjectOf('visit', networkOf(address)), most: 60, seconds: MINUTE }])
}

async function countAll(database: Database, bounds: readonly Bound[]): Promise<void> {
  await clearNow(database)
  const rows = await database.system.query<{ subject: Buffer; count: number; age: number }>(count, [
    bounds.map(({ subject }) => subject),
    bounds.map(({ seconds }) => seconds),
  ])
  const refused = bounds.flatMap(({ subject, most, seconds }) => {
    const row = rows.find((each) => each.subject.equals(subject))!
    const wait = Math.max(1, Math.ceil(seconds - row.age))
    return row.count > most ? [{ limit: most, window: seconds === HOUR ? '1 h' : '1 min', wait }] : []
  })
  const [longest] = refused.toSorted((a, b) => b.wait - a.wait)
  if (longest) throw new Problem('rate_limited', longest)
}

/** Expired rows are deleted with every hundredth count of a process. */
const CLEAR_EVERY = 100
let counted = 0

async function clearNow(database: Database): Promise<void> {
  counted += 1
  if (counted % CLEAR_EVERY === 0) await database.system.execute(clear)
}

function subjectOf(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}
