import { PlusOutlined } from '@ant-design/icons'
import type { Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useMay } from '../../api.ts'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

/** The list of bulk refunds. */
export default function BulkRefunds() {
  const { t, term, language } = useTexts('bulk-refunds')
  const may = useMay()
  const columns: Column<Shapes['BulkRefund']>[] = [
    {
      key: 'id',
      title: t('bulk'),
      render: ({ id }) => (
        <Link to={`/bulk-refunds/${id}`} title={id}>
          <Id of={id} />
        </Link>
      ),
    },
    { key: 'created', title: t('field.created'), render: ({ createdAt }) => <Instant at={createdAt} /> },
    { key: 'by', title: t('createdBy'), render: ({ createdBy }) => <Actor of={createdBy} /> },
    {
      key: 'status',
      title: t('field.status'),
      render: ({ status }) => <StatusTag status={status} page="bulk-refunds" />,
    },
    {
      key: 'reason',
      title: t('field.reason'),
      render: ({ reason, note }) => (
        <>
          {term('reason', reason)}
          {note && (
            <div className="second-line" style={{ maxWidth: 260, overflowWrap: 'anywhere' }}>
              {note}
            </div>
          )}
        </>
      ),
    },
    { key: 'source', title: t('source.title'), render: ({ source }) => t(`source.${source}`) },
    {
      key: 'rows',
      title: t('rows.total'),
      align: 'right',
      render: ({ rows }) => <span className="amount">{formatNumber(rows.total, language)}</span>,
    },
    {
      key: 'amount',
      title: t('field.amount'),
      align: 'right',
      render: ({ preview }) =>
        preview?.totals.map(({ currency, amount }) => (
          <div key={currency}>
            <Money amount={amount} currency={currency} strong />
          </div>
        )) ?? '–',
    },
  ]
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('requests:write') && (
          <Link to="/bulk-refunds/new">
            <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
              {t('new.title')}
            </Button>
          </Link>
        )
      }
    >
      <Section flush>
        <DataTable
          path="/v1/bulk-refunds"
          columns={columns}
          rowKey={({ id }) => id}
          label={t('title')}
          empty={t('none')}
          refresh={10_000}
        />
      </Section>
    </Page>
  )
}
