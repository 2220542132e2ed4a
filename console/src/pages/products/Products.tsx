import type { Shapes } from '@recoup/sdk'
import { Fragment } from 'react'
import { useGet } from '../../api.ts'
import { type Texts, useTexts } from '../../texts.ts'
import { Code } from '../../ui/Code.tsx'
import { type Column, RowsTable } from '../../ui/DataTable.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'

type Product = Shapes['Product']

/** The products by line. An expanded product shows its terms and an example event. */
export default function Products() {
  const { t, language } = useTexts('products')
  const products = useGet('/v1/products', undefined, { staleTime: 60_000 })
  const columns: Column<Product>[] = [
    { key: 'title', title: t('field.product'), width: '28%', render: ({ title }) => title[language] },
    { key: 'id', title: t('field.id'), width: '18%', render: ({ id }) => <span className="mono">{id}</span> },
    { key: 'models', title: t('models'), width: '22%', render: (product) => <Models of={product} /> },
    {
      key: 'refund',
      title: t('window'),
      width: '20%',
      render: ({ refundPolicies }) => [...new Set(refundPolicies.map(({ policy }) => inWords(policy, t)))].join(' · '),
    },
    {
      key: 'priced',
      title: t('field.status'),
      render: ({ priced }) => (
        <span className={priced ? 'status status-good' : 'status'}>{priced ? t('priced') : t('unpriced')}</span>
      ),
    },
  ]
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={products} rows={12}>
        {({ data }) =>
          linesOf(data).map(({ line, lineTitle }) => (
            <Section key={line} title={lineTitle[language]} flush>
              <RowsTable
                rows={data.filter((product) => product.line === line)}
                columns={columns}
                rowKey={({ id }) => id}
                label={lineTitle[language]}
                more={{ expandable: { expandedRowRender: (product) => <Details product={product} /> } }}
              />
            </Section>
          ))
        }
      </Loaded>
    </Page>
  )
}

/** One product of each line, in the order of the API. */
function linesOf(products: readonly Product[]): Product[] {
  return [...new Map(products.toReversed().map((product) => [product.line, product])).values()].toReversed()
}

function inWords({ windowDays }: Shapes['RefundPolicy'], t: Texts): string {
  return windowDays === null ? t('noLimit') : t('days', { count: windowDays })
}

/** The price models in words, with the codes of the rate card in a tooltip. */
function Models({ of: { priceModels, priceModelTitles } }: { readonly of: Product }) {
  const { language } = useTexts()
  const words = priceModelTitles.map((title) => title[language])
  return <span title={priceModels.join(', ')}>{words.join(language === 'zh' ? '、' : ', ') || '–'}</span>
}

function Details({ product }: { readonly product: Product }) {
  const { t, language } = useTexts('products')
  return (
    // The content must not change the widths of the table's columns.
    <div style={{ padding: 12, contain: 'inline-size' }}>
      <h3 style={{ fontSize: 14, margin: '0 0 8px' }}>{product.priced ? t('terms') : t('defaultTerms')}</h3>
      <dl className="terms-in-words">
        {product.termsInWords.map(({ name, text }) => (
          <Fragment key={name.en}>
            <dt>{name[language]}</dt>
            <dd>{text[language]}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="two-columns">
        <Code label={t('defaultTerms')} value={product.defaultTerms} />
        <Code label={t('example')} value={product.example} />
      </div>
    </div>
  )
}
