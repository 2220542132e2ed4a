import type { Shapes } from '@recoup/sdk'
import { useTexts } from '../../texts.ts'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Money } from '../../ui/Money.tsx'

/** The transfers of a refund. */
export function TransfersTable({ transfers }: { readonly transfers: readonly Shapes['RefundTransfer'][] }) {
  const { t, term } = useTexts('charges')
  const rows = transfers.map((transfer, index) => ({ ...transfer, key: String(index) }))
  return (
    <RowsTable
      rows={rows}
      rowKey={({ key }) => key}
      label={t('refund.transfers')}
      more={{ size: 'small' }}
      columns={[
        { key: 'kind', title: t('field.kind'), render: ({ kind }) => term('kind', kind) },
        { key: 'from', title: t('refund.from'), render: ({ from }) => <span className="mono">{from}</span> },
        { key: 'to', title: t('refund.to'), render: ({ to }) => <span className="mono">{to}</span> },
        { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} /> },
      ]}
    />
  )
}
