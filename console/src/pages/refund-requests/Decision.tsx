import type { Shapes } from '@recoup/sdk'
import { Alert, Descriptions } from 'antd'
import { formatMoney } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Instant } from '../../ui/Instant.tsx'
import { Money } from '../../ui/Money.tsx'

const MOODS = {
  automatic: 'success',
  'needs-approval': 'info',
  'needs-evidence': 'warning',
  declined: 'error',
} as const satisfies Record<Shapes['RefundDecision']['outcome'], string>

/** A summary of the policy's decision. */
export function Decision({ decision }: { readonly decision: Shapes['RefundDecision'] }) {
  const { t, term, language } = useTexts('refund-requests')
  const { outcome, amount, most, decline, deadline, notBefore, approvals, missingEvidence, missingFacts } = decision
  const missing = [
    ...missingEvidence.map((kind) => term('evidence', kind)),
    ...missingFacts.map((fact) => term('fact', fact)),
  ]
  return (
    <div>
      <Alert
        type={MOODS[outcome]}
        showIcon
        role="status"
        title={t(`outcome.${outcome}`, {
          amount: formatMoney(amount.amount, amount.currency, language),
          count: approvals,
        })}
        description={decline?.text ?? (missing.length > 0 && t('decision.missing', { what: missing.join(t('and')) }))}
        style={{ marginBottom: 12 }}
      />
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'most', label: t('decision.most'), children: <Money {...most} /> },
          ...(deadline
            ? [{ key: 'deadline', label: t('decision.deadline'), children: <Instant at={deadline} /> }]
            : []),
          ...(notBefore
            ? [{ key: 'notBefore', label: t('decision.notBefore'), children: <Instant at={notBefore} /> }]
            : []),
        ]}
      />
    </div>
  )
}
