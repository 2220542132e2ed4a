import type { Charge, Refund, Shapes } from '@recoup/sdk'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Money } from '../../ui/Money.tsx'

type Row = Shapes['Component'] & { readonly key: string; readonly item: string; readonly quantity: string }

interface Props {
  readonly charge: Charge
  readonly refunds: readonly Refund[]
}

/** The components of a charge: what moved, between which accounts, and how it is refunded. */
export function ComponentsTable({ charge }: Props) {
  const { t, term } = useTexts('charges')
  const rows = charge.items.flatMap(({ id, quantity, components }) =>
    components.map((component, index): Row => ({ ...component, key: `${id}/${index}`, item: id, quantity })),
  )
  const columns: Column<Row>[] = [
    ...(charge.items.length > 1
      ? [{ key: 'item', title: t('charge.item'), render: ({ item, quantity }: Row) => `${item} × ${quantity}` }]
      : []),
    { key: 'kind', title: t('field.kind'), render: ({ kind }) => term('kind', kind) },
    {
      key: 'way',
      title: t('charge.way'),
      render: ({ from, to }) => (
        <span className="mono">
          {from} <span aria-hidden="true">→</span> {to}
        </span>
      ),
    },
    {
      key: 'returns',
      title: t('charge.returns'),
      render: ({ returns }) => t(`returns.${returns}`),
    },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} /> },
  ]
  return <RowsTable rows={rows} columns={columns} rowKey={({ key }) => key} label={t('charge.components')} />
}
