import type { Init, Shapes } from '@recoup/sdk'
import { Link } from 'react-router'
import { recoup, useGet, useLineTitle, useMe } from '../../api.ts'
import { DEBT_KINDS } from '../../api-codes.ts'
import { useTexts } from '../../texts.ts'
import { AgeBar, AgeLegend } from '../../ui/AgeBar.tsx'
import { CsvButton } from '../../ui/CsvButton.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { ChoiceFilter, FilterBar, TextFilter, useFilters } from '../../ui/filters.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Money } from '../../ui/Money.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Entries } from './Entries.tsx'

type Query = NonNullable<NonNullable<Init<'/v1/debts', 'get'>>['params']>['query']

/** The list of debts with their age. */
export default function Debts() {
  const { t } = useTexts('debts')
  const filters = useFilters(['party', 'kind', 'currency'])
  const party = useMe().data?.party
  const columns = useColumns()
  const query = filters.values as Query
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <CsvButton
          files={[
            {
              key: 'debts',
              label: t('title'),
              name: 'debts',
              read: async () =>
                (await recoup.get('/v1/debts', {
                  params: { query: { ...query, format: 'csv' } },
                  parseAs: 'blob',
                })) as unknown as Blob,
            },
          ]}
        />
      }
    >
      {party === null && <Totals />}
      <Section title={t('byParty')}>
        <FilterBar of={filters}>
          <TextFilter of={filters} name="party" label={t('field.party')} />
          <ChoiceFilter
            of={filters}
            name="kind"
            label={t('field.kind')}
            options={DEBT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextFilter of={filters} name="currency" label={t('field.currency')} />
        </FilterBar>
        <div style={{ height: 12 }} />
        <DataTable
          path="/v1/debts"
          init={{ params: { query } }}
          columns={columns}
          rowKey={({ party: of, kind, amount }) => `${of} ${kind} ${amount.currency}`}
          label={t('byParty')}
          empty={Object.keys(filters.values).length > 0 ? t('noneFound') : t('none')}
        />
        <AgeLegend />
      </Section>
      {party === null && <Entries />}
    </Page>
  )
}

function useColumns(): Column<Shapes['Debt']>[] {
  const { t } = useTexts('debts')
  return [
    {
      key: 'party',
      title: t('field.party'),
      render: ({ party, kind, amount }) => <Link to={debtPath(party, amount.currency, kind)}>{party}</Link>,
    },
    { key: 'kind', title: t('field.kind'), render: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'since', title: t('since'), render: ({ since }) => <Instant at={since} style="day" /> },
    {
      key: 'ages',
      title: t('age'),
      render: ({ ages, amount, party }) => <AgeBar label={party} ages={ages} currency={amount.currency} />,
    },
    {
      key: 'limit',
      title: t('limit'),
      align: 'right',
      render: ({ limit }) => (limit ? <Money {...limit} /> : '–'),
    },
    {
      key: 'writtenOff',
      title: t('writtenOff'),
      align: 'right',
      render: ({ writtenOff }) => <Money {...writtenOff} />,
    },
    { key: 'amount', title: t('owed'), align: 'right', render: ({ amount }) => <Money {...amount} strong /> },
  ]
}

export function debtPath(party: string, currency: string, kind: string): string {
  return `/debts/${encodeURIComponent(party)}?${new URLSearchParams({ currency, kind })}`
}

/** The total debts per currency, by age. */
function Totals() {
  const { t } = useTexts('debts')
  const lineTitle = useLineTitle()
  const { data } = useGet('/v1/debts/summary')
  if (!data || data.totals.length === 0) return null
  return (
    <Section title={t('totals')}>
      <dl className="figures" style={{ margin: 0 }}>
        {data.totals.map(({ kind, line, parties, amount, ages }) => (
          <Figure
            key={`${kind} ${line} ${amount.currency}`}
            title={`${t(`kinds.${kind}`)} · ${line ? lineTitle(line) : t('noLine')}`}
            value={<Money {...amount} />}
          >
            {t('parties', { count: parties })}
            <AgeBar label={t(`kinds.${kind}`)} ages={ages} currency={amount.currency} />
          </Figure>
        ))}
      </dl>
    </Section>
  )
}
