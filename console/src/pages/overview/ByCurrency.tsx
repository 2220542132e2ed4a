import type { Shapes } from '@recoup/sdk'
import { Button } from 'antd'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Growth, Rounded } from '../../ui/Figure.tsx'
import { currenciesOf, inCurrency } from './currencies.ts'

type Amounts = Shapes['ReportAmounts']

interface Props {
  readonly total: readonly Amounts[]
  readonly onChoose: (currency: string) => void
}

const SUMS = ['captured', 'refunded', 'revenue', 'cost', 'paidOut'] as const

/** The figures per currency. Amounts in different currencies are never added up. */
export function ByCurrency({ total, onChoose }: Props) {
  const { t, language } = useTexts('overview')
  return (
    <RowsTable
      rows={currenciesOf(total).map((currency) => inCurrency(total, currency)!)}
      rowKey={({ currency }) => currency}
      label={t('currencies.title')}
      more={{ size: 'small' }}
      columns={[
        {
          key: 'currency',
          title: t('field.currency'),
          render: ({ currency }) => (
            <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => onChoose(currency)}>
              {currency}
            </Button>
          ),
        },
        {
          key: 'charges',
          title: t('figure.charges'),
          align: 'right',
          render: ({ charges }) => formatNumber(charges, language),
        },
        ...SUMS.map((name) => ({
          key: name,
          title: t(`figure.${name}`),
          align: 'right' as const,
          render: (row: Amounts) => <Rounded amount={row[name]} currency={row.currency} />,
        })),
        {
          key: 'growth',
          title: t('growth.previousShort'),
          align: 'right',
          render: ({ growth }) => <Growth of={growth.previousPeriod} />,
        },
      ]}
    />
  )
}
