/**
 * Cursors: the key of the last item of a page, encoded so that clients do not depend on its contents. Unlike an offset,
 * it continues at the right place even if items are added in the meantime.
 */
import type { OpaqueBigint } from '../db/types.ts'
import { Problem } from '../problem.ts'

export interface Page<T> {
  readonly data: T[]
  readonly nextCursor: string | null
}

/** The list that a cursor belongs to, and the encoding of its keys. */
export interface CursorKind<Key> {
  readonly list: string
  write(key: Key): string
  /** Undefined if the text is not a valid key. */
  read(text: string): Key | undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const byUuid = (list: string): CursorKind<string> => ({
  list,
  write: (uuid) => uuid,
  read: (text) => (UUID.test(text) ? text : undefined),
})

export const byText = (list: string, pattern: RegExp): CursorKind<string> => ({
  list,
  write: (text) => text,
  read: (text) => (pattern.test(text) ? text : undefined),
})

export const byNumber = <Key extends bigint | OpaqueBigint = bigint>(list: string): CursorKind<Key> => ({
  list,
  write: (key) => String(key),
  read: (text) => (/^\d{1,18}$/.test(text) ? (BigInt(text) as Key) : undefined),
})

/** @throws Problem `cursor_invalid`. */
function readCursor<Key>(kind: CursorKind<Key>, cursor: string | undefined): Key | undefined {
  if (cursor === undefined) return undefined
  const [list, text = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split('\n')
  const key = list === kind.list ? kind.read(text) : undefined
  if (key === undefined) throw new Problem('cursor_invalid', {})
  return key
}

/** A page of at most `limit` items. `read` is asked for one more, which shows whether there is a next page. */
export async function page<Row, Key, Out>(
  kind: CursorKind<Key>,
  { limit = 50, cursor }: { limit?: number | undefined; cursor?: string | undefined },
  {
    read,
    keyOf,
    show,
  }: {
    readonly read: (limit: number, after: Key | undefined) => Promise<Row[]>
    readonly keyOf: (row: Row) => Key
    readonly show: (row: Row) => Out
  },
): Promise<Page<Out>> {
  const rows = await read(limit + 1, readCursor(kind, cursor))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor =
    rows.length > limit && last !== undefined
      ? Buffer.from(`${kind.list}\n${kind.write(keyOf(last))}`, 'latin1').toString('base64url')
      : null
  return { data: shown.map(show), nextCursor }
}
