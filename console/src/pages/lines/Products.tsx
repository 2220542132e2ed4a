import type { Shapes } from '@recoup/sdk'
import { Link } from 'react-router'
import { useGet } from '../../api.ts'
import { formatShare } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Growth, Rounded } from '../../ui/Figure.tsx'
import { Section } from '../../ui/Page.tsx'
import { inCurrency } from '../overview/currencies.ts'
import { useTermsInWords } from './useTermsInWords.ts'

type Row = Shapes['LineReport']['rows'][number]

interface Props {
  readonly report: Shapes['LineReport']
  readonly currency: string
  /** Whether the user may see prices. */
  readonly priced: boolean
}

/** The products of a line with their current prices and results. */
export function Products({ report: { line, rows }, currency, priced }: Props) {
  const { t, language } = useTexts('lines')
  const inWords = useTermsInWords()
  const card = useGet('/v1/rate-cards/current', undefined, { enabled: priced, staleTime: 60_000 }).data
  const columns: Column<Row>[] = [
    {
      key: 'product',
      title: t('field.product'),
      render: ({ product, title }) => (
        <div className="product">
          {title}
          {card && (
            <small>
              {inWords(card.products[`${line}/${product}`], card.currency).map((text) => (
                <div key={text}>{text}</div>
              ))}
            </small>
          )}
        </div>
      ),
    },
    {
      key: 'revenue',
      title: t('figure.revenue'),
      align: 'right',
      render: ({ amounts }) => {
        const own = inCurrency(amounts, currency)
        return own ? (
          <>
            <Rounded amount={own.revenue} currency={currency} />
            <div>
              <Growth of={own.growth.previousPeriod} />
            </div>
          </>
        ) : (
          '–'
        )
      },
    },
    {
      key: 'refunds',
      title: t('figure.refundRate'),
      align: 'right',
      render: ({ amounts }) => {
        const rate = inCurrency(amounts, currency)?.refundRate ?? null
        return rate === null ? '–' : formatShare(rate, language)
      },
    },
  ]
  return (
    <Section
      title={t('products.title')}
      extra={card && <Link to={`/rate-cards/${card.version}`}>{t('products.card', { version: card.version })}</Link>}
      flush
    >
      <RowsTable rows={rows} columns={columns} rowKey={({ product }) => product} label={t('products.title')} />
    </Section>
  )
}
