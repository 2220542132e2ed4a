/** Checks of what came from outside, with a sentence that says what is wrong with it. */
import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Refusal } from './refusal.ts'

/** Compiles a schema into a check that answers the value. It throws Refusal `request_invalid`. */
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
