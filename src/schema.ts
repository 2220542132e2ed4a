/** Variants of TypeBox schemas that keep the original's type, which a spread alone would lose. */
import type { TSchema } from 'typebox'

/** Returns the schema with another description. */
export function described<Schema extends TSchema>(schema: Schema, description: string): Schema {
  return { ...schema, description }
}

/** Returns the schema with a default. */
export function withDefault<Schema extends TSchema>(schema: Schema, value: unknown): Schema {
  return { ...schema, default: value }
}
