import type { Shapes } from '@recoup/sdk'
import { Alert, Typography } from 'antd'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { AccountLink } from '../../ui/links.tsx'
import { Money } from '../../ui/Money.tsx'
import { Section } from '../../ui/Page.tsx'

type Preview = NonNullable<Shapes['BulkRefund']['preview']>

/** The preview of a bulk refund: totals, refusals by reason, and accounts with insufficient funds. */
export function BulkPreview({ preview }: { readonly preview: Preview }) {
  const { t, language } = useTexts('bulk-refunds')
  const { totals, refused, shortages, shortageAccounts } = preview
  return (
    <Section title={t('preview.title')}>
      <dl className="figures" style={{ marginTop: 0 }}>
        {totals.map(({ currency, count, amount }) => (
          <Figure key={currency} title={t('preview.comesBack')} value={<Money amount={amount} currency={currency} />}>
            {t('preview.charges', { count })}
          </Figure>
        ))}
      </dl>
      {totals.length === 0 && <Alert type="warning" showIcon title={t('preview.nothing')} />}
      {refused.length > 0 && (
        <>
          <Typography.Title level={3} style={{ fontSize: 14, marginTop: 12 }}>
            {t('preview.refused')}
          </Typography.Title>
          <RowsTable
            rows={refused}
            rowKey={({ code }) => code}
            label={t('preview.refused')}
            columns={[
              { key: 'why', title: t('preview.why'), render: ({ title, code }) => <span title={code}>{title}</span> },
              {
                key: 'count',
                title: t('rows.title'),
                align: 'right',
                render: ({ count }) => <span className="amount">{formatNumber(count, language)}</span>,
              },
            ]}
          />
        </>
      )}
      {shortages.length > 0 && (
        <>
          <Typography.Title level={3} style={{ fontSize: 14, marginTop: 20 }}>
            {t('preview.short', { count: shortageAccounts })}
          </Typography.Title>
          <Typography.Paragraph type="secondary">{t('preview.shortLead')}</Typography.Paragraph>
          <RowsTable
            rows={shortages}
            rowKey={({ account, currency }) => `${account} ${currency}`}
            label={t('preview.short', { count: shortageAccounts })}
            columns={[
              {
                key: 'account',
                title: t('field.account'),
                render: ({ account, currency }) => <AccountLink path={account} currency={currency} />,
              },
              {
                key: 'available',
                title: t('preview.available'),
                align: 'right',
                render: ({ available, currency }) => <Money amount={available} currency={currency} />,
              },
              {
                key: 'needed',
                title: t('preview.needed'),
                align: 'right',
                render: ({ needed, currency }) => <Money amount={needed} currency={currency} />,
              },
              {
                key: 'lacks',
                title: t('preview.lacks'),
                align: 'right',
                render: ({ short, currency }) => <Money amount={short} currency={currency} strong />,
              },
            ]}
          />
        </>
      )}
    </Section>
  )
}
