/** Executes a merchant's call with the fault drawn for it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProviderContext } from './context.ts'
import type { CallFault, Subject } from './faults.ts'
import { Refusal } from './refusal.ts'

export interface Answer {
  readonly status: number
  /** JSON unless it is a Buffer. */
  readonly body?: unknown
}

/** How a call ends: with a complete or truncated answer, or without one, by hanging or by cutting the connection. */
export type Ending =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'cut'; readonly answer: Answer }
  | { readonly kind: 'hang' }
  | { readonly kind: 'break' }

const UNDONE: ReadonlySet<CallFault> = new Set(['timeoutBefore', 'timeoutLate', 'brokenBefore', 'errorBefore', 'busy'])

/** Draws the fault and does the work, if any, in one transaction. A refused call changes nothing. */
export async function doCall(
  context: ProviderContext,
  subject: Required<Subject>,
  work: () => Answer,
  stopped: AbortSignal,
): Promise<Ending> {
  const { fault, answer } = await context.books.together(() => {
    const fault = context.faults.ofCall(subject)
    return { fault, answer: fault && UNDONE.has(fault) ? undefined : answered(work) }
  })
  if (fault === 'timeoutLate') doLate(context, work, stopped)
  return endingOf(fault, answer)
}

/** Returns the answer, with a refusal as one: refusals are thrown before anything is written. */
function answered(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: { code: error.code, message: error.message } }
  }
}

function doLate(context: ProviderContext, work: () => Answer, stopped: AbortSignal): void {
  sleep(context.conditions.lateMs, undefined, { signal: stopped }).then(
    () => context.books.together(() => answered(work)),
    // The provider stopped in the meantime, so the call was never executed.
    () => {},
  )
}

function endingOf(fault: CallFault | undefined, answer: Answer | undefined): Ending {
  switch (fault) {
    case 'timeoutBefore':
    case 'timeoutAfter':
    case 'timeoutLate':
      return { kind: 'hang' }
    case 'brokenBefore':
      return { kind: 'break' }
    case 'brokenAfter':
      return Buffer.isBuffer(answer!.body) ? { kind: 'cut', answer: answer! } : { kind: 'break' }
    case 'errorBefore':
    case 'errorAfter':
      return failed(500, 'system_error', 'something went wrong here; what was asked may have been done')
    case 'busy':
      return failed(429, 'rate_limited', 'too many requests; ask again later')
    case 'damaged':
      return { kind: 'answer', answer: { ...answer!, body: damaged(answer!) } }
    case undefined:
      return { kind: 'answer', answer: answer! }
  }
}

const failed = (status: number, code: string, message: string): Ending => ({
  kind: 'answer',
  answer: { status, body: { code, message } },
})

/** Corrupts an answer: changes one digit of a file, or truncates JSON by half. */
function damaged({ body }: Answer): Buffer {
  if (!Buffer.isBuffer(body)) {
    const text = Buffer.from(JSON.stringify(body ?? {}))
    return text.subarray(0, text.length >> 1)
  }
  const changed = Buffer.from(body)
  const place = changed.length - 2
  changed[place] = changed[place] === 0x31 ? 0x32 : 0x31
  return changed
}
