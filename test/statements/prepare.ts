/** Checks statements with PostgreSQL without running them. */
import { PROGRAM } from '../../src/actor.ts'
import type { Statement, TenantQueryable, Transaction } from '../../src/db/connect.ts'

/**
 * Parses, checks and plans one statement, and deallocates it. Planning finds what PREPARE alone does not: rows that
 * cannot be locked and missing privileges. A function in the database, because separate calls would take six round
 * trips.
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
 * Returns the errors that PostgreSQL reports, with the role of the transaction and the settings of its connection.
 * Statements that PREPARE does not accept are run first: other statements depend on them (`CREATE TEMP TABLE`), or they
 * change nothing permanently.
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

/** Statements that PREPARE does not accept; it accepts only queries and changes of rows. */
const RUN = /^(CREATE TEMP TABLE|CREATE TABLE IF NOT EXISTS|ANALYZE|SET LOCAL) /i
/** FETCH and CLOSE name no table; the query of the cursor is prepared instead. */
const OF_CURSOR = /^(FETCH|CLOSE) /
const CURSOR = /^DECLARE \w+ NO SCROLL CURSOR FOR /

/**
 * Returns the first statement that the program's own code sends. The code is stopped there, because there are no rows
 * to continue with.
 */
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
