/**
 * Bulk requests: each element is validated and executed or refused independently. All elements go to the engine at
 * once, so that they are written to the database in shared batches.
 */
import type { FastifyRequest } from 'fastify'
import Type, { type TSchema } from 'typebox'
import { Problem } from '../problem.ts'
import { ownKey } from './idempotency-key.ts'
import { asKnown, languageOf, logFailure, type ProblemBody, problemBody } from './problems.ts'
import { named, ProblemShape } from './shapes.ts'
import { type Check, checker } from './validation.ts'

const MAX_BULK = 1_000

export const BULK_DESCRIPTION = `1 to ${MAX_BULK} elements. Each one succeeds or fails independently; the results are in the same order. \
Elements without an \`idempotencyKey\` get one derived from the \`Idempotency-Key\` of the request, if there is one, and their position.`

/** Schema of the body of a bulk request in the OpenAPI document. */
export function bulkOf<Name extends string, Schema extends TSchema>(name: Name, element: Schema) {
  return Type.Object(
    { [name]: Type.Array(element, { minItems: 1, maxItems: MAX_BULK }) } as unknown as Record<Name, TSchema>,
    {
      additionalProperties: false,
    },
  )
}

/** Validates only the frame; the elements are validated individually later. */
export function checkFrame(name: string): Check {
  return checker(bulkOf(name, Type.Unknown()))
}

export function bulkAnswer(shape: string, name: string, thing: TSchema) {
  return named(
    shape,
    Type.Object({
      results: Type.Array(
        Type.Object({
          status: Type.Integer({
            description: 'HTTP status that a separate request would have returned',
            examples: [201],
          }),
          [name]: Type.Optional(thing),
          problem: Type.Optional(ProblemShape),
        }),
      ),
      accepted: Type.Integer(),
      refused: Type.Integer(),
    }),
  )
}

export interface Outcome<Thing> {
  readonly thing: Thing
  readonly replayed: boolean
}

/** Starts `run` for all elements before awaiting any; an error becomes the result of its element. */
export async function runBulk<Element extends { idempotencyKey?: string }, Thing>(
  request: FastifyRequest,
  { name, elements, check }: { readonly name: string; readonly elements: readonly unknown[]; readonly check: Check },
  run: (element: Element, idempotencyKey: string | undefined) => Promise<Outcome<Thing>>,
) {
  const language = languageOf(request)
  const frameKey = request.headers['idempotency-key']
  const keyOf = ({ idempotencyKey }: Element, index: number) => {
    const key = idempotencyKey ?? (typeof frameKey === 'string' ? `${frameKey}#${index}` : undefined)
    return key === undefined ? undefined : ownKey(request, key)
  }
  let accepted = 0
  let logged = false
  const results = await Promise.all(
    elements.map(async (value, index) => {
      try {
        const checked = check(value)
        if ('error' in checked) throw checked.error
        const element = checked.value as Element
        const { thing, replayed } = await run(element, keyOf(element, index))
        accepted += 1
        return { status: replayed ? 200 : 201, [name]: thing }
      } catch (error) {
        const known = asKnown(error as Error, request)
        // A failure usually affects the whole batch, so it is logged once.
        if (known.status >= 500 && !logged) {
          logged = true
          logFailure(error as Error, known, request)
        }
        return { status: known.status, problem: problemBody(known, language, request.id) }
      }
    }),
  )
  return { results: results as BulkResult[], accepted, refused: results.length - accepted }
}

type BulkResult = { status: number; problem?: ProblemBody }

/** @throws Problem `request_invalid` if the key of a bulk request leaves no room for the positions of its elements. */
export function checkFrameKey(request: FastifyRequest): void {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && !/^[\x21-\x7e]{1,190}$/.test(key)) {
    const message = 'must be 1–190 visible ASCII characters'
    throw new Problem('request_invalid', { reason: `Idempotency-Key ${message}` }, [
      { pointer: '/headers/idempotency-key', message },
    ])
  }
}
