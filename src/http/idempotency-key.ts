import type { FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

const FORM = /^[\x21-\x7e]{1,200}$/

/**
 * The `Idempotency-Key` of a request. Keys of a party have a namespace of their own: they neither collide with the
 * platform's nor reveal them.
 * @throws Problem `request_invalid` for anything but 1–200 visible ASCII characters.
 */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !FORM.test(key)) {
    const message = 'must be 1–200 visible ASCII characters'
    throw new Problem('request_invalid', { reason: `Idempotency-Key ${message}` }, [
      { pointer: '/headers/idempotency-key', message },
    ])
  }
  return ownKey(request, key)
}

export function ownKey({ identity }: FastifyRequest, key: string): string {
  return identity.party === null ? key : `${identity.party}/${key}`
}
