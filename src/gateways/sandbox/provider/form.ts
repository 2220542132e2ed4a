/** Validation of external input, with a message that names the fault. */
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refusal } from './refusal.ts'

/** Compiles a schema into a function that validates and returns a value. It throws Refusal `request_invalid`. */
export function form<Schema extends TSchema>(schema: Schema): (json: unknown) => Static<Schema> {
  const compiled = Compile(schema)
  return (json) => {
    if (compiled.Check(json)) return json as Static<Schema>
    const faults = compiled.Errors(json).filter(({ keyword }) => keyword !== 'additionalProperties')
    const { instancePath = '', keyword = '', message = 'has an invalid format' } = faults[0] ?? {}
    const said = keyword === 'boolean' ? 'is not known' : message
    throw new Refusal(400, 'request_invalid', `${instancePath || 'the body'} ${said}`)
  }
}
