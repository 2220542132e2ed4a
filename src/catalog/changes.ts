/**
 * Lists the differences between two rate cards field by field: applying them to the first, in order, gives the second.
 */

export interface Change {
  /** JSON pointer of the field. */
  readonly pointer: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent if the field is added. */
  readonly before?: unknown
  /** Absent if the field is removed. */
  readonly after?: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** Returns the changes between two values; the order of fields does not matter. */
export function changesBetween(before: unknown, after: unknown, pointer = ''): Change[] {
  if (isFields(before) && isFields(after) && sameForm(before, after)) return betweenFields(before, after, pointer)
  if (isList(before) && isList(after)) return betweenLists(before, after, pointer)
  return same(before, after) ? [] : [{ pointer, kind: 'changed', before, after }]
}

function betweenFields(before: Fields, after: Fields, pointer: string): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name): Change[] => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!Object.hasOwn(after, name)) return [{ pointer: at, kind: 'removed', before: before[name] }]
    if (!Object.hasOwn(before, name)) return [{ pointer: at, kind: 'added', after: after[name] }]
    return changesBetween(before[name], after[name], at)
  })
}

/** Compares lists of objects, such as tiers, by position; surplus elements are removed from the end. */
function betweenLists(before: readonly Fields[], after: readonly Fields[], pointer: string): Change[] {
  const both = Math.min(before.length, after.length)
  const kept = before.slice(0, both).flatMap((each, i) => changesBetween(each, after[i], `${pointer}/${i}`))
  const added = after
    .slice(both)
    .map((each, i): Change => ({ pointer: `${pointer}/${both + i}`, kind: 'added', after: each }))
  const removed = before
    .slice(both)
    .map((each, i): Change => ({ pointer: `${pointer}/${both + i}`, kind: 'removed', before: each }))
  return [...kept, ...added, ...removed.toReversed()]
}

/** A price with another model, or chosen by another criterion, is replaced as a whole. */
function sameForm(before: Fields, after: Fields): boolean {
  return ['model', 'by', 'given'].every((name) => same(before[name], after[name]))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: unknown): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(isFields)
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => same(each, b[i]))
  if (!isFields(a) || !isFields(b)) return a === b
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  )
}
