/** Asks PostgreSQL about statements without running them. */
import { PROGRAM } from '../../src/actor.ts'
import type { Statement, TenantQueryable, Transaction } from '../../src/db/connect.ts'

/**
 * Parses, checks and plans one statement, and undoes that. Planning finds what PREPARE alone does not: rows that can't be locked,
 * a right that is missing. In the database, since asking step by step takes six round trips.
 */
const CHECK = `CREATE OR REPLACE FUNCTION pg_temp.fault_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE count integer;
BEGIN
  EXECUTE 'PREPARE checked AS ' || statement;
  SELECT cardinality(parameter_types) INTO count FROM pg_prepared_statements WHERE name = 'checked';
  EXECUTE 'EXPLAIN EXECUTE checked' || CASE WHEN count > 0 THEN '(NULL' || repeat(', NULL', count - 1) || ')' ELSE '' END;
  DEALLOCATE checked;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  IF EXISTS (SELECT FROM pg_prepared_statements WHERE name = 'checked') THEN
    DEALLOCATE checked;
  END IF;
  RETURN SQLERRM;
END $$`

export interface Fault {
  readonly statement: string
  readonly fault: string
}

/**
 * What PostgreSQL finds wrong, as the role that the transaction runs as, with the settings of its connection. Statements that
 * PREPARE does not take are run first: they prepare the ground for others (`CREATE TEMP TABLE`) or change nothing that lasts.
 */
export async function faultsOf(tx: Transaction, statements: readonly string[]): Promise<Fault[]> {
  await tx.execute(CHECK)
  const faults: Fault[] = []
  for (const statement of statements.filter((text) => RUN.test(text))) {
    await tx
      .savepoint((part) => part.execute(statement))
      .catch((error: Error) => faults.push({ statement, fault: error.message }))
  }
  const rest = statements
    .filter((text) => !RUN.test(text) && !OF_CURSOR.test(text))
    .map((text) => text.replace(CURSOR, ''))
  const found = await tx.query<Fault>(
    `SELECT statement, fault FROM unnest($1::text[]) AS statement, LATERAL (SELECT pg_temp.fault_of(statement) AS fault OFFSET 0) f
     WHERE fault IS NOT NULL`,
    [rest],
  )
  return [...faults, ...found]
}

/** Not for PREPARE, which takes queries and changes of rows only. */
const RUN = /^(CREATE TEMP TABLE|CREATE TABLE IF NOT EXISTS|ANALYZE|SET LOCAL) /i
/** What reads and closes a cursor names no table; the query that the cursor is for is prepared. */
const OF_CURSOR = /^(FETCH|CLOSE) /
const CURSOR = /^DECLARE \w+ NO SCROLL CURSOR FOR /

/** Runs the program's own code until it sends a statement, and gives the statement: there are no rows to go on with. */
export async function statementOf(send: (db: TenantQueryable) => Promise<unknown>): Promise<string> {
  let text: string | undefined
  const hear = async (statement: string | Statement): Promise<never> => {
    text = typeof statement === 'string' ? statement : statement.text
    throw new Error('stopped at the statement')
  }
  await send({ tenant: 1, by: PROGRAM, query: hear, execute: hear }).catch((error) => {
    if (text === undefined) throw error
  })
  if (text === undefined) throw new Error('no statement was sent')
  return text
}
