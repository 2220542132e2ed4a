/** Variants of TypeBox schemas. The type stays that of the original, which a spread alone would lose. */
import type { TSchema } from 'typebox'

/** The same schema with a description of its own. */
export function described<Schema extends TSchema>(schema: Schema, description: string): Schema {
  return { ...schema, description }
}

/** The same schema with a default. */
export function withDefault<Schema extends TSchema>(schema: Schema, value: unknown): Schema {
  return { ...schema, default: value }
}
