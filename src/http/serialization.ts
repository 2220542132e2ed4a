/**
 * Serializes responses by their schemas, which leaves out fields that are not in the schema. Uses Fastify's own
 * compiler, but compiles each schema when it is first needed: compiling all of them takes longer than the rest of the
 * start.
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
