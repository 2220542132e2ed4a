/**
 * Writes answers by their schemas, which leaves out what a schema doesn't name. Fastify's own compiler, but each schema is
 * compiled when its answer is first written: all of them together take longer than the rest of a start.
 */
import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifySerializerCompiler } from 'fastify'
import type { TSchema } from 'typebox'

const compile = SerializerSelector()({})

export const serializerCompiler: FastifySerializerCompiler<TSchema> = ({ schema, method, url, httpStatus = '' }) => {
  let serialize: ((answer: unknown) => string) | undefined
  return (answer) => {
    serialize ??= compile({ schema, method, url, httpStatus })
    return serialize(answer)
  }
}
