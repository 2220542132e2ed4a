/** Columns of JSON that only the program reads: text in the database, parsed here. */

/** A row as it comes back, its JSON column still text. */
export type Stored<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, string>

/** Reads the JSON column of rows. */
export function parseColumn<Row, Column extends keyof Row>(
  rows: readonly Stored<Row, Column>[],
  column: Column,
): Row[] {
  return rows.map((row) => ({ ...row, [column]: JSON.parse(row[column] as string) }) as Row)
}
