/** What differs between two rate cards, field by field: applying the changes to the one, in order, gives the other. */

export interface Change {
  /** JSON pointer of the field. */
  readonly pointer: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent where it is added. */
  readonly before?: unknown
  /** Absent where it is removed. */
  readonly after?: unknown
}

type Fields = Readonly<Record<string, unknown>>

/** None where the two are the same; the order of fields is no difference. */
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

/** Lists of things, tiers for one, place by place; what is gone is taken from the end. */
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

/** A price of another model, or one that is chosen in another way, is another price and no change of its fields. */
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
