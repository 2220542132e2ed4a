import type { Shapes } from '@recoup/sdk'

/** Whether the answer of an operation is an act that waits for approval, instead of its result. */
export function isWaiting(answer: unknown): answer is Shapes['Approval'] {
  return typeof answer === 'object' && answer !== null && 'act' in answer && 'approvedBy' in answer
}
