/** JSON Merge Patch (RFC 7396): names what changes, removes fields with `null`, and replaces arrays as a whole. */

/** Returns the value with the patch applied; neither argument is changed. */
export function mergePatch(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged = new Map(Object.entries(isObject(value) ? value : {}))
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) merged.delete(name)
    else merged.set(name, mergePatch(merged.get(name), change))
  }
  // fromEntries defines fields instead of assigning them, so a field named __proto__ is an ordinary field.
  return Object.fromEntries(merged)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
