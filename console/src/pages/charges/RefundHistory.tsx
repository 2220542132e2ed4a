import type { Charge, Refund } from '@recoup/sdk'
import { useGet } from '../../api.ts'
import { useTexts } from '../../texts.ts'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Explanation } from '../../ui/Explanation.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { TransfersTable } from './TransfersTable.tsx'

/** The refunds of a charge, latest first. An expanded refund shows its transfers and calculation. */
export function RefundHistory({ refunds }: { readonly charge: Charge; readonly refunds: readonly Refund[] }) {
  const { t, term } = useTexts('charges')
  return (
    <RowsTable
      rows={refunds}
      rowKey={({ id }) => id}
      label={t('charge.history')}
      empty={t('charge.noRefunds')}
      more={{ expandable: { expandedRowRender: (refund) => <RefundDetails refund={refund} /> } }}
      columns={[
        { key: 'time', title: t('field.time'), render: ({ effectiveAt }) => <Instant at={effectiveAt} /> },
        { key: 'id', title: t('refund.refund'), render: ({ id }) => <Id of={id} /> },
        { key: 'status', title: t('field.status'), render: ({ status }) => <StatusTag status={status} /> },
        { key: 'reason', title: t('field.reason'), render: ({ reason }) => (reason ? term('reason', reason) : '–') },
        { key: 'reference', title: t('field.reference'), render: ({ reference }) => reference ?? '–' },
        {
          key: 'after',
          title: t('refund.after'),
          align: 'right',
          render: ({ refundableAfter }) => <Money {...refundableAfter} />,
        },
        {
          key: 'amount',
          title: t('field.amount'),
          align: 'right',
          render: ({ amount }) => <Money {...amount} strong />,
        },
      ]}
    />
  )
}

function RefundDetails({ refund }: { readonly refund: Refund }) {
  const explanation = useGet('/v1/refunds/{refund}/explanation', { params: { path: { refund: refund.id } } })
  return (
    <div className="two-columns" style={{ padding: 12 }}>
      <TransfersTable transfers={refund.transfers} />
      <Loaded of={explanation}>{(data) => <Explanation explanation={data} />}</Loaded>
      <AuditTrail subject={refund.id} />
    </div>
  )
}
