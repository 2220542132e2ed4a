import type { RequestInFull } from './RefundRequest.tsx'

/** Why somebody may not approve a request, as far as it can be told before trying; undefined: nothing known stands against it. */
export function whyNotApprove(
  { askedBy, approvals, preview }: Pick<RequestInFull, 'askedBy' | 'approvals' | 'preview'>,
  actor: string | undefined,
): 'own' | 'twice' | 'nothing' | undefined {
  if (actor !== undefined && askedBy === actor) return 'own'
  if (actor !== undefined && approvals.includes(actor)) return 'twice'
  return preview === null ? 'nothing' : undefined
}
