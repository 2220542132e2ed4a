/**
 * pg-boss on our connections: it needs none of its own. Its upkeep comes as a text of several statements between BEGIN and
 * COMMIT; here that is a transaction of ours, which is undone and leaves the connection in order when one of them fails.
 */
import type { Db } from 'pg-boss'
import type { Database } from '../db/connect.ts'

const BRACKETED = /^\s*BEGIN;\s*([\s\S]*?)\s*COMMIT;\s*$/
/** Settings and the lock that pg-boss puts before its one statement. */
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

/** Several statements in one text have no rows that could be handed on: better an error than an upkeep that does nothing. */
function rowsOf(rows: object[] | undefined): object[] {
  if (rows) return rows
  throw new Error('pg-boss sent several statements where src/jobs/boss-database.ts knows one')
}
