/**
 * Prefixed ids (`chg_01h4…`): TypeID 0.3, that is a UUIDv7 in Crockford base 32 behind a type. In the database they
 * are plain `uuid` columns, which sort by the time they were made.
 */
import { fromString, fromUUID, getType, toUUID, typeidUnboxed } from 'typeid-js'
import { Problem } from './problem.ts'

export type IdType = 'chg' | 'rfd' | 'qte' | 'hld' | 'jrn' | 'key'

export function newId(type: IdType): string {
  return typeidUnboxed(type)
}

/** The UUID inside a prefixed id. @throws Problem `id_invalid` when it is not an id of that type. */
export function idToUuid(type: IdType, id: string): string {
  try {
    const parsed = fromString(id, type)
    if (getType(parsed) === type) return toUUID(parsed)
  } catch {
    // falls through to the refusal below
  }
  throw new Problem('id_invalid', { id: id.slice(0, 60), type })
}

export function uuidToId(type: IdType, uuid: string): string {
  return fromUUID(uuid, type)
}
