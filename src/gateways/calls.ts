/** How failed calls become errors of a gateway. */
import { OutgoingFailure } from '../outgoing/failure.ts'
import { type Caller, Outgoing } from '../outgoing/outgoing.ts'
import { GatewayError } from './gateway.ts'

/** Makes calls to any address, for programs that choose the address themselves. */
export const unguarded = (): Caller => new Outgoing({ targets: 'any' }).of(0)

const WORDS = {
  address_forbidden: 'its address is not allowed',
  busy: 'too many calls are waiting for it',
  no_answer: 'it did not answer',
  answer_too_large: 'its answer is too large',
} as const

/**
 * Rethrows a failed call. A call that never left this machine is `busy`: the same one may be sent again. Why there was no
 * answer is in the log and not in the error, which the tenant reads.
 * @throws GatewayError
 */
export function throwGatewayError(error: unknown): never {
  if (!(error instanceof OutgoingFailure)) throw error
  throw new GatewayError(error.sent ? 'unknown' : 'busy', error.code, `The call failed: ${WORDS[error.code]}.`)
}
