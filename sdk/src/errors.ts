import type { ProblemCode } from './operations.ts'

/** One field that is wrong. */
export interface FieldError {
  /** JSON pointer into the request's body. */
  readonly pointer: string
  readonly message: string
}

/**
 * Why a request did not succeed. Its `message` is the problem's detail, in the language that was asked for.
 *
 * Two codes are the client's own: `connection_failed` (status 0: no answer came, as often as it was tried) and
 * `answer_unreadable` (an answer came that is not Recoup's).
 */
export class RecoupError extends Error {
  override readonly name = 'RecoupError'
  /** Stable; decide by this. */
  readonly code: ProblemCode | 'connection_failed' | 'answer_unreadable' | (string & {})
  /** Of HTTP; 0 where no answer came. */
  readonly status: number
  readonly title: string
  readonly detail: string
  /** What the detail is filled with. */
  readonly params: Readonly<Record<string, unknown>>
  /** The fields that are wrong. */
  readonly errors: readonly FieldError[]
  /** Names the request in the server's log. */
  readonly requestId: string | undefined
  /** The whole problem: some carry more, as `refund_preview_stale` its new `preview`. */
  readonly problem: Readonly<Record<string, unknown>>

  constructor(status: number, problem: Readonly<Record<string, unknown>>, cause?: unknown) {
    const { title, detail, code } = problem as { title?: string; detail?: string; code?: string }
    super(detail ?? title ?? `HTTP ${status}`, cause === undefined ? {} : { cause })
    this.status = status
    this.problem = problem
    this.code = code ?? 'answer_unreadable'
    this.title = title ?? `HTTP ${status}`
    this.detail = detail ?? ''
    this.params = (problem.params as Record<string, unknown> | undefined) ?? {}
    this.errors = (problem.errors as FieldError[] | undefined) ?? []
    this.requestId = problem.requestId as string | undefined
  }
}

/** Whether it is a problem, and, where codes are given, one of these. */
export function isRecoupError(error: unknown, ...codes: readonly ProblemCode[]): error is RecoupError {
  return error instanceof RecoupError && (codes.length === 0 || codes.includes(error.code as ProblemCode))
}
