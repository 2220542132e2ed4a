import type { ProblemCode } from './operations.ts'

/** One invalid field. */
export interface FieldError {
  /** JSON pointer into the request body. */
  readonly pointer: string
  readonly message: string
}

/**
 * A request that failed. The `message` is the problem's detail in the requested language.
 *
 * Two codes come from the client itself: `connection_failed` (status 0: no attempt got a response) and `answer_unreadable` (the
 * response is not from Recoup).
 */
export class RecoupError extends Error {
  override readonly name = 'RecoupError'
  /** Stable; branch on this. */
  readonly code: ProblemCode | 'connection_failed' | 'answer_unreadable' | (string & {})
  /** The HTTP status; 0 without a response. */
  readonly status: number
  readonly title: string
  readonly detail: string
  /** The parameters of the detail. */
  readonly params: Readonly<Record<string, unknown>>
  /** The invalid fields. */
  readonly errors: readonly FieldError[]
  /** Identifies the request in the server's log. */
  readonly requestId: string | undefined
  /** The whole problem. Some have more members, such as the new `preview` of `refund_preview_stale`. */
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

/** Whether the error is a RecoupError and, if codes are given, has one of them. */
export function isRecoupError(error: unknown, ...codes: readonly ProblemCode[]): error is RecoupError {
  return error instanceof RecoupError && (codes.length === 0 || codes.includes(error.code as ProblemCode))
}
