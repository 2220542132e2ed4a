/**
 * Runs pg-boss on our connections, so that it needs none of its own. Its maintenance is a text of several statements
 * between BEGIN and COMMIT; here it becomes one of our transactions, which is rolled back and leaves the connection
 * usable if a statement fails.
 */
import type { Db } from 'pg-boss'
import type { Database } from '../db/connect.ts'

const BRACKETED = /^\s*BEGIN;\s*([\s\S]*?)\s*COMMIT;\s*$/
/** Settings and the lock that pg-boss puts before its statement. */
const PRELUDE = /^(?:SET LOCAL [^;]+|SELECT pg_advisory_xact_lock\([^;]+\))\s*;\s*/

export function bossDatabase(database: Database): Db {
  return {
    async executeSql(text, values = []) {
      const inner = BRACKETED.exec(text)?.[1]
      if (inner === undefined) return { rows: rowsOf(await database.system.query(text, values)) }
      return database.system.transaction(async (transaction) => {
        let rest = inner
        for (let first = PRELUDE.exec(rest); first; first = PRELUDE.exec(rest)) {
          await transaction.execute(first[0])
          rest = rest.slice(first[0].length)
        }
        return { rows: rowsOf(await transaction.query(rest, values)) }
      })
    },
  }
}

/** Several statements in one text return no rows: an error is better than maintenance that silently does nothing. */
function rowsOf(rows: object[] | undefined): object[] {
  if (rows) return rows
  throw new Error('pg-boss sent several statements where src/jobs/boss-database.ts knows one')
}
