import type { Shapes } from '@recoup/sdk'
import { Link, useLocation } from 'react-router'
import { formatShare, signOf } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Growth, Rounded } from '../../ui/Figure.tsx'
import { inCurrency } from './currencies.ts'

interface Props {
  readonly whole: Shapes['WholeReport']
  readonly currency: string
}

interface Row {
  readonly line: string
  readonly title: string
  readonly amounts: Shapes['ReportAmounts']
}

/** The lines by revenue. A line without activity is left out. */
export function LinesTable({ whole, currency }: Props) {
  const { t, language } = useTexts('overview')
  const { search } = useLocation()
  const rows = whole.lines
    .flatMap(({ line, title, amounts }): Row[] => {
      const own = inCurrency(amounts, currency)
      return own && (own.charges > 0 || signOf(own.revenue) !== 0) ? [{ line, title, amounts: own }] : []
    })
    .toSorted((a, b) => Number(b.amounts.revenue) - Number(a.amounts.revenue))
  const most = Math.max(0, ...rows.map(({ amounts }) => Number(amounts.revenue)))
  const columns: Column<Row>[] = [
    {
      key: 'line',
      title: t('field.line'),
      render: ({ line, title, amounts }) => (
        <>
          <Link to={{ pathname: `/lines/${line}`, search }}>{title}</Link>
          <div className="row-bar" aria-hidden="true">
            <span style={{ width: `${most > 0 ? Math.max(0, (100 * Number(amounts.revenue)) / most) : 0}%` }} />
          </div>
        </>
      ),
    },
    {
      key: 'revenue',
      title: t('figure.revenue'),
      align: 'right',
      render: ({ amounts }) => <Rounded amount={amounts.revenue} currency={currency} />,
    },
    {
      key: 'previous',
      title: t('growth.previousShort'),
      align: 'right',
      render: ({ amounts }) => <Growth of={amounts.growth.previousPeriod} />,
    },
    {
      key: 'year',
      title: t('growth.yearShort'),
      align: 'right',
      render: ({ amounts }) => <Growth of={amounts.growth.yearBefore} />,
    },
    {
      key: 'refunds',
      title: t('figure.refundRate'),
      align: 'right',
      render: ({ amounts }) => (amounts.refundRate === null ? '–' : formatShare(amounts.refundRate, language)),
    },
  ]
  return (
    <RowsTable
      rows={rows}
      columns={columns}
      rowKey={({ line }) => line}
      label={t('lines.title')}
      empty={t('trend.none')}
      more={{ size: 'small' }}
    />
  )
}
