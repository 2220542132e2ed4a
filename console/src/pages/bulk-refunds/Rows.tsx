import type { Shapes } from '@recoup/sdk'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { codesOf } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { useFilters } from '../../ui/filters.tsx'
import { ChargeLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Section } from '../../ui/Page.tsx'
import { StateTabs } from '../../ui/StateTabs.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { Bulk } from './bulk.ts'

const STATUSES = codesOf<Shapes['BulkRefundRow']['status']>({
  ready: true,
  refused: true,
  refunded: true,
  failed: true,
  new: true,
})

/** The rows in order, with the outcome of each. */
export function Rows({ bulk: { id, status } }: { readonly bulk: Bulk }) {
  const { t, term } = useTexts('bulk-refunds')
  const client = useQueryClient()
  // Rows that were read while it ran are outdated.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the status changes
  useEffect(() => void client.invalidateQueries({ queryKey: ['/v1/bulk-refunds/{bulk}/rows'] }), [client, status])
  const filters = useFilters(['rows'])
  const shown = STATUSES.find((each) => each === filters.values.rows)
  const columns: Column<Shapes['BulkRefundRow']>[] = [
    { key: 'number', title: '#', render: ({ number }) => number },
    {
      key: 'charge',
      title: t('field.charge'),
      render: ({ charge, reference }) => (
        <>
          {charge ? <ChargeLink charge={charge} /> : '–'}
          {reference && <div className="second-line">{reference}</div>}
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      render: (row) =>
        // The status `ready` of a bulk refund means that it awaits approval; for a row, it means something else.
        row.status === 'ready' ? (
          <span className="status status-busy">{t('rows.left')}</span>
        ) : (
          <StatusTag status={row.status} page="bulk-refunds" mood={MOODS[row.status]} />
        ),
    },
    {
      key: 'problem',
      title: t('rows.problem'),
      render: ({ problem, refundStatus }) =>
        problem ? (
          <div style={{ minWidth: 200, maxWidth: 420, overflowWrap: 'anywhere' }} title={problem.code}>
            {problem.detail}
          </div>
        ) : refundStatus && refundStatus !== 'succeeded' ? (
          term('status', refundStatus)
        ) : (
          '–'
        ),
    },
    {
      key: 'asked',
      title: t('rows.asked'),
      align: 'right',
      render: ({ asked }) => (asked ? <Money {...asked} /> : t('rows.whole')),
    },
    {
      key: 'amount',
      title: t('field.amount'),
      align: 'right',
      render: ({ amount }) => (amount ? <Money {...amount} strong /> : '–'),
    },
  ]
  return (
    <Section title={t('rows.title')}>
      <StateTabs
        label={t('field.status')}
        value={shown}
        onChange={(value) => filters.set({ rows: value })}
        tabs={[
          { value: undefined, label: t('rows.all') },
          ...STATUSES.map((value) => ({ value, label: value === 'ready' ? t('rows.left') : t(`status.${value}`) })),
        ]}
      />
      <DataTable
        path="/v1/bulk-refunds/{bulk}/rows"
        init={{ params: { path: { bulk: id }, query: shown ? { status: shown } : {} } }}
        columns={columns}
        rowKey={({ number }) => String(number)}
        label={t('rows.title')}
        empty={t('rows.none')}
        {...(status === 'running' || status === 'previewing' ? { refresh: 2_000 } : {})}
      />
    </Section>
  )
}

const MOODS = { new: 'busy', refused: 'wait', refunded: 'good', failed: 'bad' } as const
