import type { Init, Shapes } from '@recoup/sdk'
import { Descriptions } from 'antd'
import { Link, useParams } from 'react-router'
import { useGet } from '../../api.ts'
import { codesOf } from '../../api-codes.ts'
import { formatDay, formatNumber } from '../../format.ts'
import { useTexts } from '../../texts.ts'
import { Actor } from '../../ui/Actor.tsx'
import { AuditTrail } from '../../ui/AuditTrail.tsx'
import { type Column, DataTable, RowsTable } from '../../ui/DataTable.tsx'
import { ChoiceFilter, FilterBar, useFilters } from '../../ui/filters.tsx'
import { Id } from '../../ui/Id.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { PendingPage } from '../../ui/PendingPage.tsx'

type Bill = Shapes['FundBill']
type Movement = Shapes['FundMovement']
type Query = NonNullable<NonNullable<Init<'/v1/fund-bills/{bill}/movements', 'get'>>['params']>['query']

/** Differences first. */
const MOODS = {
  missing_here: 'status status-bad',
  missing_there: 'status status-bad',
  amount_differs: 'status status-wait',
  other: 'status',
  matched: 'status status-good',
} as const satisfies Record<Movement['class'], string>
const CLASSES = codesOf<Movement['class']>(MOODS)

/** One day's movements of the account at a gateway, and what explains them. */
export default function FundBill() {
  const { bill = '' } = useParams()
  const { t } = useTexts('reconciliation')
  const read = useGet('/v1/fund-bills/{bill}', { params: { path: { bill } } })
  if (read.data) return <FundBillView bill={read.data} />
  return (
    <PendingPage
      of={read}
      title={t('funds.title')}
      back={{ to: '/reconciliation/funds', label: t('funds.title') }}
      rows={6}
    />
  )
}

function FundBillView({ bill }: { readonly bill: Bill }) {
  const { t, language } = useTexts('reconciliation')
  const { id, gateway, date, opening, closing, gap, income, expense, createdBy, createdAt } = bill
  const money = (of: Bill['opening']) => (of ? <Money {...of} /> : '–')
  return (
    <Page
      title={`${gateway} · ${formatDay(date, language)}`}
      lead={<span className="mono">{id}</span>}
      back={{ to: '/reconciliation/funds', label: t('funds.title') }}
    >
      <Section>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 3 }}
          items={[
            { key: 'opening', label: t('funds.opening'), children: money(opening) },
            { key: 'closing', label: t('funds.closing'), children: money(closing) },
            { key: 'gap', label: t('funds.gap'), children: <Gap of={gap} /> },
            { key: 'income', label: t('funds.income'), children: money(income) },
            { key: 'expense', label: t('funds.expense'), children: money(expense) },
            {
              key: 'by',
              label: t('startedBy'),
              children: (
                <span>
                  <Actor of={createdBy} /> · <Instant at={createdAt} />
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Sums bill={bill} />
      <Movements bill={bill} />
      <AuditTrail subject={id} />
    </Page>
  )
}

/** The difference to the closing balance of the day before. */
export function Gap({ of }: { readonly of: Bill['gap'] }) {
  const { t } = useTexts('reconciliation')
  if (of === null) return <span className="secondary">{t('funds.gapUnknown')}</span>
  if (Number(of.amount) === 0) return <span className="status status-good">{t('funds.noGap')}</span>
  return (
    <span className="status status-bad">
      <Money {...of} />
    </span>
  )
}

function Sums({ bill: { classes } }: { readonly bill: Bill }) {
  const { t, language } = useTexts('reconciliation')
  const order = (of: Movement['class']) => CLASSES.indexOf(of)
  return (
    <Section title={t('classes')}>
      <RowsTable
        rows={classes.toSorted((a, b) => order(a.class) - order(b.class))}
        rowKey={(each) => `${each.class} ${each.name}`}
        label={t('classes')}
        columns={[
          {
            key: 'class',
            title: t('class.title'),
            render: ({ class: of, name }) => (
              <>
                <span className={MOODS[of]}>{t(`movement.${of}`)}</span>
                <div className="second-line">{name}</div>
              </>
            ),
          },
          {
            key: 'count',
            title: t('funds.movements'),
            align: 'right',
            render: ({ count }) => <span className="amount">{formatNumber(count, language)}</span>,
          },
          { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} /> },
        ]}
      />
    </Section>
  )
}

function Movements({ bill }: { readonly bill: Bill }) {
  const { t } = useTexts('reconciliation')
  const filters = useFilters(['class'])
  const columns: Column<Movement>[] = [
    {
      key: 'at',
      title: t('funds.business'),
      render: ({ at, name, type }) => (
        <>
          {name}
          <div className="second-line">
            {type !== name && `${type} · `}
            <Instant at={at} />
          </div>
        </>
      ),
    },
    { key: 'amount', title: t('field.amount'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
    {
      key: 'class',
      title: t('outcome'),
      render: ({ class: of, expected }) => (
        <>
          <span className={MOODS[of]}>{t(`movement.${of}`)}</span>
          {expected && of !== 'matched' && (
            <div className="second-line">
              {t('funds.expected')} <Money {...expected} />
            </div>
          )}
        </>
      ),
    },
    { key: 'of', title: t('here'), render: (row) => <Counterpart of={row} /> },
    {
      key: 'number',
      title: t('number'),
      render: ({ providerNumber, flowNumber }) => (
        <div className="mono" style={{ fontSize: 12, maxWidth: 220, overflowWrap: 'anywhere' }}>
          {providerNumber || '–'}
          {flowNumber && <div className="second-line">{flowNumber}</div>}
        </div>
      ),
    },
    {
      key: 'balance',
      title: t('funds.balance'),
      align: 'right',
      render: ({ balance }) => (balance ? <Money {...balance} /> : '–'),
    },
  ]
  return (
    <>
      <Section>
        <FilterBar of={filters}>
          <ChoiceFilter
            of={filters}
            name="class"
            label={t('outcome')}
            options={CLASSES.map((value) => ({ value, label: t(`movement.${value}`) }))}
          />
        </FilterBar>
      </Section>
      <Section title={t('funds.movements')} flush>
        <DataTable
          path="/v1/fund-bills/{bill}/movements"
          init={{ params: { path: { bill: bill.id }, query: filters.values as Query } }}
          columns={columns}
          rowKey={({ number }) => String(number)}
          label={t('funds.movements')}
          empty={t('noneFound')}
        />
      </Section>
    </>
  )
}

function Counterpart({ of: { charge, refund } }: { readonly of: Movement }) {
  if (charge !== null && refund === null) {
    return (
      <Link to={`/charges/${charge}`}>
        <Id of={charge} />
      </Link>
    )
  }
  return refund === null ? '–' : <Id of={refund} />
}
