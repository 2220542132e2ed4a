/** JSON columns that are only read by the program: stored as text and parsed here. */

/** A database row whose JSON column is still text. */
export type Stored<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, string>

/** Parses the JSON column of rows. */
export function parseColumn<Row, Column extends keyof Row>(
  rows: readonly Stored<Row, Column>[],
  column: Column,
): Row[] {
  return rows.map((row) => ({ ...row, [column]: JSON.parse(row[column] as string) }) as Row)
}
