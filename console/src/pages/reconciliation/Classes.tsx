import { codesOf } from '../../api-codes.ts'
import { formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { RowsTable } from '../../ui/DataTable.tsx'
import { Money } from '../../ui/Money.tsx'
import { Section } from '../../ui/Page.tsx'
import { Legend, SplitBar } from '../../ui/SplitBar.tsx'
import type { Run } from './run.ts'

const COLORS = {
  matched: '#2f8f4e',
  open: '#0072b2',
  missing_there: '#c8501f',
  missing_here: '#d55e00',
  amount_differs: '#b8860b',
  fee_differs: '#a3578a',
  status_differs: '#5b6bbf',
} as const satisfies Record<Run['classes'][number]['class'], string>

/** The results of a reconciliation: counts by class as a bar, and the sums on both sides. */
export function Classes({ run: { classes } }: { readonly run: Run }) {
  const { t, language } = useTexts('reconciliation')
  const parts = codesOf<keyof typeof COLORS>(COLORS)
    .map((key) => {
      const value = classes.filter((each) => each.class === key).reduce((sum, { count }) => sum + count, 0)
      return { key, name: t(`class.${key}`), value, text: formatNumber(value, language), color: COLORS[key] }
    })
    .filter(({ value }) => value > 0)
  return (
    <Section title={t('classes')}>
      <SplitBar label={t('classes')} parts={parts} />
      <Legend parts={parts} />
      <div style={{ height: 12 }} />
      <RowsTable
        rows={classes}
        rowKey={(each) => `${each.class} ${each.kind} ${each.currency}`}
        label={t('classes')}
        columns={[
          {
            key: 'class',
            title: t('class.title'),
            // In one cell, because on a phone the other columns must be scrolled to.
            render: (each) => (
              <>
                {t(`class.${each.class}`)}
                <div className="second-line">{t(`lineKind.${each.kind}`)}</div>
              </>
            ),
          },
          {
            key: 'count',
            title: t('lines'),
            align: 'right',
            render: ({ count }) => <span className="amount">{formatNumber(count, language)}</span>,
          },
          { key: 'here', title: t('here'), align: 'right', render: ({ here }) => <Money {...here.amount} /> },
          { key: 'there', title: t('there'), align: 'right', render: ({ there }) => <Money {...there.amount} /> },
          { key: 'feeHere', title: t('feeHere'), align: 'right', render: ({ here }) => <Money {...here.fee} /> },
          { key: 'feeThere', title: t('feeThere'), align: 'right', render: ({ there }) => <Money {...there.fee} /> },
        ]}
      />
    </Section>
  )
}
