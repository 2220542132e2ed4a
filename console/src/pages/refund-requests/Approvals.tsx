import { useMay, useMe } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { Approvals, whyNotApprove } from '../../ui/Approvals.tsx'
import type { RequestInFull } from './request.ts'

/** The approvals of a request, those still missing, and why the viewer cannot approve. */
export function RequestApprovals({ request }: { readonly request: RequestInFull }) {
  const whyNot = useWhyNot(request)
  const me = useMe().data
  const may = useMay()
  const { decision, approvals, status } = request
  if (me?.party !== null) return null
  return (
    <Approvals
      needed={Math.max(decision.approvals, 1)}
      approvals={approvals}
      note={status === 'requested' && may('requests:approve') && whyNot}
    />
  )
}

/** The reason why the user cannot approve the request, in words. */
export function useWhyNot({ askedBy, approvals, preview }: RequestInFull): string | undefined {
  const { t } = useTexts('refund-requests')
  const whyNot = whyNotApprove(askedBy, approvals, useMe().data?.actor)
  if (whyNot) return t(`whyNot.${whyNot}`)
  return preview === null ? t('approve.nothing') : undefined
}
